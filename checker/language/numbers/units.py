"""Units and currencies by their words in seven languages, and their conversion by pint's factors."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from checker.language.text import tables
from checker.language.text.tokens import Tokens, tokenise


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
_DATE_WORDS = tables.words("ngày tháng năm")
_DATE_JOINTS = tables.words("tháng năm / -")
_CASE_MATTERS = {
    "t": "t",
    "g": "g",
    "m": "m",
    "l": "l",
    "mb": "MB",
    "đ": "đ",
    "an": "an",
    "au": "AU",
    "t.": "t",
    "nm": "nm",
}
# Words that are units in these languages alone.
_ONLY_IN = {
    "an": ("fr",),
    "ans": ("fr",),
    "mes": ("es",),
    "ano": ("pt",),
    "anos": ("pt",),
    "mese": ("it",),
    "ore": ("it",),
    "anni": ("it",),
    "ly": ("vi",),
    "tệ": ("vi",),
    "kí": ("vi",),
    "г": ("ru",),
    "mark": ("", "de"),
    "au": ("",),
    "min": ("", "en", "fr", "de", "es", "it", "pt", "vi"),
    "h": ("", "en", "de"),
    "元": ("zh", ""),
    "円": ("ja", ""),
    "pies": ("es",),
    "pie": ("es",),
    "jour": ("fr",),
    "libra": ("es", "pt"),
    "libras": ("es", "pt"),
    "tage": ("de",),
    "mal": ("de",),
    "marks": ("", "de"),
}
# A pound is money rather than weight where it is counted by millions, or where the words before it speak of money.
_POUNDS = tables.words("pound pounds pfund libra libras фунт фунта фунтов")
_MONEY_CUES = tables.words(
    """
    cost costs costing paid pay pays paying price prices priced worth fine fined budget fee fees sold bought salary debt debts
    raised earned earning income revenue revenues profit profits loss losses spent spend spending charged charge grant grants
    donated donation loan loans investment invested funding funded tax taxes valued value wages wage fund million billion
    millionen milliarden millones millions milhões млн млрд миллионов kostete kosten costó coste
    """
)
_MONEY_REACH = 6
_STERLING = "GBP"


def at(tokens: Tokens, start: int, language: str) -> tuple[Unit, int] | None:
    """(the unit that begins at piece `start`, index after it); the longest one that fits, None when none does."""
    for words, unit in by_first_word().get(tokens.low(start), ()):
        end = start + len(words)
        if tuple(tokens.lows[start:end]) == words and _meant(tokens, start, end, language):
            return (
                Unit(_STERLING) if words[0] in _POUNDS and end == start + 1 and _of_money(tokens, start) else unit
            ), end
    return None


def _of_money(tokens: Tokens, start: int) -> bool:
    """True where the words before a pound speak of money: `cost 312,000 pounds`, `5 million pounds`, no `pounds of rice`."""
    if tokens.low(start + 1) in ("of", "per") or tokens.low(start + 1) in _OF_WEIGHT:
        return False
    return not _MONEY_CUES.isdisjoint(tokens.lows[max(0, start - _MONEY_REACH) : start])


_OF_WEIGHT = tables.words("heavy force thrust weight lighter heavier")


def _meant(tokens: Tokens, start: int, end: int, language: str) -> bool:
    """False where the word is another one: `đồng chí` (comrade), `T` of a tank's name, `an` outside French."""
    first = tokens.low(start)
    if end == start + 1:
        if _CASE_MATTERS.get(first, tokens.word(start)) != tokens.word(start):
            return False
        if language not in _ONLY_IN.get(first, (language,)):
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
    registry.define("mau = 3600 * meter ** 2")  # of Tonkin, ten sào; others are smaller or larger
    registry.define("sao = 360 * meter ** 2")
    return registry


@cache
def by_first_word() -> dict[str, list[tuple[tuple[str, ...], Unit]]]:
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
