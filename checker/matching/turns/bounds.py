"""Bounds: the source has a figure as the least where the article has it as the most (`fewer than 3,300` for `more than 3,300`)."""

from __future__ import annotations

import re

from checker.language.values import Mention, Quantity
from checker.matching.facts.sightings import Sightings
from checker.matching.place.scene import Scene
from checker.matching.turns.opposites import Opposed

_SURE = 0.5  # share of the clause's words that the source's sentence must have
_DENIAL = re.compile(
    r"\b(?:not|no|never|nor|neither|without|\w+n['’]t|không|chẳng|chưa|ne|pas|sans|nicht|kein\w*|nie|ohne|nunca|sin|не|ни|без)\b",
    re.IGNORECASE,
)
_REACH = 40  # code points before a figure, with its hedge, in which a denial stands
_WORDS = 2  # before a figure, that show its bound


def out_of_bounds(scene: Scene, sightings: Sightings) -> Opposed | None:
    """The first bound that stands on the other side wherever the source has its figure near the claim's place."""
    for index, fact in enumerate(sightings.facts):
        side = _side(fact, scene.claim.text)
        if not side or not sightings.near[index]:
            continue
        told = [each for each in sightings.near[index] if _figure(each.mention) == _figure(fact)]
        if not told or any(_side(each.mention, scene.source.sentence(each.sentence)) != -side for each in told):
            continue
        share, seen = max(
            ((scene.covered(each.sentence, [scene.clause_of(fact.start)]), each) for each in told),
            key=lambda found: found[0],
        )
        theirs = _with_bound(seen.mention, scene.source.sentence(seen.sentence))
        return Opposed(_with_bound(fact, scene.claim.text), theirs, seen.sentence, share >= _SURE)
    return None


def _side(fact: Mention, text: str) -> int:
    """1 for a figure that something exceeds, -1 for one that it stays below, 0 for others, and where a denial may turn it round."""
    value = fact.value
    if not isinstance(value, Quantity) or not value.approximate or value.said is None:
        return 0
    if _DENIAL.search(text, max(0, fact.start - _REACH), fact.start):
        return 0
    return (value.high > value.said) - (value.low < value.said)


def _figure(fact: Mention) -> tuple[float | None, str]:
    assert isinstance(fact.value, Quantity)
    return fact.value.said, fact.value.unit


def _with_bound(fact: Mention, text: str) -> str:
    """A figure with the words before it that say which bound it is."""
    return " ".join((*text[: fact.start].split()[-_WORDS:], fact.text))
