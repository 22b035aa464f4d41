"""A source made ready once for all claims that cite it: sentences with offsets; its words and facts when asked for."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from checker.foundation.model import PartialDate, Passages
from checker.language.facts import mentions
from checker.language.glance import NOTHING_KNOWN, Glance, glance
from checker.language.text import detect, sentences
from checker.language.text.normalise import aligned, lowered
from checker.language.values import Mention, Period
from checker.language.word_lists import WordList
from checker.matching.source.datelines import dateline, with_year
from checker.matching.source.index import Index
from checker.matching.source.tables import Tables
from checker.matching.source.words import WORD, stems, stop_words, token_of

_COMMON = 2.0  # nats: without it the rarest word of a long page outweighs a whole clause (bench/matching.py, "weights")
_YEARS_BEFORE = 3  # sentences before a date without a year, in which its year may have been told
_LONGEST_ENTRY = 4  # sentences of an entry of a chronicle behind its first one
_HEADED = re.compile(r"[\])]?\s*(?:[–—:|\t-]|\s\.)")
_LONGEST_SENTENCE = 2_000  # code points: longer ones are tables and script without a full stop, and are cut in pieces


@dataclass(frozen=True, eq=False)
class Prepared:
    """One source's text as matching looks at it.

    `spans` are the sentences as offsets in `passages.text`; `postings` says in which sentences a stem stands,
    in order, each once; `heading` are the stems of the title, which hold for the whole page. `lexicons` are the word
    lists of the user by which claims in another language are read. The facts of a sentence are read when first asked
    for (`mentions`), since most sentences never are.
    """

    passages: Passages
    language: str
    spans: tuple[tuple[int, int], ...]
    postings: Index
    heading: frozenset[str]
    lexicons: tuple[WordList, ...] = ()
    _read: dict[int, tuple[Mention, ...]] = field(default_factory=dict)
    _glances: dict[int, Glance] = field(default_factory=dict)

    @cached_property
    def written(self) -> PartialDate | None:
        """The day of writing: the date that was handed in, made whole by the page's own where the two agree."""
        given = self.passages.date
        if given is not None and given.day is not None:
            return given
        own = dateline(self.passages.text, map(self.sentence, range(len(self.spans))), self.language)
        return own if own is not None and (given is None or given.agrees(own)) else given

    @cached_property
    def lowered(self) -> str:
        """The text in lower case, with plain quotes, dashes and blanks; offsets are the same."""
        return lowered(aligned(self.passages.text))

    @cached_property
    def tables(self) -> Tables:
        """The tables of the text."""
        return Tables(self.passages.text)

    @property
    def figures(self) -> tuple[int, ...]:
        """The sentences with a digit."""
        return self.postings.figures

    def sentence(self, number: int) -> str:
        """The words of one sentence."""
        start, end = self.spans[number]
        return self.passages.text[start:end]

    def mentions(self, number: int) -> tuple[Mention, ...]:
        """The facts of one sentence, with offsets in that sentence."""
        if number not in self._read:
            found = mentions(self.sentence(number), self.language, base=self.written)
            start, end = self.spans[max(0, number - _YEARS_BEFORE)][0], self.spans[number][1]
            found = with_year(found, self.passages.text[start:end], self.written)
            if self.tables.all:
                found = self.tables.measured(found, self.spans[number][0], self.language)
            self._read[number] = found
        return self._read[number]

    def entry_date(self, number: int) -> Period | None:
        """The date with which the line of a sentence begins, where others stand before it: `2023 – Revenue rose. It has 410 workers.`"""
        first = number
        while first and number - first < _LONGEST_ENTRY and "\n" not in self._between(first):
            first -= 1
        head = next(iter(self.mentions(first)), None) if first < number else None
        if head is None or not isinstance(head.value, Period) or head.value.start.year is None:
            return None
        sentence = self.sentence(first)
        headed = not sentence[: head.start].strip("•-*–—[( ") and _HEADED.match(sentence, head.end)
        return head.value if headed else None

    def _between(self, number: int) -> str:
        """What stands between a sentence and the one before it."""
        return self.passages.text[self.spans[number - 1][1] : self.spans[number][0]]

    def is_read(self, number: int) -> bool:
        """True for a sentence whose facts are known."""
        return number in self._read

    def glance(self, number: int) -> Glance:
        """A glance at one sentence; in a table, whose headings say what its figures are, anything may stand."""
        if number not in self._glances:
            in_a_table = self.tables.all and self.tables.touched_by(*self.spans[number])
            self._glances[number] = NOTHING_KNOWN if in_a_table else glance(self.sentence(number), self.language)
        return self._glances[number]

    def saying(self, keys: Collection[str], numbers: Sequence[int] | None = None) -> dict[str, list[int]]:
        """Which of some sentences, or of all, have these stems, or phrases: stems with blanks between, function words as they are."""
        if numbers is None:
            numbers, postings = range(len(self.spans)), self.postings
        else:
            postings = self._postings_of(numbers)
        postings.seek(dict.fromkeys(word for key in keys for word in key.split(" ")))
        found = {key: [numbers[at] for at in postings.get(key)] for key in keys if " " not in key}
        for key in keys:
            if " " in key:
                words = [word for word in key.split(" ") if word not in stop_words(self.language)]
                both = set.intersection(*(set(postings.get(word)) for word in words)) if words else set[int]()
                found[key] = [numbers[at] for at in both if f" {key} " in self._as_tokens(numbers[at])]
        return found

    def _postings_of(self, numbers: Sequence[int]) -> Index:
        """The words of some sentences, which are numbered anew."""
        sentences = list(map(self.sentence, numbers))
        starts = itertools.accumulate((len(each) + 1 for each in sentences), initial=0)
        spans = [(start, start + len(each)) for start, each in zip(starts, sentences, strict=False)]
        return Index("\n".join(sentences), spans, self.language)

    def _as_tokens(self, number: int) -> str:
        tokens = (token_of(word, self.language) for word in WORD.findall(self.sentence(number)))
        return f" {' '.join(tokens)} "

    def rarity(self, stem: str) -> float:
        """How much a word tells here: inverse sentence frequency in nats, raised so that common words still count."""
        return _COMMON + math.log((len(self.spans) + 1) / (len(self.postings.get(stem)) + 0.5))


def prepare(passages: Passages, lexicons: tuple[WordList, ...] = ()) -> Prepared:
    """The source ready for `match`; one pass, linear in the length of its text."""
    language = passages.language or detect.detect(passages.text[:20_000])
    spans = sentences.cut(passages.text, language)
    if any(end - start > _LONGEST_SENTENCE for start, end in spans):
        spans = list(_pieces(spans))
    heading = frozenset(stems(passages.title, language))
    return Prepared(passages, language, tuple(spans), Index(passages.text, spans, language), heading, lexicons)


def _pieces(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The same spans, the longest in pieces."""
    for start, end in spans:
        if end - start <= _LONGEST_SENTENCE:
            yield start, end
        else:
            yield from ((at, min(at + _LONGEST_SENTENCE, end)) for at in range(start, end, _LONGEST_SENTENCE))
