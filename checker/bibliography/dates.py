"""Dates as .bib fields have them, as partial as they are written: `1991-12`, `feb` beside a year, `tháng 2 năm 1992`.

Nothing missing is filled in. `5/3/1992` may be May or March: its year alone is certain, and only that is kept.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from babel import Locale

from checker.foundation.model import PartialDate

# Languages whose month names are read, by CLDR through Babel.
_LANGUAGES = ("en", "vi", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk")

_ISO = re.compile(r"(?<![\d])([12]\d{3})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?![\d-])")
_VIETNAMESE = re.compile(r"(?:(?:ngày\s+)?(\d{1,2})\s+)?tháng\s+(\w+)(?:\s*,?\s*(?:năm\s+)?(\d{4}))?", re.IGNORECASE)
_NUMERIC = re.compile(r"(?<![\d-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[./](\d{1,2})[./](\d{1,2})(?!\d)")
_RANGE = re.compile(r"(?<=\d)/(?=\d{4})|(?<=\d{4})\s*[–—]\s*(?=\d)")
_YEAR = re.compile(r"(?<!\d)([12]\d{3})(?!\d)")
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_VIETNAMESE_MONTHS = {
    "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10, "chạp": 12,
}  # fmt: skip


@lru_cache(maxsize=1000)  # years and days come back in many entries
def parse(text: str) -> PartialDate | None:
    """The date in a field, or None. Of a range (`1988/1994`, EDTF interval) it is the beginning."""
    beginning = _RANGE.split(text.strip(), maxsplit=1)[0]
    if _NUMERIC.search(text):
        beginning = text
    for reader in (_numeric, _year_first, _vietnamese, _iso, _worded):
        found = reader(beginning)
        if found:
            return found
    return None


def from_fields(date: str, year: str, month: str, day: str) -> PartialDate | None:
    """The date of an entry: biblatex's `date` field, or BibTeX's `year`, `month`, `day` put together."""
    whole = parse(date) if date else None
    if whole:
        return whole
    known = parse(year) if year else None
    if not known or known.year is None:
        return known
    if known.month or not month:
        return known
    number, its_day = _month_field(month)
    own_day = int(day) if day.isdecimal() and len(day) <= 2 else its_day
    return _valid(known.year, number, own_day if number else None)


def _month_field(month: str) -> tuple[int | None, int | None]:
    """`feb`, `2`, `tháng 2`, `26 December`, `dec # "~26"` as joined: (month, day)."""
    plain = month.strip().strip(".")
    if plain.isdecimal():
        return (int(plain), None) if 1 <= int(plain) <= 12 else (None, None)
    vietnamese = _VIETNAMESE.search(plain)
    if vietnamese:
        return _vietnamese_month(vietnamese[2]), int(vietnamese[1]) if vietnamese[1] else None
    number = _named_month(plain)
    days = _DAY.findall(plain)
    return number, int(days[0]) if number and len(days) == 1 else None


def _numeric(text: str) -> PartialDate | None:
    found = _NUMERIC.search(text)
    if not found:
        return None
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if first == second or first > 12:
        return _valid(year, second, first)
    return _valid(year, first, second) if second > 12 else PartialDate(year)


def _year_first(text: str) -> PartialDate | None:
    found = _YEAR_FIRST.search(text)
    return _valid(int(found[1]), int(found[2]), int(found[3])) if found else None


def _iso(text: str) -> PartialDate | None:
    """ISO 8601 as far as it goes; `2004-21` is a season (EDTF) and keeps its year alone."""
    found = _ISO.search(text)
    if not found or not found[2]:
        return None
    return _valid(int(found[1]), int(found[2]), int(found[3]) if found[3] else None)


def _vietnamese(text: str) -> PartialDate | None:
    found = _VIETNAMESE.search(text)
    if not found or not found[3]:
        return None
    return _valid(int(found[3]), _vietnamese_month(found[2]), int(found[1]) if found[1] else None)


def _vietnamese_month(word: str) -> int | None:
    if word.isdecimal():
        return int(word)
    return _VIETNAMESE_MONTHS.get(word.lower())


def _worded(text: str) -> PartialDate | None:
    year = _YEAR.search(text)
    if not year:
        return None
    month = _named_month(text)
    days = _DAY.findall(text)
    return _valid(int(year[0]), month, int(days[0]) if month and len(days) == 1 else None)


def _named_month(text: str) -> int | None:
    """The one month that the words of a text name; None when there is none, or two of them."""
    named = {_months()[word.lower()] for word in _WORD.findall(text) if word.lower() in _months()}
    return named.pop() if len(named) == 1 else None


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    table: dict[str, int] = {"sept": 9}
    for language in _LANGUAGES:
        months = Locale(language).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[context][width].items():
                    word = name.strip(".").lower()
                    if _WORD.fullmatch(word):
                        table.setdefault(word, number)
    return table


def _valid(year: int, month: int | None, day: int | None) -> PartialDate:
    """As much of the date as a calendar has: a 13th month or a 31 February is no date, its year is."""
    if month is None or not 1 <= month <= 12:
        return PartialDate(year)
    if day is not None:
        try:
            dt.date(year, month, day)
        except ValueError:
            return PartialDate(year, month)
    return PartialDate(year, month, day)
