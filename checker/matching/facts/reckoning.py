"""Dates reckoned from another one: `40 days later`, `two years after the road opened`, `the next day`, `14 months ago`.

`elapsed` has the days that only their month makes a date, and the spans between two years.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.foundation.model import FactKind, PartialDate
from checker.language.dates.timespans import Lapse, Side, lapses
from checker.language.values import Mention, Period
from checker.matching.source.prepared import Prepared

_MONTH, _WHOLE = 1 / 12, 0.02  # of a year; how near to whole months or years a span has to be to be counted in them
_BACK = 2  # sentences before, in which the date may stand from which "later" counts
_ERA = 9  # years from the first to the last of a decade: no year of it is one to count from
_APPOSED = 16  # code points behind such words in which the date itself may stand
_IN = re.compile(r"[\s,(–—]+(?:[^\W\d]+\s+){0,2}")
_ANY_YEAR = 2001  # to count days in, where a date has no year of its own


@dataclass(frozen=True, slots=True)
class Told:
    """A date that is told by the time from another one; `mention` covers the words that tell it, its value is the date."""

    mention: Mention
    sentence: int


def told(source: Prepared, number: int) -> Iterator[Told]:
    """The dates that one sentence of a source tells in this way."""
    sentence = source.sentence(number)
    for lapse in lapses(sentence, source.language, source.mentions(number)):
        if lapse.alone and _named_behind(source, number, lapse):
            continue
        words = sentence[lapse.start : lapse.end]
        for anchor in _anchors(source, number, lapse):
            date = moved(anchor, lapse)
            if date is not None:
                date = PartialDate(date.year, lapse.month) if lapse.month else date
                value = Period(date, date, relative=True)
                yield Told(Mention(FactKind.DATE, words, lapse.start, lapse.end, value), number)


def _named_behind(source: Prepared, number: int, lapse: Lapse) -> bool:
    """True where the date itself stands right behind: `a year later, in July 2008`."""
    between = (
        source.sentence(number)[lapse.end : each.start]
        for each in source.mentions(number)
        if isinstance(each.value, Period) and lapse.end <= each.start <= lapse.end + _APPOSED
    )
    return any(_IN.fullmatch(words) for words in between)


def _anchors(source: Prepared, number: int, lapse: Lapse) -> Iterator[PartialDate]:
    """The dates from which the time may be counted: the day of writing, or a date of the sentence or of those before it.

    `after X` is counted from the date that follows, when one does; `later`, which stands alone, from the last one before.
    """
    if lapse.side is Side.AGO:
        if source.written is not None:
            yield source.written
        return
    own = [] if lapse.alone else [date for start, date in _dates(source, number, lapse) if start >= lapse.end]
    if own:
        yield own[0]
    earlier = [date for start, date in _dates(source, number, lapse) if start < lapse.start]
    for back in range(1, _BACK + 1):
        if earlier or number < back:
            break
        earlier = [date for _, date in _dates(source, number - back, lapse)]
    if earlier:
        yield earlier[-1]


def _dates(source: Prepared, number: int, lapse: Lapse) -> list[tuple[int, PartialDate]]:
    """(offset, date) of the dates of a sentence that such a span may be counted from: whole days, or what has a year."""
    found = [
        (each.start, each.value.end)
        for each in source.mentions(number)
        if isinstance(each.value, Period) and (each.value.end.year or 0) - (each.value.start.year or 0) < _ERA
    ]
    return [(start, date) for start, date in found if (date.day if lapse.unit == "day" else date.year) is not None]


def moved(date: PartialDate, lapse: Lapse) -> PartialDate | None:
    """The date so much later or earlier, as exactly as both are told; None where that says nothing (days from a year)."""
    sign = 1 if lapse.side is Side.LATER else -1
    if lapse.unit == "day":
        day = replace(date, year=date.year or _ANY_YEAR).earliest() if date.day is not None else None
        if day is None or lapse.amount != int(lapse.amount) or lapse.amount > 10_000:
            return None
        there = day + dt.timedelta(days=sign * int(lapse.amount))
        return PartialDate(there.year if date.year is not None else None, there.month, there.day)
    months = lapse.amount / _MONTH
    if date.year is None or abs(months - round(months)) > _WHOLE or lapse.amount > 3_000:
        return None
    if round(months) % 12 == 0:
        year = date.year + sign * round(months) // 12
        return PartialDate(year, date.month if date.day is None else None) if 0 < year < 3_000 else None
    if date.month is None:
        return None
    count = date.year * 12 + date.month - 1 + sign * round(months)
    return PartialDate(count // 12, count % 12 + 1)
