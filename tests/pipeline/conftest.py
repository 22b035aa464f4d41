"""A small web whose pages change, and whole runs of the command line against it on days of the test's choice."""

from __future__ import annotations

import datetime as dt
import socket
import ssl
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from checker.cli import memory, session
from checker.cli.configuration import Configuration
from checker.foundation.settings import Settings

FIRST = dt.datetime(2026, 3, 1, 6, tzinfo=dt.UTC)


class SmallWeb(ThreadingHTTPServer):
    """Many hosts on one port: `pages` is what an address answers (text, or status and text), `silent` hosts refuse."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.pages: dict[str, str | tuple[int, str]] = {}
        self.silent: set[str] = set()
        self.asked: list[str] = []
        with socket.create_server(("127.0.0.1", 0)) as closed:
            self._closed_port = closed.getsockname()[1]

    def resolver(self, host: str, port: int) -> list[tuple[str, int]]:
        """Every host is here, but for those that are silent."""
        if host[0].isdigit():
            return [(host, port)]
        return [("127.0.0.1", self._closed_port if host in self.silent else self.server_address[1])]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        url = f"http://{self.headers['Host'].partition(':')[0]}{self.path}"
        self.server.asked.append(url)
        page = self.server.pages.get(url, (404, "<title>Not found</title>"))
        status, text = page if isinstance(page, tuple) else (200, page)
        self.send_response(status)
        if status in (301, 302):
            self.send_header("Location", text)
            text = ""
        body = text.encode()
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args) -> None:
        """Nothing is printed."""


@contextmanager
def serving(context: ssl.SSLContext | None = None):
    with SmallWeb() as server:
        if context is not None:
            server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def web():
    """The small web, for the length of a test."""
    with serving() as server:
        yield server


@pytest.fixture
def another_web():
    """`with another_web(context) as server`: a small web of its own port, with a certificate maybe."""
    return serving


class Newsroom:
    """A folder with an article, its .bib and its reports; `check` is a run on a day, counted from the first."""

    def __init__(self, folder: Path, web: SmallWeb) -> None:
        self.folder = folder
        self.web = web
        self.article = folder / "article.md"
        self.bib = folder / "references.bib"
        self.history = folder / "reports/link-history.json"
        self.evidence = folder / "reports/evidence.jsonl"
        self.services = ""
        self.usual: dict = {}  # settings of every run

    def settings(self, **changes) -> Settings:
        fields = {
            "bib": (str(self.bib),), "report": str(self.folder / "reports"), "include_private": ("127.0.0.0/8",),
            "host_request_interval": 0.0, "max_retries": 0, "timeout": 5.0, "max_cache_age": 0.0,
            "crossref": "", "pubmed": "", "books": "", "handles": "", "doi_resolver": "", "wayback": self.services,
        }  # fmt: skip
        return Settings(**{**fields, **self.usual, **changes})

    def check(self, day: float = 0, **changes):
        """The report of a run; what is remembered after it is kept in the report folder, as the command does."""
        moment = FIRST + dt.timedelta(days=day)
        finished = session.perform(
            Configuration(self.settings(**changes)),
            [str(self.article)],
            progress=False,
            resolver=self.web.resolver,
            now=lambda: moment,
        )
        memory.keep(self.folder / "reports", finished.memory)
        return finished.report


@pytest.fixture
def newsroom(tmp_path, web):
    """An empty newsroom beside the small web."""
    return Newsroom(tmp_path, web)
