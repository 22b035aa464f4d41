"""Units and currencies by their words in seven languages, and their conversion by pint's factors."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from checker.language import tables
from checker.language.tokens import Tokens, tokenise


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written: the canonical unit that values of its dimension are given in, and its name in pint.

    A currency has its ISO 4217 code as canonical unit and no pint name; exchange rates are nobody's business here.
    `otherwise` is what the word means elsewhere: a ton is metric to some writers and short to others.
    """

    canonical: str
    pint: str = ""
    otherwise: str = ""


# Words that are units only beside a number's own letters ("5 t", not "5 T-34") or not at all before these.
_NOT_BEFORE = {
    "đồng": tables.words("chí hồ minh bào đội tác phục lõi nghiệp"),
    "ngày": tables.words("hôm"),
    "cân": tables.words("bằng đối"),
    "tạ": tables.words("ơn"),
    "bảng": tables.words("chữ điểm xếp"),
    "day": tables.words("-"),
}
# Words for powers of ten, between a figure and its currency.
_MULTIPLIERS = tables.words(
    "nghìn ngàn vạn triệu tỷ tỉ thousand million billion trillion m bn mn millions milliards millionen milliarden tausend"
    " millones тыс млн млрд миллионов миллиардов миллиона миллиарда"
)
_DATE_WORDS = tables.words("ngày tháng năm")
_DATE_JOINTS = tables.words("tháng năm / -")
_CASE_MATTERS = {"t": "t", "g": "g", "m": "m", "l": "l", "mb": "MB", "đ": "đ", "an": "an", "au": "AU", "t.": "t"}
_ELSEWHERE = {
    "an": "fr",
    "ans": "fr",
    "mes": "es",
    "ly": "vi",
    "tệ": "vi",
    "kí": "vi",
    "г": "ru",
    "mark": "",
    "au": "",
    "min": "",
}


def at(tokens: Tokens, start: int, language: str) -> tuple[Unit, int] | None:
    """(the unit that begins at piece `start`, index after it); the longest one that fits, None when none does."""
    for words, unit in _by_first_word().get(tokens.low(start), ()):
        end = start + len(words)
        if tuple(tokens.lows[start:end]) == words and _meant(tokens, start, end, language):
            return unit, end
    return None


def beside_figures(tokens: Tokens, language: str) -> list[tuple[int, int]]:
    """Where units stand after a figure and currencies beside one or its multiplier, as (first piece, index after)."""
    found: list[tuple[int, int]] = []
    for start in tokens.beginning(_beginnings()):
        if found and start < found[-1][1]:
            continue
        unit = at(tokens, start, language)
        if unit is None:
            continue
        before, after = tokens.low(start - 1) if start else "", tokens.low(unit[1])
        if unit[0].canonical not in _currencies():
            if before[:1].isdecimal() and tokens.words[start][:1].isupper():
                found.append((start, unit[1]))
            continue
        if before[:1].isdecimal() or before in _MULTIPLIERS or after[:1].isdecimal():
            found.append((start - (before in _MULTIPLIERS), unit[1]))
    return found


@cache
def _currencies() -> frozenset[str]:
    return frozenset(code for code, _ in tables.rows("data/money"))


@cache
def _beginnings() -> frozenset[str]:
    """The first words of all units and currencies."""
    return frozenset(_by_first_word())


def _meant(tokens: Tokens, start: int, end: int, language: str) -> bool:
    """False where the word is another one: `đồng chí` (comrade), `T` of a tank's name, `an` outside French."""
    first = tokens.low(start)
    if end == start + 1:
        if _CASE_MATTERS.get(first, tokens.word(start)) != tokens.word(start):
            return False
        if _ELSEWHERE.get(first, language) != language:
            return False
    return tokens.low(end) not in _NOT_BEFORE.get(first, ()) and not _begins_a_date(tokens, first, end)


def _begins_a_date(tokens: Tokens, first: str, end: int) -> bool:
    """True where a number stands before a Vietnamese date: `Sputnik 1 ngày 4 tháng 10`, `286 năm 1991`."""
    number = tokens.word(end)
    if not number.isdecimal() or first not in _DATE_WORDS:
        return False
    return len(number) == 4 or (first != "năm" and tokens.low(end + 1) in _DATE_JOINTS)


def to_canonical(value: float, unit: Unit) -> float:
    """The value in the canonical unit of its dimension, by pint; money and counts stay as they are."""
    if not unit.pint or value in (float("inf"), float("-inf")):
        return value
    scale, offset = _line(unit.pint, unit.canonical)
    return value * scale + offset


@cache
def _line(pint_unit: str, canonical: str) -> tuple[float, float]:
    """(scale, offset) between two units: conversions are linear, temperatures with an offset."""
    return _lines().get((pint_unit, canonical)) or by_pint(pint_unit, canonical)


@cache
def _lines() -> dict[tuple[str, str], tuple[float, float]]:
    """What pint says of the units of our table, written down: loading it takes a tenth of a second and 20 MB a process."""
    return {
        (name, canonical): (float(scale), float(offset))
        for canonical, name, scale, offset in tables.rows("data/conversions")
    }


def by_pint(pint_unit: str, canonical: str) -> tuple[float, float]:
    """(scale, offset) between two units, as pint has them."""
    registry = _registry()
    target = registry.Unit(_PINT_NAMES.get(canonical, canonical))
    zero = float(registry.Quantity(0.0, pint_unit).to(target).magnitude)
    one = float(registry.Quantity(1.0, pint_unit).to(target).magnitude)
    return one - zero, zero


_PINT_NAMES = {
    "km": "kilometer",
    "kg": "kilogram",
    "km²": "kilometer ** 2",
    "m³": "meter ** 3",
    "km/h": "kilometer / hour",
    "°C": "degree_Celsius",
    "MW": "megawatt",
    "MWh": "megawatt_hour",
    "MB": "megabyte",
    "Hz": "hertz",
    "kPa": "kilopascal",
    "V": "volt",
}


@cache
def _registry() -> Any:
    """Pint's registry; imported here because it takes long, and is only asked for what is not written down."""
    import pint  # noqa: PLC0415 - see above

    registry: Any = pint.UnitRegistry()
    registry.define("calendar_decade = 10 * year")  # pint's own decade is a ratio of frequencies
    registry.define("quintal = 100 * kilogram")
    return registry


@cache
def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], Unit]]]:
    """Unit phrases by their first word, longest first."""
    index: dict[str, list[tuple[tuple[str, ...], Unit]]] = {}
    for canonical, pint_name, forms in tables.rows("data/units"):
        usual, _, otherwise = pint_name.partition("|")
        _enter(index, Unit(canonical, usual, otherwise), forms)
    for code, forms in tables.rows("data/money"):
        _enter(index, Unit(code), forms)
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return index


def _enter(index: dict[str, list[tuple[tuple[str, ...], Unit]]], unit: Unit, forms: str) -> None:
    for form in forms.split(";"):
        words = tuple(tokenise(form).lows)
        index.setdefault(words[0], []).append((words, unit))
