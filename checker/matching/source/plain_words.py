"""Words of plain letters, looked for in a page as it stands: a search for their first letters costs less than cutting the page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property, lru_cache

from checker.matching.source.words import beginning_of, keys_of, letters_kept, opening_of

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

    def sentences_with(self, stem: str) -> Iterator[int]:
        """The numbers of the sentences with a word of this stem, in order, each once."""
        if not (stem.isascii() and stem.isalnum()) or len(self._others) == len(self._spans):
            return
        known: dict[bytes, bool] = {}
        end = 0  # of the sentence that was found last: what else it has need not be looked at
        for at, word in self._likely(stem):
            if at < end:
                continue
            if word not in known:
                known[word] = stem in keys_of(word.decode("ascii"), self._language)
            if known[word]:
                number = bisect_right(self._starts, at) - 1
                end = self._spans[number][1]
                if number not in self._others:
                    yield number

    @cached_property
    def _spaced(self) -> bytes:
        """The text in lower case, a byte for each code point; all but letters and digits are blanks, and one stands behind."""
        return self._text.encode("ascii", "replace").translate(_SPACED) + b" "

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self._spans]

    def _likely(self, stem: str) -> Iterator[tuple[int, bytes]]:
        """Words that may have a stem, in lower case, and where they stand."""
        beginning = beginning_of(stem, self._language) if stem.isalpha() else stem
        if len(beginning) >= letters_kept(self._language):
            yield from _beginning_with(beginning.encode("ascii"), self._spaced)
        else:
            opening = _opened_by(opening_of(stem, self._language))
            yield from ((word.start(), word.group()) for word in opening.finditer(self._spaced))


def _beginning_with(letters: bytes, spaced: bytes) -> Iterator[tuple[int, bytes]]:
    """Words with such first letters; the search is for these alone, since one for a blank stops at every word."""
    at = spaced.find(letters)
    while at >= 0:
        end = spaced.find(b" ", at)
        if not at or spaced[at - 1] == _BLANK:
            yield at, spaced[at:end]
        at = spaced.find(letters, end)


@lru_cache(maxsize=2_000)
def _opened_by(opening: str) -> re.Pattern[bytes]:
    """Words with such first letters, as `opening_of` gives them: an i there may be a y here.

    What stands before a word is looked at behind its first letter, so that the search leaps from one such letter to the next.
    """
    first, *more = ("[iy]" if letter == "i" else letter for letter in opening)
    return re.compile(f"{first}(?<![0-9a-z]{first}){''.join(more)}[0-9a-z]*".encode("ascii"))
