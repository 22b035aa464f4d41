"""Figures that a source leaves its reader to reckon: 3,400 destroyed and 12,600 damaged are 16,000 houses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from checker.language.values import Mention, Period, Quantity, Value
from checker.matching.sameness import LARGE, SMALL

_WHOLE = 100.0  # percent


def adds_up(figure: Mention, told: Iterable[Mention]) -> bool:
    """True when a figure is the sum or the difference of two others of its unit, or what a share leaves of a hundred.

    A year may be another one and so many years: `in 2027, one year later than first announced`. Small counts are left
    out, since two figures of a sentence come to one of them by chance.
    """
    mine = figure.value
    if isinstance(mine, Period):
        return _years_apart(mine, [each.value for each in told])
    if not isinstance(mine, Quantity) or mine.ordinal or (not mine.unit and mine.high < SMALL):
        return False
    others = [each.value for each in told if isinstance(each.value, Quantity) and not each.value.ordinal]
    figures = [each.said for each in others if each.said and (each.unit == mine.unit or _elliptic(each))]
    return any(mine.low <= result <= mine.high for result in _results(sorted(set(figures)), mine.unit))


def _years_apart(mine: Period, told: Iterable[Value]) -> bool:
    """True when a year lies so many years from another one as a span of years that is told beside it."""
    values = list(told)
    years = {each.start.year for each in values if isinstance(each, Period)}
    spans = {each.said for each in values if isinstance(each, Quantity) and each.unit == "year" and each.said}
    own = mine.start.year
    return own is not None and any(year and abs(own - year) in spans for year in years)


def _elliptic(figure: Quantity) -> bool:
    """True for a large figure that may have the unit of another one: `Germany paid 210 million, France 165 million`."""
    return not figure.unit and not figure.noun and (figure.said or 0) >= LARGE


def _results(figures: list[float], unit: str) -> Iterator[float]:
    for less, more in combinations(figures, 2):
        yield less + more
        yield more - less
    if unit == "percent":
        yield from (_WHOLE - each for each in figures)
