"""Numbers in words, Vietnamese and English: a run of number words from a place on, as its value and its length.

The grammar is the same in both: units below a hundred, hundreds, then multipliers from big to small
(`hai triệu ba trăm nghìn`, `two million three hundred thousand`).
"""

from __future__ import annotations

from collections.abc import Sequence

VI_UNITS = {
    "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
VI_SCALES = {
    "nghìn": 1e3, "ngàn": 1e3, "vạn": 1e4, "triệu": 1e6, "tỷ": 1e9, "tỉ": 1e9,
}  # fmt: skip
EN_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
EN_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
EN_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
EN_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}  # fmt: skip
# Words that may follow "năm" when it is five; after anything else it is a year.
VI_FILLERS = ("linh", "lẻ")
_VI_HUNDREDS = ("trăm",)


def vietnamese(words: Sequence[str], at: int) -> tuple[float, int] | None:
    """(value, index after) of the Vietnamese number that begins at `words[at]`; None when none does.

    `năm` after `mười` or `mươi` is the year that is counted (`mười năm` ten years; fifteen is `mười lăm`).
    """
    total, position, last_scale = 0.0, at, float("inf")
    while (part := _vi_below_thousand(words, position)) is not None:
        value, after = part
        scale, after = _vi_scale(words, after)
        if scale >= last_scale:
            break
        total, position, last_scale = total + value * scale, after, scale
        if scale == 1:
            return total, position
        if _at(words, position) == "rưỡi":
            return total + scale / 2, position + 1
        if _at(words, position) in VI_FILLERS:
            rest = _vi_unit(words, position + 1)
            return (total + rest[0], rest[1]) if rest else (total, position)
    return (total, position) if position > at else None


def _vi_scale(words: Sequence[str], at: int) -> tuple[float, int]:
    """The product of the scales from `at` on: `nghìn tỷ` is 10^12; 1 when there is none."""
    scale = 1.0
    while (word := _at(words, at)) in VI_SCALES and (scale == 1 or VI_SCALES[word] >= 1e6):
        scale *= VI_SCALES[word]
        at += 1
    return scale, at


def _vi_below_thousand(words: Sequence[str], at: int) -> tuple[float, int] | None:
    """`ba trăm linh năm`, `hai mươi lăm`, `mười`, `sáu`, `không trăm lẻ ba`."""
    if _at(words, at + 1) in _VI_HUNDREDS and (_at(words, at) in VI_UNITS or _at(words, at) == "không"):
        hundreds = VI_UNITS.get(words[at], 0) * 100.0
        after = at + 2
        if _at(words, after) in VI_FILLERS:
            rest = _vi_unit(words, after + 1)
            return (hundreds + rest[0], rest[1]) if rest else (hundreds, after)
        if _at(words, after) == "rưỡi":
            return hundreds + 50, after + 1
        rest = _vi_below_hundred(words, after)
        single = rest is not None and rest[1] == after + 1 and words[after] != "mười"
        # "ba trăm năm" is three hundred years; "ba trăm sáu" is how people say three hundred and sixty.
        return (hundreds + rest[0], rest[1]) if rest and not single else (hundreds, after)
    return _vi_below_hundred(words, at)


def _vi_below_hundred(words: Sequence[str], at: int) -> tuple[float, int] | None:
    """`mười hai`, `hai mươi (mốt)`, `hai mốt` is left to speech; one unit alone."""
    if _at(words, at) == "mười":
        rest = _vi_unit(words, at + 1)
        return (10 + rest[0], rest[1]) if rest and words[at + 1] != "năm" else (10.0, at + 1)
    tens = _vi_unit(words, at)
    if tens is None:
        return None
    if _at(words, at + 1) in ("mươi", "chục"):
        rest = _vi_unit(words, at + 2)
        if rest and words[at + 2] != "năm" and words[at + 1] == "mươi":
            return tens[0] * 10 + rest[0], rest[1]
        return tens[0] * 10, at + 2
    return tens


def _vi_unit(words: Sequence[str], at: int) -> tuple[float, int] | None:
    value = VI_UNITS.get(_at(words, at))
    return None if value is None else (float(value), at + 1)


def english(words: Sequence[str], at: int) -> tuple[float, int] | None:
    """(value, index after) of the English number that begins at `words[at]`; hyphens are words of their own here."""
    total, current, position = 0.0, -1.0, at
    if _at(words, at) in ("a", "an") and (
        _at(words, at + 1) in EN_SCALES or _at(words, at + 1) in ("hundred", "dozen")
    ):
        current, position = 1.0, at + 1
    while position < len(words):
        word = words[position]
        if word in EN_SCALES and (current >= 0):
            total, current = total + max(current, 1) * EN_SCALES[word], 0.0
        elif word in ("hundred", "dozen") and current >= 0:
            current = max(current, 1) * (100 if word == "hundred" else 12)
        else:
            step = _en_below_hundred(words, position)
            joined = position
            if step is None and word == "and" and position > at and (current >= 100 or total > 0):
                joined = position + 1
                step = _en_below_hundred(words, joined)
                if step is not None and 0 < current < 100:
                    break
            if step is None or (current > 0 and current % 100 != 0):
                break
            current, position = max(current, 0) + step[0], step[1]
            continue
        position += 1
    if current < 0:
        return None
    return total + current, position


def _en_below_hundred(words: Sequence[str], at: int) -> tuple[float, int] | None:
    """`twenty-five`, `twenty five`, `twelve`; None when no number word stands here."""
    word = _at(words, at)
    if word in EN_UNITS:
        return float(EN_UNITS[word]), at + 1
    if word not in EN_TENS:
        return None
    after = at + 2 if _at(words, at + 1) == "-" else at + 1
    unit = EN_UNITS.get(_at(words, after), 0)
    if 0 < unit < 10:
        return float(EN_TENS[word] + unit), after + 1
    return float(EN_TENS[word]), at + 1


def _at(words: Sequence[str], at: int) -> str:
    return words[at] if 0 <= at < len(words) else ""
