"""Words of plain letters, looked for in a page as it stands: a search for their first letters costs less than cutting the page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from functools import cached_property, lru_cache

from checker.matching.words import beginning_of, keys_of, letters_kept, opening_of

_BLANK = ord(" ")
_SPACED = bytes(byte if chr(byte).isalnum() else _BLANK for byte in range(128)).lower() + b" " * 128


class PlainWords:
    """The words of those sentences of a text that have no letters but ASCII; `others` are the numbers of the rest.

    Only for languages whose stems keep the first letters of a word (`keeps_beginnings`).
    """

    def __init__(self, text: str, spans: Sequence[tuple[int, int]], others: Collection[int], language: str) -> None:
        self._text = text
        self._spans = spans
        self._others = others
        self._language = language

    def sentences_with(self, stem: str) -> list[int]:
        """The numbers of the sentences with a word of this stem, in order, each once."""
        if not (stem.isascii() and stem.isalnum()) or len(self._others) == len(self._spans):
            return []
        beginning = beginning_of(stem, self._language) if stem.isalpha() else stem
        if len(beginning) > letters_kept(self._language):
            return self._with_words(beginning.encode("ascii"), stem)
        words = {word for word in self._opened_like(stem) if self._has(word, stem)}
        return sorted({number for word in words for number in self._with_words(word, stem)})

    @cached_property
    def _spaced(self) -> bytes:
        """The text in lower case, a byte for each code point; all but letters and digits are blanks, and one stands behind."""
        return self._text.encode("ascii", "replace").translate(_SPACED) + b" "

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self._spans]

    def _has(self, word: bytes, stem: str) -> bool:
        return stem in keys_of(word.decode("ascii"), self._language)

    def _opened_like(self, stem: str) -> set[bytes]:
        """The words with the first letters of a stem, which are few letters: what they are is asked once for each."""
        return set(_opened_by(opening_of(stem, self._language)).findall(self._spaced))

    def _with_words(self, letters: bytes, stem: str) -> list[int]:
        """The sentences with a word of a stem that begins with such letters, in order, each once.

        The search is for letters alone, since one for a blank stops at every word; the rest of a sentence is leapt over.
        """
        text, starts = self._spaced, self._starts
        known: dict[bytes, bool] = {}
        found: list[int] = []
        at = text.find(letters)
        while at >= 0:
            end = text.find(b" ", at)
            if not at or text[at - 1] == _BLANK:
                word = text[at:end]
                if word not in known:
                    known[word] = self._has(word, stem)
                if known[word]:
                    number = bisect_right(starts, at) - 1
                    end = self._spans[number][1]
                    if number not in self._others:
                        found.append(number)
            at = text.find(letters, end)
        return found


@lru_cache(maxsize=2_000)
def _opened_by(opening: str) -> re.Pattern[bytes]:
    """Words with such first letters, as `opening_of` gives them: an i there may be a y here.

    What stands before a word is looked at behind its first letter, so that the search leaps from one such letter to the next.
    """
    first, *more = ("[iy]" if letter == "i" else letter for letter in opening)
    return re.compile(f"{first}(?<![0-9a-z]{first}){''.join(more)}[0-9a-z]*".encode("ascii"))
