"""A text as words, numbers and signs with their offsets: what all fact readers walk over, cut once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from checker.language.text import normalise

# A number keeps separators that stand between digits (3.000, 3,5, 3'000); letters glued to digits part from them
# (`năm1993`, `10km`); a word keeps apostrophes inside (Côte d'Ivoire, soldier's); anything else is a sign of its own.
LETTERS = r"[^\W\d_]+(?:'[^\W\d_]+)*"
_TOKEN = re.compile(rf"\d{{1,40}}(?:[.,']\d{{1,40}}){{0,12}}|{LETTERS}|\.(?=\d)|[^\w\s]|_")
# Two words that lost their blank, as links in a wiki text do (`BelarusNga`); of names like YouTube, runs make one again.
_GLUED = re.compile("(?<=[a-zà-ỹ]{3})(?=[A-ZÀ-ÝĐ][a-zà-ỹ]{2})")
# Thousands set off by a blank at which no line breaks (ISO 80000-1): they are one number, whatever the language.
_SET_OFF = re.compile(r"(?<![\d.,])\d{1,3}(?:[\u00a0\u2007\u2009\u202f]\d{3})+(?!\d)")
# The same place, told by its capital: a search leaps from one to the next, where one for `_GLUED` stops at every letter.
_GLUED_CAPITAL = re.compile("[A-ZÀ-ÝĐ](?<=[a-zà-ỹ]{3}.)(?=[a-zà-ỹ]{2})")
_HAN = re.compile("[\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The pieces of one text, as parallel lists; `text` is aligned (same offsets as the original).

    `words` are as written, `lows` in lower case; `starts` and `ends` are code points. Past the end `low(i)` is "".
    `numerals` are the indexes of the pieces in digits.
    """

    text: str
    words: list[str]
    lows: list[str]
    starts: list[int]
    ends: list[int]
    numerals: list[int]

    def __len__(self) -> int:
        """How many pieces there are."""
        return len(self.words)

    def low(self, at: int) -> str:
        """The lower-case piece at an index, "" outside the text."""
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def word(self, at: int) -> str:
        """The piece as written, "" outside the text."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def near(self, at: int) -> bool:
        """True when nothing but at most one blank stands between piece `at` and the one before it; a tab parts the cells of a table."""
        if not 0 < at < len(self.starts):
            return False
        apart = self.starts[at] - self.ends[at - 1]
        return not apart or (apart == 1 and self.text[self.ends[at - 1]] != "\t")

    def glued(self, at: int) -> bool:
        """True when nothing at all stands between piece `at` and the one before it."""
        return 0 < at < len(self.starts) and self.starts[at] == self.ends[at - 1]

    def beginning(self, starters: frozenset[str]) -> list[int]:
        """The pieces at which something may begin: digits, and the given words in lower case."""
        if starters.isdisjoint(self.lows):
            return self.numerals
        return sorted({*(at for at, low in enumerate(self.lows) if low in starters), *self.numerals})

    def phrase(self, start: int, end: int) -> str:
        """Pieces `start`..`end` (exclusive) in lower case, one blank between them."""
        return " ".join(self.lows[start:end])


def tokenise(text: str) -> Tokens:
    """The pieces of a text in order."""
    plain = normalise.aligned(text if text.isascii() else _SET_OFF.sub(_joined, text))
    spans = [match.span() for match in _TOKEN.finditer(plain)]
    if lost_a_blank(plain):
        spans = [piece for span in spans for piece in _parted(plain, *span)]
    if not plain.isascii() and _HAN.search(plain):
        spans = [piece for span in spans for piece in _characters(plain, *span)]
    words = [plain[start:end] for start, end in spans]
    return Tokens(
        plain,
        words,
        _lowered(plain, words, spans),
        [start for start, _ in spans],
        [end for _, end in spans],
        [at for at, word in enumerate(words) if word[0].isdecimal()],
    )


def _joined(number: re.Match[str]) -> str:
    """The same number with the one separator that has no other meaning: 54'000."""
    return re.sub(r"\D", "'", number.group())


def _lowered(text: str, words: list[str], spans: list[tuple[int, int]]) -> list[str]:
    """The words in lower case, in which a letter may depend on its neighbours (σ, ς)."""
    if text.isascii():
        return list(map(str.lower, words))
    low = normalise.lowered(text)
    return [low[start:end] for start, end in spans]


def with_lost_blanks(text: str) -> str:
    """The text with a blank between words that lost it; offsets move."""
    return _GLUED.sub(" ", text) if lost_a_blank(text) else text


def lost_a_blank(text: str) -> bool:
    """True for a text with two words between which a blank was lost."""
    return _GLUED_CAPITAL.search(text) is not None


def _parted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The words of a piece that lost its blanks."""
    cuts = [start, *(match.start() for match in _GLUED.finditer(text, start, end)), end]
    return [(first, last) for first, last in pairwise(cuts) if last > first]


def _characters(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Han characters and kana one by one, since no blanks part their words; any other piece whole."""
    if not _HAN.search(text, start, end):
        return [(start, end)]
    return [(at, at + 1) for at in range(start, end)]
