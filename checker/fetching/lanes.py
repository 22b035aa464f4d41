"""Politeness: whose turn it is. A lane is a registered domain, with a limit of hops in flight and an interval between.

Fair: a lane that has just been served goes to the end, so that one domain with a thousand links, or a slow one,
never holds the others. Times are monotonic seconds that the caller hands in; nobody sleeps here.
"""

from __future__ import annotations

import heapq
from collections import deque
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class _Lane(Generic[T]):
    waiting: deque[T] = field(default_factory=deque)
    in_flight: int = 0
    queued: bool = False


class Lanes(Generic[T]):
    """What waits, by domain. `next_turns` outlives this object, so that later rounds keep the interval."""

    def __init__(self, *, limit: int, interval: float, next_turns: dict[str, float]) -> None:
        self._limit = limit
        self._interval = interval
        self._next_turns = next_turns
        self._lanes: dict[str, _Lane[T]] = {}
        self._turns: list[tuple[float, int, str]] = []
        self._count = 0
        self.waiting = 0

    def put(self, domain: str, item: T, now: float, *, first: bool = False) -> None:
        """Let an item wait; `first` for what is already on its way (a redirect, a retry)."""
        lane = self._lanes.setdefault(domain, _Lane())
        if first:
            lane.waiting.appendleft(item)
        else:
            lane.waiting.append(item)
        self.waiting += 1
        self._queue(domain, lane, now)

    def take(self, now: float) -> T | None:
        """The next item whose domain has a turn, counted as in flight; None when nobody has."""
        while self._turns and self._turns[0][0] <= now:
            _, _, domain = heapq.heappop(self._turns)
            lane = self._lanes[domain]
            lane.queued = False
            item = lane.waiting.popleft()
            self.waiting -= 1
            lane.in_flight += 1
            self._next_turns[domain] = now + self._interval
            self._queue(domain, lane, now)
            return item
        return None

    def done(self, domain: str, now: float) -> None:
        """A hop to this domain has ended."""
        lane = self._lanes[domain]
        lane.in_flight -= 1
        if lane.waiting:
            self._queue(domain, lane, now)
        elif not lane.in_flight:
            del self._lanes[domain]

    def next_turn(self) -> float | None:
        """When the next waiting item may go; None when only an ending hop can open a lane."""
        return self._turns[0][0] if self._turns else None

    def empty_out(self) -> list[T]:
        """Everything that still waits, taken out."""
        items = [item for lane in self._lanes.values() for item in lane.waiting]
        self._lanes = {domain: lane for domain, lane in self._lanes.items() if lane.in_flight}
        for lane in self._lanes.values():
            lane.waiting.clear()
            lane.queued = False
        self._turns.clear()
        self.waiting = 0
        return items

    def _queue(self, domain: str, lane: _Lane[T], now: float) -> None:
        if lane.waiting and not lane.queued and lane.in_flight < self._limit:
            self._count += 1
            lane.queued = True
            heapq.heappush(self._turns, (max(now, self._next_turns.get(domain, now)), self._count, domain))
