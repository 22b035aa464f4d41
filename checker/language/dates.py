"""Dates as periods: whatever a writer left open stays open, relative ones need the date they are relative to.

`read` walks the pieces once. A shape is a function `(tokens, at, language) -> (Period, end) | None`; the shapes that
may begin at a piece are tried in order, and two dates joined by a dash or "to" become one period.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from checker.foundation.model import FactKind, PartialDate
from checker.language import calendar_words as cal, counted_dates, relative_dates, units
from checker.language.tokens import Tokens
from checker.language.values import Mention, Period

Shape = tuple[Period, int]
_YEARS = range(1000, 2101)  # a bare number of four digits in this range may be a year


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
        period, end = _joined(tokens, found, language, months)
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
    words = {*cal.months(language), *_VIETNAMESE, *counted_dates.STARTERS, *relative_dates.starters(language)}
    return frozenset(words)


def _at(tokens: Tokens, at: int, language: str, months: dict[str, int]) -> Shape | None:
    """The date that begins at a piece."""
    low = tokens.lows[at]
    if low[0].isdecimal():
        return _from_digits(tokens, at, language, months)
    if low in months:
        return _month_first(tokens, at, months)
    vietnamese = _VIETNAMESE.get(low)
    if vietnamese and language in ("vi", ""):
        return vietnamese(tokens, at)
    return counted_dates.at(tokens, at, language)


def _joined(tokens: Tokens, found: Shape, language: str, months: dict[str, int]) -> Shape:
    """The period from this date to the one that follows after a dash or "to", what the first left out filled from it."""
    period, end = found
    if tokens.low(end) not in cal.RANGE or end + 1 >= len(tokens) or period.start != period.end:
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


def _ordered(first: PartialDate, second: PartialDate) -> bool:
    pairs = [(a, b) for a, b in zip(first.parts(), second.parts(), strict=True) if a is not None and b is not None]
    return bool(pairs) and [a for a, _ in pairs] <= [b for _, b in pairs]


def date(year: int | None = None, month: int | None = None, day: int | None = None) -> Period | None:
    """One date as a period; None for a month or a day that no calendar has."""
    if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
        return None
    one = PartialDate(year, month, day)
    return Period(one, one)


def year_at(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """(year, index after) of a year in digits with its era, `1991`, `179 TCN`; negative before our era."""
    word = tokens.word(at)
    if not word.isdecimal() or len(word) > 4:
        return None
    for eras, sign in ((cal.ERA_BEFORE, -1), (cal.ERA_AFTER, 1)):
        for phrase, length in eras.items():
            if tuple(tokens.lows[at + 1 : at + 1 + length]) == phrase:
                end = at + 1 + length
                return sign * int(word), end + (len(phrase) == 3 and phrase[1] == "." and tokens.low(end) == ".")
    return (int(word), at + 1) if len(word) >= 3 else None


def _with(period: Period | None, end: int) -> Shape | None:
    return (period, end) if period else None


def _from_digits(tokens: Tokens, at: int, language: str, months: dict[str, int]) -> Shape | None:
    word = tokens.words[at]
    if word.count(".") == 2:
        return _dotted(word, at)
    if not word.isdecimal() or len(word) > 4:
        return None
    return (
        _numeric(tokens, at, language)
        or counted_dates.at(tokens, at, language)
        or _day_first(tokens, at, language, months)
        or _year(tokens, at, language)
    )


def _dotted(word: str, at: int) -> Shape | None:
    """`26.12.1991`, as written in German and Russian."""
    day, month, year = word.split(".")
    return _with(date(int(year), int(month), int(day)), at + 1) if len(year) == 4 and len(day) <= 2 else None


def _numeric(tokens: Tokens, at: int, language: str) -> Shape | None:
    """`1991-12-26`, `20/7/1936` (day first; in English only where no other reading is possible), `7/1936`, `20/7`."""
    sign = tokens.low(at + 1)
    if sign not in ("/", "-", "年") or not tokens.words[at + 2 : at + 3] or not tokens.word(at + 2).isdecimal():
        return None
    first, second = tokens.words[at], tokens.words[at + 2]
    third = tokens.word(at + 4) if tokens.low(at + 3) in (sign, "月") else ""
    if sign == "年":
        return _chinese(tokens, at)
    if len(first) == 4 and third.isdecimal() and len(second) <= 2 and len(third) <= 2:
        return _with(date(int(first), int(second), int(third)), at + 5)
    if third.isdecimal() and len(third) == 4 and len(first) <= 2 and len(second) <= 2:
        return _with(_day_and_month(int(first), int(second), int(third), language), at + 5)
    if len(second) == 4 and len(first) <= 2 and int(second) in _YEARS and 1 <= int(first) <= 12:
        return _with(date(int(second), int(first)), at + 3)
    cued = tokens.low(at - 1) in cal.DAY_CUES or int(first) > 12
    if sign == "/" and language == "vi" and cued and max(len(first), len(second)) <= 2 and not third:
        return _with(date(None, int(second), int(first)), at + 3)
    return None


def _day_and_month(first: int, second: int, year: int, language: str) -> Period | None:
    """Day first but in English, where `3/4/1936` may be either and only its year is sure."""
    if language in ("en", "") and first != second and second > 12:
        return date(year, first, second)
    if language in ("en", "") and first != second and first <= 12:
        return date(year)
    return date(year, second, first)


def _chinese(tokens: Tokens, at: int) -> Shape | None:
    """`1991年12月26日` and its shorter forms."""
    year, month = int(tokens.words[at]), int(tokens.words[at + 2])
    if tokens.low(at + 3) != "月":
        return _with(date(year), at + 2)
    day = tokens.word(at + 4)
    if day.isdecimal() and tokens.low(at + 5) in ("日", "号"):
        return _with(date(year, month, int(day)), at + 6)
    return _with(date(year, month), at + 4)


def _day_first(tokens: Tokens, at: int, language: str, months: dict[str, int]) -> Shape | None:
    """`26 December 1991`, `26th of December`, `26. Dezember`, `26 de diciembre de 1991`, `10–15 May`, `26 tháng 12`."""
    day = int(tokens.words[at])
    if len(tokens.words[at]) > 2:
        return None
    until, end = day, at + 1
    if tokens.low(end) in cal.RANGE | cal.AND and tokens.word(end + 1).isdecimal() and len(tokens.word(end + 1)) <= 2:
        until, end = int(tokens.word(end + 1)), end + 2
    end += tokens.low(end) in ("st", "nd", "rd", "th", "er", "º") and tokens.glued(end)
    end += tokens.low(end) in (".", "of", "de") and (tokens.low(end) != "." or language == "de")
    if language == "vi" and tokens.low(end) == "tháng":
        month, length = cal.vietnamese_month(tokens.low(end + 1), tokens.low(end + 2))
        end += 1 + length
    elif language == "vi" and tokens.low(end) in ("/", "-") and until != day:
        month, length = cal.vietnamese_month(tokens.low(end + 1), "")
        end += 1 + length
    else:
        month = months.get(tokens.low(end), 0)
        end += 1
    if not month or tokens.low(end) == "ngày":
        return None
    year, end = _year_after(tokens, end)
    first, last = date(year, month, day), date(year, month, until)
    return (Period(first.start, last.end), end) if first and last and until >= day else None


def _year_after(tokens: Tokens, end: int) -> tuple[int | None, int]:
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


def _month_first(tokens: Tokens, at: int, months: dict[str, int]) -> Shape | None:
    """`December 26, 1991`, `December 1991`, `May–June 1992`, `December`."""
    low = tokens.lows[at]
    month, end = months[low], at + 1
    end += tokens.low(end) == "." and tokens.word(end + 1)[:1].isdecimal()
    day = tokens.word(end)
    if day.isdecimal() and len(day) <= 2 and 1 <= int(day) <= 31:
        return _month_and_day(tokens, month, int(day), end)
    year, end = _year_after(tokens, end)
    if year is not None:
        return _with(date(year, month), end)
    if not tokens.words[at][0].isupper() and low.isascii():
        return None
    if low in cal.DOUBTFUL_MONTHS and tokens.low(at - 1) not in cal.BEFORE_MONTH and tokens.low(end) not in cal.RANGE:
        return None
    return _with(date(None, month), at + 1) if len(low) > 3 or low in ("may", "mai") else None


def _month_and_day(tokens: Tokens, month: int, day: int, at: int) -> Shape | None:
    """The rest of `December 26(th)(–28)(, 1991)` from its day on."""
    end = at + 1
    end += tokens.low(end) in ("st", "nd", "rd", "th") and tokens.glued(end)
    until = day
    second = tokens.word(end + 1)
    if tokens.low(end) in cal.RANGE and second.isdecimal() and len(second) <= 2 and int(second) > day:
        until, end = int(second), end + 2
    year, end = _year_after(tokens, end)
    first, last = date(year, month, day), date(year, month, until)
    return (Period(first.start, last.end), end) if first and last else None


def _year(tokens: Tokens, at: int, language: str) -> Shape | None:
    """A year, `1988–1994`, `1988–94`: by its neighbours, since a bare number may count something."""
    found = year_at(tokens, at)
    if found is None:
        return None
    year, end = found
    word = tokens.words[at]
    sure = end > at + 1 or tokens.low(at - 1) in cal.YEAR_CUES or tokens.low(at - 1) in ("năm", "(")
    if len(word) < 4 and end == at + 1:
        return None
    if end == at + 1 and (year not in _YEARS or (not sure and _counts_something(tokens, end, language))):
        return None
    if sure and units.at(tokens, end, language) and tokens.low(end) not in ("г", "года", "году", "年", "an"):
        return None
    end += tokens.low(end) in ("г", "года", "году", "年", "гг")
    return _with(date(year), end) if tokens.low(end) not in ("-", "/") else _year_range(tokens, year, end)


def _year_range(tokens: Tokens, year: int, end: int) -> Shape | None:
    """`1988–94`, `1988/89`: the century of the second year is the first one's."""
    short = tokens.word(end + 1)
    if short.isdecimal() and len(short) == 2 and tokens.low(end + 2) not in ("-", "/"):
        until = year - year % 100 + int(short)
        first, last = date(year), date(until)
        if until > year and first and last:
            return Period(first.start, last.end), end + 2
    return _with(date(year), end)


def _counts_something(tokens: Tokens, end: int, language: str) -> bool:
    """True when a word follows that a number would count or measure: `1991 tanks`, `2000 m`, `1500 người`."""
    following = tokens.word(end)
    if tokens.low(end) in ("%", "percent") or units.at(tokens, end, language):
        return True
    if language in ("en", ""):
        return following.islower() and following.endswith("s") and following not in ("was", "is", "has", "as", "this")
    if language == "vi":
        return tokens.low(end) in _VI_COUNTED
    return False


_VI_COUNTED = frozenset(
    [
        "người",
        "xe",
        "tàu",
        "máy",
        "quân",
        "lính",
        "chiếc",
        "tấn",
        "km",
        "mét",
        "đồng",
        "binh",
        "sĩ",
        "hộ",
        "gia",
        "nhà",
        "vụ",
        "trường",
        "khẩu",
        "viên",
        "con",
        "cái",
        "ngôi",
        "tên",
        "hành",
        "đô",
        "triệu",
        "nghìn",
    ]
)


def _vi_day(tokens: Tokens, at: int) -> Shape | None:
    """`ngày 26 tháng 12 năm 1991`, `ngày 26-12-1991`, `mùng 2 tháng 9`."""
    start = at + 1
    word = tokens.word(start)
    if not word.isdecimal() or len(word) > 2:
        return None
    months = cal.months("vi")
    return _numeric(tokens, start, "vi") or _day_first(tokens, start, "vi", months) or _vi_short(tokens, start)


def _vi_short(tokens: Tokens, at: int) -> Shape | None:
    """`ngày 26-12` (day and month alone)."""
    month = tokens.word(at + 2)
    if tokens.low(at + 1) in ("-", ".") and month.isdecimal() and len(month) <= 2:
        return _with(date(None, int(month), int(tokens.words[at])), at + 3)
    return None


def _vi_month(tokens: Tokens, at: int) -> Shape | None:
    """`tháng 12 năm 1991`, `tháng Tư`, `tháng mười hai`, `tháng 7/1936`."""
    if tokens.low(at - 1).isdecimal():
        return None
    month, length = cal.vietnamese_month(tokens.low(at + 1), tokens.low(at + 2))
    if not month:
        return None
    year, end = _year_after(tokens, at + 1 + length)
    return _with(date(year, month), end)


def _vi_year(tokens: Tokens, at: int) -> Shape | None:
    """`năm 1991`, `năm 40`, `năm 179 TCN`."""
    found = year_at(tokens, at + 1)
    if found is None:
        word = tokens.word(at + 1)
        named = word.isdecimal() and len(word) == 2 and tokens.low(at - 1) in ("", "vào", "từ", "đến", ".", ",", "(")
        return _with(date(int(word)), at + 2) if named else None
    year, end = found
    if not -5000 < year < 2101 or (tokens.low(at - 1).isdecimal()):
        return None
    return _year_range(tokens, year, end) if tokens.low(end) in ("-", "/") else _with(date(year), end)


_VIETNAMESE: dict[str, Callable[[Tokens, int], Shape | None]] = {
    "ngày": _vi_day,
    "mùng": _vi_day,
    "mồng": _vi_day,
    "hôm": _vi_day,
    "tháng": _vi_month,
    "năm": _vi_year,
}
