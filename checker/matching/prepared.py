"""A source made ready once for all claims that cite it: sentences with offsets, an index of words, facts on demand."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from checker.foundation.model import PartialDate, Passages
from checker.language import detect, sentences
from checker.language.facts import mentions
from checker.language.values import Mention
from checker.matching.datelines import dateline, with_year
from checker.matching.words import stems

_DIGIT = re.compile(r"\d")
_COMMON = 2.0  # nats: without it the rarest word of a long page outweighs a whole clause (bench/matching.py, "weights")
_YEARS_BEFORE = 3  # sentences before a date without a year, in which its year may have been told
_LONGEST_SENTENCE = 2_000  # code points: longer ones are tables and script without a full stop, and are cut in pieces


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """One source's text as matching looks at it.

    `spans` are the sentences as offsets in `passages.text`; `postings` says in which sentences a stem stands,
    in order, each once; `heading` are the stems of the title, which hold for the whole page; `figures` the sentences with a digit;
    `written` is the day of writing, as the source's own head tells it where nobody else does. The facts of a
    sentence are read when first asked for (`mentions`), since most sentences never are.
    """

    passages: Passages
    language: str
    spans: tuple[tuple[int, int], ...]
    postings: dict[str, list[int]]
    heading: frozenset[str]
    figures: tuple[int, ...]
    written: PartialDate | None = None
    _read: dict[int, tuple[Mention, ...]] = field(default_factory=dict)

    def sentence(self, number: int) -> str:
        """The words of one sentence."""
        start, end = self.spans[number]
        return self.passages.text[start:end]

    def mentions(self, number: int) -> tuple[Mention, ...]:
        """The facts of one sentence, with offsets in that sentence."""
        if number not in self._read:
            found = mentions(self.sentence(number), self.language, base=self.written)
            start, end = self.spans[max(0, number - _YEARS_BEFORE)][0], self.spans[number][1]
            self._read[number] = with_year(found, self.passages.text[start:end], self.written)
        return self._read[number]

    def rarity(self, stem: str) -> float:
        """How much a word tells here: inverse sentence frequency in nats, raised so that common words still count."""
        return _COMMON + math.log((len(self.spans) + 1) / (len(self.postings.get(stem, ())) + 0.5))


def prepare(passages: Passages) -> Prepared:
    """The source ready for `match`; one pass, linear in the length of its text."""
    language = passages.language or detect.detect(passages.text[:20_000])
    spans = tuple(_pieces(sentences.cut(passages.text, language)))
    places = _places(passages.text, spans)
    figures = {number for written, numbers in places.items() if _DIGIT.search(written) for number in numbers}
    heading = frozenset(stems(passages.title, language))
    stems_at = _by_stem(places, language)
    written = _written(passages, language, spans)
    return Prepared(passages, language, spans, stems_at, heading, tuple(sorted(figures)), written)


def _written(passages: Passages, language: str, spans: Sequence[tuple[int, int]]) -> PartialDate | None:
    """The day of writing: the date that was handed in, made whole by the page's own where the two agree."""
    given = passages.date
    if given is not None and given.day is not None:
        return given
    own = dateline(passages.text, (passages.text[start:end] for start, end in spans), language)
    return own if own is not None and (given is None or given.agrees(own)) else given


def _pieces(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The same spans, the longest in pieces."""
    for start, end in spans:
        if end - start <= _LONGEST_SENTENCE:
            yield start, end
        else:
            yield from ((at, min(at + _LONGEST_SENTENCE, end)) for at in range(start, end, _LONGEST_SENTENCE))


def _places(text: str, spans: Iterable[tuple[int, int]]) -> Mapping[str, list[int]]:
    """In which sentences everything between two blanks stands, as it is written.

    A page has far fewer words than places of words, so that words are taken apart and stemmed after this.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for number, (start, end) in enumerate(spans):
        for written in set(text[start:end].split()):
            places[written].append(number)
    return places


def _by_stem(places: Mapping[str, list[int]], language: str) -> dict[str, list[int]]:
    """In which sentences every stem stands, in order, each once."""
    forms: dict[str, list[list[int]]] = defaultdict(list)
    for written, numbers in places.items():
        for stem in dict.fromkeys(stems(written, language)):
            forms[stem].append(numbers)
    return {stem: found[0] if len(found) == 1 else sorted(set().union(*found)) for stem, found in forms.items()}
