"""A figure away from its company: one sentence has the claim's other facts and another value in its place, and the claim's own stands without them."""

from __future__ import annotations

from collections.abc import Iterator

from checker.language.values import Mention, Period
from checker.matching.facts.sameness import era, same
from checker.matching.facts.sightings import Sighting, Sightings
from checker.matching.facts.slips import is_small
from checker.matching.place.scene import Scene
from checker.matching.rivals.comparable import comparable, only_compared
from checker.matching.rivals.ties import Ties
from checker.matching.rivals.years import dates_another_figure

_MORE_COMPANY = 2  # of the claim's other facts than any place of its own has
_LEAD = 0.1  # of the other value's ties


def in_its_company(index: int, sightings: Sightings, scene: Scene) -> Sighting | None:
    """The value that stands with the claim's other facts instead of its fact number `index`, a figure or date that stands near without them.

    It must be the only one of its sort in that sentence that the claim does not have; the fact next to it in the claim must stand there.
    """
    fact, near = sightings.facts[index], sightings.near[index]
    if not near or is_small(fact) or len(sightings.facts) <= _MORE_COMPANY:
        return None
    own = {seen.sentence for seen in near}
    most = max(_company(index, number, sightings) for number in own)
    fuller = [
        seen.sentence
        for seen in dict.fromkeys(sightings.near[_neighbour(index, sightings)])
        if seen.sentence not in own and _company(index, seen.sentence, sightings) >= most + _MORE_COMPANY
    ]
    if not fuller:
        return None
    ties = Ties(index, sightings, scene)
    stands = max(ties.shared(seen) for seen in near)
    told = [
        {each.text: Sighting(each, number) for each in _others(fact, number, sightings, scene)} for number in fuller
    ]
    tied = [(ties.shared(seen), seen) for values in told for seen in values.values()]
    lead, other = max(tied, key=lambda each: each[0], default=(0.0, None))
    alone = other is not None and any(len(values) == 1 and other in values.values() for values in told)
    if other is None or not alone or lead - stands <= _LEAD or _of_a_figure(fact, other, sightings, scene):
        return None
    return other


def _neighbour(index: int, sightings: Sightings) -> int:
    """The number of the fact next to another one in the claim that stands near: what it is told with; its own where none does."""
    fact = sightings.facts[index]
    others = (other for other, near in enumerate(sightings.near) if other != index and near)
    return min(others, key=lambda other: _gap(fact, sightings.facts[other]), default=index)


def _gap(one: Mention, other: Mention) -> int:
    return max(one.start - other.end, other.start - one.end)


def _company(index: int, number: int, sightings: Sightings) -> int:
    """How many of the claim's other facts a sentence has."""
    return sum(
        other != index and any(seen.sentence == number for seen in near) for other, near in enumerate(sightings.near)
    )


def _others(fact: Mention, number: int, sightings: Sightings, scene: Scene) -> Iterator[Mention]:
    """The values of a sentence that could take the fact's place and are none of the claim's; a decade takes the place of no year."""
    return (
        other
        for other in scene.source.mentions(number)
        if comparable(fact, other, scene, 1.0)
        and not is_small(other)
        and not only_compared(other, scene.source.sentence(number))
        and era(fact) == era(other)
        and same(fact, other, across=scene.across) is False
        and not any(same(each, other, across=scene.across) for each in sightings.facts)
    )


def _of_a_figure(fact: Mention, seen: Sighting, sightings: Sightings, scene: Scene) -> bool:
    return isinstance(fact.value, Period) and dates_another_figure(seen, sightings, scene)
