"""Dates as periods: whatever a writer left open stays open, relative ones need the date they are relative to.

`read` looks at each piece where a date may begin; the shapes that may begin there are tried in order, and two dates
joined by a dash or "to" become one period.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from checker.foundation.model import FactKind, PartialDate
from checker.language.dates import (
    calendar as cal,
    counted as counted_dates,
    relative as relative_dates,
    vietnamese as vietnamese_dates,
)
from checker.language.dates.parts import Shape, date, shape
from checker.language.dates.shapes import from_digits, month_first
from checker.language.text import han
from checker.language.text.tables import words
from checker.language.text.tokens import Tokens
from checker.language.values import Mention, Period

# What opens a span of dates and leads to its end, where both words have many other uses.
_SPANS = {
    "es": (words("de desde del"), words("a al hasta")),
    "pt": (words("de desde"), words("a até")),
    "it": (words("da dal"), words("a al")),
    "ru": (words("с со от"), words("по до")),
}
_NO_SPAN: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
OF_DECADES = counted_dates.STARTERS  # one of these stands where a decade does that is not in digits
OF_CENTURIES = frozenset({*frozenset().union(*cal.CENTURY.values()), *counted_dates.STARTERS})  # the same of centuries


@cache
def of_the_calendar(language: str) -> frozenset[str]:
    """The words with which a month or a day may be told without its year."""
    return frozenset({*cal.months(language), *vietnamese_dates.BEGINNINGS})


def read(tokens: Tokens, language: str, taken: bytearray, base: PartialDate | None = None) -> Iterator[Mention]:
    """The dates of a text in order; their pieces are marked in `taken`.

    `base` is the date that the text was written on: "yesterday" and weekdays are left out without it. "The previous
    day" is told from the last whole date before it in the text.
    """
    months = cal.months(language)
    last: PartialDate | None = None
    end = 0
    for at in _candidates(tokens, language):
        if taken[at] or at < end:
            continue
        found = _at(tokens, at, language, months) or relative_dates.at(tokens, at, language, base, last)
        if found is None:
            continue
        period, end = _joined(tokens, at, found, language, months)
        first, until = tokens.starts[at], tokens.ends[end - 1]
        yield Mention(FactKind.DATE, tokens.text[first:until], first, until, period)
        taken[at:end] = b"\x01" * (end - at)
        if period.start.year is not None and not period.relative:
            last = period.start


def _candidates(tokens: Tokens, language: str) -> list[int]:
    """The pieces at which a date may begin: digits, words of the calendar, numerals in capitals."""
    starters = _starters(language)
    candidates = tokens.beginning(starters)
    if language in ("fr", "ru", "en", ""):
        numerals = [at for at, word in enumerate(tokens.words) if word[0] in "XVI" and tokens.lows[at] not in starters]
        return sorted([*candidates, *numerals]) if numerals else candidates
    return candidates


@cache
def _starters(language: str) -> frozenset[str]:
    listed = {
        *cal.months(language),
        "ad",
        *vietnamese_dates.BEGINNINGS,
        *counted_dates.STARTERS,
        *relative_dates.starters(language),
    }
    return frozenset(listed)


def _at(tokens: Tokens, at: int, language: str, months: dict[str, int]) -> Shape | None:
    """The date that begins at a piece."""
    low = tokens.lows[at]
    if low[0].isdecimal():
        return from_digits(tokens, at, language, months)
    if low in months:
        return month_first(tokens, at, months)
    if low == "ad":
        year = tokens.word(at + 1)
        return shape(date(int(year)), at + 2) if year.isdecimal() and len(year) <= 4 else None
    vietnamese = vietnamese_dates.BEGINNINGS.get(low)
    if vietnamese and language in ("vi", ""):
        return vietnamese(tokens, at)
    return counted_dates.at(tokens, at, language)


def _joined(tokens: Tokens, at: int, found: Shape, language: str, months: dict[str, int]) -> Shape:
    """The period from this date to the one that follows after a dash or "to", what the first left out filled from it."""
    period, end = found
    joint = tokens.low(end)
    joined = joint in cal.RANGE or (joint in cal.AND and _between(tokens, at)) or _leads_to(tokens, at, end, language)
    if not joined or end + 1 >= len(tokens) or period.start != period.end:
        return found
    follow = _at(tokens, end + 1, language, months)
    if follow is None:
        return found
    start, stop = period.start, follow[0].end
    whole = PartialDate(
        start.year if start.year is not None else stop.year,
        start.month if start.month is not None or start.year is not None else stop.month,
        start.day,
    )
    comparable = (whole.year is None) == (stop.year is None)
    in_order = _ordered(whole, stop)
    return (Period(whole, stop, relative=follow[0].relative), follow[1]) if comparable and in_order else found


def _between(tokens: Tokens, at: int) -> bool:
    """True when the words before a date announce two: `between 1988 and 1994`, `giữa tháng 5 và tháng 7`."""
    return any(tokens.low(place) in cal.BETWEEN for place in (at - 1, at - 2))


def _leads_to(tokens: Tokens, at: int, end: int, language: str) -> bool:
    """True for a joint that is a common word elsewhere, where what opens a span stands before: `de 1963 a 1977`, `с 1963 по 1977`."""
    if language in han.LANGUAGES:
        return tokens.low(end) in ("到", "至")
    openers, joints = _SPANS.get(language, _NO_SPAN)
    return tokens.low(end) in joints and tokens.low(at - 1) in openers


def _ordered(first: PartialDate, second: PartialDate) -> bool:
    pairs = [(a, b) for a, b in zip(first.parts(), second.parts(), strict=True) if a is not None and b is not None]
    return bool(pairs) and [a for a, _ in pairs] <= [b for _, b in pairs]
