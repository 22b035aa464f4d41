"""Figures that a source leaves its reader to reckon: 3,400 destroyed and 12,600 damaged are 16,000 houses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from checker.language.values import Mention, Quantity
from checker.matching.sameness import SMALL

_WHOLE = 100.0  # percent


def adds_up(figure: Mention, told: Iterable[Mention]) -> bool:
    """True when a figure is the sum or the difference of two others of its unit, or what a share leaves of a hundred.

    Small counts are left out, since two figures of a sentence come to one of them by chance.
    """
    mine = figure.value
    if not isinstance(mine, Quantity) or mine.ordinal or (not mine.unit and mine.high < SMALL):
        return False
    others = [each.value for each in told if isinstance(each.value, Quantity)]
    figures = [each.said for each in others if each.said and each.unit == mine.unit and not each.ordinal]
    return any(mine.low <= result <= mine.high for result in _results(sorted(set(figures)), mine.unit))


def _results(figures: list[float], unit: str) -> Iterator[float]:
    for less, more in combinations(figures, 2):
        yield less + more
        yield more - less
    if unit == "percent":
        yield from (_WHOLE - each for each in figures)
