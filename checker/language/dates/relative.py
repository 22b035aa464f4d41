"""Dates that need another: yesterday, last Sunday, hôm qua, năm ngoái, the previous day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from checker.foundation.model import PartialDate
from checker.language.dates import calendar as cal
from checker.language.text.tables import words
from checker.language.text.tokens import Tokens
from checker.language.values import Period

Shape = tuple[Period, int]

# Phrases from the day of writing: days away, or (months, years) away.
_DAYS = {
    "yesterday": -1, "today": 0, "tomorrow": 1, "last night": -1, "tonight": 0, "this morning": 0,
    "hôm qua": -1, "hôm nay": 0, "ngày mai": 1, "hôm kia": -2, "đêm qua": -1, "tối qua": -1, "sáng nay": 0, "chiều nay": 0,
    "hier": -1, "aujourd'hui": 0, "avant - hier": -2, "demain": 1, "gestern": -1, "heute": 0, "vorgestern": -2, "ayer": -1, "hoy": 0,
    "anteayer": -2, "anoche": -1, "вчера": -1, "сегодня": 0, "завтра": 1, "позавчера": -2,
    "昨 天": -1, "今 天": 0, "明 天": 1, "前 天": -2, "昨 日": -1, "今 日": 0, "昨 晚": -1, "今 晨": 0,
}  # fmt: skip
_MONTHS = {"last month": -1, "this month": 0, "next month": 1, "tháng trước": -1, "tháng này": 0, "tháng tới": 1}
_YEARS = {
    "last year": -1, "this year": 0, "next year": 1, "năm ngoái": -1, "năm nay": 0, "năm tới": 1, "l'année dernière": -1,
    "letztes jahr": -1, "año pasado": -1, "прошлом году": -1, "去 年": -1, "今 年": 0,
}  # fmt: skip
_WEEKS = {"last week": -1, "this week": 0, "tuần trước": -1, "tuần này": 0, "tuần qua": -1}
# Phrases from the last whole date before them in the text.
_FROM_LAST = {
    "the previous day": -1, "the day before": -1, "a day earlier": -1, "one day earlier": -1, "the preceding day": -1,
    "the next day": 1, "the following day": 1, "the day after": 1, "a day later": 1, "one day later": 1, "the same day": 0,
    "ngày hôm sau": 1, "ngày hôm trước": -1, "hôm sau": 1, "hôm trước": -1, "một ngày trước đó": -1, "một ngày sau đó": 1,
    "một ngày sau": 1, "ngày trước đó": -1, "ngày tiếp theo": 1, "cùng ngày": 0, "le lendemain": 1, "la veille": -1,
    "am nächsten tag": 1, "am tag darauf": 1, "al día siguiente": 1, "на следующий день": 1,
}  # fmt: skip
_MONTHS_FROM_LAST = {
    "a month earlier": -1, "one month earlier": -1, "a month before": -1, "một tháng trước đó": -1, "a month later": 1,
    "one month later": 1, "một tháng sau đó": 1, "một tháng sau": 1,
}  # fmt: skip
_YEARS_FROM_LAST = {
    "a year earlier": -1, "one year earlier": -1, "the previous year": -1, "một năm trước đó": -1, "năm trước đó": -1,
    "a year later": 1, "one year later": 1, "the following year": 1, "the next year": 1, "một năm sau đó": 1,
    "một năm sau": 1, "the same year": 0, "cùng năm": 0, "that year": 0, "năm sau đó": 1,
}  # fmt: skip
_PHRASES = (_DAYS, _MONTHS, _YEARS, _WEEKS, _FROM_LAST, _MONTHS_FROM_LAST, _YEARS_FROM_LAST)
_VI_UNITS = words("năm tháng tuần ngày hôm")
_VI_COUNTS = words("hai ba bốn năm sáu bảy tám chín mười mươi trăm nghìn ngàn vài mấy nhiều chục")
# How many words such phrases have, the longest first, by their first two words: most of what begins with "the" is none.
_LENGTHS: dict[tuple[str, str], tuple[int, ...]] = {}
_ALONE = frozenset(phrase for table in _PHRASES for phrase in table if " " not in phrase)
for _phrase in sorted((phrase for table in _PHRASES for phrase in table), key=lambda phrase: -phrase.count(" ")):
    if _phrase not in _ALONE:
        _first, _second, *_more = _phrase.split(" ")
        _LENGTHS[_first, _second] = tuple(dict.fromkeys((*_LENGTHS.get((_first, _second), ()), len(_more) + 2)))


@cache
def starters(language: str) -> frozenset[str]:
    """The words with which a relative date begins."""
    return frozenset(
        {*(first for first, _ in _LENGTHS), *_ALONE, *cal.weekdays(language), "chủ", "chúa", "thứ", "last", "next"}
    )


def may_stand(lows: Sequence[str], language: str) -> bool:
    """True where a relative date may stand among these words in lower case, in order: a glance, before they are read."""
    alone = _standing_alone(language)
    if not alone.isdisjoint(lows):
        return True
    return any((first, second) in _LENGTHS for first, second in pairwise(lows))


@cache
def _standing_alone(language: str) -> frozenset[str]:
    return frozenset({*_ALONE, *cal.weekdays(language), *(("chủ", "chúa", "thứ") if language == "vi" else ())})


def at(tokens: Tokens, start: int, language: str, base: PartialDate | None, last: PartialDate | None) -> Shape | None:
    """(the period that the words from `start` on mean, index after them), None without the date they lean on."""
    if tokens.lows[start] in _VI_UNITS and _counted(tokens, start):
        return None
    low = tokens.lows[start]
    for length in (*_LENGTHS.get((low, tokens.low(start + 1)), ()), *((1,) if low in _ALONE else ())):
        phrase = tokens.phrase(start, start + length)
        period = _from(phrase, base, (_DAYS, _WEEKS, _MONTHS, _YEARS)) or _from(
            phrase, last, (_FROM_LAST, {}, _MONTHS_FROM_LAST, _YEARS_FROM_LAST)
        )
        if period is not None and tokens.low(start + length) != "than":  # a year later than planned is a span
            return period, start + length
    return _weekday(tokens, start, language, base)


def _counted(tokens: Tokens, at: int) -> bool:
    """True for a unit that is counted: `bốn năm sau đó` is four years later, no `năm sau đó`."""
    before = tokens.low(at - 1)
    return before[:1].isdecimal() or before in _VI_COUNTS


def _from(phrase: str, anchor: PartialDate | None, tables: tuple[dict[str, int], ...]) -> Period | None:
    if anchor is None or anchor.year is None:
        return None
    days, weeks, months, years = tables
    if phrase in years:
        year = PartialDate(anchor.year + years[phrase])
        return Period(year, year, relative=True)
    if phrase in months and anchor.month is not None:
        count = anchor.year * 12 + anchor.month - 1 + months[phrase]
        month = PartialDate(count // 12, count % 12 + 1)
        return Period(month, month, relative=True)
    day = anchor.earliest() if anchor.day is not None else None
    if day is None:
        return None
    if phrase in days:
        return _days(day + dt.timedelta(days=days[phrase]), 1)
    if phrase in weeks:
        return _days(day + dt.timedelta(weeks=weeks[phrase], days=-day.weekday()), 7)
    return None


def _days(first: dt.date, count: int) -> Period:
    last = first + dt.timedelta(days=count - 1)
    return Period(
        PartialDate(first.year, first.month, first.day), PartialDate(last.year, last.month, last.day), relative=True
    )


def _weekday(tokens: Tokens, start: int, language: str, base: PartialDate | None) -> Shape | None:
    """`on Sunday`, `last Sunday`: the latest such day that is not after the day of writing; `next` the first after it."""
    begin = start + (tokens.lows[start] in ("last", "next"))
    if language == "vi":
        number, length = cal.vietnamese_weekday(tokens.low(begin), tokens.low(begin + 1))
        if number >= 0 and number < 6 and not tokens.word(begin + 1)[:1].isupper():
            number = -1
    else:
        number, length = cal.weekdays(language).get(tokens.low(begin), -1), 1
    day = base.earliest() if number >= 0 and base is not None and base.day is not None else None
    if day is None:
        return None
    back = (day.weekday() - number) % 7
    if tokens.lows[start] == "last" and back == 0:
        back = 7
    if tokens.lows[start] == "next":
        back -= 7
    return _days(day - dt.timedelta(days=back), 1), begin + length
