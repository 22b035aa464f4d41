"""Time gone by: two dates bear out the years between them, and a month that was told last the days that are named alone.

`reckoning` has the dates that are told by the time from another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from checker.foundation.model import FactKind, PartialDate
from checker.language.dates.timespans import Side, lapses
from checker.language.values import Mention, Period, Quantity
from checker.matching.place.scene import Scene

# A day of the month that was told last, by language.
_DAY_ALONE = {
    "en": r"\bthe (\d{1,2})(?:st|nd|rd|th)\b",
    "vi": r"\bngày (\d{1,2})\b",
    "fr": r"\ble (\d{1,2})\b",
    "de": r"\bam (\d{1,2})\.",
    "es": r"\bel (?:día )?(\d{1,2})\b",
    "ru": r"\b(\d{1,2})-го\b",
}
_HEAD = 3  # sentences at the head of a page, in which whom it is about has his dates
_CHILD, _OLDEST = 15, 120  # years between such dates
_BEFORE = 2  # sentences before in which the other date may stand


def elapsed(fact: Mention, scene: Scene) -> Iterator[tuple[Mention, int]]:
    """The words of a near sentence, and its number, that come to the claim's day or bear out its span of years."""
    if isinstance(fact.value, Period) and fact.value.start.day is not None:
        yield from _day_alone(fact.value, scene)
    elif isinstance(fact.value, Quantity) and fact.value.said and fact.value.unit == "year":
        spans = lapses(scene.claim.text, scene.language, scene.mentions)
        if any(each.start == fact.start and each.side is not Side.AGO for each in spans):
            yield from _apart(round(fact.value.said), scene)
        else:
            yield from _life(fact.value.said, scene)


def _day_alone(wanted: Period, scene: Scene) -> Iterator[tuple[Mention, int]]:
    """`On the 26th`, in the month that a near sentence or one right before it has told."""
    pattern = _DAY_ALONE.get(scene.source.language)
    for number in scene.near if pattern else ():
        sentence = scene.source.sentence(number)
        for found in re.finditer(pattern or "", sentence):
            days = _told_before(number, found.start(), scene)
            dates = (each for each in scene.source.mentions(number) if isinstance(each.value, Period))
            alone = not any(each.start < found.end() and found.start() < each.end for each in dates)
            if days and alone and replace(days[-1], day=int(found.group(1))).agrees(wanted.start):
                value = replace(wanted, relative=True)
                yield Mention(FactKind.DATE, found.group(), found.start(), found.end(), value), number
                return


def _told_before(number: int, place: int, scene: Scene) -> list[PartialDate]:
    """The whole dates that a sentence has told up to an offset, or else the sentences before it."""
    days = _days_in(number, scene, place)
    return days or [day for at in range(max(0, number - _BEFORE), number) for day in _days_in(at, scene)]


def _days_in(number: int, scene: Scene, end: int | None = None) -> list[PartialDate]:
    """The whole dates of a sentence, up to an offset, in order."""
    found = [
        each.value.start
        for each in scene.source.mentions(number)
        if isinstance(each.value, Period) and (end is None or each.end <= end)
    ]
    return [each for each in found if each.day is not None]


def _life(years: float, scene: Scene) -> Iterator[tuple[Mention, int]]:
    """A life's dates at the head of a page that come to an age: `(3 May 1904 – 17 November 1983)` are 79 years."""
    for number in range(min(_HEAD, len(scene.source.spans))):
        for each in scene.source.mentions(number):
            value = each.value
            if not isinstance(value, Period) or value.start.year is None or value.end.year is None:
                continue
            days = (value.start.month, value.start.day, value.end.month, value.end.day)
            before = (value.end.month or 0, value.end.day or 0) < (value.start.month or 0, value.start.day or 0)
            whole = value.end.year - value.start.year
            ages = {whole, whole - 1} if None in days else {whole - before}
            if _CHILD < whole < _OLDEST and years in ages:
                yield each, number
                return


def _apart(years: int, scene: Scene) -> Iterator[tuple[Mention, int]]:
    """The later one of two years of near sentences that lie so far apart."""
    told = [(year, each, number) for number in sorted(scene.near) for each, year in _years_in(number, scene)]
    for year, each, number in told:
        if years > 0 and any(year - other == years and 0 <= number - at <= _BEFORE for other, _, at in told):
            yield each, number
            return


def _years_in(number: int, scene: Scene) -> list[tuple[Mention, int]]:
    """The dates of a sentence with a year, in order."""
    found = [(each, each.value.start.year) for each in scene.source.mentions(number) if isinstance(each.value, Period)]
    return [(each, year) for each, year in found if year is not None]
