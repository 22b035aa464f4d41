"""The default transport: every hop on one thread, where they take turns, each under its deadline and the caps.

A thread a hop costs more than the hop: 64 of them spend most of their time on waiting for one interpreter. The rules are
those of `threads`, hop by hop; an explicit proxy is left to that one.
"""

from __future__ import annotations

import contextlib
import http.client
import time
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.fetching import messages, porter
from checker.fetching.addresses import Gate
from checker.fetching.exchange import REDIRECTS, Answer, Ask, Exchange, Failure
from checker.fetching.failures import TROUBLE, DeadlinePassed, Undecodable, failed, is_reset
from checker.fetching.messages import Body, Head, HeadReader
from checker.fetching.names import Names
from checker.fetching.turns import Turns, turn
from checker.fetching.wires import Switchboard, Wire
from checker.foundation.model import Silence

if TYPE_CHECKING:
    from checker.fetching.inflating import Inflater


@dataclass(slots=True)
class _Hop:
    """One hop under way; `fresh` when its connection was made for it."""

    ask: Ask
    secure: bool
    begun: float
    end: float
    address: str = ""
    fresh: bool = False

    def seconds(self) -> float:
        """Since it began."""
        return time.monotonic() - self.begun


class EventTransport:
    """Hops in turns on one thread; as many at once as are submitted."""

    def __init__(self, *, gate: Gate, names: Names, ca_bundle: str | None = None) -> None:
        context = porter.tls_context(ca_bundle)
        self._turns = Turns("fetch")
        self._board = Switchboard(gate=gate, names=names, turns=self._turns, context=context)

    def submit(self, ask: Ask) -> Future[Exchange]:
        """One hop, begun when it is its turn."""
        return self._turns.submit(self._hop(ask), ask.budget)

    def drive(self, seconds: float | None) -> None:
        """See Driven."""
        self._turns.drive(seconds)

    def wake(self) -> None:
        """See Driven."""
        self._turns.wake()

    def close(self) -> None:
        """Break off what is in flight, and drop the connections."""
        self._turns.close()
        self._board.close()

    async def _hop(self, ask: Ask) -> Exchange:
        now = time.monotonic()
        hop = _Hop(ask, ask.url.startswith("https:"), now, now + ask.budget)
        exchange = await self._tried(hop)
        # A kept connection that the server has closed meanwhile says nothing about the server: once more, afresh.
        if (
            isinstance(exchange, Failure)
            and exchange.why is Silence.RESET
            and not hop.fresh
            and time.monotonic() < hop.end
        ):
            hop.fresh = True
            return await self._tried(hop)
        return exchange

    async def _tried(self, hop: _Hop) -> Exchange:
        with contextlib.ExitStack() as unless_whole:
            try:
                said = messages.request(hop.ask)
                wire = await self._connected(hop)
                unless_whole.callback(wire.close)
                await wire.send(said)
                reader = HeadReader()
                while (head := reader.feed(await wire.receive())) is None:
                    pass
            except TROUBLE as error:
                return failed(error, hop.ask, hop.address, hop.seconds())
            if head.status in REDIRECTS and head.all("location"):
                read = _Read()
            else:
                read = await _drained(head, wire, reader.rest, hop.ask)
            if read.clean and not head.last:
                unless_whole.pop_all()
                self._board.keep(wire, hop.ask.host, hop.ask.port, secure=hop.secure)
        body = b"".join(read.pieces)[: hop.ask.body_cap]
        return Answer(head.status, head.headers, body, read.wire, read.cut, hop.address, hop.seconds())

    async def _connected(self, hop: _Hop) -> Wire:
        """A kept connection, or a new one."""
        ask = hop.ask
        wire = None if hop.fresh else self._board.kept(ask.host, ask.port, secure=hop.secure)
        if wire is None:
            hop.fresh = True
            wire = plain = await self._board.open(ask.host, ask.port, hop.end)
            hop.address = plain.address
            if hop.secure:
                wire = await self._board.secure(plain, ask.host)
        hop.address = wire.address
        return wire


@dataclass(slots=True)
class _Read:
    """What was read of a body: decoded pieces, bytes as sent, why it is not whole; `clean`: the connection can be kept."""

    pieces: list[bytes] = field(default_factory=list)
    wire: int = 0
    cut: str | None = None
    clean: bool = False


async def _drained(head: Head, wire: Wire, rest: bytes, ask: Ask) -> _Read:
    """The body as far as it may be read."""
    read = _Read()
    try:
        await _drain(read, head, wire, rest, ask)
    except DeadlinePassed:
        read.cut = "deadline"
    except Undecodable:
        read.cut = "inflation"
    except (http.client.HTTPException, OSError, ValueError) as error:
        read.cut = "reset" if is_reset(error) else "truncated"
    return read


async def _drain(read: _Read, head: Head, wire: Wire, rest: bytes, ask: Ask) -> None:
    body, inflater = messages.body(head), _inflater(head)
    size = received = 0
    piece = rest
    while not body.whole:
        piece = piece or await wire.receive()
        payload, broken = _fed(body, piece)
        received += len(piece)
        read.wire += len(payload)
        for part in inflater.parts(payload) if inflater else (payload,):
            read.pieces.append(part)
            size += len(part)
            if size > ask.body_cap:
                break
            if inflater is not None:
                await turn()
        # What frames a body may be as long as the body, not longer.
        if size > ask.body_cap or read.wire > ask.wire_cap or received > 2 * ask.wire_cap:
            read.cut = "size"
            return
        if broken is not None:
            raise broken
        piece = b""
    if inflater is not None:
        read.pieces.append(inflater.rest())
    read.clean = body.clean and not piece


def _fed(body: Body, piece: bytes) -> tuple[bytes, http.client.IncompleteRead | None]:
    """What of the body is in a piece, and why there will be no more of it."""
    try:
        return body.feed(piece), None
    except http.client.IncompleteRead as broken:
        return broken.partial, broken


def _inflater(head: Head) -> Inflater | None:
    encodings = head.all("content-encoding")
    if not encodings:
        return None
    from checker.fetching.inflating import Inflater  # noqa: PLC0415 - urllib3 takes a while to load

    return Inflater(encodings)
