"""Connections of hops that take turns: opened to a judged address alone, plain or under TLS."""

from __future__ import annotations

import contextlib
import errno
import os
import socket
import ssl
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, Protocol

from checker.fetching import porter
from checker.fetching.addresses import Gate
from checker.fetching.failures import not_connected, unresolved
from checker.fetching.names import Names
from checker.fetching.turns import Turns, readable, settled, writable

_PIECE = 65_536  # bytes received at once
_UNDER_WAY = frozenset((errno.EINPROGRESS, errno.EWOULDBLOCK, errno.EINTR))
_NO_MORE_FILES = frozenset((errno.EMFILE, errno.ENFILE))
_MOST_KEPT, _PER_HOST = 256, 2  # connections kept open in all, and to one host


class Wire(Protocol):
    """A connection. `address` is who is at the other end; everything may raise OSError."""

    address: str

    async def send(self, data: bytes) -> None:
        """Send everything."""
        ...

    async def receive(self) -> bytes:
        """What comes next, nothing at the end."""
        ...

    def is_quiet(self) -> bool:
        """True while the other end has neither said anything nor left."""
        ...

    def close(self) -> None:
        """Hang up."""
        ...


class Plain:
    """A connection as it is."""

    def __init__(self, sock: socket.socket, turns: Turns, address: str) -> None:
        self._sock = sock
        self._turns = turns
        self.address = address

    async def send(self, data: bytes) -> None:
        """Send everything."""
        left = memoryview(data)
        while left:
            try:
                left = left[self._sock.send(left) :]
            except BlockingIOError:
                await writable(self._sock)

    async def receive(self) -> bytes:
        """What comes next, nothing at the end; others have their turn meanwhile."""
        while True:
            await readable(self._sock)
            try:
                return self._sock.recv(_PIECE)
            except BlockingIOError:
                continue

    def is_quiet(self) -> bool:
        """True while the other end has neither said anything nor left."""
        try:
            self._sock.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            return True
        except OSError:
            return False
        return False

    def close(self) -> None:
        """Hang up."""
        self._turns.release(self._sock)
        self._sock.close()


class Secured:
    """TLS over a connection; the certificate is verified for `host` in the handshake."""

    def __init__(self, below: Plain, context: ssl.SSLContext, host: str) -> None:
        self._below = below
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._incoming, self._outgoing, server_hostname=host)
        self.address = below.address

    async def shake_hands(self) -> None:
        """Agree on keys; ssl.SSLError where that fails."""
        await self._through(self._tls.do_handshake)

    async def send(self, data: bytes) -> None:
        """Send everything."""
        await self._through(self._tls.write, data)

    async def receive(self) -> bytes:
        """What comes next; an end without a farewell counts as one, as it does for browsers."""
        try:
            piece: bytes = await self._through(self._tls.read, _PIECE)
        except (ssl.SSLZeroReturnError, ssl.SSLEOFError):
            return b""
        return piece

    def is_quiet(self) -> bool:
        """True while the other end has neither said anything nor left."""
        return self._below.is_quiet()

    def close(self) -> None:
        """Hang up."""
        self._below.close()

    async def _through(self, call: Callable[..., Any], *arguments: Any) -> Any:
        """Repeat a call on the TLS object until it has all the bytes that it wants; what it says is sent on."""
        while True:
            try:
                result = call(*arguments)
            except ssl.SSLWantReadError:
                await self._pass_on()
            else:
                await self._pass_on()
                return result
            piece = await self._below.receive()
            if piece:
                self._incoming.write(piece)
            else:
                self._incoming.write_eof()

    async def _pass_on(self) -> None:
        if self._outgoing.pending:
            await self._below.send(self._outgoing.read())


class Switchboard:
    """Opens connections and keeps some for the next hop to the same host. Of the thread of `turns` alone."""

    def __init__(self, *, gate: Gate, names: Names, turns: Turns, context: ssl.SSLContext) -> None:
        self._gate = gate
        self._names = names
        self._turns = turns
        self._context = context
        self._kept: OrderedDict[tuple[bool, str, int], list[Wire]] = OrderedDict()
        self._count = 0

    def kept(self, host: str, port: int, *, secure: bool) -> Wire | None:
        """A connection that is still open from an earlier hop."""
        wires = self._kept.get((secure, host, port), [])
        while wires:
            wire = wires.pop()
            self._count -= 1
            if not wires:
                del self._kept[secure, host, port]
            if wire.is_quiet():
                return wire
            wire.close()
        return None

    def keep(self, wire: Wire, host: str, port: int, *, secure: bool) -> None:
        """Keep a connection whose answer was read to its end."""
        wires = self._kept.setdefault((secure, host, port), [])
        if len(wires) >= _PER_HOST:
            wire.close()
            return
        wires.append(wire)
        self._count += 1
        if self._count > _MOST_KEPT:
            self._drop_oldest()

    def close(self) -> None:
        """Close what is kept."""
        while self._kept:
            self._drop_oldest()

    def _drop_oldest(self) -> None:
        for wire in self._kept.popitem(last=False)[1]:
            self._count -= 1
            wire.close()

    async def open(self, host: str, port: int, end: float) -> Plain:
        """A connection to a judged address before `end`, or NotConnected, or DeadlinePassed."""
        found = porter.spelled_out(host, port) or await self._resolved(host, port)
        porter.admit(self._gate, host, found)
        problem: OSError | None = None
        for position, (address, there) in enumerate(found):
            now = time.monotonic()
            try:
                return await self._connected(address, there, now + (end - now) / (len(found) - position))
            except OSError as error:
                problem = error
        raise not_connected(host, problem)

    async def secure(self, below: Plain, host: str) -> Secured:
        """The same connection under TLS, the certificate verified."""
        bare = host.removeprefix("[").removesuffix("]").rstrip(".")
        with contextlib.ExitStack() as unless_agreed:
            unless_agreed.callback(below.close)
            wire = Secured(below, self._context, bare)
            await wire.shake_hands()
            unless_agreed.pop_all()
        return wire

    async def _resolved(self, host: str, port: int) -> list[tuple[str, int]]:
        looked_up = self._names.future(host, port)
        await settled(looked_up)
        try:
            return looked_up.result()
        except (OSError, UnicodeError) as error:
            raise unresolved(host, error) from None

    async def _connected(self, address: str, port: int, until: float) -> Plain:
        with contextlib.ExitStack() as unless_connected:
            sock = self._socket(socket.AF_INET6 if ":" in address else socket.AF_INET)
            wire = Plain(sock, self._turns, address)
            unless_connected.callback(wire.close)
            sock.setblocking(False)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            begun = sock.connect_ex((address, port))
            if begun in _UNDER_WAY:
                await writable(sock, until)
                begun = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            if begun:
                raise OSError(begun, os.strerror(begun))
            wire.address = porter.peer(self._gate, sock)
            unless_connected.pop_all()
        return wire

    def _socket(self, family: socket.AddressFamily) -> socket.socket:
        """A new socket; what is kept makes room for it where the system gives no more files."""
        try:
            return socket.socket(family, socket.SOCK_STREAM)
        except OSError as error:
            if error.errno not in _NO_MORE_FILES:
                raise
            self.close()
            return socket.socket(family, socket.SOCK_STREAM)
