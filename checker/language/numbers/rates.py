"""Shares and multiples in words: `one in five`, `un sur dix`, `twice`, `gấp đôi`, `verdoppelt`, `вдвое`; German spans in one word (`zweijährig`)."""

from __future__ import annotations

from functools import cache

from checker.language.numbers import figures, hedges, spelled, units
from checker.language.text.tables import words
from checker.language.text.tokens import Tokens
from checker.language.values import Quantity

_ROUNDING = 0.7  # points of percent, as for other shares in words
_MOST = 100
_JOINTS = {"en": {"in": "", "out": "of"}, "fr": {"sur": ""}, "es": {"de": "cada"}, "pt": {"em": "cada"}}
_TIMES = {
    "en": {
        "twice": 2.0, "thrice": 3.0, "doubled": 2.0, "doubling": 2.0, "tripled": 3.0, "tripling": 3.0, "trebled": 3.0,
        "quadrupled": 4.0, "twofold": 2.0, "threefold": 3.0, "fourfold": 4.0, "fivefold": 5.0, "tenfold": 10.0,
    },
    "vi": {"gấp đôi": 2.0, "tăng đôi": 2.0},
    "fr": {"doublé": 2.0, "triplé": 3.0, "quadruplé": 4.0},
    "de": {
        "doppelt so": 2.0, "verdoppelt": 2.0, "verdoppelte": 2.0, "verdreifacht": 3.0, "verdreifachte": 3.0, "zweimal": 2.0,
        "dreimal": 3.0, "viermal": 4.0, "fünfmal": 5.0, "zehnmal": 10.0,
    },
    "es": {"el doble": 2.0, "duplicó": 2.0, "triplicó": 3.0, "el triple": 3.0},
    "pt": {"o dobro": 2.0, "dobrou": 2.0, "triplicou": 3.0},
    "ru": {"вдвое": 2.0, "втрое": 3.0, "вчетверо": 4.0, "дважды": 2.0, "трижды": 3.0, "удвоился": 2.0, "удвоилось": 2.0},
}  # fmt: skip
_FEW = {"one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "nine": 9.0}
# What stands behind a share of people: `one household in five has`.
_VERBS = words("is are was were has have had does do did lives live can could will would now still who which that")
_GERMAN_SPANS = {
    "jährig": ("year", "year"), "monatig": ("year", "month"), "wöchig": ("day", "week"), "tägig": ("day", "day"),
    "stündig": ("day", "hour"), "minütig": ("day", "minute"),
}  # fmt: skip
_BY_FIRST = {
    language: {phrase.split()[0]: (tuple(phrase.split()), value) for phrase, value in listing.items()}
    for language, listing in _TIMES.items()
}
_NONE: dict[str, tuple[tuple[str, ...], float]] = {}
_NO_JOINTS: dict[str, str] = {}
_LETTERED_VI = {"ba": 3.0, "bốn": 4.0, "năm": 5.0, "sáu": 6.0, "bảy": 7.0, "tám": 8.0, "chín": 9.0, "mười": 10.0}

Found = tuple[Quantity | None, int, int, int]


def starters(language: str) -> frozenset[str]:
    """The words with which a multiple begins."""
    return frozenset(_BY_FIRST.get(language, ())) | (_german_spans().keys() if language == "de" else frozenset())


@cache
def _german_spans() -> dict[str, Quantity]:
    """Spans of time that German says in one word, `zweijährig`, `dreitägigen`."""
    numbers = spelled.tongue("de")
    assert numbers is not None
    found: dict[str, Quantity] = {}
    for word, value in numbers.simple.items():
        for stem, (canonical, pint) in _GERMAN_SPANS.items() if 1 < value <= _MOST else ():
            said = units.to_canonical(value, units.Unit(canonical, pint))
            span = Quantity(said, said, canonical, said=said, written=pint, figure=value)
            found.update({f"{word}{stem}{ending}": span for ending in ("", "e", "er", "es", "en", "em")})
    return found


def at(tokens: Tokens, start: int, language: str) -> Found | None:
    """(the quantity, its first piece, its end, where to read on) of the share or multiple at `start`."""
    language = language or "en"
    if language == "de" and (span := _german_spans().get(tokens.lows[start])):
        return span, start, start + 1, start + 1
    listed = _BY_FIRST.get(language, _NONE).get(tokens.lows[start])
    if listed is not None:
        return _multiple(tokens, start, listed, language)
    if language == "en" and (found := _of_a_noun(tokens, start)):
        return found
    second = _JOINTS.get(language, _NO_JOINTS).get(tokens.low(start + 1))
    if second is None or (second and tokens.low(start + 2) != second):
        return None
    return _ratio(tokens, start, start + 2 + bool(second), language)


def _of_a_noun(tokens: Tokens, start: int) -> Found | None:
    """`one household in five has`: what is counted stands inside, and a verb or a mark behind."""
    if tokens.lows[start] not in _FEW or tokens.low(start + 2) != "in" or not tokens.low(start + 1).isalpha():
        return None
    found = figures.at(tokens, start + 3, "en") if start + 3 < len(tokens) else None
    if found is None or found.share or found.vague or not _FEW[tokens.lows[start]] < found.said <= _MOST:
        return None
    if tokens.low(found.end) not in _VERBS and tokens.low(found.end)[:1].isalnum():
        return None
    said = 100 * _FEW[tokens.lows[start]] / found.said
    return Quantity(said - _ROUNDING, said + _ROUNDING, "percent", said=said), start, found.end, found.end


def _multiple(tokens: Tokens, start: int, listed: tuple[tuple[str, ...], float], language: str) -> Found | None:
    phrase, value = listed
    end = start + len(phrase)
    if tuple(tokens.lows[start:end]) != phrase:
        counted = _LETTERED_VI.get(tokens.low(start + 1), 0.0) if language == "vi" else 0.0
        if phrase[0] != "gấp" or not counted or tokens.low(start + 2) == "lần":
            return None
        value, end = counted, start + 2
    hedge = hedges.before(tokens, start, value)
    low, high = hedges.widen(hedge[0], value) if hedge else (value, value)
    return Quantity(low, high, "times", approximate=hedge is not None, said=value), start, end, end


def _ratio(tokens: Tokens, start: int, begin: int, language: str) -> Found | None:
    """`one in five adults`, `2 sur 5`; no `two in five minutes`, no `three in 1998`."""
    upper = figures.at(tokens, start, language)
    part = upper.said if upper and upper.end == start + 1 else _ONES.get(tokens.lows[start], 0.0)
    whole = figures.at(tokens, begin, language) if begin < len(tokens) else None
    if whole is None or not 0 < part < whole.said <= _MOST or part != int(part) or whole.share or whole.vague:
        return None
    counted = tokens.low(whole.end)
    if units.at(tokens, whole.end, language) or not counted[:1].isalpha() or counted in _NOT_COUNTED:
        return None
    said = 100 * part / whole.said
    return Quantity(said - _ROUNDING, said + _ROUNDING, "percent", said=said), start, whole.end, whole.end


_ONES = {"one": 1.0, "un": 1.0, "une": 1.0, "uno": 1.0, "una": 1.0, "um": 1.0, "uma": 1.0}
_NOT_COUNTED = frozenset(
    {"and", "or", "to", "games", "matches", "goals", "appearances", "seasons", "et", "y", "e", "matchs", "partidos"}
)
