"""Values that a claim derives from what its source tells: 3,400 destroyed and 12,600 damaged are 16,000 houses.

They are no other value of the source, whatever stands in their place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from checker.language.values import Mention, Period, Quantity, Value
from checker.matching.place.scene import Scene

_FEW = 13  # a bare count below it is the sum of some two others by chance
_LARGE = (
    1_000  # from which a figure may leave its unit to another one: `Germany paid 210 million euros, France 165 million`
)
_MOST = 24  # values that are tried
_WHOLE = 100.0  # percent


def derived_nearby(fact: Mention, scene: Scene) -> bool:
    """True for a fact that the near sentences' values come to: figures exactly, since there are many of them."""
    there = [each for number in scene.near for each in scene.source.mentions(number)]
    if isinstance(fact.value, Period):
        return _ends_a_span(fact.value, there)
    return isinstance(fact.value, Quantity) and not fact.value.approximate and derived(fact, there)


def derived(fact: Mention, told: Iterable[Mention]) -> bool:
    """True for the sum or the difference of two values, what a share leaves of a hundred, a year so many from another one.

    `In 2027, two years later than announced`; `the rest, 2.7 million` of 4.2 where 1.5 were paid.
    """
    mine = fact.value
    if isinstance(mine, Period):
        return _years_apart(mine, [each.value for each in told])
    if not isinstance(mine, Quantity) or mine.ordinal or (not mine.unit and mine.high < _FEW):
        return False
    others = [each.value for each in told if isinstance(each.value, Quantity) and not each.value.ordinal]
    figures = {each.said for each in others if each.said and (each.unit == mine.unit or _unit_left_out(each))}
    return any(mine.low <= result <= mine.high for result in _results(sorted(figures)[:_MOST], mine.unit))


def _results(figures: list[float], unit: str) -> Iterator[float]:
    for less, more in combinations(figures, 2):
        yield less + more
        yield more - less
    if unit == "percent":
        yield from (_WHOLE - each for each in figures)


def _unit_left_out(figure: Quantity) -> bool:
    return not figure.unit and not figure.noun and (figure.said or 0) >= _LARGE


def _ends_a_span(mine: Period, told: Iterable[Mention]) -> bool:
    """True for an end of a span that stands there: `it closed in 1985` where it was a school from 1950 to 1985."""
    spans = (each.value for each in told if isinstance(each.value, Period) and each.value.start != each.value.end)
    return mine.start == mine.end and any(mine.end in (each.start, each.end) for each in spans)


def _years_apart(mine: Period, told: Iterable[Value]) -> bool:
    """True when a year that is not told itself lies so many years from another one as a span of years that is told beside it."""
    values = list(told)
    years = {each.start.year for each in values if isinstance(each, Period)}
    spans = {each.said for each in values if isinstance(each, Quantity) and each.unit == "year" and each.said}
    own = mine.start.year
    return own is not None and own not in years and any(year and abs(own - year) in spans for year in years)
