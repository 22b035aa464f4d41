"""Hosts that the command line is tried against."""

from __future__ import annotations

import http.server
import socket
import threading

import pytest


class Hanging:
    """A host that never answers; its text is its address."""

    def __init__(self, server: socket.socket) -> None:
        self._server = server

    def __str__(self) -> str:
        return f"http://127.0.0.1:{self._server.getsockname()[1]}/slow"

    def asked(self) -> socket.socket:
        """Wait until somebody has connected; keep the connection as long as it is to hang."""
        return self._server.accept()[0]


@pytest.fixture
def hanging_host():
    """The address of a host that takes the connection and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(30)
        yield Hanging(server)


@pytest.fixture
def closed_port():
    """A port at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


@pytest.fixture
def served():
    """Serves one page on loopback and gives its address; `claimed` makes Content-Length promise more than comes."""
    servers = []

    def serve(page: bytes, claimed: int | None = None) -> str:
        class Answer(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(claimed or len(page)))
                self.end_headers()
                self.wfile.write(page)

            def log_message(self, *words):
                """Say nothing."""

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_address[1]}/wiki/Quill"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()
