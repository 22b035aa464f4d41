"""One spelling for comparing words: without case, composed or not, wherever a Vietnamese tone mark stands."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
# Grave, acute, tilde, hook above, dot below: both `hòa` and `hoà` are correct, by the old rule and by the new.
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


def compared(text: str) -> str:
    """`Hòa`, `hoà` and their decomposed forms are one; `hoa` stays another word."""
    apart = unicodedata.normalize("NFD", text.casefold())
    if apart.isascii():
        return apart
    return unicodedata.normalize("NFC", _WORD.sub(_tone_last, apart))


def _tone_last(word: re.Match[str]) -> str:
    return _TONE.sub("", word[0]) + "".join(_TONE.findall(word[0]))
