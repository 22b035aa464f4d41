"""Wording: how much of a claim's words stand in the source, anywhere and together.

The measures are those of ../docs/matching.md: the best three sentences anywhere (`greedy`), the worst clause in its
best window (`worst_clause`), the best window of neighbouring sentences (`together`). Where the place is, the claim's own
words tell, and how likely a rival value is; `rewording` says how much stands there in other words.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from checker.matching.place.terms import Term
from checker.matching.source.prepared import Prepared

REACH = 3  # sentences in a window: a statement and what its pronouns lean on
_ENOUGH = 0.93  # of a window's share: what an edge sentence must not take away to be left out
_CANDIDATES = 40  # windows that are measured exactly, the best by a bound that is cheap


@dataclass(frozen=True, slots=True)
class Window:
    """Neighbouring sentences `first`..`last` (inclusive) and the share of the claim's words that they cover."""

    first: int
    last: int
    share: float


@dataclass(frozen=True, slots=True)
class Wording:
    """What wording alone says of a claim; shares are of the words' weight, 0–1.

    `windows` are the best places, best first, `by_clause` the best place of each clause with the share of its own words; `missing` is the weight (in nats) of words that stand nowhere near.
    `cover` says which words each sentence has.
    """

    greedy: float
    together: float
    worst_clause: float
    page: float
    missing: float
    windows: tuple[Window, ...]
    by_clause: tuple[Window, ...]
    cover: Cover


class Cover:
    """Which terms each sentence covers, as bit masks: term n of the claim is bit n."""

    def __init__(self, terms: Sequence[Term], source: Prepared) -> None:
        self.terms = terms
        self.total = sum(term.weight for term in terms) or 1.0
        self.masks: dict[int, int] = {}
        self.sums: dict[int, float] = {}
        self._weights: dict[int, float] = {}
        masks, sums = self.masks, self.sums
        for bit, term in enumerate(terms):
            own, weight = 1 << bit, term.weight
            for number in _sentences_of(term, source):
                masks[number] = masks.get(number, 0) | own
                sums[number] = sums.get(number, 0.0) + weight
        self.heading = sum(
            1 << bit for bit, term in enumerate(terms) if any(key in source.heading for key in term.keys)
        )

    def weight(self, mask: int) -> float:
        """What these terms weigh together, in nats."""
        known = self._weights.get(mask)
        if known is None:
            known = self._weights[mask] = sum(term.weight for bit, term in enumerate(self.terms) if mask >> bit & 1)
        return known

    def share(self, mask: int) -> float:
        """The same as a share of all terms (0–1)."""
        return self.weight(mask) / self.total

    def window(self, first: int, last: int) -> int:
        """The terms that stand in the title or in these sentences (`last` among them)."""
        mask = self.heading
        for number in range(first, last + 1):
            mask |= self.masks.get(number, 0)
        return mask

    def within(self, start: int, end: int) -> int:
        """The bits of the terms that stand in `text[start:end]` of the claim."""
        return sum(1 << bit for bit, term in enumerate(self.terms) if start <= term.start < end)


def _sentences_of(term: Term, source: Prepared) -> Iterable[int]:
    """The sentences with a term, each once."""
    if len(term.keys) == 1:
        return source.postings.get(term.keys[0])
    return {number for key in term.keys for number in source.postings.get(key)}


def heaviest(weights: Mapping[int, float]) -> list[int]:
    """The numbers that weigh most, forty at most, the first of equals first."""
    return [number for _, number in nsmallest(_CANDIDATES, ((-weight, number) for number, weight in weights.items()))]


def wording(terms: Sequence[Term], clauses: Sequence[tuple[int, int]], source: Prepared) -> Wording:
    """How the words of a claim stand in a source; `clauses` are spans of the claim's text."""
    cover = Cover(terms, source)
    windows = _windows(cover, len(source.spans))
    together = windows[0].share if windows else 0.0
    by_clause = _clauses(cover, clauses, windows)
    best = cover.window(windows[0].first, windows[0].last) if windows else 0
    return Wording(
        greedy=cover.share(_greedy(cover)),
        together=together,
        worst_clause=min((each.share for each in by_clause), default=together),
        page=cover.share(all_of(cover.masks) | cover.heading),
        missing=cover.total - cover.weight(best),
        windows=windows,
        by_clause=by_clause,
        cover=cover,
    )


def all_of(masks: Mapping[int, int]) -> int:
    """The bits of all sentences."""
    return functools.reduce(operator.or_, masks.values(), 0)


def _windows(cover: Cover, count: int) -> tuple[Window, ...]:
    """The windows that cover most, best first, each trimmed of edge sentences that add next to nothing."""
    bounds: dict[int, float] = {}
    for number, weight in cover.sums.items():
        for first in range(max(0, number - REACH + 1), number + 1):
            bounds[first] = bounds.get(first, 0.0) + weight
    found: dict[tuple[int, int], Window] = {}
    for start in heaviest(bounds):
        first, last = start, min(start + REACH, count) - 1
        whole = cover.share(cover.window(first, last))
        while last > first and cover.share(cover.window(first, last - 1)) >= _ENOUGH * whole:
            last -= 1
        while last > first and cover.share(cover.window(first + 1, last)) >= _ENOUGH * whole:
            first += 1
        found[first, last] = Window(first, last, cover.share(cover.window(first, last)))
    return tuple(sorted(found.values(), key=lambda each: (-each.share, each.last - each.first, each.first)))


def _greedy(cover: Cover) -> int:
    """What stands in the title and the three sentences anywhere that together cover most."""
    mask = cover.heading
    likely = heaviest(cover.sums)
    for _ in range(REACH):
        best = max(likely, key=lambda number: cover.weight(mask | cover.masks[number]), default=None)
        if best is None:
            break
        mask |= cover.masks[best]
    return mask


def _clauses(cover: Cover, clauses: Sequence[tuple[int, int]], windows: Sequence[Window]) -> tuple[Window, ...]:
    """For each clause the window that suits it best, with the share of the clause's own words; 1 for one without any."""
    found = []
    for start, end in clauses:
        bits = cover.within(start, end)
        weight = cover.weight(bits)
        shares = [
            Window(each.first, each.last, cover.weight(cover.window(each.first, each.last) & bits) / weight)
            for each in windows
            if weight
        ]
        found.append(max(shares, key=lambda each: each.share, default=Window(0, -1, 0.0 if weight else 1.0)))
    return tuple(found)
