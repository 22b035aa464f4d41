"""Drives journeys: who goes next, what is tried again and when, at most so many hops in flight, no thread asleep.

One thread runs this, the one that reads the results; transports and readers answer through `events`.
"""

from __future__ import annotations

import heapq
import time
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import TypeAlias

from checker.fetching.exchange import Ask, Driven, Exchange, Failure, Transport
from checker.fetching.journey import Ended, Journey
from checker.fetching.lanes import Lanes
from checker.fetching.retries import Breakers, Patience
from checker.foundation.domains import registered
from checker.foundation.model import Document, Silence

_SELDOM = 0.002  # seconds between two looks at the hops while there is other work


@dataclass(frozen=True, slots=True)
class HopDone:
    """A transport has answered."""

    journey: Journey
    domain: str
    ask: Ask
    future: Future[Exchange]


@dataclass(frozen=True, slots=True)
class ReadDone:
    """A reader has answered; `exchange` is what was read."""

    journey: Journey
    exchange: Exchange
    future: Future[Document | str]


Event: TypeAlias = HopDone | ReadDone | None  # None only wakes the loop


class Scheduler:
    """The journeys of one round. `replaying` skips every wait: a recording is not a server."""

    def __init__(
        self,
        transport: Transport,
        lanes: Lanes[Journey],
        patience: Patience,
        breakers: Breakers,
        *,
        concurrency: int,
        driven: Driven | None = None,
        replaying: bool = False,
    ) -> None:
        self._transport = transport
        self._lanes = lanes
        self._patience = patience
        self._breakers = breakers
        self._concurrency = concurrency
        self._driven = driven
        self._driving = False
        self._heard = 0.0
        self._replaying = replaying
        self._delayed: list[tuple[float, int, Journey]] = []
        self._later: list[Journey] = []
        self._count = 0
        self._contacted: dict[str, None] = {}
        self._events: SimpleQueue[Event] = SimpleQueue()
        self.in_flight = 0

    @property
    def waiting(self) -> int:
        """How many journeys are not in flight: their turn, a delay, or the later pass has not come."""
        return self._lanes.waiting + len(self._delayed) + len(self._later)

    def contacted(self) -> Iterator[str]:
        """Hosts that were connected to, in order, and forget them."""
        yield from self._contacted
        self._contacted.clear()

    def admit(self, journey: Journey) -> None:
        """Let a journey wait for its turn."""
        self._put(journey, first=False)

    def start(self) -> list[tuple[Journey, Exchange]]:
        """Start every hop that may start; journeys whose host's breaker is open end at once and are given back."""
        now = time.monotonic()
        while self._delayed and self._delayed[0][0] <= now:
            self._put(heapq.heappop(self._delayed)[2], first=True)
        if self._later and not (self.in_flight or self._lanes.waiting or self._delayed):
            for late in self._later:
                self._put(late, first=False)
            self._later.clear()
        ended: list[tuple[Journey, Exchange]] = []
        while self.in_flight < self._concurrency and (journey := self._lanes.take(now)) is not None:
            target = journey.target
            broken = self._breakers.open(target.host, target.port)
            if broken is None:
                self._launch(journey)
            else:
                self._lanes.done(registered(target.host), now)
                ended.append((journey, broken))
        return ended

    def next_event(self, *, block: bool, paused: bool) -> Event:
        """The next event; None when the next turn has come, or at once unless `block`; `paused`: no turn is wanted."""
        wakes = [at for at in (self._lanes.next_turn(), self._delayed[0][0] if self._delayed else None) if at]
        full = paused or self.in_flight >= self._concurrency
        timeout = max(0.0, min(wakes) - time.monotonic()) if wakes and not full else None
        if block and self._driven is not None:
            self._drive(self._driven, timeout)
            block = False
        try:
            return self._events.get(block=block, timeout=timeout)
        except Empty:
            return None

    def tell(self, event: Event) -> None:
        """Let the loop know; any thread, any time."""
        self._events.put(event)
        if self._driven is not None:
            self._driven.wake()

    def _hop_done(self, event: HopDone) -> None:
        """As `tell`, but whoever is driving need not be told of what it has just done."""
        if self._driving:
            self._events.put(event)
        else:
            self.tell(event)

    def has_news(self) -> bool:
        """True when an event waits; hops are driven on a little where that is this thread's to do."""
        if self._driven is not None and self._events.empty():
            now = time.monotonic()
            if now - self._heard > _SELDOM:
                self._heard = now
                self._drive_once(self._driven, 0.0)
        return not self._events.empty()

    def _drive(self, driven: Driven, seconds: float | None) -> None:
        """Drive hops until there is an event, or for so many seconds."""
        until = None if seconds is None else time.monotonic() + seconds
        while self._events.empty():
            left = None if until is None else until - time.monotonic()
            if left is not None and left <= 0:
                return
            self._drive_once(driven, left)

    def _drive_once(self, driven: Driven, seconds: float | None) -> None:
        self._driving = True
        try:
            driven.drive(seconds)
        finally:
            self._driving = False

    def landed(self, event: HopDone) -> Exchange | None:
        """The exchange that ends a journey, or None when it goes on (a redirect, a further attempt)."""
        self.in_flight -= 1
        now = time.monotonic()
        self._lanes.done(event.domain, now)
        exchange = event.future.result()
        if exchange.address:
            self._contacted[event.ask.host] = None
        move = event.journey.take(exchange)
        if not (isinstance(exchange, Failure) and exchange.why in (Silence.UNSAFE, Silence.INVALID)):
            self._breakers.note(event.ask.host, event.ask.port, exchange)
        if not isinstance(move, Ended):
            self._put(event.journey, first=True)
            return None
        return None if self._again(event, move.exchange, now) else move.exchange

    def give_up(self) -> list[Journey]:
        """Everything that is not in flight, taken out."""
        journeys = [*self._lanes.empty_out(), *(journey for *_, journey in self._delayed), *self._later]
        self._delayed.clear()
        self._later.clear()
        return journeys

    def _again(self, event: HopDone, exchange: Exchange, now: float) -> bool:
        """True when the journey begins another attempt, now or later."""
        journey = event.journey
        wait = self._patience.wait(exchange, journey.attempt)
        if wait is not None:
            wait = 0.0 if self._replaying else wait
            journey.again(exchange, wait)
            self._count += 1
            heapq.heappush(self._delayed, (now + wait, self._count, journey))
            return True
        if self._patience.later(exchange, journey.attempt) and self._breakers.has_answered(
            event.ask.host, event.ask.port
        ):
            journey.again(exchange, 0.0)
            self._later.append(journey)
            return True
        return False

    def _put(self, journey: Journey, *, first: bool) -> None:
        self._lanes.put(registered(journey.target.host), journey, time.monotonic(), first=first)

    def _launch(self, journey: Journey) -> None:
        ask = journey.ask()
        domain = registered(journey.target.host)
        self.in_flight += 1
        future = self._transport.submit(ask)
        future.add_done_callback(lambda done: self._hop_done(HopDone(journey, domain, ask, done)))
