"""In which sentences of a source a word stands: looked for when asked, since a claim asks for few of a page's words.

Stemming is what takes long, and then cutting a page into words. So in sentences whose letters are all ASCII, words are looked
for as they stand (`plain_words`). Those of other sentences are sorted by their first letters, which stemming leaves alone, and
those that may have a wanted stem are stemmed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from checker.matching.source.plain_words import PlainWords
from checker.matching.source.words import (
    WORD,
    beginning_of,
    folded,
    is_unspaced,
    keeps_beginnings,
    keys_of,
    letters_kept,
    opening_of,
)

_DIGIT = re.compile(r"\d")
_OTHER_LETTER = re.compile(r"[^\W_\x00-\x7f]")


class Index:
    """The words of a source by sentence; `spans` are the sentences as offsets in the text."""

    def __init__(self, text: str, spans: Sequence[tuple[int, int]], language: str) -> None:
        self._text = text
        self._spans = spans
        self._language = language
        self._found: dict[str, list[int]] = {}

    def __contains__(self, stem: str) -> bool:
        """True when a stem stands anywhere in the source."""
        if stem in self._found:
            return bool(self._found[stem])
        return bool(self._written(stem)) or any(True for _ in self._plain.sentences_with(stem))

    def get(self, stem: str, nowhere: Sequence[int] = ()) -> Sequence[int]:
        """In which sentences a stem stands, in order, each once."""
        if stem not in self._found:
            self.seek((stem,))
        return self._found[stem] or nowhere

    def seek(self, stems: Iterable[str]) -> None:
        """Find where all these stems stand, in one pass: cheaper than one after the other."""
        sought = {stem: list(self._plain.sentences_with(stem)) for stem in stems if stem not in self._found}
        self._found |= sought
        wanted: dict[str, list[list[int]]] = {}
        for stem, places in sought.items():
            for written in self._written(stem):
                wanted.setdefault(written, []).append(places)
        for number, words in self._sentences if wanted else ():
            for written in set(wanted).intersection(words):
                for places in wanted[written]:
                    if not places or places[-1] != number:
                        places.append(number)
        for places in sought.values():
            places.sort()

    @cached_property
    def figures(self) -> tuple[int, ...]:
        """The sentences with a digit."""
        return tuple(number for number, (start, end) in enumerate(self._spans) if _DIGIT.search(self._text, start, end))

    @cached_property
    def _plain(self) -> PlainWords:
        return PlainWords(self._text, self._spans, self._others, self._language)

    @cached_property
    def _others(self) -> frozenset[int]:
        """The sentences that are not plain: with other letters than ASCII, or beginning or ending within a word."""
        text, spans = self._text, self._spans
        if not keeps_beginnings(self._language):
            return frozenset(range(len(spans)))
        others = set[int]()
        if not text.isascii():
            written = (text[start:end] for start, end in spans)
            others.update(
                number for number, each in enumerate(written) if not each.isascii() and _OTHER_LETTER.search(each)
            )
        touching = [number for number, ((_, end), (start, _)) in enumerate(pairwise(spans)) if end == start]
        for number in touching:
            end = spans[number][1]
            if text[end - 1].isalnum() and text[end].isalnum():
                others |= {number, number + 1}
        return frozenset(others)

    @cached_property
    def _sentences(self) -> list[tuple[int, list[str]]]:
        """Every sentence that is not plain as what stands between two blanks, as it is written; with its number."""
        text, spans = self._text, self._spans
        return [(number, text[spans[number][0] : spans[number][1]].split()) for number in sorted(self._others)]

    @cached_property
    def _words(self) -> dict[str, list[tuple[str, str]]]:
        """All words there by their first letters (`opening_of`), each with what it stands in between two blanks."""
        language = self._language
        words: dict[str, list[tuple[str, str]]] = {}
        first_two: dict[str, list[tuple[str, str]]] = {}
        for written in set[str]().union(*(words for _, words in self._sentences)):
            for word in (written,) if written.isalpha() else WORD.findall(written):
                if word.isascii() or not is_unspaced(word):
                    first_two.setdefault(word[:2], []).append((word, written))
                    continue
                for opening in {opening_of(key, language) for key in keys_of(word, language)}:
                    words.setdefault(opening, []).append((word, written))
        for letters, pairs in first_two.items():
            words.setdefault(opening_of(folded(letters, language), language), []).extend(pairs)
        return words

    def _written(self, stem: str) -> set[str]:
        """Everything between two blanks that has a word of this stem."""
        opening, language = opening_of(stem, self._language), self._language
        likely = self._words.get(opening, [])
        if len(stem) < letters_kept(language):  # all that is left of a longer word, maybe
            likely = [pair for first, pairs in self._words.items() if first.startswith(opening) for pair in pairs]
        beginning = beginning_of(stem, language)
        return {
            written
            for word, written in likely
            if (word.lower().startswith(beginning) or not word.isascii()) and stem in keys_of(word, language)
        }
