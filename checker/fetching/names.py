"""Names to addresses, within the deadline: `getaddrinfo` cannot be interrupted, so it runs on a thread of its own."""

from __future__ import annotations

import socket
import threading
import time
from concurrent.futures import Future, TimeoutError as FutureTimeout

from checker.fetching.exchange import Resolver
from checker.fetching.failures import DeadlinePassed

KEPT_SECONDS = 60.0  # an answer serves further connections of the run for as long as a short DNS time to live


def system_resolver(host: str, port: int) -> list[tuple[str, int]]:
    """The operating system's resolver; raises socket.gaierror."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys((str(address[0]), port) for *_, address in found))


class Names:
    """A resolver with a memory: one look-up serves every hop that waits for the same name."""

    def __init__(self, resolver: Resolver = system_resolver) -> None:
        self._resolver = resolver
        self._lock = threading.Lock()
        self._known: dict[tuple[str, int], tuple[float, Future[list[tuple[str, int]]]]] = {}

    def addresses(self, host: str, port: int, seconds: float) -> list[tuple[str, int]]:
        """The addresses of a host, each with the port to connect to.

        Raises socket.gaierror (unknown name, no name server) and DeadlinePassed.
        """
        try:
            return self.future(host, port).result(seconds)
        except FutureTimeout:
            raise DeadlinePassed from None

    def future(self, host: str, port: int) -> Future[list[tuple[str, int]]]:
        """The same for whoever must not wait; it carries OSError or UnicodeError for a look-up that failed."""
        now = time.monotonic()
        with self._lock:
            since, future = self._known.get((host, port), (0.0, None))
            if future is not None and (now - since < KEPT_SECONDS or not future.done()):
                return future
            future = Future()
            self._known[host, port] = (now, future)
        threading.Thread(target=self._look_up, args=(host, port, future), daemon=True).start()
        return future

    def _look_up(self, host: str, port: int, future: Future[list[tuple[str, int]]]) -> None:
        try:
            future.set_result(self._resolver(host, port))
        except (OSError, UnicodeError) as error:
            future.set_exception(error)
        finally:
            if not future.done():
                future.set_exception(OSError("the look-up broke off"))
