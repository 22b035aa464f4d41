"""What a glance at a text tells of the figures and dates in it, a twentieth of the work of reading its facts.

It may leave a value possible that does not stand there, and never rules one out that does: what none of these rules is for
(`Glance.open`) could be anything. `checker/matching/facts/glances.py` asks it of sentences that most likely have nothing to say.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from checker.language.dates import relative
from checker.language.numbers import glances as numbers
from checker.language.text import normalise
from checker.language.text.tokens import LETTERS, with_lost_blanks

_WORD = re.compile(LETTERS)
_FIGURE = re.compile(r"\d+(?:[.,']\d+)*")
_RUN = re.compile(r"\d+")
# Other scripts than Latin and Cyrillic, whose figures need no blanks; marks that lean on letters; parts of one.
_OPEN = re.compile(r"[^\x00-\u024f\u0400-\u04ff\u1e00-\u1eff\u2000-\u203a\u20a0-\u20bf]|[¼½¾]")
_SPACED = re.compile(r"\d\s+\d")
_JOINED = re.compile(r"\d\s*[-/]\s*\d|\d\.\d+\.\d")
_RANGE = re.compile(r"(?:[-~]|\b(?:to|or|đến|tới|à|ou|bis|oder|a|o|до))\s*\d")
_BETWEEN = re.compile(r"\b(?:and|và|und|et|y|to)\s*\d")
_NUMERAL = re.compile(r"(?<![^\W_])[IVXLCDM]+(?![^\W_])")
_LONGEST_YEAR = 4  # digits


@dataclass(frozen=True, slots=True)
class Glance:
    """The words of a text in lower case, the significant digits of its figures (35 for `3,500` and `0.35`), and its short numbers.

    `open` where anything may stand there; `joined` where a sign joins digits, as in dates and fractions; `ranges` where a
    figure may lie between two others; `numerals` where a Roman one may stand; `relative` where a date may be told by another one.
    """

    words: frozenset[str]
    digits: frozenset[str]
    numbers: frozenset[int]
    open: bool
    joined: bool
    ranges: bool
    numerals: bool
    relative: bool

    def has(self, words: Collection[str]) -> bool:
        """True when one of these words stands there."""
        return not self.words.isdisjoint(words)


NOTHING_KNOWN = Glance(
    frozenset(), frozenset(), frozenset(), open=True, joined=True, ranges=True, numerals=True, relative=True
)


def glance(text: str, language: str) -> Glance:
    """A glance at a text of a language (ISO 639-1, "" is read as English)."""
    plain = normalise.aligned(text)
    if (not text.isascii() and _OPEN.search(text)) or _SPACED.search(plain):
        return NOTHING_KNOWN
    words = _WORD.findall(normalise.lowered(with_lost_blanks(plain)))
    held = frozenset(words)
    written = _FIGURE.findall(plain)
    ranges = _RANGE.search(plain) or (not held.isdisjoint(numbers.RANGE_OPENERS) and _BETWEEN.search(plain))
    return Glance(
        held,
        frozenset(map(significant, written)),
        frozenset(int(run) for figure in written for run in _RUN.findall(figure) if len(run) <= _LONGEST_YEAR),
        open=False,
        joined=_JOINED.search(plain) is not None,
        ranges=bool(ranges),
        numerals=_NUMERAL.search(plain) is not None,
        relative=relative.may_stand(words, language),
    )


def significant(figure: str) -> str:
    """The digits of a figure that its multipliers leave as they are: without noughts before and behind."""
    return "".join(_RUN.findall(figure)).strip("0")
