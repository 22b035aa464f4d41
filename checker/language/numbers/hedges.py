"""Words that widen a number: about, nearly, more than, at least, up to; and how far each of them widens it.

The tolerances are choices of ours, made on how writers round (a "more than 3,000" is said of 3,142, hardly of 4,500);
they are named here so that a bench can move them.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from checker.language.text.tokens import Tokens

_ABOUT = 0.10
_NEARLY = 0.15
_OVER = 0.15

_BEFORE = {
    "about": """khoảng|khoảng chừng|chừng|độ chừng|cỡ|xấp xỉ|ước tính|ước chừng|ước khoảng|ước lượng|trên dưới|vào khoảng|gần khoảng
        |about|around|approximately|approx|approx .|roughly|some|circa|ca|ca .|c .|an estimated|estimated|estimated at|~|≈|in the region of|or so
        |environ|quelque|quelques|autour de|à peu près|etwa|rund|ungefähr|circa|zirka|gut|unos|unas|cerca de|alrededor de|aproximadamente
        |около|примерно|приблизительно|порядка|约|大约|大概""",
    "nearly": """gần|suýt|ngót|ngót nghét|nearly|almost|close to|just under|just short of|presque|près de|fast|knapp|beinahe|casi|почти|近|将近""",
    "over": """hơn|trên|quá|nhiều hơn|over|more than|greater than|just over|upwards of|in excess of|exceeding|>|plus de|über|mehr als|más de
        |более|более чем|больше|больше чем|свыше|超过""",
    "least": """ít nhất|tối thiểu|không dưới|không ít hơn|chí ít|từ|at least|no fewer than|no less than|not less than|a minimum of|minimum|≥
        |nicht weniger als|pas moins de|no menos de|không kém|au moins|mindestens|wenigstens|al menos|por lo menos|не менее|не меньше|по меньшей мере|至少""",
    "most": """dưới|chưa đến|chưa tới|chưa đầy|không quá|không đến|không tới|tối đa|nhiều nhất|ít hơn|under|below|less than|fewer than|at most|no more than
        |nicht mehr als|pas plus de|no más de|không hơn|not over|not exceeding|not more than|up to|maximum|a maximum of|<|≤|moins de|au plus|weniger als|unter|höchstens|bis zu|menos de|hasta|como máximo
        |менее|менее чем|меньше|не более|до|不到|最多""",
}  # fmt: skip
_AFTER = {
    "over": "-odd|odd|+|plus|có lẻ|多|余|餘",
    "least": "or more|trở lên|hoặc hơn|ou plus|oder mehr|o más",
    "most": "or less|or fewer|trở xuống|hoặc ít hơn",
    "about": "or so|or thereabouts|gì đó|左右|上下",
}
_HEDGES_BEFORE = {phrase.strip(): kind for kind, listing in _BEFORE.items() for phrase in listing.split("|")}
_HEDGES_AFTER = {phrase.strip(): kind for kind, listing in _AFTER.items() for phrase in listing.split("|")}
# These are also prepositions ("trên 3 mặt trận", on three fronts; "từ 3 nước", from three countries).
_PREPOSITIONS = {
    "trên": 20.0,
    "từ": math.inf,
    "до": math.inf,
    "dưới": 20.0,
    "around": 10.0,
    "over": 2.0,
    "under": 10.0,
    "some": 2.0,
    "c .": 100.0,
    "độ": math.inf,
    "gut": 20.0,
}
_LONGEST = 4
# What most figures stand beside is in none of these, and no phrase need be put together.
_LAST_WORDS = frozenset(phrase.rpartition(" ")[2] for phrase in _HEDGES_BEFORE)
_FIRST_WORDS = frozenset(phrase.partition(" ")[0] for phrase in _HEDGES_AFTER)


def before(tokens: Tokens, start: int, value: float) -> tuple[str, int] | None:
    """(kind, index where it begins) of the hedge that ends just before piece `start`; the longest one that fits."""
    if tokens.low(start - 1) not in _LAST_WORDS:
        return None
    for length in range(min(_LONGEST, start), 0, -1):
        phrase = tokens.phrase(start - length, start)
        kind = _HEDGES_BEFORE.get(phrase)
        if kind and value >= _PREPOSITIONS.get(phrase, 0.0):
            return kind, start - length
    return None


def after(tokens: Tokens, end: int) -> tuple[str, int] | None:
    """(kind, index after) of the hedge that begins at piece `end`."""
    if tokens.low(end) not in _FIRST_WORDS:
        return None
    for length in range(3, 0, -1):
        kind = _HEDGES_AFTER.get(tokens.phrase(end, end + length))
        if kind and end + length <= len(tokens):
            return kind, end + length
    return None


def widen(kind: str, value: float) -> tuple[float, float]:
    """The values that a hedged number may stand for."""
    return _WIDEN[kind](value)


def _over(value: float) -> tuple[float, float]:
    """`more than 3,000` reaches to the next round number (4,000), and at least 15 % on."""
    return value, max(value * (1 + _OVER), value + _roundness(value))


def _roundness(value: float) -> float:
    """The place of the last digit that is no zero: 1,000 for 3,000, 1 for 286; 0 for values that are no integers."""
    if value != int(value) or value <= 0:
        return 0.0
    whole, place = int(value), 1
    while whole % 10 == 0:
        whole, place = whole // 10, place * 10
    return float(place)


_WIDEN: dict[str, Callable[[float], tuple[float, float]]] = {
    "about": lambda value: (value * (1 - _ABOUT), value * (1 + _ABOUT)),
    "nearly": lambda value: (value * (1 - _NEARLY), value),
    "over": _over,
    "least": lambda value: (value, math.inf),
    "most": lambda value: (0.0, value),
}
