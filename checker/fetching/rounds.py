"""One call of `fetch`: requests are taken in as there is room, journeys are driven, sources come out as they are done."""

from __future__ import annotations

import datetime as dt
import re
import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from checker.fetching import outcomes, urls
from checker.fetching.addresses import Gate
from checker.fetching.exchange import Answer, Driven, Exchange, Failure, Transport
from checker.fetching.journey import Journey
from checker.fetching.lanes import Lanes
from checker.fetching.memory import Kept, Key, Store, key_of
from checker.fetching.parsing import Reader
from checker.fetching.retries import Breakers, Patience
from checker.fetching.scheduler import HopDone, ReadDone, Scheduler
from checker.foundation.model import Document, NoAnswer, Page, Request, Silence, Source
from checker.foundation.settings import Settings
from checker.version import __version__

# Requests taken in beyond those in flight: enough to find other domains behind a long run of one, and for a host that
# hangs to be asked early, so that its time runs while others answer.
_WINDOW = 2_048
_AT_ONCE = 8  # of them, before hops are started and events are heard again
_MOST_READING = 16  # bodies that wait for a reader; then no further hop is started
# Bodies that wait for us, as a share of the hops in flight: what a crash would lose beside those. Their outcomes are written
# in one transaction before anybody is told of them: one for each costs twice as much.
_MOST_LANDED = 1 / 8
_CANCELLED = Failure(Silence.CANCELLED, "The run was stopped before this address was asked.")


@dataclass(slots=True)
class Kit:
    """What the rounds of one Fetcher share."""

    settings: Settings
    now: Callable[[], dt.datetime]
    gate: Gate
    excluded: tuple[re.Pattern[str], ...]
    transport: Transport
    reader: Reader
    store: Store
    driven: Driven | None = None
    told: set[Key] = field(default_factory=set)
    breakers: Breakers = field(default_factory=Breakers)
    next_turns: dict[str, float] = field(default_factory=dict)
    hosts: dict[str, None] = field(default_factory=dict)
    cancelled: threading.Event = field(default_factory=threading.Event)
    scheduler: Scheduler | None = None

    def wake(self) -> None:
        """Have the round that is under way look at `cancelled`."""
        if self.scheduler is not None:
            self.scheduler.tell(None)


class Round:
    """The state of one call of `fetch`."""

    def __init__(self, kit: Kit, requests: Iterator[Request]) -> None:
        self._kit = kit
        self._requests: Iterator[Request] | None = requests
        self._under_way: dict[Key, Journey] = {}
        self._reading = 0
        self._unwritten = False
        self._most_landed = max(1, int(kit.settings.concurrency * _MOST_LANDED))
        self._landed: deque[tuple[Journey, Exchange]] = deque()
        self._ready: deque[Source] = deque()
        settings = kit.settings
        lanes: Lanes[Journey] = Lanes(
            limit=settings.host_concurrency,
            interval=0.0 if settings.replay else settings.host_request_interval,
            next_turns=kit.next_turns,
        )
        self._scheduler = kit.scheduler = Scheduler(
            kit.transport,
            lanes,
            Patience(settings.max_retries),
            kit.breakers,
            concurrency=settings.concurrency,
            driven=kit.driven,
            replaying=settings.replay is not None,
        )

    def sources(self) -> Iterator[Source]:
        """Every Source as it is done. Whatever takes a while is done piece by piece: a slot that is free waits for nobody."""
        while self._requests is not None or self._under_way or self._ready:  # what is heard while others are given out
            more = self._take_in()
            self._start()
            if not (more or self._landed or self._ready) and self._under_way:
                self._handle(block=True)
            self._hear()
            for _ in range(len(self._landed)):
                self._arrived(*self._landed.popleft())
                self._hear()
            self._flush()
            for _ in range(len(self._ready)):
                yield self._ready.popleft()
                self._hear()
        self._flush()

    def _flush(self) -> None:
        if self._unwritten:
            self._kit.store.flush()
            self._unwritten = False

    def _hear(self) -> None:
        """Take in what has happened meanwhile, and start what that made room for."""
        if self._scheduler.has_news():
            while self._scheduler.has_news():
                self._handle(block=False)
            self._start()

    def _take_in(self) -> bool:
        """Accept some requests while there is room for them; True when there is room for more."""
        for _ in range(_AT_ONCE):
            if self._requests is None or not self._has_room():
                return False
            request = next(self._requests, None)
            if request is None:
                self._requests = None
            else:
                self._accept(request)
        return self._has_room()

    def _has_room(self) -> bool:
        return self._scheduler.waiting < _WINDOW and len(self._ready) < _WINDOW

    def _accept(self, request: Request) -> None:
        target = urls.target(request.url, self._kit.gate)
        if isinstance(target, urls.Refusal):
            self._ready.append(self._unasked(request, target.why, target.detail))
            return
        if pattern := next((one.pattern for one in self._kit.excluded if one.search(request.url)), None):
            self._ready.append(self._unasked(request, Silence.EXCLUDED, f"Excluded by the setting '{pattern}'."))
            return
        key = key_of(request, target)
        known = self._told(key)
        stored = None if known is not None or key in self._under_way else self._stored(key)
        if known is None and stored is not None and self._is_good_enough(stored):
            known = replace(stored.source, cached=True) if isinstance(stored.source, Page) else stored.source
        if known is not None:
            self._ready.append(replace(known, request=request))
        elif key in self._under_way:
            self._under_way[key].waiters.append(request)
        elif self._kit.settings.offline:
            detail = "Not asked: this run is offline, and no copy is in the cache."
            self._ready.append(self._unasked(request, Silence.OFFLINE, detail))
        else:
            journey = self._under_way[key] = self._journey(request, target)
            if stored is not None and isinstance(stored.source, Page):
                journey.revalidate(stored.source)
            self._scheduler.admit(journey)

    def _told(self, key: Key) -> Source | None:
        """What this run has been told of an address; one that was read also serves a glance."""
        for same in (key, (*key[:3], True)):
            kept = self._kit.store.recall(same) if same in self._kit.told else None
            if kept is not None:
                return kept.source
        return None

    def _stored(self, key: Key) -> Kept | None:
        """What earlier runs know; a recording must hold everything, so it is made without."""
        settings = self._kit.settings
        return None if settings.record or settings.replay else self._kit.store.recall(key)

    def _is_good_enough(self, kept: Kept) -> bool:
        """True when a kept outcome need not be asked for again; one from the future is as good as old."""
        if kept.resumed or self._kit.settings.offline:
            return True
        age = self._kit.now() - kept.source.fetched
        return dt.timedelta(0) <= age < dt.timedelta(days=self._kit.settings.max_cache_age)

    def _start(self) -> None:
        if self._kit.cancelled.is_set():
            for journey in self._scheduler.give_up():
                self._finish(journey, _CANCELLED, None)
        elif not self._is_full():
            for journey, exchange in self._scheduler.start():
                self._finish(journey, exchange, None)

    def _is_full(self) -> bool:
        return self._reading >= _MOST_READING or len(self._landed) >= self._most_landed

    def _handle(self, *, block: bool) -> None:
        """Take one event in, waiting for it if need be."""
        event = self._scheduler.next_event(block=block, paused=self._is_full())
        match event:
            case HopDone():
                exchange = self._scheduler.landed(event)
                self._kit.hosts.update(dict.fromkeys(self._scheduler.contacted()))
                if exchange is not None:
                    self._landed.append((event.journey, exchange))
            case ReadDone():
                self._reading -= 1
                self._finish(event.journey, event.exchange, event.future.result())
            case None:
                return

    def _arrived(self, journey: Journey, exchange: Exchange) -> None:
        """Have the body read, or finish without."""
        if not (isinstance(exchange, Answer) and outcomes.wants_reading(journey.request, exchange)):
            self._finish(journey, exchange, None)
            return
        self._reading += 1
        future = self._kit.reader.submit(exchange.body, exchange.header("content-type") or "")
        future.add_done_callback(lambda done: self._scheduler.tell(ReadDone(journey, exchange, done)))

    def _finish(self, journey: Journey, exchange: Exchange, read: Document | str | None) -> None:
        """Give everybody who asked for this address its Source."""
        source = outcomes.source(journey, exchange, read, self._kit.now())
        key = key_of(journey.request, journey.start)
        if exchange is not _CANCELLED:
            self._kit.told.add(key)
            self._kit.store.keep(key, source)
            self._unwritten = True
        self._ready.append(source)
        self._ready.extend(replace(source, request=waiter) for waiter in journey.waiters)
        del self._under_way[key]

    def _journey(self, request: Request, target: urls.Target) -> Journey:
        settings = self._kit.settings
        contact = f"; mailto:{settings.mailto}" if settings.mailto else ""
        agent = f"checker/{__version__} (footcheck; checks citations{contact})"
        return Journey(request, target, self._kit.gate, agent, settings.timeout, settings.max_body)

    def _unasked(self, request: Request, why: Silence, detail: str) -> NoAnswer:
        return NoAnswer(request, why, detail, self._kit.now())
