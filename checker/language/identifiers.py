"""Numbered things: `Resolution 822`, `Nghị quyết 822`, `điều 907`, `366th Regiment`, `Trung đoàn 366`, `Public Law 102-511`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from checker.foundation.model import FactKind
from checker.language.numbers import scales, units, words as number_words
from checker.language.numbers.ordinals import roman
from checker.language.text import tables
from checker.language.text.tokens import Tokens, tokenise
from checker.language.values import Identifier, Mention

_SUFFIXES = tables.words("st nd rd th e er º ª")
_SCALES = frozenset(scale for table in scales.BY_LANGUAGE.values() for scale in table)
_TURNS = tables.words("stage phase round season episode")  # what comes in turns has no number of two parts
_SIGNS = tables.words("số no no. nº № nr số: #")
# Words between a number and its noun: "366th Guards Motor Rifle Regiment", "Sư đoàn đổ bộ đường không cận vệ 104".
_BETWEEN = 7


def read(tokens: Tokens, language: str, taken: bytearray) -> Iterator[Mention]:
    """The identifiers of a text in order; their pieces are marked in `taken`."""
    end = 0
    for at in tokens.beginning(_starters()):
        found = None if taken[at] or at < end else _noun_first(tokens, at) or _number_first(tokens, at, language)
        if found is None:
            continue
        value, end = found
        first, last = tokens.starts[at], tokens.ends[end - 1]
        yield Mention(FactKind.IDENTIFIER, tokens.text[first:last], first, last, value)
        taken[at:end] = b"\x01" * (end - at)
        if value.kind == "section" and (inner := _in_brackets(tokens, end)):
            first, last = tokens.starts[end], tokens.ends[end + 2]
            yield Mention(FactKind.IDENTIFIER, tokens.text[first:last], first, last, inner)
            taken[end : end + 3] = b"\x01" * 3


@cache
def _starters() -> frozenset[str]:
    return frozenset({*_classes(), *number_words.EN_ORDINALS})


def _noun_first(tokens: Tokens, at: int) -> tuple[Identifier, int] | None:
    """`Resolution 822`, `Nghị quyết số 822`, `Trung đoàn Bộ binh cơ giới 366`, `Public Law 102-511`."""
    for pieces, kind in _classes().get(tokens.lows[at], ()):
        end = at + len(pieces)
        if tuple(tokens.lows[at:end]) != pieces:
            continue
        numbered = _number_at(tokens, end + _sign(tokens, end))
        if numbered is not None and not _names(tokens, kind, *numbered):
            numbered = None
        if numbered is None and kind in _UNITS:
            numbered = _past_adjectives(tokens, end)
        if numbered is not None:
            return Identifier(kind, numbered[0]), numbered[1]
    return None


def _in_brackets(tokens: Tokens, at: int) -> Identifier | None:
    """The paragraph of `Article 5(3)`; None when something else follows a section."""
    glued = tokens.low(at) == "(" and tokens.glued(at) and tokens.low(at + 2) == ")"
    number = tokens.word(at + 1)
    return Identifier("paragraph", str(int(number))) if glued and number.isdecimal() else None


def _names(tokens: Tokens, kind: str, number: str, end: int) -> bool:
    """False when the number measures or dates instead: `road 3 km`, `the army 1991`."""
    dates_it = kind != "resolution" and all(len(part) == 4 and 1800 <= int(part) <= 2035 for part in number.split("-"))
    dated = tokens.low(end) in ("ngày", "tháng", "năm") and tokens.word(end + 1).isdecimal()  # "Nghị quyết 853 ngày 29"
    counts = tokens.low(end) in _SCALES or (
        kind in _TURNS and "-" in number
    )  # `mùa 5 triệu tấn`, `giai đoạn 2004–2007`
    return dated or not (dates_it or counts or units.at(tokens, end, ""))


def _sign(tokens: Tokens, at: int) -> int:
    if tokens.low(at) not in _SIGNS:
        return 0
    return 2 if tokens.low(at + 1) in (".", "º") else 1


def _number_at(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """The number at a piece, with a letter or parts that belong to it: `907`, `102-511`, `XX`, `10A`."""
    word = tokens.word(at)
    if word.isdecimal():
        end = at + 1
        if (
            tokens.low(end) in ("-", "/")
            and tokens.glued(end)
            and tokens.word(end + 1).isdecimal()
            and tokens.glued(end + 1)
        ):
            return f"{word}-{tokens.words[end + 1]}", end + 2
        if tokens.low(end) in _SUFFIXES and tokens.glued(end):
            return str(int(word)), end + 1
        return str(int(word)), end
    if word.isupper() and roman(word):
        return str(roman(word)), at + 1
    return None


def _past_adjectives(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """The number of a military unit after words that describe it, none of which ends the phrase."""
    for end in range(at, min(at + _BETWEEN + 1, len(tokens))):
        if not tokens.near(end):
            return None
        number = tokens.words[end]
        if number.isdecimal() and len(number) <= 3 and not units.at(tokens, end + 1, ""):
            return str(int(number)), end + 1
        if tokens.lows[end] not in _DESCRIBES:
            return None
    return None


_DESCRIBES = tables.words(
    """
    số bộ binh cơ giới xe tăng thiết giáp pháo dù không quân phòng độc lập cận vệ súng trường kỵ công đổ hải lính thủy đánh đặc
    đường nhảy dự bị sơn cước vận tải thông tin tên lửa xung kích biên phòng trực thăng tiêm ném bom ngự lâm nặng nhẹ hỗn hợp
    guard guards motor rifle infantry tank armoured armored airborne mechanised mechanized mechanized artillery cavalry panzer ss
    motorized motorised marine field air mountain shock separate parachute engineer signal reserve light heavy fighter bomber
    """
)


def _number_first(tokens: Tokens, at: int, language: str) -> tuple[Identifier, int] | None:
    """`366th Motor Rifle Regiment`, `4th Army`, `Fourth Army`, `4. Armee`, `4-я армия`, `第4军`."""
    word, low = tokens.words[at], tokens.lows[at]
    end = at + 1
    if word.isdecimal() and len(word) <= 4:
        if tokens.low(end) not in _SUFFIXES | {"."} and not (tokens.low(end) == "-" and language == "ru"):
            return None
        number = str(int(word))
        end += 1 if tokens.low(end) != "-" else 2
    elif low in number_words.EN_ORDINALS and word[0].isupper():
        number = str(number_words.EN_ORDINALS[low])
    else:
        return None
    for place in range(end, min(end + _BETWEEN, len(tokens))):
        if not tokens.near(place):
            return None
        for pieces, kind in _classes().get(tokens.lows[place], ()):
            if kind in _UNITS and len(pieces) == 1:
                return Identifier(kind, number), place + 1
        if not tokens.words[place][0].isupper() and tokens.lows[place] not in _DESCRIBES:
            return None
    return None


_UNITS = tables.words(
    "army corps division brigade regiment battalion company squadron fleet platoon military-region district precinct"
)


@cache
def _classes() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Classes of numbered things by the first piece of their words, longest first."""
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, forms in tables.rows("data/identifiers"):
        for form in forms.split(";"):
            pieces = tuple(tokenise(form).lows)
            index.setdefault(pieces[0], []).append((pieces, kind))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return index
