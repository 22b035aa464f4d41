"""Decades and centuries as periods: `những năm 1990`, `the 1990s`, `thế kỷ XX`, `20th century`, `XXe siècle`."""

from __future__ import annotations

from checker.foundation.model import PartialDate
from checker.language.dates import calendar as cal
from checker.language.numbers import words as number_words
from checker.language.numbers.ordinals import roman
from checker.language.text.tokens import Tokens
from checker.language.values import Period

Shape = tuple[Period, int]
STARTERS = frozenset(
    {
        "thế",
        "những",
        "các",
        "thập",
        "siglo",
        "siglos",
        "années",
        "años",
        "anni",
        "twenty",
        *cal.DECADES,
        *number_words.EN_ORDINALS,
    }
)


def at(tokens: Tokens, start: int, language: str) -> Shape | None:
    """(the decade or century that begins at piece `start`, index after it), None when none does."""
    low = tokens.lows[start]
    if low[0].isdecimal():
        return _decade_in_digits(tokens, start) or _century_number_first(tokens, start, language)
    if low in ("thế", "những", "các", "thập") and language in ("vi", ""):
        return _vietnamese(tokens, start)
    if low in ("siglo", "siglos"):
        return _century(tokens, _numeral(tokens.word(start + 1)), start + 2)
    if low in ("années", "años", "anni") and tokens.word(start + 1).isdecimal():
        return decade(int(tokens.word(start + 1)), start + 2)
    if low in cal.DECADES and tokens.low(start - 1) == "the":
        return decade(cal.DECADES[low], start + 1)
    return _century_number_first(tokens, start, language)


def decade(year: int, end: int) -> Shape | None:
    """`1990` or `90` as ten years; two digits are of the 20th century, as people say it."""
    first = year if year >= 100 else 1900 + year
    if first % 10 or not 1000 <= first <= 2100:
        return None
    return Period(PartialDate(first), PartialDate(first + 9)), end


def century(number: int) -> Period:
    """The 20th century: 1901–2000, by the count that has no year 0; people also mean 1900–1999 (see `agree`)."""
    return Period(PartialDate(100 * number - 99), PartialDate(100 * number))


def _century(tokens: Tokens, number: int, end: int) -> Shape | None:
    if not 1 <= number <= 30:
        return None
    for phrase, length in cal.ERA_BEFORE.items():
        if tuple(tokens.lows[end : end + length]) == phrase:
            return Period(PartialDate(-100 * number), PartialDate(-100 * number + 99)), end + length
    return century(number), end


def _numeral(word: str) -> int:
    if word.isdecimal() and len(word) <= 2:
        return int(word)
    return roman(word) if word and word.isupper() else 0


def _decade_in_digits(tokens: Tokens, start: int) -> Shape | None:
    """`1990s`, `1990's` (one piece each side), `90s` after an apostrophe or "the"; German `1990er`, Russian `1990-е`."""
    word, after = tokens.words[start], tokens.low(start + 1)
    end = start + 2
    if after == "'" and tokens.low(start + 2) == "s":
        after, end = "s", start + 3
    if after == "-" and tokens.low(start + 2) in ("е", "х"):
        after, end = "s", start + 3
    if after not in ("s", "er", "ern") or not tokens.glued(start + 1) or len(word) not in (2, 4):
        return None
    return decade(int(word), end)


def _century_number_first(tokens: Tokens, start: int, language: str) -> Shape | None:
    """`20th century`, `twentieth century`, `XXe siècle`, `20. Jahrhundert`, `XX век`, `20世纪`."""
    word, low = tokens.words[start], tokens.lows[start]
    names = cal.CENTURY.get(language or "en", frozenset())
    number, end = 0, start + 1
    if language in ("en", "") and low in number_words.EN_ORDINALS:
        number = number_words.EN_ORDINALS[low]
    elif low == "twenty" and tokens.low(start + 1) == "-" and tokens.low(start + 2) == "first":
        number, end = 21, start + 3
    elif word.isdecimal() and len(word) <= 2:
        number = int(word)
        end += tokens.low(end) in ("th", "st", "nd", "rd", ".", "e", "ème") and tokens.glued(end)
    elif language in ("fr", "ru", "en") and (match := word.rstrip("eè")).isupper():
        number = roman(match)
        end += tokens.low(end) in ("e", "ème")
    if not number:
        return None
    end += tokens.low(end) == "-" and tokens.glued(end)
    if tokens.low(end) in names:
        return _century(tokens, number, end + 1 + (tokens.low(end) == "世" and tokens.low(end + 1) in ("纪", "紀")))
    if (
        language in ("en", "")
        and tokens.low(end) in ("and", "to", "-", "or")
        and _names_a_century_soon(tokens, end, names)
    ):
        return _century(tokens, number, end)
    return None


def _names_a_century_soon(tokens: Tokens, end: int, names: frozenset[str]) -> bool:
    """`19th and 20th centuries`: the first of two numbers that share one noun."""
    return any(tokens.low(at) in names for at in range(end + 2, end + 5))


def _vietnamese(tokens: Tokens, start: int) -> Shape | None:
    """`thế kỷ XX`, `thế kỷ thứ 20`, `những năm 1990`, `thập niên 90 của thế kỷ XX`."""
    low, following = tokens.lows[start], tokens.low(start + 1)
    if low == "thế" and following in ("kỷ", "kỉ"):
        at_number = start + 2 + (tokens.low(start + 2) == "thứ")
        number, end = _numeral(tokens.word(at_number)), at_number + 1
        if not number and (read := number_words.vietnamese(tokens.lows, at_number)):
            number, end = int(read[0]), read[1]
        return _century(tokens, number, end)
    is_decade = (low in ("những", "các") and following == "năm") or (
        low == "thập" and following in ("niên", "kỷ", "kỉ")
    )
    word = tokens.word(start + 2)
    if not is_decade or not word.isdecimal() or len(word) not in (2, 4):
        return None
    found = decade(int(word), start + 3)
    if found is None or len(word) == 4:
        return found
    return _of_century(tokens, int(word), found)


def _of_century(tokens: Tokens, year: int, found: Shape) -> Shape:
    """`những năm 60 (của) thế kỷ XIX`: the century that follows says which sixties."""
    at_century = found[1] + (tokens.low(found[1]) == "của")
    number = _numeral(tokens.word(at_century + 2)) if tokens.low(at_century) == "thế" else 0
    if not number:
        return found
    first = (number - 1) * 100 + year
    return Period(PartialDate(first), PartialDate(first + 9)), at_century + 3
