"""Loopback servers that speak as the registries and archives do, in the shapes of their documentation; all works are made up."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

RETRACTION = {
    "DOI": "10.5555/notice.9",
    "type": "retraction",
    "label": "Retraction",
    "source": "retraction-watch",
    "updated": {"date-parts": [[2021, 3, 4]], "date-time": "2021-03-04T00:00:00Z", "timestamp": 1614816000000},
    "record-id": 4711,
}


def work(doi: str, title: str, *, authors=(("Ada", "Quill"),), year: int = 2011, **more) -> dict:
    """A work as Crossref's REST API gives it."""
    people = [{"given": given, "family": family, "sequence": "additional"} for given, family in authors]
    return {"DOI": doi, "title": [title], "author": people, "issued": {"date-parts": [[year, 5]]}, **more}


class Services(ThreadingHTTPServer):
    """Crossref, doi.org and the Wayback Machine on one port; what they know is set by the test, what they were asked is kept."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.base = f"http://127.0.0.1:{self.server_address[1]}/"
        self.works: dict[str, dict] = {}  # Crossref's
        self.elsewhere: dict[str, dict] = {}  # other agencies', by content negotiation
        self.copies: dict[str, dict[str, tuple[int, str]]] = {}  # address -> timestamp -> (status, HTML)
        self.down: set[str] = set()  # crossref, doi, cdx
        self.asked: list[tuple[str, str]] = []  # (path, Accept)

    def answer(self, target: str, accept: str) -> tuple[int, str, bytes, dict[str, str]]:
        parts = urlsplit(target)
        if parts.path.startswith("/works/"):
            return self._crossref(unquote(parts.path.removeprefix("/works/")))
        if parts.path.startswith("/cdx/"):
            return self._cdx(parse_qs(parts.query))
        if parts.path.startswith("/web/"):
            return self._copy(target.removeprefix("/web/"))
        return self._doi(unquote(parts.path.removeprefix("/")), accept)

    def _crossref(self, doi: str):
        if "crossref" in self.down:
            return 503, "text/plain", b"busy", {}
        if doi not in self.works:
            return 404, "text/plain", b"Resource not found.", {}
        return 200, "application/json", _json({"status": "ok", "message-type": "work", "message": self.works[doi]}), {}

    def _doi(self, doi: str, accept: str):
        if "doi" in self.down:
            return 503, "text/plain", b"busy", {}
        if doi not in self.elsewhere or "csl+json" not in accept:
            return 404, "text/html", b"<title>DOI Not Found</title>", {}
        return 200, "application/vnd.citationstyles.csl+json", _json(self.elsewhere[doi]), {}

    def _cdx(self, query: dict[str, list[str]]):
        if "cdx" in self.down:
            return 503, "text/plain", b"busy", {}
        copies = self.copies.get(query["url"][0], {})
        good = [
            stamp for stamp, (status, _) in copies.items() if query.get("filter") != ["statuscode:200"] or status == 200
        ]
        if "closest" in query:
            good.sort(key=lambda stamp: abs(int(stamp[:8]) - int(query["closest"][0][:8])))
        rows = [[stamp, query["url"][0]] for stamp in good[: abs(int(query["limit"][0]))]]
        return 200, "application/json", _json([["timestamp", "original"], *rows] if rows else []), {}

    def _copy(self, rest: str):
        stamp, _, address = rest.partition("/")
        stamp, copies = stamp.removesuffix("id_"), self.copies.get(address, {})
        if not copies:
            return 404, "text/html", b"<title>Wayback Machine</title>", {}
        nearest = min(copies, key=lambda one: abs(int(one) - int(stamp.ljust(14, "0"))))
        if nearest != stamp:
            return 302, "text/html", b"", {"Location": f"/web/{nearest}id_/{address}"}
        status, html = copies[nearest]
        return status, "text/html; charset=utf-8", html.encode(), {"Memento-Datetime": "Fri, 03 Jun 2016 00:00:00 GMT"}


def _json(data) -> bytes:
    return json.dumps(data).encode()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        accept = self.headers.get("Accept", "")
        self.server.asked.append((self.path, accept))
        status, kind, body, headers = self.server.answer(self.path, accept)
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args) -> None:
        """Nothing is printed."""


@contextmanager
def running():
    """The services on loopback for the length of a `with`."""
    server = Services()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
