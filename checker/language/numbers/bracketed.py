"""A figure alone in brackets right behind another one, whose unit it shares: `SEK 8.4 billion (7.5)`, `311,000 tonnes (284,000)`.

Reports give the year before's figure in this way.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from checker.language.numbers import scales
from checker.language.text.tokens import Tokens
from checker.language.values import Quantity

_LIKE_SIZE = 5  # times as large, from which nobody gives two figures beside each other as one thing's


@dataclass(frozen=True, slots=True)
class Before:
    """The last quantity of a text so far, in the pieces `start`..`end`."""

    quantity: Quantity
    start: int
    end: int


def lent(tokens: Tokens, start: int, end: int, bare: Quantity, before: Before | None, language: str) -> Quantity | None:
    """The quantity of the pieces `start`..`end` in the unit of the one before; None where it stands by itself."""
    if before is None or tokens.low(start - 1) != "(" or tokens.low(end) != ")":
        return None
    other = before.quantity
    if tokens.phrase(before.end, start - 1) != other.noun:
        return None
    if bare.unit or bare.noun or bare.ordinal or not bare.said or not other.said or not other.figure or other.ordinal:
        return None
    unit = other.said / other.figure
    scaled = scales.BY_LANGUAGE.get(language or "en", {})
    said = tokens.lows[before.start : before.end]
    for multiplier in (1.0, *(scaled[low] for low in said if low in scaled)):
        factor = unit * multiplier
        if 1 / _LIKE_SIZE < bare.said * factor / other.said < _LIKE_SIZE:
            return replace(
                bare,
                low=bare.low * factor,
                high=bare.high * factor,
                said=bare.said * factor,
                other=None,
                unit=other.unit,
                noun=other.noun,
                written=other.written,
            )
    return None
