"""Times of day: `8:30 p.m.`, `8 pm`, `lúc 8 giờ 30`, `8 giờ tối`, `20h30`; hours of the day, not hours that last."""

from __future__ import annotations

from checker.language.numbers.words import EN_UNITS
from checker.language.text.tables import words
from checker.language.text.tokens import Tokens
from checker.language.values import Quantity

_MORNING = words("am sáng")
_EVENING = words("pm chiều tối đêm")
_NOON = "trưa"
_HALF, _NOON_HOUR = 0.5, 12
_MINUTES = {"half": _HALF, "quarter": 0.25}
_NO_TIME = words("% percent per quarters thirds fifths sixths eighths tenths million billion out")
_PARTS = words("half quarter a")


def at(tokens: Tokens, start: int, language: str) -> tuple[Quantity, int, int, int] | None:
    """(the hour as `clock`, first piece, end, where to read on) of the time that begins at `start`.

    A time without its half of the day has the other one as second reading.
    """
    word = tokens.words[start]
    if tokens.low(start) in _PARTS and language in ("en", ""):
        return _said(tokens, start)
    if len(word) > 5 or not word.replace(".", "").isdecimal():
        return None
    hour, minute, end = _face(tokens, start, language)
    if not (0 <= hour <= 24 and 0 <= minute < 60) or end == start:
        return None
    part, end = _part_of_day(tokens, end)
    said = hour + minute / 60
    if part == "evening" and hour < 12:
        said += 12
    other = said + 12 if not part and 0 < hour < 12 else None
    return Quantity(said, said, "clock", said=said, other=other), start, end, end


def _said(tokens: Tokens, start: int) -> tuple[Quantity, int, int, int] | None:
    """`half past seven`, `a quarter to six`: either half of the day."""
    at = start + (tokens.low(start) == "a")
    minutes, joint = _MINUTES.get(tokens.low(at)), tokens.low(at + 1)
    hour = tokens.word(at + 2)
    said = EN_UNITS.get(hour.lower(), 0) if hour.isalpha() else int(hour) if hour.isdecimal() and len(hour) < 3 else 0
    if (
        minutes is None
        or joint not in ("past", "to")
        or (joint == "to" and minutes == _HALF)
        or not 1 <= said <= _NOON_HOUR
    ):
        return None
    if tokens.low(at + 3) in _NO_TIME:
        return None  # `from a quarter to three quarters`
    time = said % _NOON_HOUR + (minutes if joint == "past" else -minutes)
    return Quantity(time, time, "clock", said=time, other=time + _NOON_HOUR), start, at + 3, at + 3


def _face(tokens: Tokens, start: int, language: str) -> tuple[int, int, int]:
    """(hour, minute, index after); the index stays `start` where no time stands."""
    word = tokens.words[start]
    minutes = tokens.word(start + 2)
    whole = len(minutes) == 2 and minutes.isdecimal()
    if (
        tokens.low(start + 1) == ":"
        and whole
        and tokens.glued(start + 1)
        and tokens.glued(start + 2)
        and word.isdecimal()
    ):
        return int(word), int(minutes), start + 3
    if language == "vi":
        return _vietnamese_face(tokens, start)
    hour, _, minutes = word.partition(".")
    if _part_of_day(tokens, start + 1)[0] and hour and (not minutes or len(minutes) == 2):
        return int(hour), int(minutes or 0), start + 1
    return 0, 0, start


def _vietnamese_face(tokens: Tokens, start: int) -> tuple[int, int, int]:
    """`8 giờ 30 (phút)`, `20h30`, where a word says that it is a time: `lúc`, `sáng`, minutes that follow."""
    word, sign = tokens.words[start], tokens.low(start + 1)
    if not word.isdecimal() or len(word) > 2 or sign not in ("giờ", "h"):
        return 0, 0, start
    minutes, end = tokens.word(start + 2), start + 2
    timed = minutes.isdecimal() and len(minutes) == 2 and tokens.near(start + 2)
    end += timed + (timed and tokens.low(start + 3) == "phút")
    cued = tokens.low(start - 1) == "lúc" or _part_of_day(tokens, end)[0] or (sign == "h" and timed)
    return (int(word), int(minutes) if timed else 0, end) if cued else (0, 0, start)


def _part_of_day(tokens: Tokens, at: int) -> tuple[str, int]:
    """("morning", "evening" or "", index after) of `a.m.`, `pm`, `sáng`, `tối`."""
    low = tokens.low(at)
    if low in ("a", "p") and tokens.low(at + 1) == "." and tokens.low(at + 2) == "m":
        return ("morning" if low == "a" else "evening"), at + 3 + (tokens.low(at + 3) == ".")
    if low in _MORNING:
        return "morning", at + 1
    if low in _EVENING:
        return "evening", at + 1
    return ("noon", at + 1) if low == _NOON else ("", at)
