"""Values that a claim derives from what its source tells: no other value of it, whatever stands in their place."""

from __future__ import annotations

import itertools
import math

from checker.language.values import Mention, Period, Quantity
from checker.matching.sameness import counted
from checker.matching.scene import Scene

_FEW = 20  # a bare count below it is the sum of some two others by chance
_LARGE = 1_000  # from which a figure may leave its unit to the one before it
_MOST = 24  # values of the near sentences that are tried


def is_derived(fact: Mention, scene: Scene) -> bool:
    """True for the end of a span that a near sentence has, and for the sum or the difference of two of its values.

    `It closed in 1985` where it was a school from 1950 to 1985; `the rest, 2.7 million` of 4.2 where 1.5 were paid.
    """
    value = fact.value
    there = [each for number in scene.near for each in scene.source.mentions(number)]
    if isinstance(value, Period):
        spans = (each.value for each in there if isinstance(each.value, Period) and each.value.start != each.value.end)
        return value.start == value.end and any(each.end == value.end for each in spans)
    if not isinstance(value, Quantity) or value.ordinal or not value.said or (not value.unit and value.said < _FEW):
        return False
    values = {said for each in there if (said := _said_of(each, fact, value, scene)) is not None}
    pairs = itertools.combinations(sorted(values)[:_MOST], 2)
    return any(math.isclose(value.said, each, rel_tol=1e-6) for one, two in pairs for each in (one + two, two - one))


def _said_of(other: Mention, fact: Mention, value: Quantity, scene: Scene) -> float | None:
    """The value of a fact of the source that counts what the claim's does; a large one may leave its unit out."""
    theirs = other.value
    if not isinstance(theirs, Quantity) or not theirs.said:
        return None
    if theirs.unit != value.unit:
        return theirs.said if not theirs.unit and not theirs.noun and theirs.said >= _LARGE else None
    return theirs.said if counted(fact, other, scene.language, scene.source.language) >= 0 else None
