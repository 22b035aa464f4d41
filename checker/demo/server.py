"""One loopback server that is all hosts of the demonstration: the Host header says which."""

from __future__ import annotations

import contextlib
import socketserver
import ssl
import threading
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler
from typing import Any

from checker.demo.sites import Behaviour, Site

LOOPBACK = "127.0.0.1"


class _Server(socketserver.ThreadingTCPServer):
    """A thread for each connection; `closing` ends those that hang on purpose."""

    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64

    def __init__(self, sites: Mapping[str, Site], context: ssl.SSLContext | None) -> None:
        self.sites = sites
        self.closing = threading.Event()
        super().__init__((LOOPBACK, 0), _Handler)
        if context is not None:
            # The handshake waits for the connection's own thread, so that a slow client holds up nobody else.
            self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)

    def handle_error(self, _request: Any, _client_address: Any) -> None:
        """Clients that break off (they refuse the expired certificate, they run out of time) are part of the show."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    server_version = "footcheck-demo"
    sys_version = ""
    timeout = 30

    def do_GET(self) -> None:
        """Answer as the table says; a host that is not in it is a misdirected request (RFC 9110 section 15.5.20)."""
        self.close_connection = True
        host = self.headers.get("Host", "").partition(":")[0].lower()
        site = self.server.sites.get(host)
        if site is None:
            self.send_error(421)
            return
        answer = site.answer_to(self.path)
        if answer.behaviour is Behaviour.HANG:
            self.server.closing.wait()
            return
        body = answer.body()
        self.send_response(answer.status)
        for name, value in answer.headers():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def do_HEAD(self) -> None:
        """The same without the body."""
        self.do_GET()

    def log_message(self, *_: Any) -> None:
        """Nothing: the checker's own report says what was asked."""


@contextlib.contextmanager
def listening(sites: Mapping[str, Site], context: ssl.SSLContext | None = None) -> Iterator[int]:
    """Serve the sites on a free loopback port, over TLS when a context is given; yields the port."""
    with _Server(sites, context) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield int(server.server_address[1])
        finally:
            server.closing.set()
            server.shutdown()
            thread.join()
