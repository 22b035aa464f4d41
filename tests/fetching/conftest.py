"""A small web on loopback for the tests of fetching: real HTTP, names through an injected resolver."""

from __future__ import annotations

import contextlib
import errno
import socket
import ssl
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from checker.fetching import Fetcher, Resolver, Transport, addresses
from checker.fetching.names import Names
from checker.fetching.threads import ThreadTransport
from checker.foundation.domains import registered
from checker.foundation.model import Request
from checker.foundation.settings import Settings

registered("site.example")  # reads the suffix list, which no test of time is to wait for
LOOPBACK = ("127.0.0.0/8",)
Handler = Callable[[socket.socket, "Seen"], None]
Transports = Callable[[Settings, Resolver], Transport]


@dataclass
class Seen:
    """One request as a server saw it."""

    path: str
    head: str
    visit: int


def answer(
    body: bytes | str = b"",
    *,
    status: str = "200 OK",
    kind: str = "text/html; charset=utf-8",
    headers: tuple[str, ...] = (),
    length: int | None = None,
) -> Handler:
    """A handler that gives one complete answer; `length` makes Content-Length lie."""
    data = body.encode() if isinstance(body, str) else body
    size = len(data) if length is None else length
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {size}", *headers]
    head = ("\r\n".join(lines) + "\r\n\r\n").encode()

    def handle(connection: socket.socket, seen: Seen) -> None:
        connection.sendall(head + data)

    return handle


def redirect(location: str, *, status: str = "302 Found", headers: tuple[str, ...] = ()) -> Handler:
    """A handler that sends on."""
    return answer(status=status, headers=(f"Location: {location}", *headers))


@dataclass
class Web:
    """Servers on loopback and the names that lead to them; `seen` counts paths."""

    port: int
    pages: dict[str, Handler] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)
    seen: Counter = field(default_factory=Counter)
    heads: list[str] = field(default_factory=list)
    in_flight: int = 0
    most_in_flight: int = 0
    tls: ssl.SSLContext | None = None
    transport: Transports | None = None  # another than the default one
    lock: threading.Lock = field(default_factory=threading.Lock)

    answer = staticmethod(answer)
    redirect = staticmethod(redirect)

    def page(self, path: str, body: bytes | str = b"<title>Page</title><p>Words of a page.", **options) -> None:
        """Serve an ordinary answer."""
        self.pages[path] = answer(body, **options)

    def resolver(self, host: str, port: int) -> list[tuple[str, int]]:
        """`*.example` and `*.test` stand on this web's port; names in `names` where they say."""
        if host in self.names:
            return [(address, self.port) for address in self.names[host]]
        if host.endswith((".example", ".test")):
            return [("127.0.0.1", self.port)]
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    def fetcher(self, settings: Settings | None = None, **options) -> Fetcher:
        """A fast and impolite Fetcher on this web."""
        base = Settings(include_private=LOOPBACK, host_request_interval=0.0, timeout=5.0, max_retries=0)
        options.setdefault("resolver", self.resolver)
        if self.transport is not None:
            options["transport"] = self.transport(settings or base, options["resolver"])
        return Fetcher(settings or base, **options)

    def get(self, url: str, *, read: bool = False, settings: Settings | None = None, **options):
        """The Source of one address."""
        with self.fetcher(settings, **options) as fetcher:
            [source] = fetcher.fetch([Request(url, read=read)])
        return source


def _serve(listener: socket.socket, web: Web) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except OSError as error:
            if error.errno not in (errno.EMFILE, errno.ENFILE):  # else a test has taken all the files: later
                return
            time.sleep(0.01)
            continue
        threading.Thread(target=_converse, args=(connection, web), daemon=True).start()


def _converse(connection: socket.socket, web: Web) -> None:
    """Answer the requests of one connection, one after the other."""
    with contextlib.ExitStack() as stack, contextlib.suppress(OSError):
        stack.enter_context(connection)
        connection.settimeout(30)
        if web.tls is not None:
            connection = stack.enter_context(web.tls.wrap_socket(connection, server_side=True))
        buffer = b""
        while True:
            while b"\r\n\r\n" not in buffer:
                piece = connection.recv(65536)
                if not piece:
                    return
                buffer += piece
            head, _, buffer = buffer.partition(b"\r\n\r\n")
            path = head.split(b" ", 2)[1].decode()
            with web.lock:
                web.seen[path] += 1
                web.heads.append(head.decode("latin-1"))
                web.in_flight += 1
                web.most_in_flight = max(web.most_in_flight, web.in_flight)
                visit = web.seen[path]
            handler = web.pages.get(path) or web.pages.get(path.partition("?")[0])
            try:
                if handler is None:
                    answer("<title>Not Found</title>", status="404 Not Found")(connection, Seen(path, "", visit))
                else:
                    handler(connection, Seen(path, head.decode("latin-1"), visit))
            finally:
                with web.lock:
                    web.in_flight -= 1


def on_threads(settings: Settings, resolver: Resolver) -> Transport:
    """The transport that is otherwise used through a proxy alone."""
    return ThreadTransport(
        gate=addresses.gate(settings.include_private),
        names=Names(resolver),
        threads=settings.concurrency,
        ca_bundle=settings.ca_bundle,
    )


@pytest.fixture(params=["in-turns", "on-threads"])
def either(request: pytest.FixtureRequest, web: Web) -> Web:
    """The web as either transport reaches it."""
    web.transport = on_threads if request.param == "on-threads" else None
    return web


@pytest.fixture
def web() -> Iterator[Web]:
    listener = socket.create_server(("127.0.0.1", 0), backlog=256)
    made = Web(listener.getsockname()[1])
    threading.Thread(target=_serve, args=(listener, made), daemon=True).start()
    yield made
    listener.close()
