"""What stands around a figure's unit: parts that follow (`5 ft 11 in`), a sign before (`-5 °C`), a unit said once for two.

`từ 19.400 tỷ lên 31.750 tỷ đồng`: the first figure is of đồng, too.
"""

from __future__ import annotations

from checker.language.numbers import figures, money, units
from checker.language.numbers.figures import Figure
from checker.language.numbers.units import Unit
from checker.language.text.tables import words
from checker.language.text.tokens import Tokens

# A unit and the smaller one that may follow it in one measure.
_PARTS = {
    "foot": "inch", "pound": "ounce", "tonne": "quintal", "hour": "minute", "minute": "second", "meter": "centimeter",
    "mau": "sao", "mile": "yard",
}  # fmt: skip
# How the smaller one is written behind the larger one alone: `5 ft 11 in`, `1 min 12 s`.
_SHORT = {"foot": ("in", '"'), "minute": ("s",), "hour": ("m", "min", "mn")}
_MINUS = words("minus âm trừ moins menos минус")
_OPENERS = {
    "vi": words("từ"),
    "en": words("from"),
    "fr": words("de"),
    "de": words("von"),
    "es": words("de"),
    "pt": words("de"),
    "it": words("da"),
    "ru": words("с от"),
}
_JOINTS = {
    "vi": words("lên đến tới xuống còn thành"),
    "en": words("to"),
    "fr": words("à"),
    "de": words("auf bis"),
    "es": words("a hasta"),
    "pt": words("a para até"),
    "it": words("a"),
    "ru": words("до"),
}
# What makes a measure a half more, after its unit, or a quarter.
_HALVES = {
    "en": (("and", "a", "half"), ("and", "a", "quarter"), ("and", "three", "quarters")),
    "vi": (("rưỡi",),),
    "fr": (("et", "demi"), ("et", "demie"), ("et", "quart")),
    "es": (("y", "medio"), ("y", "media"), ("y", "cuarto")),
    "pt": (("e", "meio"), ("e", "meia")),
    "it": (("e", "mezzo"), ("e", "mezza")),
    "ru": (("с", "половиной"),),
}
_QUARTERS = {"quarter": 0.25, "quarters": 0.75, "quart": 0.25, "cuarto": 0.25}
_DURATIONS = ("hour", "minute", "second")
_ARTICLES = {
    "en": words("a an one"),
    "es": words("un una"),
    "fr": words("un une"),
    "pt": words("um uma"),
    "it": words("un una"),
}
_REACH = 3  # pieces between the opener and the figure: a hedge, a currency's sign
_SMALL = 1000.0


def half(tokens: Tokens, end: int, unit: Unit, language: str) -> tuple[float, Unit, int] | None:
    """(0.5, unit, index after) of a half that follows a measure, or of a quarter: `a year and a half`, `deux ans et demi`."""
    for phrase in _HALVES.get(language or "en", ()):
        after = end + len(phrase)
        if tuple(tokens.lows[end:after]) == phrase:
            return _QUARTERS.get(phrase[-1], 0.5), unit, after
    return None


def one_and_a_half(tokens: Tokens, at: int, language: str) -> Figure | None:
    """The one in `a year and a half`, whose article counts nothing anywhere else."""
    if tokens.lows[at] not in _ARTICLES.get(language or "en", ()):
        return None
    for phrase in _HALVES.get(language or "en", ()):
        if tuple(tokens.lows[at + 2 : at + 2 + len(phrase)]) == phrase:
            return Figure(1.0, at, at + 1, 1.0, 1.0, worded=True)
    return None


def whole_of(tokens: Tokens, end: int) -> int:
    """Past the words between a part and its one whole: `half an hour`, `a quarter of a percentage point`."""
    at = end + (tokens.low(end) == "of")
    return at + 1 if tokens.low(at) in ("a", "an") else end


def minor(tokens: Tokens, end: int, unit: Unit, language: str) -> tuple[float, Unit, int] | None:
    """(value, unit, index after) of the smaller part that follows a measure: `11 in` after `5 ft`, `5 sào` after `3 mẫu`."""
    smaller = _PARTS.get(unit.pint)
    at = end + (tokens.low(end) == "and" and unit.pint != "meter")
    if smaller is None or not tokens.word(at).isdecimal() or not tokens.near(at):
        return None
    found = units.at(tokens, at + 1, language)
    if found is None and tokens.low(at + 1) in _SHORT.get(unit.pint, ()):
        found = Unit(unit.canonical, smaller), at + 2
    if found is None or found[0].pint != smaller:
        return None
    return float(tokens.words[at]), found[0], found[1]


def negative(tokens: Tokens, start: int, unit: Unit) -> bool:
    """True for a temperature below zero: `-5 °C`, `minus 5 degrees Celsius`, `âm 5 độ C`."""
    if unit.canonical != "°C" or not start:
        return False
    sign = tokens.words[start - 1] == "-" and tokens.glued(start) and not tokens.glued(start - 1)
    return sign or tokens.lows[start - 1] in _MINUS


def shared(tokens: Tokens, figure: Figure, language: str) -> tuple[Unit, float] | None:
    """(unit, multiplier) that a figure takes from the one that its sentence leads to: `từ … lên …`, `von … auf …`."""
    language = language or "en"
    joints = _JOINTS.get(language)
    if joints is None or tokens.low(figure.end) not in joints or figure.end + 1 >= len(tokens):
        return None
    if _OPENERS[language].isdisjoint(tokens.lows[max(0, figure.start - _REACH) : figure.start]):
        return None
    at = figure.end + 1
    at += tokens.words[at] in money.SIGNS and at + 1 < len(tokens)
    while at + 1 < len(tokens) and at - figure.end < _REACH and not tokens.words[at][0].isdecimal():
        at += 1
    other = figures.at(tokens, at, language)
    if other is None or other.share or other.vague:
        return None
    place = money.past_joint(tokens, other.end, scaled=other.scaled)
    found = units.at(tokens, place, language) if place < len(tokens) and tokens.near(place) else None
    if found is None or (found[0].canonical == "day" and found[0].pint not in _DURATIONS):
        return None
    scale = other.scale if not figure.scaled and figure.said < _SMALL else 1.0
    return found[0], scale
