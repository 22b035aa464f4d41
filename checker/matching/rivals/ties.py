"""What a value is tied to: the words and facts that say whose or when it is, as far as no other value stands between.

A value of a list belongs to the words of its own item: `the state paid 260, the two councils 52`. So what lies beyond a
comma, beyond `and` or beyond another value of the same sort counts less and less, on the side of the claim as in its source.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from checker.language.values import Mention, Quantity
from checker.matching.facts.sightings import Sighting, Sightings
from checker.matching.place.scene import Scene
from checker.matching.source.words import is_unspaced

_PARTS = re.compile(
    r"[;:()–—、，；](?!\d)|,(?!\d)"
    r"|\s(?=(?:and|but|while|whereas|và|còn|trong khi|nhưng|et|mais|tandis que|und|aber|während|y|pero|mientras|e|mas"
    r"|enquanto|и|а|но)\s)"
)
_BETWEEN, _OF_ANOTHER, _OF_A_WORD = 1.0, 2.0, 0.3  # steps for a mark, another value of the sort, a content word
_WIDE, _WIDE_MARKS = 3, "，；"  # steps for the marks between Chinese clauses, which begin with their date
MOST_FACTS = 40  # of a claim; one with more is no sentence, and nothing in it has one seat
_FACT = 5.0  # nats: an agreeing fact tells as much as a rare word
_NEXT_SENTENCE = 0.15  # how near the words of the sentences before and after are


class Ties:
    """The ties of one fact of a claim, to be compared with those of values of its source."""

    def __init__(self, index: int, sightings: Sightings, scene: Scene) -> None:
        self._index, self._sightings, self._scene = index, sightings, scene
        fact = sightings.facts[index]
        others = [each for each in scene.mentions if each is not fact and of_sort(each, fact)]
        claim = scene.claim.text
        line = _Line([term.start for term in scene.terms], _marks(claim), [each.start for each in others], _step(claim))
        self._terms = [
            (bit, term.weight * line.nearness(fact, term.start))
            for bit, term in enumerate(scene.terms)
            if not fact.start <= term.start < fact.end and not _inside(term.start, others)
        ]
        self._facts = [
            (other, _FACT * line.nearness(fact, each.start))
            for other, each in enumerate(sightings.facts)
            if other != index and not fact.start <= each.start < fact.end
        ]
        self._places: dict[int, _Place] = {}
        self._total = sum(weight for _, weight in (*self._terms, *self._facts))

    def shared(self, seen: Sighting) -> float:
        """The share (0–1) of what the claim's fact is tied to that a value of the source is tied to as well."""
        if not self._total or len(self._facts) > MOST_FACTS:
            return 0.0
        number, value = seen.sentence, seen.mention
        if number not in self._places:
            self._places[number] = self._place(number)
        place = self._places[number]
        others = [each.start for each in place.mentions if each.start != value.start and of_sort(each, value)]
        line = _Line(place.words, place.marks, others, place.step)
        there = place.near(value, others)
        shared = sum(weight * there.get(bit, 0.0) for bit, weight in self._terms)
        for other, weight in self._facts:
            shared += weight * max(
                (self._near(line, value, each, number) for each in self._sightings.near[other]), default=0.0
            )
        return shared / self._total

    def _place(self, number: int) -> _Place:
        anchors, text = self._scene.anchors(number), self._scene.source.sentence(number)
        return _Place(
            [anchor.start for anchor in anchors],
            _step(text),
            _marks(text),
            self._scene.source.mentions(number),
            [(at, anchor.start, anchor.terms) for at, anchor in enumerate(anchors) if anchor.terms],
            dict.fromkeys(self._beside(number), _NEXT_SENTENCE),
        )

    def _beside(self, number: int) -> Iterator[int]:
        """The terms of the near sentences before and after one."""
        for each in (number - 1, number + 1):
            if each in self._scene.near:
                for anchor in self._scene.anchors(each):
                    yield from anchor.terms

    @staticmethod
    def _near(line: _Line, value: Mention, seen: Sighting, number: int) -> float:
        if seen.sentence != number:
            return _NEXT_SENTENCE if abs(seen.sentence - number) == 1 else 0.0
        return 0.0 if seen.mention.start == value.start else line.nearness(value, seen.mention.start)


class _Place(NamedTuple):
    """What is the same for all values of a sentence: its content words, marks and facts, the claim's words in it, and those next to it."""

    words: Sequence[int]
    step: float
    marks: Sequence[int]
    mentions: Sequence[Mention]
    covered: Sequence[tuple[int, int, tuple[int, ...]]]
    beside: dict[int, float]

    def near(self, value: Mention, others: Sequence[int]) -> dict[int, float]:
        """How near each of the claim's words stands to a value, as `_Line.nearness` has it; what comes before a value is counted once for all."""
        there = self.beside.copy()
        start, end = value.start, value.end
        marks = bisect_left(self.marks, start), bisect_left(self.marks, end)
        words = bisect_left(self.words, start), bisect_left(self.words, end + 1)
        for at, place, terms in self.covered:
            if start <= place < end:
                continue
            behind = place >= end
            steps = _BETWEEN * abs(bisect_left(self.marks, place) - marks[behind]) if self.marks else 0.0
            if others:
                steps += _OF_ANOTHER * _within(others, *((end + 1, place) if behind else (place + 1, start)))
            steps += self.step * (max(0, at - words[1]) if behind else words[0] - at - 1)
            near = 1 / (1 + steps)
            for bit in terms:
                if near > there.get(bit, 0.0):
                    there[bit] = near
        return there


class _Line:
    """A sentence as the places of its content words, of the marks that part it and of other values of a sort."""

    def __init__(self, words: Sequence[int], marks: Sequence[int], others: Sequence[int], step: float) -> None:
        self._words, self._marks, self._others, self._step = words, marks, others, step

    def nearness(self, value: Mention, place: int) -> float:
        """How near a place is to a value (0–1, 1 for its neighbour)."""
        low, high = (value.end, place) if place >= value.end else (place, value.start)
        steps = _BETWEEN * _within(self._marks, low, high) if self._marks else 0.0
        if self._others:
            steps += _OF_ANOTHER * _within(self._others, low + 1, high)
        steps += self._step * _within(self._words, low + 1, high)
        return 1 / (1 + steps)


@lru_cache(maxsize=4_000)
def _marks(text: str) -> tuple[int, ...]:
    return tuple(
        mark.start() for mark in _PARTS.finditer(text) for _ in range(_WIDE if mark.group() in _WIDE_MARKS else 1)
    )


def _step(text: str) -> float:
    """How far a content word leads away from a value: half as far in a script without blanks, whose pairs of characters overlap."""
    return _OF_A_WORD / 2 if is_unspaced(text) else _OF_A_WORD


def _within(places: Sequence[int], low: int, high: int) -> int:
    return bisect_left(places, high) - bisect_left(places, low) if places and low < high else 0


def of_sort(one: Mention, other: Mention) -> bool:
    """True for two figures of one unit, or two facts of another kind."""
    a, b = one.value, other.value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return a.unit == b.unit and a.ordinal == b.ordinal
    return type(a) is type(b)


def _inside(place: int, mentions: Sequence[Mention]) -> bool:
    return any(each.start <= place < each.end for each in mentions)
