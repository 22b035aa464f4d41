"""Ordinals: `3rd`, `third`, `thứ ba`, `lần thứ 20`, `World War II`, `3e`, `第三`."""

from __future__ import annotations

import re

from checker.language.numbers import counted, words as number_words
from checker.language.text.tables import words
from checker.language.text.tokens import Tokens
from checker.language.values import Quantity

_SUFFIXES = {
    "en": words("st nd rd th"),
    "fr": words("e er re ère ème eme nd nde"),
    "es": words("º ª er ro ra do da to ta"),
    "ru": words("й я е го м му ой"),
}
_ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})\Z")
_NUMERAL = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_NUMERALS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
# Before these a single letter is a numeral, too.
_NUMBERED = words(
    "war thứ chiến chương phần part chapter tập volume kỳ khóa khoá giai đoạn phase act article điều elizabeth george"
)
_WEEKDAY_CUES = words("sáng chiều tối đêm trưa hôm ngày")

Found = tuple[Quantity | None, int, int, int]


def at(tokens: Tokens, start: int, language: str) -> Found | None:
    """(the ordinal, its first piece, its end, where to read on), None when none begins at `start`."""
    low = tokens.lows[start]
    if low[0].isdecimal():
        suffixes = _SUFFIXES.get(language or "en", frozenset())
        if low.isdigit() and tokens.low(start + 1) in suffixes and tokens.glued(start + 1):
            return _ordinal(tokens, float(low), start, start + 2, language)
        return _minute(tokens, start) if language == "vi" else None
    if low == "第" and language == "zh":
        return _after_word(tokens, start, language)
    if language == "vi":
        return _after_word(tokens, start, language) if low == "thứ" else _roman(tokens, start, language)
    if language in ("en", "") and (worded := _english(tokens, start)):
        return worded
    return _roman(tokens, start, language)


def named(tokens: Tokens, start: int) -> bool:
    """True when a capitalised piece may be an ordinal after all: a numeral, or `Second` in `Second World War`."""
    return bool(_ROMAN.match(tokens.words[start])) or tokens.lows[start] in number_words.EN_ORDINALS


def roman(numeral: str) -> int:
    """The value of a Roman numeral in capitals; 0 when it is none."""
    if not _NUMERAL.fullmatch(numeral):
        return 0
    values = [_NUMERALS[letter] for letter in numeral]
    return sum(-each if each < max(values[place:]) else each for place, each in enumerate(values))


def _ordinal(tokens: Tokens, value: float, start: int, end: int, language: str) -> Found:
    quantity = Quantity(value, value, noun=counted.noun(tokens, end, language), ordinal=True, said=value)
    return quantity, start, end, end


def _minute(tokens: Tokens, start: int) -> Found | None:
    """`phút 88`, the 88th minute of a match; `10 phút 30 giây` is a time."""
    low = tokens.lows[start]
    if tokens.low(start - 1) != "phút" or not low.isdigit() or tokens.low(start - 2)[:1].isdecimal():
        return None
    if tokens.low(start + 1) == "giây":
        return None
    return Quantity(float(low), float(low), noun="phút", ordinal=True, said=float(low)), start, start + 1, start + 1


def _after_word(tokens: Tokens, start: int, language: str) -> Found | None:
    """`thứ ba`, `thứ 3`, `thứ XX`, `第三`."""
    word = tokens.word(start + 1)
    if word.isdigit():
        return _ordinal(tokens, float(word), start, start + 2, language)
    if word.isupper() and roman(word):
        return _ordinal(tokens, float(roman(word)), start, start + 2, language)
    if word == "nhất":
        return _ordinal(tokens, 1.0, start, start + 2, language)
    if language == "zh":
        from_han = "零一二三四五六七八九".find(word) if word else -1
        return _ordinal(tokens, float(from_han), start, start + 2, language) if from_han > 0 else None
    if word[:1].isupper() or tokens.low(start - 1) in _WEEKDAY_CUES:
        return None  # thứ Hai is Monday
    if word == "nhì":
        return _ordinal(tokens, 2.0, start, start + 2, language)
    read = number_words.vietnamese(tokens.lows, start + 1)
    return _ordinal(tokens, read[0], start, read[1], language) if read else None


def _english(tokens: Tokens, start: int) -> Found | None:
    """`third`, `twenty-first`, `Second World War`; `first` only as part of a name, else it is an adverb."""
    low = tokens.lows[start]
    tens = number_words.EN_TENS.get(low)
    if tens is not None:
        end = start + 2 if tokens.low(start + 1) == "-" else start + 1
        unit = number_words.EN_ORDINALS.get(tokens.low(end), 0)
        return _ordinal(tokens, float(tens + unit), start, end + 1, "en") if 0 < unit < 10 else None
    value = number_words.EN_ORDINALS.get(low)
    if value is None:
        return None
    capital = tokens.words[start][0].isupper() and start > 0
    if value == 1 and not capital:
        return None
    return _ordinal(tokens, float(value), start, start + 1, "en")


def _roman(tokens: Tokens, start: int, language: str) -> Found | None:
    """A numeral after a word: `World War II`, `Louis XIV`, `Chương V`."""
    numeral = tokens.words[start]
    if not start or not numeral.isupper() or not _ROMAN.match(numeral) or not tokens.words[start - 1][0].isalpha():
        return None
    if len(numeral) == 1 and (numeral == "V" or tokens.low(start - 1) not in _NUMBERED):
        return None
    return _ordinal(tokens, float(roman(numeral)), start, start + 1, language)
