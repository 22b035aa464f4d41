"""Words of plain letters, looked for in a page as it stands: a search for their first letters costs less than cutting the page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property, lru_cache

from checker.matching.words import beginning_of, keys_of, letters_kept, opening_of

_RUN = re.compile(rb"[0-9a-z]+")


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
        last = -1
        for at, word in self._likely(stem):
            if word not in known:
                known[word] = stem in keys_of(word.decode("ascii"), self._language)
            if known[word]:
                number = bisect_right(self._starts, at) - 1
                if number != last and number not in self._others:
                    yield number
                    last = number

    @cached_property
    def _lowered(self) -> bytes:
        """The text in lower case, a byte for each code point; what is not ASCII is a question mark."""
        return self._text.encode("ascii", "replace").lower()

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self._spans]

    def _likely(self, stem: str) -> Iterator[tuple[int, bytes]]:
        """Words that may have a stem, in lower case, and where they stand."""
        beginning = beginning_of(stem, self._language) if stem.isalpha() else stem
        if len(beginning) > letters_kept(self._language):
            yield from _beginning_with(beginning.encode("ascii"), self._lowered)
        else:
            opening = _opened_by(opening_of(stem, self._language))
            yield from ((word.start(), word.group()) for word in opening.finditer(self._lowered))


def _beginning_with(letters: bytes, text: bytes) -> Iterator[tuple[int, bytes]]:
    at = text.find(letters)
    while at >= 0:
        word = _RUN.match(text, at)
        assert word is not None
        if at == 0 or not text[at - 1 : at].isalnum():
            yield at, word.group()
        at = text.find(letters, word.end())


@lru_cache(maxsize=2_000)
def _opened_by(opening: str) -> re.Pattern[bytes]:
    """Words with such first letters, as `opening_of` gives them: an i there may be a y here.

    What stands before a word is looked at behind its first letter, so that the search leaps from one such letter to the next.
    """
    first, *more = ("[iy]" if letter == "i" else letter for letter in opening)
    return re.compile(f"{first}(?<![0-9a-z]{first}){''.join(more)}[0-9a-z]*".encode("ascii"))
