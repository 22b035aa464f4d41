"""Rewording: how much of a claim stands in a source when other words that say the same, and facts that agree, count as its words.

It bears on what is found, partial or missing alone: where the place is, and whether a rival is believed, the claim's own words say.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from checker.matching.place.wording import REACH, Cover, Window, Wording, all_of, heaviest
from checker.matching.source.prepared import Prepared

_OTHERWISE = 0.8  # of a word's weight, for what the source writes otherwise (bench/matching.py, "weights")
_LIKELY = 12  # windows, the best, in which other words that say the same are looked for
_LITTLE = 0.4  # of a claim's words: a place with less may be another one than the claim's
_SHORT = 300  # sentences of a page that is looked through whole: bounds the work

Stands = Iterable[tuple[int, int, Iterable[int]]]  # spans of the claim whose values stand in these sentences


@dataclass(frozen=True, slots=True)
class Reworded:
    """The same shares as in Wording with other words and facts among the words; `clauses` are those of each clause in its best window."""

    greedy: float
    together: float
    page: float
    clauses: tuple[float, ...]

    @property
    def worst_clause(self) -> float:
        """The share of the clause that stands worst."""
        return min(self.clauses, default=self.together)


def reworded(words: Wording, clauses: Sequence[tuple[int, int]], source: Prepared, stands: Stands = ()) -> Reworded:
    """How a claim stands in a source in other words; `stands` are its facts that the source has, however it writes them."""
    cover = words.cover
    retold = _Retold(cover, _valued(cover, stands))
    near = _likely(words, source)
    retold.look_for_kindred(words.windows, near, source)
    places = words.windows[:_LIKELY]
    if near is None:
        places = (*places, *_wholly_reworded(cover, retold.said))
    return Reworded(
        greedy=retold.greedy(),
        together=max((retold.share(each) for each in places), default=0.0),
        page=retold.told(all_of(cover.masks) | cover.heading, all_of(retold.said)),
        clauses=tuple(_clause(retold, cover.within(*span), places) for span in clauses),
    )


def _likely(words: Wording, source: Prepared) -> list[int] | None:
    """The sentences of the best windows; None for all where even the best has little of the claim: its place is not known."""
    if not words.windows or (words.together < _LITTLE and len(source.spans) <= _SHORT):
        return None
    return sorted({number for each in words.windows[:_LIKELY] for number in range(each.first, each.last + 1)})


class _Retold:
    """Which terms each sentence says otherwise than the claim does (`said`): by a fact that agrees, or in other words."""

    def __init__(self, cover: Cover, valued: dict[int, int]) -> None:
        self.cover = cover
        self.said = valued

    def look_for_kindred(self, windows: Sequence[Window], near: Sequence[int] | None, source: Prepared) -> None:
        """Find what says the same as the words that do not stand at the best place, in sentences that are likely, or in all."""
        known = self.cover.window(windows[0].first, windows[0].last) if windows else 0
        terms = self.cover.terms
        lacking = [(bit, term.kindred) for bit, term in enumerate(terms) if term.kindred and not known >> bit & 1]
        said = source.saying(dict.fromkeys(key for _, keys in lacking for key in keys), near) if lacking else {}
        for bit, keys in lacking:
            for number in itertools.chain.from_iterable(said[key] for key in keys):
                self.said[number] = self.said.get(number, 0) | 1 << bit

    def share(self, window: Window, bits: int = -1) -> float:
        """The share of some of the words in a window."""
        said = 0
        for number in range(window.first, window.last + 1) if self.said else ():
            said |= self.said.get(number, 0)
        return self.told(self.cover.window(window.first, window.last) & bits, said & bits)

    def told(self, mask: int, said: int) -> float:
        cover = self.cover
        return (cover.weight(mask) + _OTHERWISE * cover.weight(said & ~mask)) / cover.total

    def greedy(self) -> float:
        """What stands in the title and the three sentences anywhere that together tell most."""
        mask, said, masks = self.cover.heading, 0, self.cover.masks
        likely = dict.fromkeys((*heaviest(self.cover.sums), *self.said))
        for _ in range(REACH):
            seen = [(mask | masks.get(each, 0), said | self.said.get(each, 0)) for each in likely]
            mask, said = max(seen, key=lambda each: self.told(*each), default=(mask, said))
        return self.told(mask, said)


def _valued(cover: Cover, stands: Stands) -> dict[int, int]:
    """The terms within these spans, by the sentences that have their values."""
    masks: dict[int, int] = {}
    for start, end, numbers in stands:
        bits = cover.within(start, end)
        for number in numbers:
            masks[number] = masks.get(number, 0) | bits
    return masks


def _wholly_reworded(cover: Cover, said: Mapping[int, int]) -> tuple[Window, ...]:
    """Windows for a claim none of whose own words stands in the source."""
    likely = heaviest({number: cover.weight(bits) for number, bits in said.items()})
    return tuple(Window(number, number + REACH - 1, 0.0) for number in likely)


def _clause(retold: _Retold, bits: int, windows: Sequence[Window]) -> float:
    """The share of a clause's words in the window that suits it best."""
    if not bits:
        return 1.0
    return max((retold.share(each, bits) for each in windows), default=0.0) / retold.cover.share(bits)
