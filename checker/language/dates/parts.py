"""The parts that dates are made of: a checked date, a year with its era, a year after a month, a range of years."""

from __future__ import annotations

import re

from checker.foundation.model import PartialDate
from checker.language.dates import calendar as cal
from checker.language.text.tokens import Tokens
from checker.language.values import Period

Shape = tuple[Period, int]
YEARS = range(1000, 2101)  # a bare number of four digits in this range may be a year


def date(year: int | None = None, month: int | None = None, day: int | None = None) -> Period | None:
    """One date as a period; None for a month or a day that no calendar has."""
    if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
        return None
    one = PartialDate(year, month, day)
    return Period(one, one)


def shape(period: Period | None, end: int) -> Shape | None:
    """A period with the index after it, None when there is no period."""
    return (period, end) if period else None


def year_at(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """(year, index after) of a year in digits with its era, `1991`, `179 TCN`; negative before our era."""
    word = tokens.word(at)
    if not word[:1].isdecimal() or len(word) > 5:
        return None
    if tokens.low(at + 1) not in cal.ERA_BEGINNINGS:
        return (int(word), at + 1) if word.isdecimal() and 3 <= len(word) <= 4 else None
    for eras, sign in ((cal.ERA_BEFORE, -1), (cal.ERA_AFTER, 1)):
        for phrase, length in eras.items():
            if tuple(tokens.lows[at + 1 : at + 1 + length]) == phrase:
                end = at + 1 + length
                return sign * int(re.sub(r"\D", "", word)), end + (
                    len(phrase) == 3 and phrase[1] == "." and tokens.low(end) == "."
                )
    return (int(word), at + 1) if word.isdecimal() and 3 <= len(word) <= 4 else None


def year_after(tokens: Tokens, end: int) -> tuple[int | None, int]:
    """The year that follows a month: `, 1991`, `năm 1991`, `de 1991`, `/1991`; (None, end) when there is none."""
    at = end + (tokens.low(end) == ".")
    at += tokens.low(at) in (",", "năm", "de", "del", "/", "-", "of")
    at += tokens.low(at) == "năm"
    word = tokens.word(at)
    found = year_at(tokens, at)
    if found and (len(word) == 4 or found[0] < 0) and -5000 < found[0] < 2101:
        after = found[1] + (tokens.low(found[1]) in ("года", "г", "году"))
        return found[0], after
    return None, end


def year_range(tokens: Tokens, year: int, end: int) -> Shape | None:
    """`1988–94`, `1988/89`: the century of the second year is the first one's."""
    short = tokens.word(end + 1)
    if short.isdecimal() and len(short) == 2 and tokens.low(end + 2) not in ("-", "/"):
        until = year - year % 100 + int(short)
        first, last = date(year), date(until)
        if until > year and first and last:
            return Period(first.start, last.end), end + 2
    return shape(date(year), end)
