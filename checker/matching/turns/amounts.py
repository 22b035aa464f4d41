"""By how much and to what: the source has a change `by 12 to 148` where the article has it `by 148` or `to 12`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.language.values import Mention, Quantity
from checker.matching.facts.sameness import same
from checker.matching.place.scene import Scene
from checker.matching.turns.opposites import Opposed

_SURE = 0.5  # share of the clause's words that the source's sentence must have
_HEDGE = r"\s+(?:[^\W\d]{1,9}\s+)?[$€£¥]?$"  # what may stand between such a word and its figure
_BY = {"en": rf"\bby{_HEDGE}", "de": rf"\bum{_HEDGE}", "ru": rf"\bна{_HEDGE}"}
_TO = {"en": rf"\bto{_HEDGE}", "de": rf"\bauf{_HEDGE}", "ru": rf"\bдо{_HEDGE}"}
_REACH = 24  # code points before a figure in which such a word stands
_BETWEEN = 40  # code points from the amount of a change to what it led to


def amount_for_result(scene: Scene) -> Opposed | None:
    """The first change whose amount the claim has as its result or the other way round, None where there is none."""
    if scene.language not in _BY or scene.source.language not in _BY:
        return None
    for fact in scene.mentions:
        wrong = _after(_BY, fact, scene.claim.text, scene.language), _after(_TO, fact, scene.claim.text, scene.language)
        if wrong[0] == wrong[1] or not isinstance(fact.value, Quantity):
            continue
        for number in scene.near:
            text, told = scene.source.sentence(number), scene.source.mentions(number)
            for amount, result in _changes(text, told, scene.source.language):
                other, own = (result, amount) if wrong[0] else (amount, result)
                if same(fact, other, across=scene.across) is not True or same(fact, own, across=scene.across):
                    continue
                sure = scene.covered(number, [scene.clause_of(fact.start)]) >= _SURE
                theirs = text[_start(_BY, amount, text, scene.source.language) : result.end]
                mine = scene.claim.text[
                    _start(_BY if wrong[0] else _TO, fact, scene.claim.text, scene.language) : fact.end
                ]
                return Opposed(mine, theirs, number, sure)
    return None


def _changes(text: str, told: Sequence[Mention], language: str) -> Iterator[tuple[Mention, Mention]]:
    """The amounts of changes in a sentence, each with what it led to."""
    figures = [each for each in told if isinstance(each.value, Quantity) and not each.value.ordinal]
    for one, other in pairwise(figures):
        near = other.start - one.end <= _BETWEEN
        if near and _after(_BY, one, text, language) and _after(_TO, other, text, language):
            yield one, other


def _after(words: dict[str, str], figure: Mention, text: str, language: str) -> bool:
    return re.search(words[language], text[max(0, figure.start - _REACH) : figure.start], re.IGNORECASE) is not None


def _start(words: dict[str, str], figure: Mention, text: str, language: str) -> int:
    """Where the word before a figure begins."""
    first = max(0, figure.start - _REACH)
    found = re.search(words[language], text[first : figure.start], re.IGNORECASE)
    return first + found.start() if found else figure.start
