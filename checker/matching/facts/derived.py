"""Values that a claim derives from what its source tells: 3,400 destroyed and 12,600 damaged are 16,000 houses.

They are no other value of the source, whatever stands in their place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations, pairwise

from checker.foundation.model import PartialDate
from checker.language.values import Mention, Period, Quantity, Value
from checker.matching.facts.differences import is_difference
from checker.matching.place.scene import Scene

_FEW = 13  # a bare count below it is the sum of some two others by chance
_LARGE = (
    1_000  # from which a figure may leave its unit to another one: `Germany paid 210 million euros, France 165 million`
)
_PARTS = 6  # of a whole, the largest ones, whose rest is looked for
_MOST = 24  # values that are tried
_WHOLE = 100.0  # percent
_DUST = 1e-9  # what reckoning in binary leaves
_RATIOS = ("percent", "times")
_HALF_A_POINT, _ROUGHLY = 0.5, 0.1  # how far a ratio may be rounded: in points of percent, as a share of the times


def derived_nearby(fact: Mention, scene: Scene) -> bool:
    """True for a fact that the near sentences' values come to: figures exactly, since there are many of them."""
    there = [each for number in scene.near for each in scene.source.mentions(number)]
    if isinstance(fact.value, Period):
        return _ends_a_span(fact.value, there)
    if not isinstance(fact.value, Quantity):
        return False
    if fact.value.unit in _RATIOS and any(_is_a_ratio(fact.value, scene.source.mentions(each)) for each in scene.near):
        return True
    if fact.value.approximate:
        return False
    least = _FEW if is_difference(fact, scene.claim.text, scene.language) else _LARGE
    return derived(fact, there, least) or any(
        _is_the_rest(fact.value, scene.source.mentions(each)) for each in scene.near
    )


def derived(fact: Mention, told: Iterable[Mention], least: float = _LARGE) -> bool:
    """True for the sum or the difference of two values, or of a range's ends, what a share leaves of a hundred, a year so many from another one.

    A figure from `least` on may leave its unit to another one.

    `In 2027, two years later than announced`; `the rest, 2.7 million` of 4.2 where 1.5 were paid.
    """
    mine = fact.value
    if isinstance(mine, Period):
        return _years_apart(mine, [each.value for each in told])
    if not isinstance(mine, Quantity) or mine.ordinal or (not mine.unit and mine.high < _FEW):
        return False
    others = [each.value for each in told if isinstance(each.value, Quantity) and not each.value.ordinal]
    figures = {
        each
        for value in others
        if value.unit == mine.unit or _unit_left_out(value, least)
        for each in ((value.said,) if value.said is not None or value.approximate else (value.low, value.high))
        if each
    }
    return any(
        mine.low - _DUST <= result <= mine.high + _DUST for result in _results(sorted(figures)[:_MOST], mine.unit)
    )


def _is_the_rest(mine: Quantity, told: Iterable[Mention]) -> bool:
    """True for what two parts leave of a whole in one sentence: 18 of 148, of which one paid 90 and another 40."""
    if mine.ordinal or mine.said is None or (not mine.unit and mine.high < _FEW):
        return False
    values = (each.value for each in told if isinstance(each.value, Quantity) and not each.value.ordinal)
    figures = sorted({each.said for each in values if each.said and each.unit == mine.unit})[-_PARTS:]
    whole = figures[-1] if figures else 0.0
    rests = (whole - one - other for one, other in combinations(figures[:-1], 2))
    return any(rest > 0 and mine.low - _DUST <= rest <= mine.high + _DUST for rest in rests)


def _is_a_ratio(mine: Quantity, told: Iterable[Mention]) -> bool:
    """True for what two figures of one unit, one after the other, come to: `tripled` or `up 183 percent` for `from 6 to 17`."""
    figures = [each.value for each in told if isinstance(each.value, Quantity) and not each.value.ordinal]
    pairs = [(each.low, each.high) for each in figures if each.said is None and not each.approximate]
    pairs += [
        (one.said, other.said)
        for one, other in pairwise(figures)
        if one.said and other.said and (one.unit, one.noun) == (other.unit, other.noun)
    ]
    slack = _HALF_A_POINT if mine.unit == "percent" else _ROUGHLY * (mine.said or 0.0)
    results = (ratio for less, more in map(sorted, pairs) if less > 0 for ratio in _ratios(less, more, mine.unit))
    return any(mine.low - slack <= each <= mine.high + slack for each in results)


def _ratios(less: float, more: float, unit: str) -> Iterator[float]:
    """How often one figure is in another one; in percent what is more, what is less and the share."""
    if unit == "percent":
        yield _WHOLE * (more / less - 1)
        yield _WHOLE * (1 - less / more)
        yield _WHOLE * less / more
    else:
        yield more / less


def _results(figures: list[float], unit: str) -> Iterator[float]:
    for less, more in combinations(figures, 2):
        yield less + more
        yield more - less
    if unit == "percent":
        yield from (abs(_WHOLE - each) for each in figures)


def _unit_left_out(figure: Quantity, least: float) -> bool:
    return not figure.unit and not figure.noun and (figure.said or 0) >= least


def _ends_a_span(mine: Period, told: Iterable[Mention]) -> bool:
    """True for an end of a span that stands there: `it closed in 1985` where it was a school from 1950 to 1985."""
    spans = (each.value for each in told if isinstance(each.value, Period) and each.value.start != each.value.end)
    return mine.start == mine.end and any(_is_it(mine.end, end) for each in spans for end in (each.start, each.end))


def _is_it(date: PartialDate, end: PartialDate) -> bool:
    """True for one date, whose year the span may leave open: `from 22 March to 27 March`."""
    open_year = end.year is None and end.month is not None
    return end == (replace(date, year=None) if open_year else date)


def _years_apart(mine: Period, told: Iterable[Value]) -> bool:
    """True when a year that is not told itself lies so many years from another one as a span of years that is told beside it."""
    values = list(told)
    years = {each.start.year for each in values if isinstance(each, Period)}
    spans = {each.said for each in values if isinstance(each, Quantity) and each.unit == "year" and each.said}
    own = mine.start.year
    return own is not None and own not in years and any(year and abs(own - year) in spans for year in years)
