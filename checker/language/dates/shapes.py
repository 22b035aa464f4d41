"""Dates by their shapes: numbers with signs, day first, month first, a year alone; each tells where it ends.

A shape is a function of the pieces and a place that gives (Period, end) or None.
"""

from __future__ import annotations

import re

from checker.foundation.model import PartialDate
from checker.language.dates import calendar as cal, counted as counted_dates
from checker.language.dates.parts import YEARS, Shape, date, shape, year_after, year_at, year_range
from checker.language.numbers import units
from checker.language.text import han, tables
from checker.language.text.tokens import Tokens
from checker.language.values import Period

_TO_ANOTHER = cal.RANGE | cal.AND  # what joins two days of one month


def from_digits(tokens: Tokens, at: int, language: str, months: dict[str, int]) -> Shape | None:
    """The date that begins with digits, the shape that says most first."""
    word = tokens.words[at]
    if word.count(".") == 2:
        return _dotted(word, at)
    if ancient := _before_our_era(tokens, at):
        return ancient
    if not word.isdecimal() or len(word) > 4:
        return None
    return (
        numeric(tokens, at, language)
        or counted_dates.at(tokens, at, language)
        or day_first(tokens, at, language, months)
        or _year(tokens, at, language)
    )


def _before_our_era(tokens: Tokens, at: int) -> Shape | None:
    """`44 BC`, `3,800 BC`, `3,800–3,700 BC`: the era of the second year is the first one's."""
    later = year_at(tokens, at + 2) if tokens.low(at + 1) in cal.RANGE else None
    first = re.sub(r"\D", "", tokens.words[at])
    if later and later[0] < 0 and len(first) <= 5 and -int(first) < later[0]:
        return Period(PartialDate(-int(first)), PartialDate(later[0])), later[1]
    if tokens.low(at + 1) == "±" and (later := year_at(tokens, at + 2)) and later[0] < 0 and first:
        return shape(date(-int(first)), later[1])  # `1280 ± 35 BC`: the era is the date's
    alone = year_at(tokens, at)
    return shape(date(alone[0]), alone[1]) if alone and alone[0] < 0 else None


def _dotted(word: str, at: int) -> Shape | None:
    """`26.12.1991`, as written in German and Russian."""
    day, month, year = word.split(".")
    return shape(date(int(year), int(month), int(day)), at + 1) if len(year) == 4 and len(day) <= 2 else None


def numeric(tokens: Tokens, at: int, language: str) -> Shape | None:
    """`1991-12-26`, `20/7/1936` (day first; in English only where no other reading is possible), `7/1936`, `20/7`."""
    sign = tokens.low(at + 1)
    if sign == "月":
        return _chinese_month(tokens, at, None)
    if sign not in ("/", "-", "年") or not tokens.word(at + 2).isdecimal():
        return None
    first, second = tokens.words[at], tokens.words[at + 2]
    third = tokens.word(at + 4) if tokens.low(at + 3) in (sign, "月") else ""
    if sign == "年":
        return _chinese(tokens, at)
    if len(first) == 4 and third.isdecimal() and len(second) <= 2 and len(third) <= 2:
        return shape(date(int(first), int(second), int(third)), at + 5)
    if third.isdecimal() and len(third) == 4 and len(first) <= 2 and len(second) <= 2:
        return shape(_day_and_month(int(first), int(second), int(third), language), at + 5)
    if len(second) == 4 and len(first) <= 2 and int(second) in YEARS and 1 <= int(first) <= 12:
        return shape(date(int(second), int(first)), at + 3)
    cued = tokens.low(at - 1) in cal.DAY_CUES or int(first) > 12
    if sign == "/" and language == "vi" and cued and max(len(first), len(second)) <= 2 and not third:
        year, end = year_after(tokens, at + 3) if tokens.low(at + 3) == "năm" else (None, at + 3)
        return shape(date(year, int(second), int(first)), end)
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
    year = int(tokens.words[at])
    return _chinese_month(tokens, at + 2, year) if tokens.low(at + 3) == "月" else shape(date(year), at + 2)


def _chinese_month(tokens: Tokens, at: int, year: int | None) -> Shape | None:
    """The rest of `1991年12月26日` from its month on, or `12月26日` alone."""
    month, day = int(tokens.words[at]), tokens.word(at + 2)
    if day.isdecimal() and tokens.low(at + 3) in ("日", "号"):
        return shape(date(year, month, int(day)), at + 4)
    return shape(date(year, month), at + 2)


def day_first(tokens: Tokens, at: int, language: str, months: dict[str, int]) -> Shape | None:
    """`26 December 1991`, `26th of December`, `26. Dezember`, `26 de diciembre de 1991`, `10–15 May`, `26 tháng 12`."""
    day = int(tokens.words[at])
    if len(tokens.words[at]) > 2:
        return None
    until, end = day, at + 1
    if tokens.low(end) in _TO_ANOTHER and tokens.word(end + 1).isdecimal() and len(tokens.word(end + 1)) <= 2:
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
    year, end = year_after(tokens, end)
    first, last = date(year, month, day), date(year, month, until)
    return (Period(first.start, last.end), end) if first and last and until >= day else None


def month_first(tokens: Tokens, at: int, months: dict[str, int]) -> Shape | None:
    """`December 26, 1991`, `December 1991`, `May–June 1992`, `December`."""
    low = tokens.lows[at]
    month, end = months[low], at + 1
    end += tokens.low(end) == "." and tokens.word(end + 1)[:1].isdecimal()
    day = tokens.word(end)
    if day.isdecimal() and len(day) <= 2 and 1 <= int(day) <= 31:
        return _month_and_day(tokens, month, int(day), end)
    year, end = year_after(tokens, end)
    if year is not None:
        return shape(date(year, month), end)
    if not tokens.words[at][0].isupper() and low.isascii():
        return None
    if low in cal.DOUBTFUL_MONTHS and tokens.low(at - 1) not in cal.BEFORE_MONTH and tokens.low(end) not in cal.RANGE:
        return None
    return shape(date(None, month), at + 1) if len(low) > 3 or low in ("may", "mai") else None


def _month_and_day(tokens: Tokens, month: int, day: int, at: int) -> Shape | None:
    """The rest of `December 26(th)(–28)(, 1991)` from its day on."""
    end = at + 1
    end += tokens.low(end) in ("st", "nd", "rd", "th") and tokens.glued(end)
    until = day
    second = tokens.word(end + 1)
    if tokens.low(end) in cal.RANGE and second.isdecimal() and len(second) <= 2 and int(second) > day:
        until, end = int(second), end + 2
    year, end = year_after(tokens, end)
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
    if end == at + 1 and tokens.low(end) == "年":
        return shape(date(year), end + 1)
    if len(word) < 4 and end == at + 1:
        return None
    if end == at + 1 and tokens.low(end) == "год" and year in YEARS:
        return shape(date(year), end + 1)  # that many years are `лет`
    if end == at + 1 and (year not in YEARS or (not sure and _counts_something(tokens, end, language))):
        return None
    if tokens.low(end) in _MULTIPLIERS:
        return None
    if sure and units.at(tokens, end, language) and tokens.low(end) not in ("г", "года", "году", "年", "an"):
        return None
    end += tokens.low(end) in ("г", "года", "году", "年", "гг")
    return shape(date(year), end) if tokens.low(end) not in ("-", "/") else year_range(tokens, year, end)


def _counts_something(tokens: Tokens, end: int, language: str) -> bool:
    """True when a word follows that a number would count or measure: `1991 tanks`, `2000 m`, `1500 người`."""
    following = tokens.word(end)
    if tokens.low(end) in _MULTIPLIERS or units.at(tokens, end, language):
        return True
    if language in ("en", ""):
        return (
            following.islower()
            and following.endswith("s")
            and following
            not in ("was", "is", "has", "as", "this", "census", "does", "its", "series", "crisis", "class")
        )
    if language == "vi":
        return tokens.low(end) in _VI_COUNTED
    if language in han.LANGUAGES:  # a year has its own character behind it
        return following.isalpha() and following not in "至到" and tokens.glued(end)
    return False


_MULTIPLIERS = tables.words(
    "% percent nghìn ngàn vạn triệu tỷ tỉ million billion thousand millions milliards millionen 万 萬 亿 億 千 百"
)
_VI_COUNTED = tables.words(
    "người xe tàu máy quân lính chiếc tấn km mét đồng binh sĩ hộ gia nhà vụ trường khẩu viên con cái ngôi tên hành đô triệu nghìn"
)
