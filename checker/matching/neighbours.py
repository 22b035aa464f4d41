"""What stands around a fact: the words and other facts beside it, the nearer the more they say what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.language.values import Mention
from checker.matching.scene import Anchor, Scene
from checker.matching.sightings import Sighting

_REACH = 8  # content words on either side
_FACT_WEIGHT = 6.0  # nats: an agreeing fact beside it tells as much as a rare name


def around(fact: Mention, seen: Sighting, beside: Iterable[tuple[Mention, Mention]], scene: Scene) -> float:
    """How much of what stands around a claim's fact stands as close around a fact of the source, 0–1.

    `beside` are the other facts that agree in that sentence: they count like rare words, so that two agreeing
    figures of a list show which slot the third one has.
    """
    anchors = scene.anchors(seen.sentence)
    claimed = _claim_closeness(fact, scene)
    sourced = _source_closeness(seen.mention, anchors)
    total = shared = 0.0
    for bit, near in claimed.items():
        weight = scene.terms[bit].weight
        total += near * weight
        shared += min(near, sourced.get(bit, 0.0)) * weight
    best: dict[int, tuple[float, float]] = {}
    for mine, theirs in beside:
        near = _closeness(_steps(fact, mine, [term.start for term in scene.terms]))
        there = _closeness(_steps(seen.mention, theirs, [anchor.start for anchor in anchors]))
        best[mine.start] = max(best.get(mine.start, (near, 0.0)), (near, min(near, there)))
    total += sum(near for near, _ in best.values()) * _FACT_WEIGHT
    shared += sum(both for _, both in best.values()) * _FACT_WEIGHT
    return shared / total if total else 0.0


def _closeness(steps: int) -> float:
    return 1 / (1 + steps) if steps <= _REACH else 0.0


def _claim_closeness(fact: Mention, scene: Scene) -> dict[int, float]:
    """Closeness of the claim's words to one of its facts, the fact's own words left out."""
    outside = [bit for bit, term in enumerate(scene.terms) if not fact.start <= term.start < fact.end]
    before = sum(scene.terms[bit].start < fact.start for bit in outside)
    steps = {bit: (before - 1 - rank if rank < before else rank - before) for rank, bit in enumerate(outside)}
    return {bit: _closeness(step) for bit, step in steps.items() if step <= _REACH}


def _source_closeness(fact: Mention, anchors: Sequence[Anchor]) -> dict[int, float]:
    """Closeness of the claim's words to a fact of a source sentence."""
    outside = [anchor for anchor in anchors if not fact.start <= anchor.start < fact.end]
    before = sum(anchor.start < fact.start for anchor in outside)
    found: dict[int, float] = {}
    for rank, anchor in enumerate(outside):
        step = before - 1 - rank if rank < before else rank - before
        for term in anchor.terms:
            found[term] = max(found.get(term, 0.0), _closeness(step))
    return found


def _steps(one: Mention, other: Mention, starts: Iterable[int]) -> int:
    """Content words between two facts of one sentence."""
    low, high = sorted((one, other), key=lambda each: each.start)
    return sum(low.end <= start < high.start for start in starts)
