"""EDGE. The review page over HTTP, for one editor at this machine.

It listens on loopback alone. Its address holds a secret, without which there is nothing to be seen; a request must name
this host (no page of the web may be resolved onto it: DNS rebinding), and a decision must come from its own page.
"""

from __future__ import annotations

import http.server
import secrets
import threading
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from urllib.parse import parse_qs

from checker.foundation.errors import CheckerError
from checker.review.desk import ReviewDesk
from checker.review.page import Dress, render

_LIMIT = 3_000_000  # bytes of a form: a pasted chapter, not a book
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"


class ReviewServer(http.server.ThreadingHTTPServer):
    """A server of one page. Threads are for connections that browsers open ahead of need; decisions never meet."""

    daemon_threads = True

    def __init__(self, desk: ReviewDesk, dress: Dress, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Page)
        self.desk = desk
        self.dress = dress
        self.one_at_a_time = threading.Lock()
        self.secret = secrets.token_urlsafe(16)

    @property
    def host(self) -> str:
        """The host and port that requests must name."""
        return f"127.0.0.1:{self.server_address[1]}"

    @property
    def address(self) -> str:
        """Where an editor finds the page."""
        return f"http://{self.host}/{self.secret}/"


class _Page(http.server.BaseHTTPRequestHandler):
    """Shows the page, takes its forms."""

    server: ReviewServer
    timeout = 30  # seconds; a connection that a browser opens ahead of need must not hold the next request up for good
    server_version = "checker"
    sys_version = ""

    def do_GET(self) -> None:
        """The page."""
        if not self._welcome() or self.path != f"/{self.server.secret}/":
            self._answer(HTTPStatus.NOT_FOUND, "Not here. Open the address that checker review has printed.")
            return
        with self.server.one_at_a_time, self._mishaps_told():
            self._answer(HTTPStatus.OK, render(self.server.desk, self.server.dress))

    def do_POST(self) -> None:
        """A decision; then the browser is led back to the page."""
        form = self._form()
        name = form.get("finding", "")
        if not (self._welcome() and self._from_our_page() and name in self.server.desk.names):
            self._answer(HTTPStatus.NOT_FOUND, "There is no such finding, or the page is an old one: load it anew.")
            return
        with self.server.one_at_a_time, self._mishaps_told():
            self._decide(name, form)

    def _decide(self, name: str, form: Mapping[str, str]) -> None:
        desk = self.server.desk
        match self.path.removeprefix(f"/{self.server.secret}/"):
            case "accept":
                desk.accept(name, reason=form.get("reason", ""), by=form.get("by", ""), expires=form.get("expires", ""))
            case "withdraw":
                desk.withdraw(name)
            case "rematch":
                desk.rematch(name, form.get("text", ""))
            case "keep" if name in desk.answers:
                desk.keep(name, form.get("by", ""))
            case _:
                self._answer(HTTPStatus.NOT_FOUND, "There is no such thing to do.")
                return
        self.send_response(HTTPStatus.SEE_OTHER)
        self.send_header("Location", f"/{self.server.secret}/#{name}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    @contextmanager
    def _mishaps_told(self) -> Iterator[None]:
        """A file that was damaged meanwhile, or cannot be written, is told on the page, and the server goes on."""
        try:
            yield
        except tomllib.TOMLDecodeError as problem:
            self._answer(
                HTTPStatus.CONFLICT, f"decisions.toml is not TOML ({problem}). Mend it, then load the page anew."
            )
        except CheckerError as problem:
            self._answer(HTTPStatus.CONFLICT, str(problem))

    def _welcome(self) -> bool:
        """True for a request that names this host and knows the secret."""
        return self.headers.get("Host") == self.server.host and self.path.startswith(f"/{self.server.secret}/")

    def _from_our_page(self) -> bool:
        return self.headers.get("Origin") in (None, f"http://{self.server.host}")

    def _form(self) -> dict[str, str]:
        size = self.headers.get("Content-Length", "")
        if not size.isascii() or not size.isdigit() or int(size) > _LIMIT:
            self.close_connection = True
            return {}
        sent = self.rfile.read(int(size)).decode("utf-8", "replace")
        return {name: values[0] for name, values in parse_qs(sent, max_num_fields=10).items()}

    def _answer(self, status: HTTPStatus, page: str) -> None:
        data = page.encode()
        self.send_response(status)
        self.send_header("Content-Type", f"text/{'html' if status is HTTPStatus.OK else 'plain'}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Content-Security-Policy", _POLICY)
        self.send_header("Referrer-Policy", "same-origin")  # "no-referrer" would send Origin: null with the forms
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the standard library's signature
        """Say nothing: the page is the answer."""
