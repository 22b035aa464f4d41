"""Values that are only compared with: in `71.5 in 2020, against 68.2 a year earlier` the 68.2 is the year before's.

A claim that gives the comparand for its own time is borne out; one that gives it for the time of the other value is contradicted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checker.language.dates.timespans import Side, lapses
from checker.language.values import Mention, Period, Quantity
from checker.matching.facts.sameness import same
from checker.matching.facts.sightings import Sighting, Sightings
from checker.matching.lists.comparisons import CUE, Comparison, comparisons, of_one_sort
from checker.matching.place.scene import Scene

# What ends before a date that the claim itself only compares with: `25,000 more than in 2019`.
_THAN_IN = re.compile(
    r"\b(?:than|compared (?:with|to)|against|als|gegenüber|que|contre|par rapport à|frente a|so với|hơn|чем)\s+(?:[^\W\d]{1,6}\s+){0,2}$",
    re.IGNORECASE,
)
_TOLD = 0.3  # share of the clause's words that the sentence with the comparison must have


@dataclass(frozen=True, slots=True)
class Compared:
    """What a comparison says of a claim's value: the value of the claim's time, and whether it is the claim's."""

    seen: Sighting
    agrees: bool


def compared(index: int, sightings: Sightings, scene: Scene) -> Compared | None:
    """What the comparisons of the near sentences say of the claim's fact number `index`; None where none is about it."""
    fact = sightings.facts[index]
    if not isinstance(fact.value, Quantity):
        return None
    for number in scene.near:
        text, facts = scene.source.sentence(number), scene.source.mentions(number)
        if not CUE.search(text) or scene.covered(number, [scene.clause_of(fact.start)]) < _TOLD:
            continue
        for each in comparisons(text, facts, scene.source.language):
            told = [same(fact, one, across=scene.across) is True for one in (each.value, each.comparand)]
            if told[0] == told[1] or any(seen.sentence != number for seen in sightings.near[index]):
                continue
            of_then = _of_then(fact, each, facts, scene)
            if of_then is not None:
                seen = Sighting(each.comparand if of_then else each.value, number)
                return Compared(seen, told[1] == of_then)
    return None


def _is_a_year_before(one: Mention, other: Mention) -> bool:
    """True for the year before another one, which `a year earlier` tells of."""
    years = [each.value.start.year for each in (one, other) if isinstance(each.value, Period)]
    return len(years) == 2 and None not in years and years[0] == (years[1] or 0) - 1


def _of_then(fact: Mention, told: Comparison, facts: Sequence[Mention], scene: Scene) -> bool | None:
    """Whether the claim's value is of the comparand's time (True) or of the compared value's (False); None where it does not say."""
    claim = scene.claim.text
    told_so = comparisons(claim, scene.mentions, scene.language, timed=False)
    own = [each for each in told_so if fact in (each.value, each.comparand)]
    if own:
        return fact == own[0].comparand
    first, last = scene.clause_of(fact.start)
    several = any(each is not fact and of_one_sort(each, fact) for each in scene.mentions)
    back = [each for each in lapses(claim, scene.language, scene.mentions) if each.side is not Side.LATER]
    if any(first <= each.start < last for each in back):
        return None if several else True
    dates = [
        each for each in scene.mentions if isinstance(each.value, Period) and not _THAN_IN.search(claim, 0, each.start)
    ]
    dates = [each for each in dates if first <= each.start < last] or ([] if several else dates)
    if len(dates) != 1:
        return None
    others = [
        each
        for each in facts
        if isinstance(each.value, Period) and (told.when is None or not same(each, told.when, across=False))
    ]
    then = told.when is not None and bool(same(dates[0], told.when, across=scene.across))
    then = then or (told.when is None and any(_is_a_year_before(dates[0], each) for each in others))
    now = any(same(dates[0], each, across=scene.across) for each in others)
    return None if then == now else then  # a fiscal year may be of both
