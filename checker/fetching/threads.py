"""The default transport: requests' adapter on threads, one hop at a time, under one deadline and the caps.

The adapter is driven directly: `Session` would read ~/.netrc, follow redirects on its own (it reads the body of a 302
even with `allow_redirects=False`) and keep cookies between strangers. urllib3's own retries are off.
"""

from __future__ import annotations

import http.client
import ssl
import time
import zlib
from collections.abc import Iterator
from concurrent.futures import Future
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from requests.structures import CaseInsensitiveDict
from urllib3 import exceptions as urllib3_errors

from checker.fetching.addresses import Gate
from checker.fetching.connections import Door, NotConnected, pool_classes, tls_context
from checker.fetching.deadline import CLOCK, DeadlinePassed, HeadTooLong
from checker.fetching.exchange import REDIRECTS, Answer, Ask, Exchange, Failure
from checker.fetching.names import Names
from checker.fetching.workers import Workers
from checker.foundation import clean
from checker.foundation.model import Silence

_PIECE = 65_536  # bytes inflated at once
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

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Nothing to set: the shared context verifies (requests would load the bundle anew for each connection)."""

    def close(self) -> None:
        """Close the kept connections; urllib3 leaves that to the garbage collector."""
        for manager in (self.poolmanager, *self.proxy_manager.values()):
            for key in manager.pools.keys():  # noqa: SIM118 - urllib3's container refuses to be iterated
                manager.pools[key].close()
        super().close()

    def get_connection_with_tls_context(
        self,
        request: requests.PreparedRequest,
        verify: Any,  # noqa: ARG002 - requests' signature
        proxies: Any = None,
        cert: Any = None,  # noqa: ARG002
    ) -> Any:
        """The pool of the host: TLS is the context's business."""
        ask: Ask = request.ask  # type: ignore[attr-defined]
        scheme = ask.url.partition(":")[0]
        manager = self.proxy_manager_for(proxies[scheme]) if proxies else self.poolmanager
        return manager.connection_from_host(ask.host, ask.port, scheme)

    def request_url(self, request: requests.PreparedRequest, proxies: Any) -> str:
        """What stands in the request line: the whole address for a plain proxy, else the path."""
        url = str(request.url)
        if proxies and url.startswith("http:"):
            return url
        return "/" + url.split("/", 3)[3]

    def build_response(self, req: requests.PreparedRequest, resp: Any) -> requests.Response:
        """The bare answer: requests would read cookies and encodings that nobody here wants."""
        response = requests.Response()
        response.request = req
        response.raw = resp
        return response


class ThreadTransport:
    """Hops on at most `threads` threads at once; `proxy` is an explicit HTTP proxy or None."""

    def __init__(
        self, *, gate: Gate, names: Names, threads: int, ca_bundle: str | None = None, proxy: str | None = None
    ) -> None:
        self._adapter = _Adapter(Door(gate, names), Door(gate, names, judged=False), tls_context(ca_bundle))
        self._proxies = {"http": proxy, "https": proxy} if proxy else {}
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
        try:
            response = self._adapter.send(_prepared(ask), stream=True, timeout=budget, proxies=self._proxies)
            raw = response.raw
        except (
            NotConnected,
            DeadlinePassed,
            HeadTooLong,
            OSError,
            ValueError,
            http.client.HTTPException,
            urllib3_errors.HTTPError,
        ) as error:
            return _failed(error, ask, time.monotonic() - begun)
        CLOCK.body()
        try:
            address = CLOCK.address or _peer(raw)
            status, headers = raw.status, tuple((str(k), str(v)) for k, v in raw.headers.items())
            moved = status in REDIRECTS and raw.headers.get("location")
            body, cut = (b"", None) if moved else _drained(raw, ask)
            _let_go(raw, whole=cut is None and not moved)
            return Answer(status, headers, body, _wire_size(raw), cut, address, time.monotonic() - begun)
        finally:
            raw.close()


def _prepared(ask: Ask) -> requests.PreparedRequest:
    """The request as requests' adapter takes it, without a Session's additions."""
    request = requests.PreparedRequest()
    request.method = "GET" if ask.form is None else "POST"
    request.url = ask.url
    request.headers = CaseInsensitiveDict(ask.headers)
    if ask.form is not None:
        request.body = ask.form
        request.headers["Content-Length"] = str(len(ask.form))
    request.ask = ask  # type: ignore[attr-defined]
    return request


def _drained(raw: Any, ask: Ask) -> tuple[bytes, str | None]:
    """The body as far as it may be read, and why it is not whole."""
    pieces: list[bytes] = []
    size = 0
    try:
        for piece in _pieces(raw):
            pieces.append(piece)
            size += len(piece)
            if size > ask.body_cap or _wire_size(raw) > ask.wire_cap:
                return b"".join(pieces)[: ask.body_cap], "size"
    except DeadlinePassed:
        return b"".join(pieces), "deadline"
    except (urllib3_errors.DecodeError, zlib.error):
        return b"".join(pieces), "inflation"
    except (urllib3_errors.HTTPError, http.client.HTTPException, OSError, ValueError) as error:
        reset = any(isinstance(cause, ConnectionResetError) for cause in _causes(error))
        return b"".join(pieces), "reset" if reset else "truncated"
    return b"".join(pieces), None


def _pieces(raw: Any) -> Iterator[bytes]:
    while piece := raw.read1(_PIECE, decode_content=True):
        yield piece


def _wire_size(raw: Any) -> int:
    return int(raw.tell())


def _peer(raw: Any) -> str:
    """The address at the other end of a connection that was taken from the pool."""
    return str(getattr(getattr(raw, "connection", None), "peer", ""))


def _let_go(raw: Any, *, whole: bool) -> None:
    """Back to the pool after a whole answer; anything else is closed unread."""
    if whole:
        raw.release_conn()


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error and everything that it was raised from or carries."""
    seen: set[int] = set()
    queue: list[BaseException] = [error]
    while queue:
        cause = queue.pop(0)
        if id(cause) in seen:
            continue
        seen.add(id(cause))
        yield cause
        further = (*cause.args, cause.__cause__, cause.__context__, getattr(cause, "reason", None))
        queue.extend(item for item in further if isinstance(item, BaseException))


def _failed(error: Exception, ask: Ask, seconds: float) -> Failure:
    """The Failure that an exception amounts to, by its causes from the outside in."""
    address = CLOCK.address
    for cause in _causes(error):
        match cause:
            case NotConnected():
                return Failure(cause.why, cause.detail, address, seconds)
            case DeadlinePassed() | TimeoutError():
                return Failure(Silence.TIMEOUT, f"{ask.host} did not answer in time.", address, seconds)
            case HeadTooLong():
                return Failure(Silence.PROTOCOL, f"{ask.host} sent headers without an end.", address, seconds)
            case ssl.SSLCertVerificationError():
                told = clean.line(cause.verify_message or str(cause)).rstrip(".")
                return Failure(
                    Silence.CERTIFICATE, f"The certificate of {ask.host} is not valid: {told}.", address, seconds
                )
            case ConnectionResetError() | BrokenPipeError() | http.client.RemoteDisconnected() | ssl.SSLEOFError():
                return Failure(
                    Silence.RESET, f"{ask.host} broke the connection off without an answer.", address, seconds
                )
            case ssl.SSLError():
                told = clean.line(cause.reason or str(cause))
                return Failure(Silence.PROTOCOL, f"No TLS connection to {ask.host}: {told}.", address, seconds)
            case http.client.HTTPException():
                told = clean.line(f"{type(cause).__name__} {cause}", 120)
                return Failure(Silence.PROTOCOL, f"What {ask.host} sent is not HTTP: {told}.", address, seconds)
            case _:
                continue
    return Failure(Silence.PROTOCOL, f"{ask.host} could not be asked: {clean.line(str(error), 160)}.", address, seconds)
