"""The transport through an explicit proxy: requests' adapter on threads, one hop at a time, one deadline, the caps.

The adapter keeps pools, proxies and TLS; a hop is made on one of its connections with the standard library's own request
and response, which cost a third of what `send` and urllib3's `urlopen` do beside them. `Session` would read ~/.netrc,
follow redirects on its own (it reads the body of a 302 even with `allow_redirects=False`) and keep cookies between strangers.
"""

from __future__ import annotations

import contextlib
import http.client
import ssl
import time
import zlib
from collections.abc import Sequence
from concurrent.futures import Future
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3 import HTTPHeaderDict, HTTPResponse, exceptions as urllib3_errors

from checker.fetching.addresses import Gate
from checker.fetching.connections import Door, pool_classes, tls_context
from checker.fetching.deadline import CLOCK
from checker.fetching.exchange import REDIRECTS, Answer, Ask, Exchange, Failure
from checker.fetching.failures import TROUBLE, DeadlinePassed, failed, is_reset
from checker.fetching.names import Names
from checker.fetching.workers import Workers
from checker.foundation.model import Silence

_PIECE = 65_536  # bytes inflated at once
_TROUBLE = (*TROUBLE, urllib3_errors.HTTPError)
_POOLS, _KEPT_CONNECTIONS = 256, 2  # hosts whose connections are kept open, and how many of each


class _Adapter(HTTPAdapter):
    """requests' adapter with our connections, one TLS context for all, and no retries."""

    def __init__(self, door: Door, proxy_door: Door, context: ssl.SSLContext) -> None:
        self._door = door
        self._proxy_door = proxy_door
        self._context = context
        super().__init__(pool_connections=_POOLS, pool_maxsize=_KEPT_CONNECTIONS, max_retries=0)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **pool_kwargs: Any) -> None:
        """A pool whose connections go through the door."""
        super().init_poolmanager(connections, maxsize, block, ssl_context=self._context, **pool_kwargs)
        self.poolmanager.pool_classes_by_scheme = pool_classes(self._door)

    def proxy_manager_for(self, proxy: str, **proxy_kwargs: Any) -> Any:
        """A pool to an explicit proxy, under the same deadline."""
        manager = super().proxy_manager_for(proxy, ssl_context=self._context, **proxy_kwargs)
        manager.pool_classes_by_scheme = pool_classes(self._proxy_door)
        return manager

    def close(self) -> None:
        """Close the kept connections; urllib3 leaves that to the garbage collector."""
        for manager in (self.poolmanager, *self.proxy_manager.values()):
            for key in manager.pools.keys():  # noqa: SIM118 - urllib3's container refuses to be iterated
                manager.pools[key].close()
        super().close()

    def pool(self, ask: Ask, proxy: str | None) -> Any:
        """urllib3's pool of connections to the host of an ask."""
        manager = self.proxy_manager_for(proxy) if proxy else self.poolmanager
        return manager.connection_from_host(ask.host, ask.port, _scheme(ask))


class ThreadTransport:
    """Hops on at most `threads` threads at once; `proxy` is an explicit HTTP proxy or None."""

    def __init__(
        self, *, gate: Gate, names: Names, threads: int, ca_bundle: str | None = None, proxy: str | None = None
    ) -> None:
        self._adapter = _Adapter(Door(gate, names), Door(None, names), tls_context(ca_bundle))
        self._proxy = proxy
        self._workers: Workers[Ask, Exchange] = Workers(self._hop, threads, "fetch")

    def submit(self, ask: Ask) -> Future[Exchange]:
        """One hop on a thread of the pool."""
        return self._workers.submit(ask)

    def close(self) -> None:
        """End the threads once their hop is over, and drop the connections."""
        self._workers.close()
        self._adapter.close()

    def _hop(self, ask: Ask) -> Exchange:
        begun = time.monotonic()
        exchange = self._tried(ask, begun, ask.budget)
        # A kept connection that the server has closed meanwhile says nothing about the server: once more, afresh.
        if isinstance(exchange, Failure) and exchange.why is Silence.RESET and not CLOCK.fresh:
            left = ask.budget - (time.monotonic() - begun)
            return self._tried(ask, begun, left) if left > 0 else exchange
        return exchange

    def _tried(self, ask: Ask, begun: float, budget: float) -> Exchange:
        CLOCK.start(budget)
        connection: Any = None
        with contextlib.ExitStack() as unless_whole:
            try:
                pool = self._adapter.pool(ask, self._proxy)
                connection = pool._get_conn()  # noqa: SLF001 - urllib3 < 3 is pinned, see `connections`
                unless_whole.callback(connection.close)
                self._send(ask, connection, pool)
                response = http.client.HTTPConnection.getresponse(connection)
            except _TROUBLE as error:
                return failed(error, ask, CLOCK.address, time.monotonic() - begun)
            unless_whole.callback(response.close)
            CLOCK.body()
            headers = tuple(response.headers.items())
            if response.status in REDIRECTS and response.headers.get("location"):
                body, wire, cut = b"", 0, None
            else:
                body, wire, cut = _drained(response, headers, ask)
                if cut is None and not response.will_close:
                    unless_whole.pop_all()
                    response.close()
                    pool._put_conn(connection)  # noqa: SLF001 - as above
            address = CLOCK.address or connection.peer
            return Answer(response.status, headers, body, wire, cut, address, time.monotonic() - begun)

    def _send(self, ask: Ask, connection: Any, pool: Any) -> None:
        """Connect if need be, and write the request."""
        plain = _scheme(ask) == "http"
        if connection.sock is None:
            if self._proxy and not plain:
                pool._prepare_proxy(connection)  # noqa: SLF001 - as above
            else:
                connection.connect()
        # What stands in the request line: the whole address for a plain proxy, else the path.
        line = ask.url if self._proxy and plain else "/" + ask.url.split("/", 3)[3]
        connection.putrequest("GET" if ask.form is None else "POST", line, skip_accept_encoding=True)
        for name, value in ask.headers:
            connection.putheader(name, value)
        if ask.form is not None:
            connection.putheader("Content-Length", str(len(ask.form)))
        connection.endheaders(ask.form)


def _scheme(ask: Ask) -> str:
    return ask.url.partition(":")[0]


def _drained(
    response: http.client.HTTPResponse, headers: Sequence[tuple[str, str]], ask: Ask
) -> tuple[bytes, int, str | None]:
    """The body as far as it may be read, its bytes as sent, and why it is not whole."""
    pieces: list[bytes] = []
    size, cut = 0, None
    reader: Any = _Plain(response)
    try:
        if _is_unusual(headers):
            reader = _decoding(response, headers)
        while piece := reader.read1(_PIECE):
            pieces.append(piece)
            size += len(piece)
            if size > ask.body_cap or reader.tell() > ask.wire_cap:
                cut = "size"
                break
    except DeadlinePassed:
        cut = "deadline"
    except (urllib3_errors.DecodeError, zlib.error):
        cut = "inflation"
    except (urllib3_errors.HTTPError, http.client.HTTPException, OSError, ValueError) as error:
        cut = "reset" if is_reset(error) else "truncated"
    return b"".join(pieces)[: ask.body_cap], reader.tell(), cut


class _Plain:
    """A body that is as it was sent."""

    def __init__(self, response: http.client.HTTPResponse) -> None:
        self._response = response
        self._left = response.length  # None in chunks, and where it ends with the connection
        self._read = 0

    def read1(self, most: int) -> bytes:
        """What is there, nothing at the end; IncompleteRead where the end comes too early."""
        piece = self._response.read1(most) if self._left != 0 else b""
        self._read += len(piece)
        if self._left is not None:
            self._left -= len(piece)
            if not piece and self._left:
                raise http.client.IncompleteRead(piece, self._left)
        return piece

    def tell(self) -> int:
        """Bytes as sent so far."""
        return self._read


def _is_unusual(headers: Sequence[tuple[str, str]]) -> bool:
    """True where urllib3 is to have a look at the body: it is encoded, or its length is said more than once."""
    names = [name.lower() for name, _ in headers]
    return "content-encoding" in names or names.count("content-length") > 1


def _decoding(response: http.client.HTTPResponse, headers: Sequence[tuple[str, str]]) -> HTTPResponse:
    """The body inflated piece by piece."""
    return HTTPResponse(
        body=response,
        headers=HTTPHeaderDict(headers),
        status=response.status,
        preload_content=False,
        decode_content=True,
        original_response=response,
        request_method="GET",
    )
