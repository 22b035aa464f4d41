"""A line to one service that wants keys: asked directly, with nothing kept, nothing recorded and no redirect followed.

Everything else goes through `Fetcher`, which remembers and records what it asks; secrets must not lie in either. The gate,
the caps and the deadline are the same.
"""

from __future__ import annotations

from concurrent.futures import Future
from types import TracebackType
from typing import Self

from checker.fetching import addresses, urls
from checker.fetching.exchange import Ask, Exchange, Failure, Resolver
from checker.fetching.network import network
from checker.foundation.settings import Settings
from checker.version import __version__

_CAP = 1_000_000  # bytes of an answer


class Line:
    """Asks one address after the other; a context manager. `resolver` replaces the system's."""

    def __init__(self, settings: Settings, *, resolver: Resolver | None = None) -> None:
        self._settings = settings
        self._gate = addresses.gate(settings.include_private)
        self._transport = network(settings, self._gate, resolver, at_once=1)

    def __enter__(self) -> Self:
        """The line itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Hang up."""
        self._transport.close()

    def ask(self, url: str, headers: tuple[tuple[str, str], ...] = (), form: bytes | None = None) -> Exchange:
        """The answer to a GET, or to a POST of `form`; a Failure for an address that may not be asked."""
        target = urls.target(url, self._gate)
        if isinstance(target, urls.Refusal):
            return Failure(target.why, target.detail)
        own = (
            ("User-Agent", f"checker/{__version__} (footcheck; checks citations)"),
            ("Accept-Encoding", "gzip, deflate"),
        )
        asked: Future[Exchange] = self._transport.submit(
            Ask(
                target.url,
                target.host,
                target.port,
                (*own, *headers),
                budget=self._settings.timeout,
                wire_cap=_CAP,
                body_cap=_CAP,
                form=form,
            )
        )
        return asked.result()
