"""Numbers with Han multipliers, in digits, in characters or both: `三千五百`, `12万`, `6億2千万`, `1億2000万`."""

from __future__ import annotations

from checker.language.text.tokens import Tokens

DIGITS = {
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "兩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
}  # fmt: skip
SCALES = {
    "十": 10.0, "百": 1e2, "千": 1e3, "万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8, "兆": 1e12,
}  # fmt: skip
LANGUAGES = frozenset({"zh", "ja"})
_LONGEST = 20
_MYRIAD = 1e4


def in_characters(tokens: Tokens, start: int) -> tuple[float, int] | None:
    """(value, index after); a lone digit is left out, since many words are written with one."""
    value, end, _ = _read(tokens, start)
    return (value, end) if end - start >= 2 and value else None


def after_digits(tokens: Tokens, start: int, first: float) -> tuple[float, int] | None:
    """(value, index after) of digits with multipliers behind them, smaller parts in digits or characters included."""
    if tokens.low(start + 1) not in SCALES:
        return None
    value, end, last = _read(tokens, start, first)
    return (value, end) if last else None


def _read(tokens: Tokens, start: int, first: float | None = None) -> tuple[float, int, float]:
    """(value, index after, the last multiplier): units before a small multiplier, sections before a great one."""
    total = section = last = 0.0
    current, end = (0.0, start) if first is None else (first, start + 1)
    while end < len(tokens) and end - start < _LONGEST and (end == start or tokens.glued(end)):
        piece = tokens.words[end]
        scale = SCALES.get(piece, 0.0)
        if piece in DIGITS:
            in_row = end > start and tokens.words[end - 1] in DIGITS
            current = current * 10 + DIGITS[piece] if in_row else DIGITS[piece]
        elif scale >= _MYRIAD and (section or current):
            total, section, current, last = total + (section + current) * scale, 0.0, 0.0, scale
        elif scale and scale < _MYRIAD:
            section, current, last = section + (current or 1.0) * scale, 0.0, scale
        elif piece.isdecimal() and last and len(piece) <= 4 and not current:
            current = float(piece)
        else:
            break
        end += 1
    return total + section + current, end, last
