"""What stands around a fact: the words and other facts beside it, the nearer the more they say what it is about."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache

from checker.language.values import Mention
from checker.matching.facts.sightings import Sighting
from checker.matching.place.scene import Scene
from checker.matching.source.words import WORD, is_unspaced

_FRAME = 2  # words that are compared on either side of a fact
_FRAME_SPAN = 60  # code points before and after it in which they are looked for
_BOUNDARY = re.compile(r"[,;:()–—](?!\d)|[，；：（）]")
_STEPS_OF_A_BOUNDARY = 2  # what stands beyond a comma belongs to the next item of a list more likely than to this one
_REACH = 8  # content words on either side
_DENSE = 2  # keys a word in a script without blanks, whose pairs of characters overlap
_FACT_WEIGHT = 6.0  # nats: an agreeing fact beside it tells as much as a rare name


class Neighbourhood:
    """What stands around a fact of a claim, read once to be compared with what stands around each of its rivals."""

    def __init__(self, fact: Mention, scene: Scene) -> None:
        self._fact, self._scene = fact, scene
        self._line = _Line([term.start for term in scene.terms], scene.claim.text)
        closest = self._line.closest(fact, [(bit,) for bit in range(len(scene.terms))])
        self._words = [(bit, near, scene.terms[bit].weight) for bit, near in closest.items()]

    def around(self, seen: Sighting, beside: Iterable[tuple[Mention, Mention]]) -> float:
        """How much of what stands around the claim's fact stands as close around a fact of the source, 0–1.

        `beside` are the other facts that agree in that sentence: they count like rare words, so that two agreeing
        figures of a list show which slot the third one has.
        """
        anchors = self._scene.anchors(seen.sentence)
        theirs_line = _Line([anchor.start for anchor in anchors], self._scene.source.sentence(seen.sentence))
        sourced = theirs_line.closest(seen.mention, [anchor.terms for anchor in anchors])
        total = shared = 0.0
        for bit, near, weight in self._words:
            total += near * weight
            shared += min(near, sourced.get(bit, 0.0)) * weight
        best: dict[int, tuple[float, float]] = {}
        for mine, theirs in beside:
            near = self._line.closeness(self._fact, mine)
            there = theirs_line.closeness(seen.mention, theirs)
            best[mine.start] = max(best.get(mine.start, (near, 0.0)), (near, min(near, there)))
        total += sum(near for near, _ in best.values()) * _FACT_WEIGHT
        shared += sum(both for _, both in best.values()) * _FACT_WEIGHT
        return shared / total if total else 0.0


def framed(fact: Mention, seen: Sighting, scene: Scene) -> tuple[int, int]:
    """How many words right before and right after a claim's fact stand right beside the source's fact too, 0 to 2 each.

    Function words count: what stands between the same two words fills the same slot, whatever sort of name it is.
    """
    claim, sentence = scene.claim.text, scene.source.sentence(seen.sentence)
    one = _beside(claim, fact.start, fact.end)
    other = _beside(sentence, seen.mention.start, seen.mention.end)
    return _alike(one[0], other[0]), _alike(one[1], other[1])


@lru_cache(maxsize=4_000)  # asked for with each rival of a claim's fact, and with each fact of a rival
def _beside(text: str, start: int, stop: int) -> tuple[Sequence[str], Sequence[str]]:
    """The last words before and the first words after a fact, the nearest first."""
    before = WORD.findall(text[max(0, start - _FRAME_SPAN) : start].casefold())
    after = WORD.findall(text[stop : stop + _FRAME_SPAN].casefold())
    return before[: -_FRAME - 1 : -1], after[:_FRAME]


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words are the same, counted until the first one that is not."""
    return sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


class _Line:
    """A sentence as the places of its content words, in order, and of the marks that part it."""

    def __init__(self, starts: Sequence[int], text: str) -> None:
        self.starts = starts
        self.marks = _marks(text)
        self.dense = _DENSE if starts and is_unspaced(text) else 1

    def closest(self, fact: Mention, bits: Sequence[Sequence[int]]) -> dict[int, float]:
        """Closeness to a fact of the terms within reach, the fact's own words left out; `bits` are those of each word."""
        before, after = bisect_left(self.starts, fact.start), bisect_left(self.starts, fact.end)
        found: dict[int, float] = {}
        reach = _REACH * self.dense
        for at in range(max(0, before - reach - 1), min(len(self.starts), after + reach + 1)):
            if before <= at < after or not bits[at]:
                continue
            words = before - 1 - at if at < before else at - after
            near = _closeness(words // self.dense + self._parted(self.starts[at], fact))
            for bit in bits[at]:
                if near > found.setdefault(bit, 0.0):
                    found[bit] = near
        return found

    def closeness(self, one: Mention, other: Mention) -> float:
        """How close two facts of the sentence stand."""
        low, high = sorted((one, other), key=lambda each: each.start)
        words = bisect_left(self.starts, high.start) - bisect_left(self.starts, low.end)
        return _closeness(max(0, words) // self.dense + self._parted(high.start, low))

    def _parted(self, place: int, fact: Mention) -> int:
        """Steps for the marks between a place and a fact."""
        if not self.marks:
            return 0
        low, high = (place, fact.start) if place < fact.start else (fact.end, place)
        if low >= high:
            return 0
        return _STEPS_OF_A_BOUNDARY * (bisect_left(self.marks, high) - bisect_left(self.marks, low))


@lru_cache(maxsize=4_000)
def _marks(text: str) -> tuple[int, ...]:
    return tuple(mark.start() for mark in _BOUNDARY.finditer(text))


def _closeness(steps: int) -> float:
    return 1 / (1 + steps) if steps <= _REACH else 0.0
