"""Years that a page leaves open: it has the claim's day, and nowhere the claim's year."""

from __future__ import annotations

import re

from checker.language.values import Mention, Period
from checker.matching.prepared import Prepared

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
    """True for the claim's day and month in the year of writing, where the page nowhere has the claim's year."""
    mine, theirs = date.value, seen.value
    if not isinstance(mine, Period) or not isinstance(theirs, Period) or mine.start != mine.end:
        return False
    one, two = mine.start, theirs.start
    if one.day is None or one.year is None or two.year is None or (one.month, one.day) != (two.month, two.day):
        return False
    of_writing = theirs.relative or two == source.written
    return of_writing and one.year != two.year and not year_told(one.year, source)
