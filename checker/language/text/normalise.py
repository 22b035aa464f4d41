"""Texts made comparable: folded for lookups, keyed for comparison, aligned where offsets must stay."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# One code point for one, so that offsets stay: typographic quotes, dashes, blanks, minus, fullwidth forms.
_ALIGNED = {
    **dict.fromkeys("“”„‟«»〝〞＂", '"'),
    **dict.fromkeys("‘’‚‛ʼ＇`´", "'"),
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
    **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
    "，": ",",
    "％": "%",
    "：": ":",
    "（": "(",
    "）": ")",
}
_UNALIGNED = re.compile(f"[{''.join(_ALIGNED)}]")
# Two spellings of one Vietnamese word: hoà is hòa, thuỷ is thủy (not quý, where u belongs to q), kỹ is kĩ.
_MARK_ON_SECOND = re.compile(r"(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\w)")
_MARK_ON_FIRST = {
    bare + second: first + plain
    for bare, firsts, plain, seconds in (
        ("o", "òóỏõọ", "a", "àáảãạ"),
        ("o", "òóỏõọ", "e", "èéẻẽẹ"),
        ("u", "ùúủũụ", "y", "ỳýỷỹỵ"),
    )
    for first, second in zip(firsts, seconds, strict=True)
}
_MARK_MOVED = {first: second for second, first in _MARK_ON_FIRST.items()}
_MARKED_ON_FIRST = re.compile(rf"(?:{'|'.join(_MARK_MOVED)})(?!\w)")
_LAST_Y = re.compile(r"(?<=^[hklmst])[yỳýỷỹỵ]$")
_I_OF_Y = dict(zip("yỳýỷỹỵ", "iìíỉĩị", strict=True))
_NOT_WORD = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """NFC and casefolded: `TIẾNG VIỆT` in any encoding of its accents is `tiếng việt`."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


@lru_cache(maxsize=100_000)
def key(text: str) -> str:
    """A comparison key: lower case, no marks on letters, đ as d, one blank for any run of other characters.

    `hòa`, `hoà` and `Hoa` share one, as do `Nguyễn Văn-A.` and `nguyen van a`; scripts stay as they are.
    """
    bare = text.casefold().replace("đ", "d").replace("ı", "i").replace("ø", "o").replace("ł", "l")
    bare = "".join(char for char in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(char))
    return _NOT_WORD.sub(" ", bare).strip()


def aligned(text: str) -> str:
    """The text with quotes, dashes, blanks and fullwidth forms unified, code point by code point: offsets stay."""
    if text.isascii():
        return text.replace("`", "'")
    return _UNALIGNED.sub(_as_aligned, text)


def _as_aligned(found: re.Match[str]) -> str:
    return _ALIGNED[found.group()]


def lowered(text: str) -> str:
    """`aligned` text in lower case, offsets kept (İ, the one letter whose lower case is longer, stays as it is)."""
    low = text.lower()
    return low if len(low) == len(text) else "İ".join(piece.lower() for piece in text.split("İ"))


def composed(text: str) -> tuple[str, list[int] | None]:
    """The text in NFC, and for each of its code points (and its end) the offset in `text`; None when nothing moved."""
    if unicodedata.is_normalized("NFC", text):
        return text, None
    out: list[str] = []
    offsets: list[int] = []
    start = 0
    for end in [*_starters(text), len(text)]:
        if end > start:
            piece = unicodedata.normalize("NFC", text[start:end])
            out.append(piece)
            offsets.extend([start] * len(piece))
            start = end
    return "".join(out), [*offsets, len(text)]


def _starters(text: str) -> list[int]:
    """Offsets at which a character begins that does not lean on the one before it."""
    return [
        at for at, char in enumerate(text) if at and not unicodedata.combining(char) and not "\u1160" < char < "\u1200"
    ]


def toned(word: str) -> str:
    """A Vietnamese word in small letters in one of its spellings: the mark on the first of two open vowels, i for a last y."""
    return _MARK_ON_SECOND.sub(
        lambda open_: _MARK_ON_FIRST[open_.group()], _LAST_Y.sub(lambda y: _I_OF_Y[y.group()], word)
    )


def mark_moved(word: str) -> str:
    """A Vietnamese word in small letters with its mark on the second of two open vowels: `toà` for `tòa`."""
    return _MARKED_ON_FIRST.sub(lambda open_: _MARK_MOVED[open_.group()], word)
