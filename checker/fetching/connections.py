"""Connections that judge the resolved address before they connect, inside urllib3's own connection classes.

The URL's text proves nothing (decimal and octal spellings, names that resolve to private addresses, answers that
change between a check and a connect): resolve once, refuse if any answer is bad, connect to exactly that address,
and look at the peer again. `_new_conn` is private to urllib3, hence `urllib3 < 3` in pyproject.toml.
"""

from __future__ import annotations

import contextlib
import errno
import ipaddress
import socket
import ssl
from typing import Any

import certifi
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from checker.fetching.addresses import Gate
from checker.fetching.deadline import CLOCK, DeadlinePassed, DeadlineSocket, DeadlineTLSSocket
from checker.fetching.names import Names
from checker.foundation import clean
from checker.foundation.errors import SettingsError
from checker.foundation.model import Silence

# EAI_AGAIN is what glibc says when no name server can be reached; EAI_SYSTEM and EAI_FAIL are not about the name either.
_NO_SUCH_NAME = frozenset(
    code for code in (getattr(socket, name, None) for name in ("EAI_NONAME", "EAI_NODATA", "EAI_ADDRFAMILY")) if code
)
_UNREACHABLE = frozenset((errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL))


class NotConnected(Exception):
    """No connection: why, in a sentence. Not an OSError, so that urllib3 passes it on as it is."""

    def __init__(self, why: Silence, detail: str) -> None:
        """`why` and `detail` become the Failure."""
        super().__init__(detail)
        self.why = why
        self.detail = detail


class Door:
    """The one place where sockets are opened."""

    def __init__(self, gate: Gate, names: Names, *, judged: bool = True) -> None:
        self._gate = gate
        self._names = names
        self._judged = judged  # False for the way to an explicit proxy, which the user has chosen

    def open(self, host: str, port: int) -> DeadlineSocket:
        """A connected socket, or NotConnected, or DeadlinePassed."""
        found = self._resolved(host, port)
        for address, _ in found:
            refused = self._gate.refuses(address) if self._judged else None
            if refused:
                raise NotConnected(Silence.UNSAFE, f"{host} leads to the {refused}, which is not asked.")
        problem: OSError | None = None
        for position, (address, there) in enumerate(found):
            try:
                return self._connected(address, there, CLOCK.left() / (len(found) - position))
            except OSError as error:
                problem = error
        raise _not_connected(host, problem)

    def _resolved(self, host: str, port: int) -> list[tuple[str, int]]:
        bare = host.removeprefix("[").removesuffix("]")
        try:
            ipaddress.ip_address(bare)
        except ValueError:
            pass
        else:
            return [(bare, port)]
        try:
            found = self._names.addresses(host, port, CLOCK.left())
        except socket.gaierror as error:
            raise _unresolved(host, error) from None
        except (OSError, UnicodeError) as error:
            raise NotConnected(
                Silence.NAME, f"The name {host} cannot be looked up: {clean.line(str(error))}."
            ) from None
        if not found:
            raise NotConnected(Silence.NAME, f"The name {host} has no address.")
        return found

    def _connected(self, address: str, port: int, seconds: float) -> DeadlineSocket:
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        with contextlib.ExitStack() as unless_connected:
            sock = DeadlineSocket(family, socket.SOCK_STREAM)
            unless_connected.callback(sock.close)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            sock.settimeout(seconds)
            sock.connect((address, port))
            CLOCK.address = self._judged_peer(sock)
            CLOCK.fresh = True
            unless_connected.pop_all()
        return sock

    def _judged_peer(self, sock: socket.socket) -> str:
        """Who is really at the other end."""
        peer = str(sock.getpeername()[0])
        refused = self._gate.refuses(peer) if self._judged else None
        if refused:
            raise NotConnected(Silence.UNSAFE, f"The connection ended at the {refused}.")
        return peer


def _unresolved(host: str, error: socket.gaierror) -> NotConnected:
    if error.errno in _NO_SUCH_NAME:
        return NotConnected(Silence.NAME, f"The name {host} does not exist.")
    return NotConnected(Silence.UNREACHABLE, f"The name {host} could not be looked up: no name server answered.")


def _not_connected(host: str, error: OSError | None) -> Exception:
    """The NotConnected (or DeadlinePassed) that the last failed address amounts to."""
    if isinstance(error, TimeoutError):
        return DeadlinePassed()
    if isinstance(error, ConnectionRefusedError):
        return NotConnected(Silence.REFUSED, f"{host} refuses connections on this port.")
    if isinstance(error, ConnectionResetError):
        return NotConnected(Silence.RESET, f"{host} broke the connection off.")
    if error is not None and error.errno in _UNREACHABLE:
        return NotConnected(Silence.UNREACHABLE, f"There is no route to {host}.")
    return NotConnected(Silence.UNREACHABLE, f"No connection to {host}: {clean.line(str(error))}.")


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
    """Certificates are always verified: against `ca_bundle` alone, or the system's authorities and certifi's.

    Raises SettingsError for a bundle that cannot be read.
    """
    context = ssl.create_default_context(ssl.Purpose.SERVER_AUTH, cadata=None, cafile=_readable(ca_bundle))
    if ca_bundle is None:
        context.load_verify_locations(certifi.where())
    context.set_alpn_protocols(["http/1.1"])
    context.sslsocket_class = DeadlineTLSSocket
    return context


def _readable(ca_bundle: str | None) -> str | None:
    if ca_bundle is None:
        return None
    try:
        ssl.create_default_context(cafile=ca_bundle)
    except (OSError, ssl.SSLError):
        raise SettingsError(
            f"ca_bundle: '{ca_bundle}' cannot be read as PEM certificates; name a .pem file with at least one."
        ) from None
    return ca_bundle
