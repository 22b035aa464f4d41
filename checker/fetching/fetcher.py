"""The Fetcher: requests in, sources out, each distinct address asked once."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from checker.fetching import addresses
from checker.fetching.clock import utc_now
from checker.fetching.exchange import Driven, Resolver, Transport
from checker.fetching.memory import MemoryStore, Store
from checker.fetching.network import network
from checker.fetching.parsing import Reader
from checker.fetching.rounds import Kit, Round
from checker.fetching.store import open_store
from checker.foundation.errors import SettingsError, StorageError
from checker.foundation.model import Request, Source
from checker.foundation.settings import Settings


class Fetcher:
    """Asks addresses under the rules of this room. Used as a context manager, by one thread; `cancel` by any.

    `resolver` and `transport` replace what reaches the network. Without a `store` the cache of `settings.cache_dir` is
    used, or the user's; but a Fetcher with a resolver or transport of its own has none unless told so. Raises SettingsError for settings that no run can use.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        transport: Transport | None = None,
        store: Store | None = None,
        now: Callable[[], dt.datetime] = utc_now,
        resolver: Resolver | None = None,
    ) -> None:
        handed_in = transport is not None or resolver is not None
        gate = addresses.gate(settings.include_private)
        excluded = _patterns(settings.exclude)
        with contextlib.ExitStack() as unless_ready:
            transport = transport or _transport(settings, gate, resolver)
            unless_ready.callback(transport.close)
            driven = transport if isinstance(transport, Driven) else None
            if settings.record:
                from checker.fetching.recording import Recording  # noqa: PLC0415 - few record

                transport = Recording(transport, Path(settings.record), now)
                unless_ready.callback(transport.close)
            store = store or _store(settings, handed_in=handed_in, now=now)
            self._kit = Kit(settings, now, gate, excluded, transport, Reader(), store, driven)
            unless_ready.pop_all()

    def __enter__(self) -> Self:
        """The Fetcher itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close it; a run that ended in an exception can be gone on with."""
        self._close(complete=kind is None)

    @property
    def hosts(self) -> tuple[str, ...]:
        """Every host that was connected to, in order."""
        return tuple(self._kit.hosts)

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences about the fetching itself that an editor must know."""
        proxy = self._kit.settings.proxy
        said = (f"Everything was asked through the proxy {proxy}: which addresses it reaches is the proxy's affair.",)
        return (*(said if proxy else ()), *self._kit.reader.notices, *self._kit.store.notices)

    def fetch(self, requests: Iterable[Request]) -> Iterator[Source]:
        """A Source for every Request, in the order in which they are done; takes requests in as it goes."""
        yield from Round(self._kit, iter(requests)).sources()
        self._kit.reader.close()  # its children hold memory that whoever goes on from here may need

    def cancel(self) -> None:
        """Finish what is in flight and start nothing more: the rest is answered with CANCELLED. Any thread, any time."""
        self._kit.cancelled.set()
        self._kit.wake()

    def close(self) -> None:
        """Give up connections, children and files."""
        self._close(complete=True)

    def _close(self, *, complete: bool) -> None:
        with contextlib.ExitStack() as everything:
            everything.callback(self._kit.store.close, complete=complete)
            everything.callback(self._kit.reader.close)
            everything.callback(self._kit.transport.close)


def _transport(settings: Settings, gate: addresses.Gate, resolver: Resolver | None) -> Transport:
    """The transport that the settings call for: a recording, or the network."""
    if settings.replay:
        from checker.fetching.replaying import Replay  # noqa: PLC0415 - as few replay

        return Replay(Path(settings.replay))
    return network(settings, gate, resolver, at_once=settings.concurrency)


def _store(settings: Settings, *, handed_in: bool, now: Callable[[], dt.datetime]) -> Store:
    """The page cache that the settings call for; the user's own is done without where it cannot be used."""
    if settings.replay or (handed_in and not settings.cache_dir):
        return MemoryStore()
    if settings.cache_dir:
        return open_store(settings.cache_dir, now=now)
    try:
        return open_store(None, now=now)
    except StorageError:
        return MemoryStore()


def _patterns(expressions: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """The compiled setting `exclude`."""
    compiled = []
    for expression in expressions:
        try:
            compiled.append(re.compile(expression))
        except re.error as error:
            raise SettingsError(
                f"exclude: {expression!r} is no regular expression ({error}); escape '.', '?' and '(' with a backslash."
            ) from None
    return tuple(compiled)
