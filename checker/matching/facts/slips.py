"""How near two values are: slips of the pen and misread figures are of one size, other things' figures rarely are."""

from __future__ import annotations

import math

from checker.language.values import Mention, Period, Quantity
from checker.matching.facts.sameness import SMALL

_DAYS_APART = 30  # days between two whole dates that halve how near they are
_SLIP, _DAYS_OF_A_SLIP = 0.9, 10  # so near a value that it is a slip of the pen, whatever words stand around it
_PARTS = 3  # year, month and day
_TRANSPOSED = 0.9  # the same digits in another order, the commonest slip of all


def is_slip(one: Mention, other: Mention) -> bool:
    """True for values so near that one is a slip of the pen for the other: a few days, or the same digits."""
    a, b = one.value, other.value
    if isinstance(a, Period) and isinstance(b, Period):
        first, second = (each.start.earliest() if each.start.day else None for each in (a, b))
        return first is not None and second is not None and abs((first - second).days) <= _DAYS_OF_A_SLIP
    return closeness(one, other) >= _SLIP


def closeness(one: Mention, other: Mention) -> float:
    """How near two values are, 1 for neighbours: slips and changed figures are of one size, other figures rarely are."""
    a, b = one.value, other.value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        digits = [sorted(filter(str.isdigit, each.text.rstrip("0 .,"))) for each in (one, other)]
        if digits[0] and digits[0] == digits[1]:
            return _TRANSPOSED
        first, second = (abs(each.low if each.said is None else each.said) for each in (a, b))
        least = (
            0.5 if not a.unit else min(first, second) / 2 or 0.5
        )  # values with a unit are as small as the unit is large
        return 1 / (1 + 4 * abs(math.log10((first + least) / (second + least))))
    if isinstance(a, Period) and isinstance(b, Period):
        pairs = [
            (x, y) for x, y in zip(a.start.parts(), b.start.parts(), strict=True) if x is not None and y is not None
        ]
        alike = sum(x == y for x, y in pairs) / len(pairs) if pairs else 0.0
        return max(alike, _years(a, b))
    return 0.5


def _years(a: Period, b: Period) -> float:
    """How near two years, decades or centuries are, by their own length; half for dates without a year."""
    first, second = a.start.year, b.start.year
    if first is None or second is None:
        return 0.5
    days = [each.start.earliest() for each in (a, b) if each.start.day is not None]
    if len(days) == 2 and days[0] and days[1]:
        return 1 / (1 + abs((days[0] - days[1]).days) / _DAYS_APART)
    length = 1 + (a.end.year or first) - first
    return 1 / (1 + abs(first - second) / (10 * max(1, length)))


def slipped(one: Mention, other: Mention) -> bool:
    """True when one digit or the order of digits tells two values apart, one of the three parts of two whole dates, the year of one month, or one end of two spans."""
    a, b = one.value, other.value
    if isinstance(a, Quantity) and isinstance(b, Quantity) and a.said is None and b.said is None:
        return (a.low == b.low) != (a.high == b.high)
    if not isinstance(a, Period) or not isinstance(b, Period):
        return differs_in_digits(one.text, other.text)
    if a.start != a.end and b.start != b.end:
        return (a.start == b.start) != (a.end == b.end)
    whole = a.start == a.end and b.start == b.end and not b.relative
    parts = list(zip(a.start.parts(), b.start.parts(), strict=True))
    if whole and all(None not in pair for pair in parts[:2]) and None in parts[2]:
        return parts[0][0] != parts[0][1] and parts[1][0] == parts[1][1]
    return whole and all(None not in pair for pair in parts) and sum(x == y for x, y in parts) == _PARTS - 1


def differs_in_digits(one: str, other: str) -> bool:
    """True when one digit tells two figures apart, the order of the same digits, or noughts at their end."""
    first, second = ([each for each in text if each.isdecimal()] for text in (one, other))
    if len(first) != len(second):
        bare = ["".join(each).rstrip("0") for each in (first, second)]
        return bare[0] == bare[1] and len(bare[0]) > 1
    if len(first) < 2:
        return False
    return sorted(first) == sorted(second) or sum(a != b for a, b in zip(first, second, strict=True)) == 1


def is_small(fact: Mention) -> bool:
    """True for a bare count so small that it may count anything."""
    value = fact.value
    return isinstance(value, Quantity) and not value.unit and value.high < SMALL
