"""Multipliers after figures, by language: `million`, `tỷ`, `Milliarden`, `тыс.`, `crore`, `bn`."""

from __future__ import annotations

from checker.language.numbers import units, words as number_words
from checker.language.text.tables import words
from checker.language.text.tokens import Tokens

BY_LANGUAGE = {
    "vi": {**number_words.VI_SCALES, "nghin": 1e3, "trăm": 1e2, "chục": 10.0},
    "en": {
        **number_words.EN_SCALES, "hundred": 1e2, "dozen": 12.0, "thousands": 1e3, "millions": 1e6, "billions": 1e9,
        "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7,
    },
    "fr": {"mille": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9},
    "de": {
        "tausend": 1e3, "million": 1e6, "millionen": 1e6, "milliarde": 1e9, "milliarden": 1e9, "mio": 1e6, "mrd": 1e9, "billionen": 1e12,
    },
    "es": {"mil": 1e3, "millón": 1e6, "millones": 1e6, "billón": 1e12, "billones": 1e12},
    "pt": {
        "mil": 1e3, "milhão": 1e6, "milhões": 1e6, "bilhão": 1e9, "bilhões": 1e9, "trilhão": 1e12, "trilhões": 1e12,
    },
    "it": {"mila": 1e3, "mille": 1e3, "milione": 1e6, "milioni": 1e6, "miliardo": 1e9, "miliardi": 1e9},
    "ru": {
        "тысяча": 1e3, "тысячи": 1e3, "тысяч": 1e3, "тысячам": 1e3, "тысячами": 1e3, "тысячу": 1e3, "тыс": 1e3,
        "миллион": 1e6, "миллиона": 1e6, "миллионов": 1e6, "миллионами": 1e6, "млн": 1e6, "миллиард": 1e9,
        "миллиарда": 1e9, "миллиардов": 1e9, "млрд": 1e9, "трлн": 1e12,
    },
}  # fmt: skip
ABBREVIATED = words("тыс млн млрд трлн mio mrd")
_COUNTED_BY_MILLIONS = words(
    "people men women children troops soldiers refugees voters barrels tonnes tons users viewers copies workers jobs"
)
_LETTERS = {"k": 1e3, "bn": 1e9, "mn": 1e6, "mln": 1e6, "tn": 1e12}
_SIGNS = frozenset("$€£¥₫₽₹")


def at(tokens: Tokens, place: int, start: int, language: str) -> float:
    """The multiplier at a piece after the figure that begins at `start`, 0 when there is none.

    Letters alone must follow closely ("5k", "3.5bn"); a bare `m` is million beside money or before what is counted so.
    """
    low = tokens.lows[place]
    factor = BY_LANGUAGE.get(language or "en", {}).get(low)
    if factor:
        return factor
    if low in _LETTERS and (low != "k" or tokens.glued(place)):
        return _LETTERS[low]
    if low in ("m", "b") and _in_millions(tokens, place, start, language):
        return 1e6 if low == "m" else 1e9
    return 0.0


def _in_millions(tokens: Tokens, place: int, start: int, language: str) -> bool:
    if tokens.word(start - 1) in _SIGNS or (tokens.glued(place) and tokens.low(place + 1) in _COUNTED_BY_MILLIONS):
        return True
    money = units.at(tokens, place + 1, language)
    return money is not None and not money[0].pint and money[0].canonical.isupper()
