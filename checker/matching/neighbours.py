"""What stands around a fact: the words and other facts beside it, the nearer the more they say what it is about."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterable, Sequence

from checker.language.values import Mention
from checker.matching.scene import Scene
from checker.matching.sightings import Sighting
from checker.matching.words import WORD

_FRAME, _FRAME_SPAN = (
    2,
    60,
)  # words that are compared on either side of a fact, and the code points they are looked for in
_REACH = 8  # content words on either side
_FACT_WEIGHT = 6.0  # nats: an agreeing fact beside it tells as much as a rare name


def around(fact: Mention, seen: Sighting, beside: Iterable[tuple[Mention, Mention]], scene: Scene) -> float:
    """How much of what stands around a claim's fact stands as close around a fact of the source, 0–1.

    `beside` are the other facts that agree in that sentence: they count like rare words, so that two agreeing
    figures of a list show which slot the third one has.
    """
    anchors = scene.anchors(seen.sentence)
    starts, places = [term.start for term in scene.terms], [anchor.start for anchor in anchors]
    sourced = _closest(seen.mention, places, [anchor.terms for anchor in anchors])
    total = shared = 0.0
    for bit, near in _closest(fact, starts, [(bit,) for bit in range(len(starts))]).items():
        weight = scene.terms[bit].weight
        total += near * weight
        shared += min(near, sourced.get(bit, 0.0)) * weight
    best: dict[int, tuple[float, float]] = {}
    for mine, theirs in beside:
        near = _closeness(_between(fact, mine, starts))
        there = _closeness(_between(seen.mention, theirs, places))
        best[mine.start] = max(best.get(mine.start, (near, 0.0)), (near, min(near, there)))
    total += sum(near for near, _ in best.values()) * _FACT_WEIGHT
    shared += sum(both for _, both in best.values()) * _FACT_WEIGHT
    return shared / total if total else 0.0


def framed(fact: Mention, seen: Sighting, scene: Scene) -> tuple[int, int]:
    """How many words right before and right after a claim's fact stand right beside the source's fact too, 0 to 2 each.

    Function words count: what stands between the same two words fills the same slot, whatever sort of name it is.
    """
    claim, sentence = scene.claim.text, scene.source.sentence(seen.sentence)
    one, other = _beside(claim, fact), _beside(sentence, seen.mention)
    return _alike(one[0], other[0]), _alike(one[1], other[1])


def _beside(text: str, fact: Mention) -> tuple[list[str], list[str]]:
    """The last words before and the first words after a fact, the nearest first."""
    before = WORD.findall(text[max(0, fact.start - _FRAME_SPAN) : fact.start].casefold())
    after = WORD.findall(text[fact.end : fact.end + _FRAME_SPAN].casefold())
    return before[: -_FRAME - 1 : -1], after[:_FRAME]


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words are the same, counted until the first one that is not."""
    return sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _closest(fact: Mention, starts: Sequence[int], bits: Sequence[Sequence[int]]) -> dict[int, float]:
    """Closeness to a fact of the terms within reach, the fact's own words left out; `starts` are in order."""
    before, after = bisect.bisect_left(starts, fact.start), bisect.bisect_left(starts, fact.end)
    found: dict[int, float] = {}
    for at in range(max(0, before - _REACH - 1), min(len(starts), after + _REACH + 1)):
        if not before <= at < after:
            near = _closeness(before - 1 - at if at < before else at - after)
            for bit in bits[at]:
                found[bit] = max(found.get(bit, 0.0), near)
    return found


def _closeness(steps: int) -> float:
    return 1 / (1 + steps) if steps <= _REACH else 0.0


def _between(one: Mention, other: Mention, starts: Sequence[int]) -> int:
    """Content words between two facts of one sentence."""
    low, high = sorted((one, other), key=lambda each: each.start)
    return max(0, bisect.bisect_left(starts, high.start) - bisect.bisect_left(starts, low.end))
