"""Years that a page leaves open: it has the claim's day, and nowhere the claim's year."""

from __future__ import annotations

import re

from checker.language.values import Mention, Period
from checker.matching.source.prepared import Prepared

_A_YEAR = 366  # days
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


def year_told(year: int, source: Prepared) -> bool:
    """True where the page has a year in digits, whole or as the end of a span or of a date: `2014-15`, `9/21/15`."""
    text = source.passages.text
    if str(year) in text or str(year) in source.passages.title:
        return True
    return re.search(rf"[\d.][-–/.]{year % 100:02d}(?!\d)|['’]{year % 100:02d}(?!\d)", text) is not None


def year_left_open(date: Mention, seen: Mention, source: Prepared) -> bool:
    """True where a place has the claim's day without a year, and the page tells years, but nowhere the claim's."""
    mine, theirs = date.value, seen.value
    if not isinstance(mine, Period) or not isinstance(theirs, Period):
        return False
    year, written = mine.start.year, source.written or source.passages.date
    if year is None or mine.start.month is None or theirs.start.year is not None or theirs.start.month is None:
        return False
    if (written is not None and written.year == year) or year_told(year, source):
        return False
    return _YEAR.search(source.passages.text) is not None


def only_its_year(date: Mention, seen: Mention, source: Prepared) -> bool:
    """True for the claim's day and month in another year, where the page nowhere has the claim's year."""
    year = _of_one_day(date, seen)
    return year is not None and not year_told(year, source)


def year_guessed(date: Mention, seen: Mention, source: Prepared) -> bool:
    """True for the claim's day without a year, for which that of writing is only a guess: the page tells the claim's year, too.

    `Saturday` and `yesterday`, without a figure, are counted from the day of writing, which is no guess.
    """
    year = _of_one_day(date, seen)
    return (
        year is not None
        and isinstance(seen.value, Period)
        and seen.value.relative
        and any(map(str.isdigit, seen.text))
        and year_told(year, source)
    )


def may_be_its_year(date: Mention, seen: Mention, source: Prepared) -> bool:
    """True for such a day that is the claim's as likely as the one that was guessed: both lie within a year of the day of writing."""
    if not isinstance(date.value, Period) or source.written is None or not year_guessed(date, seen, source):
        return False
    day, written = date.value.start.earliest(), source.written.earliest()
    return day is not None and written is not None and abs((day - written).days) <= _A_YEAR


def _of_one_day(date: Mention, seen: Mention) -> int | None:
    """The claim's year where both are one day of one month in two years."""
    mine, theirs = date.value, seen.value
    if not isinstance(mine, Period) or not isinstance(theirs, Period) or mine.start != mine.end:
        return None
    one, two = mine.start, theirs.start
    if one.day is None or two.year is None or (one.month, one.day) != (two.month, two.day) or one.year == two.year:
        return None
    return one.year
