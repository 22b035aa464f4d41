"""In which sentences of a source a word stands: looked for when asked, since a claim asks for few of a page's words.

Stemming is what takes long. So a page's words are only sorted by their first letters, which stemming leaves alone, and
those that may have a wanted stem are stemmed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from checker.matching.words import WORD, beginning_of, folded, is_unspaced, keys_of, letters_kept, opening_of

_DIGIT = re.compile(r"\d")


class Index:
    """The words of a source by sentence; `spans` are the sentences as offsets in the text."""

    def __init__(self, text: str, spans: Sequence[tuple[int, int]], language: str) -> None:
        self._text = text
        self._spans = spans
        self._language = language
        self._found: dict[str, list[int]] = {}

    def __contains__(self, stem: str) -> bool:
        """True when a stem stands anywhere in the source."""
        return bool(self._found.get(stem)) or bool(self._written(stem))

    def get(self, stem: str, nowhere: Sequence[int] = ()) -> Sequence[int]:
        """In which sentences a stem stands, in order, each once."""
        if stem not in self._found:
            self.seek((stem,))
        return self._found[stem] or nowhere

    def seek(self, stems: Iterable[str]) -> None:
        """Find where all these stems stand, in one pass: cheaper than one after the other."""
        wanted: dict[str, list[list[int]]] = {}
        for stem in stems:
            if stem not in self._found:
                places = self._found[stem] = []
                for written in self._written(stem):
                    wanted.setdefault(written, []).append(places)
        if not wanted:
            return
        for number, there in enumerate(map(set(wanted).intersection, self._sentences)):
            for written in there:
                for places in wanted[written]:
                    if not places or places[-1] != number:
                        places.append(number)

    @cached_property
    def figures(self) -> tuple[int, ...]:
        """The sentences with a digit."""
        return tuple(number for number, (start, end) in enumerate(self._spans) if _DIGIT.search(self._text, start, end))

    @cached_property
    def _sentences(self) -> list[list[str]]:
        """Every sentence as what stands between two blanks, as it is written."""
        text = self._text
        return [text[start:end].split() for start, end in self._spans]

    @cached_property
    def _words(self) -> dict[str, list[tuple[str, str]]]:
        """All words by their first letters (`opening_of`), each with what it stands in between two blanks."""
        language = self._language
        words: dict[str, list[tuple[str, str]]] = {}
        first_two: dict[str, list[tuple[str, str]]] = {}
        for written in set[str]().union(*self._sentences):
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
