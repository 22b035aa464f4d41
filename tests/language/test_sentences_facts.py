"""Sentences and all their facts as an editor would list them, by language: `sentences.tsv` beside this file.

A fact is written as its text, `=`, and its value: a figure with its unit or noun, a date, `name`, `office`, a class and number.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.language.facts import mentions
from checker.language.values import Identifier, Mention, Named, Period, Quantity

ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("sentences.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def told(mention: Mention) -> str:
    value = mention.value
    match value:
        case Quantity():
            said = f"{value.said:.6g}" if value.said is not None else f"{value.low:.6g}..{value.high:.6g}"
            shown = f"{said} {value.unit or value.noun}".strip() + (" th" if value.ordinal else "")
        case Period():
            shown = str(value.start) if value.start == value.end else f"{value.start}/{value.end}"
        case Named():
            shown = "office" if value.kind == "office" else "name"
        case Identifier():
            shown = f"{value.kind} {value.number}"
        case _:
            shown = "words"
    return f"{mention.text} = {shown}"


@pytest.mark.parametrize(("language", "sentence", "facts"), ROWS, ids=[f"{row[0]}-{row[1][:40]}" for row in ROWS])
def test_the_facts_of_a_sentence(language: str, sentence: str, facts: str) -> None:
    found = " | ".join(told(mention) for mention in mentions(sentence, language))
    assert found == facts


def test_the_rows_are_in_nine_languages() -> None:
    assert {row[0] for row in ROWS} == {"vi", "en", "fr", "de", "es", "pt", "ru", "zh", "ja"} | {"it"}
