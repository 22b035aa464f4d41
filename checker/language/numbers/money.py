"""Money before and after figures: `US$420`, `R$ 4,2`, `Rs 5 crore`, `412 triệu bảng Anh`, `2,4 Millionen Euro`.

Currencies hold names of countries (`đô la Mỹ`) and, in German, capitals: `reserve` keeps them from the readers of names.
"""

from __future__ import annotations

from functools import cache

from checker.language.numbers import units
from checker.language.numbers.units import Unit
from checker.language.text import tables
from checker.language.text.tokens import Tokens

RESERVED = 3  # in `taken`: a unit's pieces, which are no names
SIGNS = frozenset("$€£¥₫₽₹₩₺₴₦₱฿₪")
# What letters before `$` say; tokens in lower case.
_DOLLARS = {
    "us": "USD", "u.s.": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "hk": "HKD", "s": "SGD", "nz": "NZD",
    "nt": "TWD", "r": "BRL", "mx": "MXN",
}  # fmt: skip
_ABBREVIATED = {"Rs": "INR", "Re": "INR", "Rp": "IDR", "RM": "MYR", "Fr": "CHF", "kr": "", "VNĐ": "VND"}
# Hundredth parts, of whatever currency is spoken of.
CENTS = tables.words(
    "cent cents p pence centime centimes céntimo céntimos centavo centavos xu цент цента центов копейки копеек øre öre"
)
# Nouns that scales are, in languages that write them with capitals.
_GERMAN_SCALES = tables.words("millionen million milliarden milliarde billionen mio mrd tausend")
_NOUN_JOINTS = tables.words("de di of")
_MOST_SCALES = 3
_UNLIT = bytes([0, 1, 2, 0, *range(4, 256)])


def reserve(tokens: Tokens, language: str, taken: bytearray) -> None:
    """Mark the pieces of currencies that hold a country's name, and of units with capitals after figures."""
    for at in _beginnings(tokens):
        for words, _ in _with_countries()[tokens.lows[at]]:
            if tuple(tokens.lows[at : at + len(words)]) == words:
                _mark(taken, at, at + len(words))
                break
    for at in tokens.numerals:
        if tokens.word(at + 1)[:1].isupper():
            _after_figure(tokens, at + 1, language, taken)
        if (sign := before(tokens, at, language)) and tokens.words[sign[1]][0].isalpha():
            _mark(taken, sign[1], at)
    if language == "de":
        for at, low in enumerate(tokens.lows):
            if low in _GERMAN_SCALES:
                _mark(taken, at, at + 1)
                _after_figure(tokens, at + 1, language, taken)


def release(taken: bytearray) -> None:
    """Give the reserved pieces free, for the reader of numbers."""
    taken[:] = taken.translate(_UNLIT)


def before(tokens: Tokens, start: int, language: str) -> tuple[Unit, int] | None:
    """(the currency whose sign or code stands right before piece `start`, its first piece), None when none does."""
    if start < 1 or tokens.starts[start] - tokens.ends[start - 1] > 1:
        return None
    word = tokens.words[start - 1]
    if word in SIGNS:
        return _signed(tokens, start - 1, language)
    if word == "." and start > 1 and tokens.words[start - 2] in ("Rs", "Rp", "Fr"):
        return Unit(_ABBREVIATED[tokens.words[start - 2]]), start - 2
    if code := _ABBREVIATED.get(word):
        return Unit(code), start - 1
    if len(word) == 3 and word.isascii() and word.isupper() and word.lower() in _codes():
        return Unit(word), start - 1
    return None


def past_joint(tokens: Tokens, end: int, *, scaled: bool) -> int:
    """Past the preposition that a scale asks for before what it counts: `millones de euros`, `milioni di euro`."""
    return end + (scaled and tokens.low(end) in _NOUN_JOINTS and tokens.near(end))


def _signed(tokens: Tokens, at: int, language: str) -> tuple[Unit, int] | None:
    """A sign, with the letters glued to it that say whose dollar it is."""
    if tokens.words[at] == "$" and at and tokens.glued(at):
        if code := _DOLLARS.get(tokens.lows[at - 1]):
            return Unit(code), at - 1
        abbreviated = tokens.words[at - 1] == "." and tokens.phrase(max(0, at - 4), at) == "u . s ."
        if abbreviated:
            return Unit("USD"), at - 4
    found = units.at(tokens, at, language)
    return (found[0], at) if found else None


def _after_figure(tokens: Tokens, at: int, language: str, taken: bytearray) -> None:
    """Mark the unit after a figure and its scales, where its capitals would be read as a name."""
    end = at
    while end < len(tokens) and end - at < _MOST_SCALES and tokens.lows[end] in _GERMAN_SCALES | {"."}:
        end += 1
    if end < len(tokens) and tokens.words[end][0].isupper() and tokens.near(end):
        found = units.at(tokens, end, language)
        if found:
            _mark(taken, end, found[1])


def _mark(taken: bytearray, start: int, end: int) -> None:
    for at in range(start, end):
        taken[at] = taken[at] or RESERVED


def _beginnings(tokens: Tokens) -> list[int]:
    index = _with_countries()
    return [] if index.keys().isdisjoint(tokens.lows) else [at for at, low in enumerate(tokens.lows) if low in index]


@cache
def _with_countries() -> dict[str, list[tuple[tuple[str, ...], Unit]]]:
    """Currencies of several words by their first one, longest first."""
    index = {
        first: [(words, unit) for words, unit in entries if len(words) > 1 and not unit.pint and words[1][0].isalpha()]
        for first, entries in units.by_first_word().items()
    }
    return {first: entries for first, entries in index.items() if entries and first not in ("r", "a")}


@cache
def _codes() -> frozenset[str]:
    """The codes of ISO 4217 that the table of money has."""
    return frozenset(code.lower() for code, _ in tables.rows("data/money")) | tables.words("nzd mxn idr myr inr")
