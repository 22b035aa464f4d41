"""Blocking connections to judged addresses alone, inside urllib3's own connection classes: for `threads`.

`_new_conn` is private to urllib3, hence `urllib3 < 3` in pyproject.toml.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from checker.fetching import porter
from checker.fetching.addresses import Gate
from checker.fetching.deadline import CLOCK, DeadlineSocket, DeadlineTLSSocket
from checker.fetching.failures import not_connected, unresolved
from checker.fetching.names import Names


class Door:
    """The one place where sockets are opened."""

    def __init__(self, gate: Gate | None, names: Names) -> None:
        self._gate = gate  # None for the way to an explicit proxy, which the user has chosen
        self._names = names

    def open(self, host: str, port: int) -> DeadlineSocket:
        """A connected socket, or NotConnected, or DeadlinePassed."""
        found = porter.spelled_out(host, port) or self._resolved(host, port)
        porter.admit(self._gate, host, found)
        problem: OSError | None = None
        for position, (address, there) in enumerate(found):
            try:
                return self._connected(address, there, CLOCK.left() / (len(found) - position))
            except OSError as error:
                problem = error
        raise not_connected(host, problem)

    def _resolved(self, host: str, port: int) -> list[tuple[str, int]]:
        try:
            return self._names.addresses(host, port, CLOCK.left())
        except (OSError, UnicodeError) as error:
            raise unresolved(host, error) from None

    def _connected(self, address: str, port: int, seconds: float) -> DeadlineSocket:
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        with contextlib.ExitStack() as unless_connected:
            sock = DeadlineSocket(family, socket.SOCK_STREAM)
            unless_connected.callback(sock.close)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            sock.settimeout(seconds)
            sock.connect((address, port))
            CLOCK.address = porter.peer(self._gate, sock)
            CLOCK.fresh = True
            unless_connected.pop_all()
        return sock


def pool_classes(door: Door) -> dict[str, Any]:
    """urllib3's `pool_classes_by_scheme` with connections that go through this door."""

    class Plain(HTTPConnection):
        """A plain connection through the door."""

        peer = ""

        def _new_conn(self) -> socket.socket:
            sock = door.open(self._dns_host, self.port)
            self.peer = CLOCK.address
            return sock

    class Secure(HTTPSConnection):
        """A TLS connection through the door."""

        peer = ""

        def _new_conn(self) -> socket.socket:
            sock = door.open(self._dns_host, self.port or 443)
            self.peer = CLOCK.address
            return sock

    class PlainPool(HTTPConnectionPool):
        """A pool of plain connections."""

        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        """A pool of TLS connections."""

        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


def tls_context(ca_bundle: str | None) -> ssl.SSLContext:
    """`porter.tls_context` with sockets under the clock of their thread."""
    context = porter.tls_context(ca_bundle)
    context.sslsocket_class = DeadlineTLSSocket
    return context
