"""Before or after: the source has the claim's span of time on the other side of its event (`a day after` for `a day before`).

`A two days before B` is `B two days after A`: so what stands before and behind such words must be the same on both sides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.language.dates.timespans import Side, lapses
from checker.language.values import Mention
from checker.matching.place.scene import Scene
from checker.matching.turns.opposites import Opposed

_DAYS = {"day": 1.0, "year": 365.25}  # of the units to which spans of time are brought
_SURE, _LIKELY = 0.5, 0.3  # share of the clause's words that the source's sentence must have


@dataclass(frozen=True, slots=True)
class _Span:
    """A span of time and its side of the event; `days` is its length, `words` as it is written."""

    days: float
    later: bool
    words: str
    start: int
    end: int


def out_of_order(scene: Scene) -> Opposed | None:
    """The first span of time that the source puts on the other side of the event, None where there is none."""
    for mine in _spans(scene.claim.text, scene.language, scene.mentions):
        told = [
            (each, number)
            for number in scene.near
            for each in _spans(scene.source.sentence(number), scene.source.language, scene.source.mentions(number))
            if _in_one_order(mine, each, number, scene)
        ]
        same = [(each, number) for each, number in told if each.days == mine.days]
        if not same or any(each.later == mine.later for each, _ in same):
            continue
        clause = scene.clause_of(mine.start)
        share, each, number = max(
            ((scene.covered(number, [clause]), each, number) for each, number in same), key=lambda found: found[0]
        )
        if share >= _LIKELY:
            return Opposed(mine.words, each.words, number, share >= _SURE)
    return None


def _in_one_order(mine: _Span, theirs: _Span, number: int, scene: Scene) -> bool:
    """True when the claim's words before its span stand before the source's, and those behind it behind."""
    before = {bit for bit, term in enumerate(scene.terms) if term.end <= mine.start}
    behind = {bit for bit, term in enumerate(scene.terms) if term.start >= mine.end}
    anchors = scene.anchors(number)
    earlier = {bit for anchor in anchors if anchor.end <= theirs.start for bit in anchor.terms}
    later = {bit for anchor in anchors if anchor.start >= theirs.end for bit in anchor.terms}
    straight = len(before & earlier), len(behind & later)
    return all(straight) and sum(straight) > len(before & later) + len(behind & earlier)


def _spans(text: str, language: str, facts: Sequence[Mention]) -> Iterator[_Span]:
    """The spans of time of a text that say on which side of an event they are.

    `Two years later`, which stands alone, has its event before it.
    """
    for lapse in lapses(text, language, facts):
        if not lapse.alone:
            words = " ".join(text[lapse.start : lapse.end].split())
            later = lapse.side is Side.LATER
            yield _Span(lapse.amount * _DAYS[lapse.unit], later, words, lapse.start, lapse.end)
