"""Another value for the same thing at the same place: what makes a contradiction out of an absence.

A rival of a claim's fact is a fact of the same kind and measure in the sentences that the claim rests on, with another
value. How likely it is the same thing is judged by what stands around both (`Likeness`, weighed in `weights`).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from checker.language.lexicon import counted_same
from checker.language.values import Identifier, Mention, Named, Period, Quantity
from checker.language.values_agree import agree
from checker.matching.likeness import Likeness
from checker.matching.neighbours import around
from checker.matching.scene import Scene
from checker.matching.sightings import Sighting, Sightings
from checker.matching.words import stems


@dataclass(frozen=True, slots=True)
class Rival:
    """A fact of the source that may take the place of a claim's fact."""

    seen: Sighting
    likeness: Likeness


def rivals(index: int, sightings: Sightings, scene: Scene) -> Iterator[Rival]:
    """Every rival of the claim's fact number `index` in the sentences near the claim's place."""
    fact = sightings.facts[index]
    found = [
        Sighting(other, number)
        for number in scene.near
        for other in scene.source.mentions(number)
        if _comparable(fact, other) and agree(fact.value, other.value) is False
    ]
    own = max(
        (around(fact, seen, sightings.beside(index, seen.sentence), scene) for seen in sightings.near[index]),
        default=0.0,
    )
    for seen in found:
        yield Rival(seen, _likeness(index, seen, sightings, scene, own=own))


def _comparable(one: Mention, other: Mention) -> bool:
    """True when both could be values of one thing: same kind, unit, and sort of name."""
    a, b = one.value, other.value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return a.unit == b.unit and a.ordinal == b.ordinal
    if isinstance(a, Named) and isinstance(b, Named):
        return a.kind == b.kind or not a.kind or not b.kind
    if isinstance(a, Identifier) and isinstance(b, Identifier):
        return a.kind == b.kind
    return isinstance(a, Period) and isinstance(b, Period)


def _likeness(index: int, seen: Sighting, sightings: Sightings, scene: Scene, *, own: float) -> Likeness:
    fact = sightings.facts[index]
    beside = sightings.beside(index, seen.sentence)
    others = {id(mine) for mine, _ in beside}
    kept = sum(bool(seen) for other, seen in enumerate(sightings.near) if other != index)
    near = around(fact, seen, beside, scene)
    return Likeness(
        kind=fact.kind,
        around=near,
        others=len(others) / (len(sightings.facts) - 1) if len(sightings.facts) > 1 else 0.5,
        kept=kept / (len(sightings.facts) - 1) if len(sightings.facts) > 1 else 0.5,
        noun=_noun(fact, seen.mention, scene),
        named=any(agree(mine.value, seen.mention.value) for mine in sightings.facts),
        near=bool(sightings.near[index]),
        far=sightings.far[index] is not None,
        lead=near - own,
        across=scene.across,
        bound=_bound(index, seen.sentence, sightings, scene),
        strange=_strange(fact, scene),
        close=_close(fact, seen.mention),
    )


def _noun(one: Mention, other: Mention, scene: Scene) -> int:
    """1 for the same unit, counted noun or sort of name, -1 for another one, 0 when nobody can tell."""
    a, b = one.value, other.value
    if isinstance(a, Named) and isinstance(b, Named):
        return 0 if not a.kind and not b.kind else (1 if a.kind == b.kind else -1)
    if not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return 0
    if a.unit or counted_same(a.noun, scene.language, b.noun, scene.source.language):
        return 1
    return -1 if a.noun and b.noun and not scene.across else 0


def _bound(index: int, sentence: int, sightings: Sightings, scene: Scene) -> bool:
    """True when the rival stands with the claim's own date, and the claim's value only with other dates."""
    near = sightings.near[index]
    return bool(near) and dated(index, sentence, sightings, scene) is True and of_another_date(index, sightings, scene)


def of_another_date(index: int, sightings: Sightings, scene: Scene) -> bool:
    """True when all the places near by that have the claim's value give it for other dates than the claim does."""
    near = sightings.near[index]
    return bool(near) and all(dated(index, seen.sentence, sightings, scene) is False for seen in near)


def dated(index: int, sentence: int, sightings: Sightings, scene: Scene) -> bool | None:
    """Whether a sentence has the date that the claim gives in the clause of a number; None without dates to compare."""
    fact = sightings.facts[index]
    clause = scene.clause_of(fact.start)
    wanted = [
        each for each in sightings.facts if isinstance(each.value, Period) and clause[0] <= each.start < clause[1]
    ]
    if not isinstance(fact.value, Quantity) or len(wanted) != 1:
        return None
    told = [
        agree(wanted[0].value, other.value)
        for other in scene.source.mentions(sentence)
        if isinstance(other.value, Period)
    ]
    return True if True in told else (False if False in told else None)


def _strange(fact: Mention, scene: Scene) -> float:
    """The share of a name's words that stand nowhere in the source: a variant of a name shares some."""
    value = fact.value
    if not isinstance(value, Named):
        return 0.0
    shares = []
    for form in value.forms:
        known = stems(form.removeprefix("="), scene.source.language)
        if known:
            shares.append(
                sum(key not in scene.source.postings and key not in scene.source.heading for key in known) / len(known)
            )
    return min(shares, default=0.0)


def _close(one: Mention, other: Mention) -> float:
    """How near two values are, 1 for neighbours: slips and changed figures are of one size, other figures rarely are."""
    a, b = one.value, other.value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        first, second = (abs(each.low if each.said is None else each.said) for each in (a, b))
        return 1 / (1 + 4 * abs(math.log10((first + 0.5) / (second + 0.5))))
    if isinstance(a, Period) and isinstance(b, Period):
        years = (a.start.year, b.start.year)
        return 0.5 if None in years else 1 / (1 + abs((years[0] or 0) - (years[1] or 0)) / 10)
    return 0.5
