"""One figure from a place on: digits or words with their multipliers, fractions and vague amounts, not yet what they count."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from checker.language.numbers import digits, scales, spelled, units, words as number_words
from checker.language.text import han
from checker.language.text.tables import words
from checker.language.text.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure over pieces `start`..`end` (exclusive): `said` as written, `low`..`high` what its wording allows.

    `other` is the second reading of an ambiguous separator, `scale` the multiplier after digits; `share` marks a fraction of a whole (`a third`).
    """

    said: float
    start: int
    end: int
    low: float
    high: float
    other: float | None = None
    vague: bool = False
    share: bool = False
    worded: bool = False
    scaled: bool = False
    scale: float = 1.0


SPACED = frozenset({"fr", "ru", "uk", "de", "es", "pl", "cs", "sv", "fi", "no", "pt", "it"})
_ROUNDED_FROM = 1e6  # "3.5 million" is a rounded figure; "3,500" is not
_MYRIAD = 1e4
_LARGEST = 1e18  # what is beyond is no count of anything, but a serial number or noise

# Vague plurals, "thousands of", as the range that they may stand for.
_EN_VAGUE = {"dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9}
_EN_FEW = words("several few")
_EN_AGES = ("decade", "century", "millennium")  # one of them is a figure: `in a decade`, ten years
_VI_VAGUE = {"chục": 10.0, "trăm": 1e2, **number_words.VI_SCALES}
_VI_FEW = words("vài mấy dăm")
_BEFORE_SHARE = words("by than about nearly almost over roughly least approximately around which whom")
_AFTER_SHARE = words("of in between from to during since after before by more less were are have")
_FRACTIONS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6,
    "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "tenth": 10, "tenths": 10,
}  # fmt: skip

# The words that a figure may begin with, by language.
VI_STARTERS = frozenset({*number_words.VI_UNITS, "mười", "không", "hàng", "nửa"}) | _VI_FEW
EN_STARTERS = (
    frozenset({*number_words.EN_UNITS, *number_words.EN_TENS, *_EN_VAGUE, "a", "an", "half", "tens"}) | _EN_FEW
)
ZH_STARTERS = frozenset({*han.DIGITS, "十", "百", "千"})


def at(tokens: Tokens, start: int, language: str) -> Figure | None:
    """The figure that begins at piece `start`, None when none does. Words are read in Vietnamese and English."""
    figure = _read(tokens, start, language)
    return figure if figure is not None and figure.high < _LARGEST else None


def times(figure: Figure, scale: float) -> Figure:
    """A figure with a multiplier that stands with another one: the 5 of `from 5 to 7 million`."""
    if scale == 1:
        return figure
    other = None if figure.other is None else figure.other * scale
    return dataclasses.replace(
        figure, said=figure.said * scale, low=figure.low * scale, high=figure.high * scale, other=other, scaled=True
    )


def plain(tokens: Tokens, start: int, language: str) -> float:
    """The figure at a piece as written, 0 when none stands there."""
    figure = at(tokens, start, language)
    return figure.said if figure else 0.0


def _read(tokens: Tokens, start: int, language: str) -> Figure | None:
    if tokens.words[start][0].isdecimal():
        return _in_digits(tokens, start, language)
    if language in han.LANGUAGES:
        return _chinese(tokens, start)
    if language == "vi":
        return _vietnamese(tokens, start)
    return _english(tokens, start) if language in ("en", "") else _spelled(tokens, start, language)


def _in_digits(tokens: Tokens, start: int, language: str) -> Figure | None:
    end = start + 1
    written = tokens.words[start]
    if tokens.low(start + 1) == "/" and tokens.glued(start + 1) and tokens.word(start + 2).isdecimal():
        share = _fraction(tokens, start)
        if share is None:
            return None  # "24/7", "9/11"
        return Figure(share, start, start + 3, share, share, share=True)
    while _continues(tokens, start, end, language):
        end += 1
    if end > start + 1:
        tail = tokens.words[end - 1].partition(",")[2] or tokens.words[end - 1].partition(".")[2]
        groups = "".join(tokens.words[at][:3] for at in range(start, end))
        read: tuple[float, float | None] | None = (float(f"{groups}.{tail}" if tail else groups), None)
    else:
        read = digits.value(written, language)
    if read is None:
        return None
    said, other = read
    if language in han.LANGUAGES and end == start + 1 and (mixed := _with_han(tokens, start, said)):
        return mixed
    if end < len(tokens) and tokens.words[end] in ("½", "¼", "¾"):
        said, end = said + {"½": 0.5, "¼": 0.25, "¾": 0.75}[tokens.words[end]], end + 1
    return _scaled(tokens, Figure(said, start, end, said, said, other), language, written)


def _with_han(tokens: Tokens, start: int, said: float) -> Figure | None:
    """`6億2千万`; `3割` is three tenths."""
    if tokens.low(start + 1) == "割" and said < 10:
        return Figure(said / 10, start, start + 2, said / 10, said / 10, share=True)
    read = han.after_digits(tokens, start, said)
    if read is None:
        return None
    value, end = read
    half = (
        min(_half_a_digit(tokens.words[start]) * value / said, value * 0.05) if value >= _ROUNDED_FROM and said else 0.0
    )
    return Figure(value, start, end, value - half, value + half, scaled=True)


def _fraction(tokens: Tokens, start: int) -> float | None:
    """`3/4` as a share; dates are read before numbers, and shares of more than tenths are seldom written so."""
    if tokens.low(start + 1) != "/" or not (tokens.glued(start + 1) and tokens.glued(start + 2)):
        return None
    upper, lower = tokens.words[start], tokens.word(start + 2)
    proper = upper.isdecimal() and lower.isdecimal() and len(lower) <= 2 and 0 < int(upper) < int(lower) <= 10
    return int(upper) / int(lower) if proper and tokens.low(start + 3) != "/" else None


def _continues(tokens: Tokens, start: int, at: int, language: str) -> bool:
    """True when piece `at` is the next group of three of a number written with blanks: `3 000`, `1 250 000,5`.

    Where blanks are no usual separator, only of a number of round thousands: `46 116 162` may be three columns of a table.
    """
    if at >= len(tokens) or not tokens.near(at) or tokens.glued(at):
        return False
    group = tokens.words[at]
    if language not in SPACED and not (group == "000" or tokens.phrase(at + 1, at + 2) == "000"):
        return False
    head = tokens.words[start]
    return (
        head.isdigit()
        and len(head) <= 3
        and head != "0"
        and group[:3].isdigit()
        and (len(group) == 3 or group[3:4] in (",", "."))
    )


def _scaled(tokens: Tokens, figure: Figure, language: str, written: str = "") -> Figure:
    """The figure times the multipliers after it: `3,5 nghìn tỷ`, `2 tỷ rưỡi`, `1 triệu 200 nghìn`, `$5m`."""
    table = scales.BY_LANGUAGE.get(language or "en", {})
    scale, end = 1.0, figure.end
    if tokens.low(end) == "-" and tokens.low(end + 1) in table and tokens.glued(end) and tokens.glued(end + 1):
        end += 1  # "a $3-billion plan"
    while end < len(tokens) and tokens.near(end) and (factor := scales.at(tokens, end, figure.start, language)):
        if scale > 1 and factor < scale and language != "vi":
            break
        scale, end = scale * factor, end + 1
        if tokens.low(end) == "." and tokens.low(end - 1) in scales.ABBREVIATED:
            end += 1
    if scale == 1:
        return figure
    said = figure.said * scale
    if language == "vi" and tokens.low(end) == "rưỡi":
        said, end = said + scale / 2, end + 1
    else:
        said, end = _vietnamese_rest(tokens, said, scale, end) if language == "vi" else (said, end)
    half = _half_a_digit(written) * scale if scale >= _ROUNDED_FROM else 0.0
    half = min(half, said * 0.05)
    other = None if figure.other is None else figure.other * scale
    return Figure(
        said, figure.start, end, said - half, said + half, other, worded=figure.worded, scaled=True, scale=scale
    )


def _vietnamese_rest(tokens: Tokens, said: float, scale: float, end: int) -> tuple[float, int]:
    """Smaller parts that follow in digits: `1 triệu 200 nghìn`."""
    while end + 1 < len(tokens) and tokens.words[end].isdigit():
        factor = number_words.VI_SCALES.get(tokens.low(end + 1), 0.0)
        if not 0 < factor < scale:
            break
        said, scale, end = said + float(tokens.words[end]) * factor, factor, end + 2
    return said, end


def _half_a_digit(written: str) -> float:
    """Half a unit of the last digit written: 0.05 for `3.5`, 0.5 for `35`."""
    tail = written.replace(",", ".").rpartition(".")[2] if any(sign in written for sign in ".,") else ""
    return 0.5 * 10.0 ** -len(tail)


def _vietnamese(tokens: Tokens, start: int) -> Figure | None:
    low, following = tokens.lows[start], tokens.low(start + 1)
    if low == "hàng" and following in _VI_VAGUE:
        return _vague(tokens, start, start + 1, _VI_VAGUE, 10.0, language="vi")
    if low in _VI_FEW and following in _VI_VAGUE:
        return _vague(tokens, start, start + 1, _VI_VAGUE, 10.0, language="vi")
    if low == "một" and following == "nửa":
        return Figure(0.5, start, start + 2, 0.5, 0.5, share=True, worded=True)
    if pair := _neighbours(tokens, start):
        return pair
    if low == "nửa":
        scaled = _scaled(tokens, Figure(0.5, start, start + 1, 0.5, 0.5, worded=True), "vi")
        return scaled if scaled.scaled else Figure(0.5, start, start + 1, 0.5, 0.5, share=True, worded=True)
    read = number_words.vietnamese(tokens.lows, start)
    if read is None:
        return None
    value, end = read
    if tokens.lows[end - 1] == "tư" and end == start + 1:
        return None
    if tokens.low(end) == "phần" and (part := number_words.vietnamese(tokens.lows, end + 1)) and part[0] > value:
        share = value / part[0]
        return Figure(share, start, part[1], share, share, share=True, worded=True)
    half = 0.5 * _last_scale(tokens, end) if value >= _ROUNDED_FROM else 0.0
    half = min(half, value * 0.05)
    return Figure(value, start, end, value - half, value + half, worded=True, scaled=_last_scale(tokens, end) > 1)


def _neighbours(tokens: Tokens, start: int) -> Figure | None:
    """`hai ba ngày` (two or three), `dăm ba`, `vài ba`: a small range said in two words."""
    first = {"vài": 2, "dăm": 3, **number_words.VI_UNITS}.get(tokens.lows[start], 0)
    second = number_words.VI_UNITS.get(tokens.low(start + 1), 0)
    following = tokens.low(start + 2)
    fits = second == first + 1 or (tokens.lows[start] == "dăm" and second == 3)
    if not first or not fits or tokens.low(start + 1) == "năm" or not following[:1].isalpha():
        return None
    if following in number_words.VI_SCALES or following in ("mươi", "trăm", "chục", "phần"):
        return None
    high = float(second if second > first else second + 2)
    return Figure(float(first), start, start + 2, float(first), high, vague=True, worded=True)


def _last_scale(tokens: Tokens, end: int) -> float:
    return number_words.VI_SCALES.get(tokens.low(end - 1), number_words.EN_SCALES.get(tokens.low(end - 1), 1.0))


def _vague(
    tokens: Tokens, start: int, at: int, table: dict[str, float], reach: float, *, language: str
) -> Figure | None:
    """`hàng chục nghìn`, `tens of thousands`, `vài trăm`: the multipliers' product up to ten times that."""
    scale, end = 1.0, at
    while tokens.low(end) in table:
        scale *= table[tokens.low(end)]
        end += 1
        if language == "en" and tokens.low(end) == "of" and tokens.low(end + 1) in table:
            end += 1
    low = scale * (2.0 if tokens.lows[start] in _VI_FEW | _EN_FEW else 1.0)
    return Figure(low, start, end, low, scale * reach, vague=True, worded=True)


def _english(tokens: Tokens, start: int) -> Figure | None:
    low = tokens.lows[start]
    if low in _EN_VAGUE and tokens.low(start + 1) == "of":
        return _vague(tokens, start, start, {**_EN_VAGUE, "tens": 10.0}, 10.0, language="en")
    if low == "tens" and tokens.low(start + 1) == "of" and tokens.low(start + 2) in _EN_VAGUE:
        return _vague(tokens, start, start, {**_EN_VAGUE, "tens": 10.0}, 10.0, language="en")
    if low in _EN_FEW and tokens.low(start + 1) in ("hundred", "thousand", "million", "billion", "dozen"):
        return _vague(tokens, start, start + 1, scales.BY_LANGUAGE["en"], 10.0, language="en")
    if low == "a" and tokens.low(start + 1) in _EN_AGES:
        return Figure(1.0, start, start + 1, 1.0, 1.0, worded=True)
    return _english_half(tokens, start) or _english_words(tokens, start)


_HALVED_BY_NAME = words("back brother brothers final finals life marathon mast sister sisters time truth truths way")


def _english_half(tokens: Tokens, start: int) -> Figure | None:
    """`half a million`, `half the tanks`, `a third of`, `two-thirds`, `a quarter of a million`."""
    low = tokens.lows[start]
    if "and a half" in (tokens.phrase(start - 1, start + 2), tokens.phrase(start - 2, start + 1)):
        return None  # `the year and a half before`
    count, at = (1.0, start) if low == "half" else (0.0, start)
    if low in ("a", "an", "one"):
        count, at = 1.0, start + 1
    elif low in number_words.EN_UNITS:
        count, at = float(number_words.EN_UNITS[low]), start + 1
    at += tokens.low(at) == "-" and at > start
    parts = _FRACTIONS.get(tokens.low(at))
    if not count or parts is None or (tokens.low(at) == "second" or count >= parts):
        return None
    if parts == 2 and tokens.low(at + 1 + (tokens.low(at + 1) == "-")) in _HALVED_BY_NAME:
        return None
    following = tokens.low(at + 1)
    alone = following in _AFTER_SHARE or tokens.low(start - 1) in _BEFORE_SHARE or not following[:1].isalpha()
    if count == 1 and parts != 2 and not alone:
        return None  # "a third attempt", "a fifth column"
    share, end = count / parts, at + 1
    skipped = end + (tokens.low(end) == "of")
    skipped += tokens.low(skipped) in ("a", "an")
    scale = number_words.EN_SCALES.get(tokens.low(skipped)) or (12.0 if tokens.low(skipped) == "dozen" else None)
    if scale is not None:
        value = share * scale
        return Figure(value, start, skipped + 1, value, value, worded=True, scaled=True)
    # `half a point` is a part of one thing, no half of many: of a rate or a game's score.
    return Figure(share, start, end, share, share, share=tokens.low(skipped) != "point", worded=True)


_AND_A_HALF = ((3, "and a half"), (6, "- and - a - half"))


def _english_words(tokens: Tokens, start: int) -> Figure | None:
    read = number_words.english(tokens.lows, start)
    if read is None:
        return None
    value, end = read
    length = next((size for size, said in _AND_A_HALF if tokens.phrase(end, end + size) == said), 0)
    if length:
        figure = Figure(value + 0.5, start, end + length, value + 0.5, value + 0.5, worded=True)
        return _scaled(tokens, figure, "en", "0.5")
    if tokens.low(end) == "point" and (part := number_words.english(tokens.lows, end + 1)) and part[0] < 10:
        value, end = value + part[0] / 10, part[1]
        return _scaled(tokens, Figure(value, start, end, value, value, worded=True), "en", "0.5")
    scale = _last_scale(tokens, end)
    half = min(0.5 * scale, value * 0.05) if value >= _ROUNDED_FROM else 0.0
    return Figure(value, start, end, value - half, value + half, worded=True, scaled=scale > 1)


def _chinese(tokens: Tokens, start: int) -> Figure | None:
    read = han.in_characters(tokens, start)
    if read is None:
        return None
    value, end = read
    if tokens.low(end) == "割" and value < 10:
        return Figure(value / 10, start, end + 1, value / 10, value / 10, share=True, worded=True)
    return Figure(value, start, end, value, value, worded=True, scaled=value >= _MYRIAD)


def _spelled(tokens: Tokens, start: int, language: str) -> Figure | None:
    """A number in the words of a language that is read by `spelled`, or a part of a whole."""
    if part := spelled.share(tokens, start, language):
        value, end = part
        return Figure(value, start, end, value, value, share=True, worded=True)
    read = spelled.number(tokens, start, language)
    own = spelled.tongue(language)
    if read is None or own is None:
        return None
    value, end, scaled = read
    doubtful = end == start + 1 and (tokens.lows[start] in own.articles or tokens.lows[start] in own.other_words)
    if doubtful and tokens.low(end) not in own.dozens and not _counts_plainly(tokens, start, end, language):
        return None
    if tokens.low(end) in own.dozens:
        value, end = value * 12, end + 1
    half = min(0.5e6, value * 0.05) if scaled and value >= _ROUNDED_FROM else 0.0
    return Figure(value, start, end, value - half, value + half, worded=True, scaled=scaled)


def _counts_plainly(tokens: Tokens, start: int, end: int, language: str) -> bool:
    """True when a word that is a number and another word as well stands before something counted."""
    own = spelled.tongue(language)
    if own is None or tokens.lows[start] not in own.other_words:
        return False
    following = tokens.word(end)
    if units.at(tokens, end, language):
        return True
    return following.endswith(("s", "x")) if language == "fr" else following[:1].isupper() and language == "de"
