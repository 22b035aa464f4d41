"""A source made ready once for all claims that cite it: sentences with offsets, an index of words, facts on demand."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field

from checker.foundation.model import Passages
from checker.language import detect, sentences
from checker.language.facts import mentions
from checker.language.values import Mention
from checker.matching.words import stems

_DIGIT = re.compile(r"\d")
_COMMON = 2.0  # nats: without it the rarest word of a long page outweighs a whole clause (bench/matching.py, "weights")
_LONGEST_SENTENCE = 2_000  # code points: longer ones are tables and script without a full stop, and are cut in pieces


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """One source's text as matching looks at it.

    `spans` are the sentences as offsets in `passages.text`; `postings` says in which sentences a stem stands,
    in order, each once; `heading` are the stems of the title, which hold for the whole page; `figures` the sentences with a digit. The facts of a
    sentence are read when first asked for (`mentions`), since most sentences never are.
    """

    passages: Passages
    language: str
    spans: tuple[tuple[int, int], ...]
    postings: dict[str, list[int]]
    heading: frozenset[str]
    figures: tuple[int, ...]
    _read: dict[int, tuple[Mention, ...]] = field(default_factory=dict)

    def sentence(self, number: int) -> str:
        """The words of one sentence."""
        start, end = self.spans[number]
        return self.passages.text[start:end]

    def mentions(self, number: int) -> tuple[Mention, ...]:
        """The facts of one sentence, with offsets in that sentence."""
        if number not in self._read:
            self._read[number] = mentions(self.sentence(number), self.language, base=self.passages.date)
        return self._read[number]

    def rarity(self, stem: str) -> float:
        """How much a word tells here: inverse sentence frequency in nats, raised so that common words still count."""
        return _COMMON + math.log((len(self.spans) + 1) / (len(self.postings.get(stem, ())) + 0.5))


def prepare(passages: Passages) -> Prepared:
    """The source ready for `match`; one pass, linear in the length of its text."""
    language = passages.language or detect.detect(passages.text[:20_000])
    spans = tuple(piece for span in sentences.cut(passages.text, language) for piece in _pieces(*span))
    postings: dict[str, list[int]] = {}
    for number, (start, end) in enumerate(spans):
        for stem in dict.fromkeys(stems(passages.text[start:end], language)):
            postings.setdefault(stem, []).append(number)
    figures = tuple(number for number, (start, end) in enumerate(spans) if _DIGIT.search(passages.text, start, end))
    return Prepared(passages, language, spans, postings, frozenset(stems(passages.title, language)), figures)


def _pieces(start: int, end: int) -> list[tuple[int, int]]:
    return [(at, min(at + _LONGEST_SENTENCE, end)) for at in range(start, end, _LONGEST_SENTENCE)]
