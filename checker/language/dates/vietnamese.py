"""Dates that begin with a Vietnamese word: ngày, mùng, tháng, năm."""

from __future__ import annotations

from collections.abc import Callable

from checker.language.dates import calendar as cal
from checker.language.dates.parts import Shape, date, shape, year_after, year_at, year_range
from checker.language.dates.shapes import day_first, numeric
from checker.language.text.tokens import Tokens


def _vi_day(tokens: Tokens, at: int) -> Shape | None:
    """`ngày 26 tháng 12 năm 1991`, `ngày 26-12-1991`, `mùng 2 tháng 9`."""
    start = at + 1
    word = tokens.word(start)
    if not word.isdecimal() or len(word) > 2:
        return None
    months = cal.months("vi")
    return numeric(tokens, start, "vi") or day_first(tokens, start, "vi", months) or _vi_short(tokens, start)


def _vi_short(tokens: Tokens, at: int) -> Shape | None:
    """`ngày 26-12` (day and month alone)."""
    month = tokens.word(at + 2)
    if tokens.low(at + 1) in ("-", ".") and month.isdecimal() and len(month) <= 2:
        return shape(date(None, int(month), int(tokens.words[at])), at + 3)
    return None


def _vi_month(tokens: Tokens, at: int) -> Shape | None:
    """`tháng 12 năm 1991`, `tháng Tư`, `tháng mười hai`, `tháng 7/1936`."""
    if tokens.low(at - 1).isdecimal():
        return None
    month, length = cal.vietnamese_month(tokens.low(at + 1), tokens.low(at + 2))
    if not month:
        return None
    year, end = year_after(tokens, at + 1 + length)
    return shape(date(year, month), end)


def _vi_year(tokens: Tokens, at: int) -> Shape | None:
    """`năm 1991`, `năm 40`, `năm 179 TCN`; `năm 14 tuổi` is an age."""
    if tokens.low(at + 2) == "tuổi":
        return None
    found = year_at(tokens, at + 1)
    if found is None:
        word = tokens.word(at + 1)
        named = word.isdecimal() and len(word) == 2 and tokens.low(at - 1) in ("", "vào", "từ", "đến", ".", ",", "(")
        return shape(date(int(word)), at + 2) if named else None
    year, end = found
    if not -5000 < year < 2101 or (tokens.low(at - 1).isdecimal()):
        return None
    return year_range(tokens, year, end) if tokens.low(end) in ("-", "/") else shape(date(year), end)


BEGINNINGS: dict[str, Callable[[Tokens, int], Shape | None]] = {
    "ngày": _vi_day,
    "mùng": _vi_day,
    "mồng": _vi_day,
    "hôm": _vi_day,
    "tháng": _vi_month,
    "năm": _vi_year,
}
