"""One claim before one source: its words, clauses and facts, and where in the source each of them could stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.foundation.model import Claim
from checker.language.facts import mentions
from checker.language.values import Mention
from checker.matching.place.clauses import clauses
from checker.matching.place.terms import Term, terms_of
from checker.matching.place.wording import Wording, wording
from checker.matching.source.prepared import Prepared
from checker.matching.source.words import WORD, keys_of, places_of

_NEAR = 0.8  # a window is as good as the best when it covers this share of what the best one covers
_WINDOWS = 4


@dataclass(frozen=True, slots=True)
class Anchor:
    """A content word of a source sentence: where it stands, its stems, and the terms of the claim that it covers."""

    start: int
    end: int
    keys: tuple[str, ...]
    terms: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A claim and a source, read side by side; `near` are the sentences that the claim most likely rests on, in order."""

    claim: Claim
    language: str
    source: Prepared
    terms: tuple[Term, ...]
    clauses: tuple[tuple[int, int], ...]
    mentions: tuple[Mention, ...]
    wording: Wording
    near: tuple[int, ...]
    _anchors: dict[int, tuple[Anchor, ...]] = field(default_factory=dict)
    _bits: dict[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def across(self) -> bool:
        """True when claim and source are in different languages."""
        return bool(self.source.language) and self.language != self.source.language

    def anchors(self, number: int) -> tuple[Anchor, ...]:
        """The content words of a source sentence, those of the claim marked."""
        if number not in self._anchors:
            self._anchors[number] = tuple(self._read_anchors(number))
        return self._anchors[number]

    def _read_anchors(self, number: int) -> list[Anchor]:
        bits = self._terms_by_key()
        language = self.source.language
        found: list[Anchor] = []
        for word in WORD.finditer(self.source.sentence(number)):
            keys = keys_of(word.group(), language)
            if len(keys) == 1:  # as words have, but for those of a script without blanks
                found.append(Anchor(word.start(), word.end(), keys, bits.get(keys[0], ())))
            elif keys:
                found.extend(
                    Anchor(word.start() + start, word.start() + end, (key,), bits.get(key, ()))
                    for start, end, key in places_of(word.group())
                )
        return found

    def _terms_by_key(self) -> dict[str, tuple[int, ...]]:
        """The terms that a stem covers."""
        if not self._bits:
            for bit, term in enumerate(self.terms):
                for key in term.keys:
                    self._bits[key] = (*self._bits.get(key, ()), bit)
        return self._bits

    def covered(self, number: int, spans: Sequence[tuple[int, int]]) -> float:
        """The share of the words' weight in these spans of the claim, none in another, that stands in a sentence (0–1)."""
        here = {bit for anchor in self.anchors(number) if anchor.terms for bit in anchor.terms}
        wanted = [(bit, term) for bit, term in enumerate(self.terms) for a, b in spans if a <= term.start < b]
        total = sum(term.weight for _, term in wanted)
        return sum(term.weight for bit, term in wanted if bit in here) / total if total else 0.0

    def clause_of(self, start: int) -> tuple[int, int]:
        """The clause of the claim that holds an offset."""
        return next((span for span in self.clauses if span[0] <= start < span[1]), (0, len(self.claim.text)))


def scene_of(claim: Claim, source: Prepared) -> Scene:
    """The claim and the source, read side by side."""
    language = claim.language or source.language
    facts = mentions(claim.text, language)
    terms = terms_of(claim.text, language, facts, source)
    parts = tuple(clauses(claim.text))
    words = wording(terms, parts, source)
    return Scene(
        claim=claim,
        language=language,
        source=source,
        terms=terms,
        clauses=parts,
        mentions=facts,
        wording=words,
        near=_near(words),
    )


def _near(words: Wording) -> tuple[int, ...]:
    """The sentences of the best windows, all of those that are about as good as the best."""
    best = words.windows[0].share if words.windows else 0.0
    chosen = [window for window in words.windows if window.share >= _NEAR * best][:_WINDOWS]
    chosen += [window for window in words.by_clause if window.share >= _NEAR * best]
    ordered = dict.fromkeys(number for each in chosen for number in range(each.first, each.last + 1))
    return tuple(ordered)
