"""Lists that are paired in order: in `A, B and C won 3, 5 and 7 seats respectively` the 5 is B's.

Such a sentence says whose each value is, however far apart they stand; so it bears a claim out, or tells whose the claim's value is.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.foundation.model import FactKind
from checker.language.names.offices import KIND
from checker.language.values import Mention, Named, Period, Quantity
from checker.matching.facts.sameness import counted, same
from checker.matching.facts.sightings import Sighting, Sightings
from checker.matching.place.scene import Scene

IN_ORDER = re.compile(
    r"\b(?:respectively|lần lượt|tương ứng|theo thứ tự|respectivement|beziehungsweise|bzw\.|respectivamente|rispettivamente"
    r"|соответственно)",
    re.IGNORECASE,
)
# What may stand between two items of a list: a comma, `and`, and what is counted.
_JOINT = re.compile(
    r"\s*(?:(?:[^\W\d]+\s*){0,2}(?:,|;|、)\s*(?:(?:and|và|et|und|y|e|и|còn)\s+)?|(?:[^\W\d]+\s+)?(?:and|&|và|et|und|y|e|и)\s+)"
    r"(?:(?:the|les?|la|der|die|das|el|los|las|in|năm|en|là|for|to)\s+){0,2}[$€£¥]?\s*",
    re.IGNORECASE,
)
_TOLD = 0.3  # share of the clause's words that the sentence with the list must have


@dataclass(frozen=True, slots=True)
class Pair:
    """One item of a paired list: whose it is, and the value."""

    key: Mention
    value: Mention


@dataclass(frozen=True, slots=True)
class Listed:
    """What a paired list says of a claim's value: the value of the claim's own item, and whose the claim's value is instead.

    `key` is the number of the claim's fact that names the item, `key_seen` the same in the source.
    """

    seen: Sighting
    agrees: bool
    instead: str
    key: int
    key_seen: Sighting


def listed(index: int, sightings: Sightings, scene: Scene) -> Listed | None:
    """What the paired lists of the near sentences say of the claim's fact number `index`; None where none is about it."""
    fact = sightings.facts[index]
    if fact.kind not in (FactKind.NUMBER, FactKind.DATE):
        return None
    for number in scene.near:
        found = pairs(scene.source.sentence(number), scene.source.mentions(number))
        if not found or not _alike(fact, found[0].value):
            continue
        if scene.covered(number, [scene.clause_of(fact.start)]) < _TOLD:
            continue
        own = _own(fact, found, scene)
        if own is None or all(counted(fact, each.value, scene.language, scene.source.language) < 0 for each in found):
            continue
        agrees = same(fact, own.value, across=scene.across)
        if not agrees and (
            _told_elsewhere(index, number, sightings, scene) or _beside_the_list(fact, found, number, scene)
        ):
            continue
        key = next((at for at, mine in enumerate(sightings.facts) if same(mine, own.key, across=scene.across)), None)
        others = [each.key.text for each in found if same(fact, each.value, across=scene.across)]
        if agrees is not None and key is not None:
            instead = "" if agrees or not others else others[0]
            return Listed(Sighting(own.value, number), agrees, instead, key, Sighting(own.key, number))
    return None


def pairs(text: str, facts: Sequence[Mention]) -> tuple[Pair, ...]:
    """The items of a sentence that says that two lists of it are in one order; empty where it does not, or they are not as long."""
    if not IN_ORDER.search(text):
        return ()
    runs = [run for kind in (Quantity, Period, Named) for run in _runs(text, facts, kind)]
    for values in runs:
        for keys in runs:
            kinds = type(keys[0].value), type(values[0].value)
            if len(keys) == len(values) and kinds in _PAIRED:
                return tuple(Pair(key, value) for key, value in zip(keys, values, strict=True))
    return ()


def _told_elsewhere(index: int, number: int, sightings: Sightings, scene: Scene) -> bool:
    """True where another sentence has the claim's value, or the claim gives it for another date than the list does."""
    if any(seen.sentence != number for seen in sightings.near[index]):
        return True
    first, last = scene.clause_of(sightings.facts[index].start)
    wanted = [each for each in scene.mentions if isinstance(each.value, Period) and first <= each.start < last]
    there = [each for each in scene.source.mentions(number) if isinstance(each.value, Period)]
    others = [each for each in wanted if each is not sightings.facts[index]]
    return bool(there) and not all(any(same(one, each, across=scene.across) for each in there) for one in others)


def _beside_the_list(fact: Mention, found: Sequence[Pair], number: int, scene: Scene) -> bool:
    """True where the sentence has the claim's value outside its list: `48% and 35% respectively, against 40% and 30% in 2015`."""
    paired = {each.value.start for each in found}
    return any(
        each.start not in paired and same(fact, each, across=scene.across) for each in scene.source.mentions(number)
    )


# Whose, and what: names or dates with their figures, names with their dates.
_PAIRED = ((Named, Quantity), (Period, Quantity), (Named, Period))


def _runs(text: str, facts: Sequence[Mention], kind: type) -> Iterator[list[Mention]]:
    """The lists of facts of one kind that stand beside each other."""
    run: list[Mention] = []
    for each in facts:
        if not isinstance(each.value, kind) or (isinstance(each.value, Named) and each.value.kind == KIND):
            continue
        if run and each.start < run[-1].end:
            continue
        if run and not _JOINT.fullmatch(text, run[-1].end, each.start):
            if len(run) > 1:
                yield run
            run = []
        run.append(each)
    if len(run) > 1:
        yield run


def _alike(fact: Mention, value: Mention) -> bool:
    """True for values of one sort."""
    a, b = fact.value, value.value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return a.unit == b.unit and a.ordinal == b.ordinal
    return isinstance(a, Period) and isinstance(b, Period)


def _own(fact: Mention, found: Sequence[Pair], scene: Scene) -> Pair | None:
    """The item of the list that the claim's value is of: by the claim's own order, or the only one that its clause names."""
    for mine in pairs(scene.claim.text, scene.mentions) or _by_turns(fact, found, scene):
        if mine.value == fact:
            return next((each for each in found if same(mine.key, each.key, across=scene.across)), None)
    first, last = scene.clause_of(fact.start)
    facts = [each for each in scene.mentions if each is not fact and type(each.value) is type(found[0].key.value)]
    for low, high in ((first, last), (0, len(scene.claim.text))):
        named = [
            each
            for each in found
            if any(low <= mine.start < high and same(mine, each.key, across=scene.across) for mine in facts)
        ]
        if len(named) == 1:
            return named[0] if _alone(fact, low, high, scene) else None
        if named:
            return None
    return None


def _by_turns(fact: Mention, found: Sequence[Pair], scene: Scene) -> tuple[Pair, ...]:
    """The items of a claim that names owners and values by turns: `A scored 12 and B 9`."""
    keys = [each for each in scene.mentions if any(same(each, one.key, across=scene.across) for one in found)]
    values = [each for each in scene.mentions if each not in keys and _alike(fact, each)]
    if len(keys) < 2 or len(keys) != len(values):
        return ()
    ordered = sorted((*keys, *values), key=lambda each: each.start)
    turns = [each in keys for each in ordered]
    if any(one == other for one, other in itertools.pairwise(turns)):
        return ()
    return tuple(Pair(key, value) for key, value in zip(keys, values, strict=True))


def _alone(fact: Mention, low: int, high: int, scene: Scene) -> bool:
    """True for the only value of its sort in a stretch of the claim: of several nobody knows which is whose."""
    return not any(
        each is not fact and low <= each.start < high and type(each.value) is type(fact.value) and _alike(fact, each)
        for each in scene.mentions
    )
