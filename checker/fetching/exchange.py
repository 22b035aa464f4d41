"""The seam: what a transport is asked and what it answers, one hop at a time.

Below the seam are names, sockets, TLS, HTTP and the caps; above it are redirects, cookies, retries, politeness and
the cache. A transport for tests, for a recording or for another HTTP library is one class with `submit` and `close`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Protocol, TypeAlias, runtime_checkable

from checker.foundation.model import Silence

# (host, port) -> the addresses to connect to, each with its port; raises socket.gaierror for an unknown name. A
# resolver of a demo or a test may map 80 and 443 of a host to the port of a loopback server.
Resolver: TypeAlias = Callable[[str, int], list[tuple[str, int]]]


@dataclass(frozen=True, slots=True)
class Ask:
    """One hop to make: a GET of `url` (ASCII, no fragment) with these headers, within `budget` seconds.

    `wire_cap` and `body_cap` are bytes as sent and as decoded; `host` and `port` are those of `url`. A `form` makes it a POST.
    """

    url: str
    host: str
    port: int
    headers: tuple[tuple[str, str], ...] = ()
    budget: float = 20.0
    wire_cap: int = 10_000_000
    body_cap: int = 10_000_000
    form: bytes | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer of any status. The body of a redirect is never read; `cut` says why a body is not whole.

    `headers` keep their order and spelling; `body` is decoded (no Content-Encoding); `at` is set by replays alone.
    """

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    wire_size: int = 0
    cut: str | None = None
    address: str = ""
    seconds: float = 0.0
    at: dt.datetime | None = None

    def header(self, name: str) -> str | None:
        """The first header of that name, in any case."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)

    def all_headers(self, name: str) -> list[str]:
        """Every header of that name, in order."""
        wanted = name.lower()
        return [value for key, value in self.headers if key.lower() == wanted]


@dataclass(frozen=True, slots=True)
class Failure:
    """No HTTP answer: why, in a sentence. `address` is empty when nothing was connected to."""

    why: Silence
    detail: str
    address: str = ""
    seconds: float = 0.0
    at: dt.datetime | None = None


Exchange: TypeAlias = Answer | Failure

REDIRECTS = frozenset((301, 302, 303, 307, 308))


class Transport(Protocol):
    """Makes one hop. `submit` returns at once and never raises for the world's problems; its future is an Exchange."""

    def submit(self, ask: Ask) -> Future[Exchange]:
        """Start one hop; the future never carries an exception for what a server or the network does."""
        ...

    def close(self) -> None:
        """Give up connections; what is in flight may be cut."""
        ...


@runtime_checkable
class Driven(Protocol):
    """A transport whose hops can be driven by the thread that waits for them, which is cheaper; they go on without it, too."""

    def drive(self, seconds: float | None) -> None:
        """Let hops go on, at most so many seconds, until something has happened or `wake` was called."""
        ...

    def wake(self) -> None:
        """End a `drive` that waits, or else the next one; any thread may call this."""
        ...
