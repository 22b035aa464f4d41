"""One deadline over name, connection, TLS, head and body: sockets that re-arm their timeout to the time that is left.

requests' own `timeout` is per read, so a server that sends a byte a second is never timed out. Here every read, write
and handshake asks the clock of its thread first; a hop runs on one thread from beginning to end.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
from typing import Any

from checker.fetching.failures import DeadlinePassed, HeadTooLong
from checker.fetching.messages import HEAD_CAP


class Clock(threading.local):
    """The time and the head bytes that the hop on this thread has left."""

    end: float = 0.0
    head: int = HEAD_CAP
    fresh: bool = True  # the connection was made by this hop, not taken from the pool
    address: str = ""

    def start(self, budget: float) -> None:
        """Begin a hop of `budget` seconds."""
        self.end = time.monotonic() + budget
        self.head = HEAD_CAP
        self.fresh = False
        self.address = ""

    def body(self) -> None:
        """The head is complete: bytes are counted by the reader of the body from here on."""
        self.head = -1

    def left(self) -> float:
        """Seconds left, more than 0; DeadlinePassed otherwise."""
        left = self.end - time.monotonic()
        if left <= 0:
            raise DeadlinePassed
        return left

    def count(self, received: int) -> None:
        """Take bytes of the head off; HeadTooLong when it never ends."""
        if self.head >= 0:
            self.head -= received
            if self.head < 0:
                raise HeadTooLong


CLOCK = Clock()
_STALE = 0.05  # seconds after which a socket's timeout is set anew: so much later than the deadline it may end


class _Armed:
    """When the timeout of a socket was set and for which deadline: setting it is a call into the system, every time."""

    _end = 0.0
    _set = 0.0

    def _arm(self) -> None:
        """Let the next call on the socket end at the deadline."""
        left = CLOCK.left()
        now = CLOCK.end - left
        if self._end != CLOCK.end or now - self._set > _STALE:
            self.settimeout(left)  # type: ignore[attr-defined]
            self._end, self._set = CLOCK.end, now


class DeadlineSocket(_Armed, socket.socket):
    """A plain socket under the clock of its thread."""

    def recv_into(self, *arguments: Any, **options: Any) -> int:
        """Read what is there, before the deadline."""
        self._arm()
        try:
            received = super().recv_into(*arguments, **options)
        except TimeoutError:
            raise DeadlinePassed from None
        CLOCK.count(received)
        return received

    def sendall(self, *arguments: Any) -> None:
        """Send everything, before the deadline."""
        self._arm()
        try:
            super().sendall(*arguments)
        except TimeoutError:
            raise DeadlinePassed from None


class DeadlineTLSSocket(_Armed, ssl.SSLSocket):
    """A TLS socket under the clock of its thread."""

    def read(self, *arguments: Any) -> Any:
        """Decrypt what is there, before the deadline."""
        self._arm()
        try:
            received: Any = super().read(*arguments)
        except TimeoutError:
            raise DeadlinePassed from None
        CLOCK.count(received if arguments[1:] else len(received))
        return received

    def sendall(self, *arguments: Any) -> None:
        """Send everything, before the deadline."""
        self._arm()
        try:
            super().sendall(*arguments)
        except TimeoutError:
            raise DeadlinePassed from None

    def do_handshake(self, block: bool = False) -> None:
        """Agree on keys, before the deadline; `ssl` closes the socket after an OSError alone, so the rest is done here."""
        with contextlib.ExitStack() as unless_agreed:
            unless_agreed.callback(self.close)
            self._arm()
            try:
                super().do_handshake(block)
            except TimeoutError:
                raise DeadlinePassed from None
            unless_agreed.pop_all()
