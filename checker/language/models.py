"""Designations of makes and matches: `T-34`, `MiG-21`, `COVID-19`, `B52`; a result such as `3–1`."""

from __future__ import annotations

from collections.abc import Iterator

from checker.foundation.model import FactKind
from checker.language.dates import calendar as cal
from checker.language.names.words import CODES
from checker.language.numbers import units
from checker.language.numbers.ordinals import roman
from checker.language.text.tokens import Tokens
from checker.language.values import Identifier, Mention

_LONGEST_PREFIX = 5
_LONGEST_SMALL = 3  # MiG, Su, Yak; longer words before a hyphen are words
_LONGEST_GOALS = 2


def read(tokens: Tokens, taken: bytearray) -> Iterator[Mention]:
    """The designations and results of a text in order; their pieces are marked in `taken`."""
    for at in tokens.numerals:
        found = None if taken[at] or not at else _model(tokens, at) or _result(tokens, at)
        if found is None:
            continue
        value, start, end = found
        first, last = tokens.starts[start], tokens.ends[end - 1]
        yield Mention(FactKind.IDENTIFIER, tokens.text[first:last], first, last, value)
        taken[start:end] = b"\x01" * (end - start)


def _model(tokens: Tokens, at: int) -> tuple[Identifier, int, int] | None:
    """Letters in capitals glued to a number, or capitalised ones with a hyphen between."""
    hyphen = tokens.words[at - 1] == "-"
    start = at - 2 if hyphen else at - 1
    number = tokens.words[at]
    if start < 0 or not number.isdecimal() or len(number) > 4 or not tokens.glued(at):
        return None
    prefix = tokens.words[start]
    if not prefix[0].isupper() or not prefix.isalpha() or (hyphen and not tokens.glued(at - 1)) or tokens.glued(start):
        return None
    spelled = prefix.isupper() and len(prefix) <= _LONGEST_PREFIX
    if not spelled and not (hyphen and len(prefix) <= _LONGEST_SMALL and prefix.lower() not in cal.months("en")):
        return None
    if prefix in CODES or (hyphen and roman(prefix)):
        return None
    end = at + 1
    end += tokens.low(end) == "s" and tokens.glued(end)
    return Identifier(prefix.lower(), str(int(number))), start, end


def _result(tokens: Tokens, at: int) -> tuple[Identifier, int, int] | None:
    """`3–1`, `10–7`: the larger number first, since `1–3` may be a range."""
    first, second = tokens.words[at], tokens.word(at + 2)
    if tokens.low(at + 1) != "-" or not (tokens.glued(at + 1) and tokens.glued(at + 2)):
        return None
    if not (first.isdecimal() and second.isdecimal()) or max(len(first), len(second)) > _LONGEST_GOALS:
        return None
    falling = int(first) >= int(second)
    if not falling or tokens.low(at + 3) == "-" or units.at(tokens, at + 3, "") or tokens.words[at - 1] in "-/.":
        return None
    return Identifier("result", f"{int(first)}-{int(second)}"), at, at + 3
