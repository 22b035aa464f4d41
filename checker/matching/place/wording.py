"""Wording: how much of a claim's words stand in the source, anywhere and together.

The measures are those of ../docs/matching.md: the best three sentences anywhere (`greedy`), the worst clause in its
best window (`worst_clause`), the best window of neighbouring sentences (`together`). Where the place is, the claim's own
words tell, and how likely a rival value is; `reworded` says how much stands there when other words that say the same count.
"""

from __future__ import annotations

import functools
import itertools
import operator
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from checker.matching.place.terms import Term
from checker.matching.source.prepared import Prepared

_REACH = 3  # sentences in a window: a statement and what its pronouns lean on
_ENOUGH = 0.93  # of a window's share: what an edge sentence must not take away to be left out
_KINDRED = 0.8  # of a word's weight, for another word that says the same (bench/matching.py, "weights")
_LIKELY = 12  # windows, the best, in which other words that say the same are looked for
_CANDIDATES = 40  # windows that are measured exactly, the best by a bound that is cheap


@dataclass(frozen=True, slots=True)
class Window:
    """Neighbouring sentences `first`..`last` (inclusive) and the share of the claim's words that they cover."""

    first: int
    last: int
    share: float


@dataclass(frozen=True, slots=True)
class Reworded:
    """The same shares as in Wording with `Term.kindred` among the words; `clauses` are those of each clause in its best window."""

    greedy: float
    together: float
    page: float
    clauses: tuple[float, ...]

    @property
    def worst_clause(self) -> float:
        """The share of the clause that stands worst."""
        return min(self.clauses, default=self.together)


@dataclass(frozen=True, slots=True)
class Wording:
    """What wording alone says of a claim; shares are of the words' weight, 0–1.

    `windows` are the best places, best first, `by_clause` the best place of each clause with the share of its own words; `missing` is the weight (in nats) of words that stand nowhere near.
    """

    greedy: float
    together: float
    worst_clause: float
    page: float
    missing: float
    windows: tuple[Window, ...]
    by_clause: tuple[Window, ...]
    reworded: Reworded


class _Cover:
    """Which terms each sentence covers, as bit masks: term n of the claim is bit n."""

    def __init__(self, terms: Sequence[Term], source: Prepared) -> None:
        self.terms = terms
        self.total = sum(term.weight for term in terms) or 1.0
        self.masks: dict[int, int] = {}
        self.sums: dict[int, float] = {}
        self._weights: dict[int, float] = {}
        self.kindred: dict[int, int] = {}
        masks, sums = self.masks, self.sums
        for bit, term in enumerate(terms):
            own, weight = 1 << bit, term.weight
            for number in _sentences_of(term, source):
                masks[number] = masks.get(number, 0) | own
                sums[number] = sums.get(number, 0.0) + weight
        self.heading = sum(
            1 << bit for bit, term in enumerate(terms) if any(key in source.heading for key in term.keys)
        )

    def look_for_kindred(self, windows: Sequence[Window], source: Prepared) -> None:
        """Find what says the same as the words that do not stand at the best place, there and at others that are likely."""
        known = self.window(windows[0].first, windows[0].last) if windows else 0
        lacking = [(bit, term.kindred) for bit, term in enumerate(self.terms) if term.kindred and not known >> bit & 1]
        near = {number for each in windows[:_LIKELY] for number in range(each.first, each.last + 1)}
        numbers = sorted(near) if windows else range(len(source.spans))
        said = source.saying(dict.fromkeys(key for _, keys in lacking for key in keys), numbers) if lacking else {}
        for bit, keys in lacking:
            for number in itertools.chain.from_iterable(said[key] for key in keys):
                self.kindred[number] = self.kindred.get(number, 0) | 1 << bit

    def weight(self, mask: int) -> float:
        known = self._weights.get(mask)
        if known is None:
            known = self._weights[mask] = sum(term.weight for bit, term in enumerate(self.terms) if mask >> bit & 1)
        return known

    def share(self, mask: int) -> float:
        return self.weight(mask) / self.total

    def reworded(self, first: int, last: int, bits: int = -1) -> float:
        """The share of some of the words in a window, those that stand there in other words too."""
        mask = self.window(first, last)
        return self.told(mask & bits, self.said(first, last) & bits)

    def told(self, mask: int, said: int) -> float:
        return (self.weight(mask) + _KINDRED * self.weight(said & ~mask)) / self.total

    def said(self, first: int, last: int) -> int:
        mask = 0
        for number in range(first, last + 1) if self.kindred else ():
            mask |= self.kindred.get(number, 0)
        return mask

    def window(self, first: int, last: int) -> int:
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


def _heaviest(weights: Mapping[int, float]) -> list[int]:
    """The numbers that weigh most, the first of equals first."""
    return [number for _, number in nsmallest(_CANDIDATES, ((-weight, number) for number, weight in weights.items()))]


def wording(terms: Sequence[Term], clauses: Sequence[tuple[int, int]], source: Prepared) -> Wording:
    """How the words of a claim stand in a source; `clauses` are spans of the claim's text."""
    cover = _Cover(terms, source)
    windows = _windows(cover, len(source.spans))
    together = windows[0].share if windows else 0.0
    by_clause = _clauses(cover, clauses, windows)
    best = cover.window(windows[0].first, windows[0].last) if windows else 0
    cover.look_for_kindred(windows, source)
    places = windows[:_LIKELY] or _wholly_reworded(cover)
    anywhere, greedy = _all(cover.masks) | cover.heading, _greedy(cover)
    return Wording(
        greedy=cover.share(greedy[0]),
        together=together,
        worst_clause=min((each.share for each in by_clause), default=together),
        page=cover.share(anywhere),
        missing=cover.total - cover.weight(best),
        windows=windows,
        by_clause=by_clause,
        reworded=Reworded(
            greedy=cover.told(*greedy),
            together=max((cover.reworded(each.first, each.last) for each in places), default=0.0),
            page=cover.told(anywhere, _all(cover.kindred)),
            clauses=tuple(_reworded(cover, span, places) for span in clauses),
        ),
    )


def _all(masks: Mapping[int, int]) -> int:
    return functools.reduce(operator.or_, masks.values(), 0)


def _wholly_reworded(cover: _Cover) -> tuple[Window, ...]:
    """Windows for a claim none of whose own words stands in the source."""
    likely = _heaviest({number: cover.weight(said) for number, said in cover.kindred.items()})
    return tuple(Window(number, number + _REACH - 1, 0.0) for number in likely)


def _windows(cover: _Cover, count: int) -> tuple[Window, ...]:
    """The windows that cover most, best first, each trimmed of edge sentences that add next to nothing."""
    bounds: dict[int, float] = {}
    for number, weight in cover.sums.items():
        for first in range(max(0, number - _REACH + 1), number + 1):
            bounds[first] = bounds.get(first, 0.0) + weight
    found: dict[tuple[int, int], Window] = {}
    for start in _heaviest(bounds):
        first, last = start, min(start + _REACH, count) - 1
        whole = cover.share(cover.window(first, last))
        while last > first and cover.share(cover.window(first, last - 1)) >= _ENOUGH * whole:
            last -= 1
        while last > first and cover.share(cover.window(first + 1, last)) >= _ENOUGH * whole:
            first += 1
        found[first, last] = Window(first, last, cover.share(cover.window(first, last)))
    return tuple(sorted(found.values(), key=lambda each: (-each.share, each.last - each.first, each.first)))


def _greedy(cover: _Cover) -> tuple[int, int]:
    """What stands in the title and the three sentences anywhere that together cover most; and what is said there in other words."""
    mask, said = cover.heading, 0
    likely = _heaviest(cover.sums)
    for _ in range(_REACH):
        best = max(likely, key=lambda number: cover.weight(mask | cover.masks[number]), default=None)
        if best is None:
            break
        mask, said = mask | cover.masks[best], said | cover.said(best, best)
    return mask, said


def _clauses(cover: _Cover, clauses: Sequence[tuple[int, int]], windows: Sequence[Window]) -> tuple[Window, ...]:
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


def _reworded(cover: _Cover, clause: tuple[int, int], windows: Sequence[Window]) -> float:
    """The share of a clause's words in the window that suits it best, other words that say the same among them."""
    bits = cover.within(*clause)
    if not bits:
        return 1.0
    return max((cover.reworded(each.first, each.last, bits) for each in windows), default=0.0) / cover.share(bits)
