"""Sentences that say the same in two languages: their facts agree, and an altered figure does not."""

from __future__ import annotations

import re
from pathlib import Path

from checker.foundation.model import FactKind
from checker.language.facts import mentions
from checker.language.text import tables
from checker.language.values_agree import agree

ROWS = list(tables.read((Path(__file__).parent / "pairs.tsv").read_text(encoding="utf-8")))
SIDES = [side for one, a, two, b in ROWS for side in ((one, a, two, b), (two, b, one, a))]


def lost(one, text, two, other):
    theirs = mentions(other, two)
    ours = [mention for mention in mentions(text, one) if mention.kind is not FactKind.QUOTE]
    return [mention for mention in ours if not any(agree(mention.value, each.value) for each in theirs)], len(ours)


def test_facts_of_sentences_that_say_the_same_agree():
    found = [lost(*side) for side in SIDES]
    alarms = [mention.text for missing, _ in found for mention in missing]
    assert len(alarms) <= 0.02 * sum(count for _, count in found), alarms


def test_an_altered_figure_is_missed_on_the_other_side():
    caught = tried = 0
    for one, text, two, other in SIDES:
        for match in re.finditer(r"(?<![\d.,])([2-9])(?=\d{1,3}(?!\d))", text):
            altered = text[: match.start()] + str(int(match[1]) - 1) + text[match.end() :]
            tried += 1
            caught += bool(lost(one, altered, two, other)[0])
    assert tried > 40
    assert caught >= 0.85 * tried
