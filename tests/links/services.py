"""Loopback servers that speak as the registries and archives do, in the shapes of their documentation; all works are made up."""

from __future__ import annotations

import datetime as dt
import json
import threading
from contextlib import contextmanager
from email.message import Message
from email.utils import format_datetime, parsedate_to_datetime
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
        self.papers: dict[str, dict] = {}  # PubMed's, by PMID
        self.books: dict[str, dict] = {}  # Open Library's, by bibkey
        self.handles: dict[str, str] = {}  # the Handle proxy's: where each leads
        self.elsewhere: dict[str, dict] = {}  # other agencies', by content negotiation
        self.copies: dict[str, dict[str, tuple[int, str]]] = {}  # address -> timestamp -> (status, HTML)
        self.mementos: dict[str, dict[str, str]] = {}  # another archive's: address -> timestamp -> HTML
        self.down: set[str] = set()  # crossref, doi, cdx, copies
        self.asked: list[tuple[str, str]] = []  # (path, Accept)
        self.captures: dict[
            str, list[dict]
        ] = {}  # Save Page Now: address -> what its job says, one answer after the other
        self.keys: list[tuple[str, str]] = []  # (path, Authorization), of every request
        self.days: list[str] = []  # Accept-Datetime, as the TimeGate was asked

    def answer(self, target: str, headers: Message) -> tuple[int, str, bytes, dict[str, str]]:
        parts, accept = urlsplit(target), headers.get("Accept", "")
        if parts.path.startswith("/timegate/"):
            return self._timegate(target.removeprefix("/timegate/"), headers.get("Accept-Datetime", ""))
        if parts.path == "/api/books":
            return self._books(parse_qs(parts.query))
        if parts.path.startswith("/api/handles/"):
            return self._handle(unquote(parts.path.removeprefix("/api/handles/")))
        if parts.path == "/esummary.fcgi":
            return self._pubmed(parse_qs(parts.query)["id"][0])
        if parts.path.startswith("/save/status/"):
            return self._capture(unquote(parts.path.removeprefix("/save/status/")))
        if parts.path.startswith("/coll/"):
            return self._memento(target.removeprefix("/coll/"))
        if parts.path.startswith("/works/"):
            return self._crossref(unquote(parts.path.removeprefix("/works/")))
        if parts.path.startswith("/cdx/"):
            return self._cdx(parse_qs(parts.query))
        if parts.path.startswith("/web/"):
            return self._copy(target.removeprefix("/web/"))
        return self._doi(unquote(parts.path.removeprefix("/")), accept)

    def save(self, form: dict[str, list[str]], headers: Message) -> tuple[int, str, bytes, dict[str, str]]:
        """SPN2, capture request: a job, or an error in words."""
        [url] = form["url"]
        if headers.get("Authorization") != "LOW access:secret":
            return 401, "application/json", _json({"message": "You need to be logged in to use Save Page Now."}), {}
        if url not in self.captures:
            answer = {
                "status": "error",
                "status_ext": "error:invalid-url-syntax",
                "message": "The URL syntax is not valid.",
            }
            return 200, "application/json", _json(answer), {}
        return 200, "application/json", _json({"url": url, "job_id": f"spn2-{url}"}), {}

    def _capture(self, job: str):
        said = self.captures[job.removeprefix("spn2-")]
        return 200, "application/json", _json({"job_id": job, **(said.pop(0) if len(said) > 1 else said[0])}), {}

    def _pubmed(self, pmid: str):
        if "pubmed" in self.down:
            return 503, "text/plain", b"busy", {}
        work = self.papers.get(pmid, {"uid": pmid, "error": "cannot get document summary"})
        result = {"uids": [pmid], pmid: work}
        return 200, "application/json", _json({"header": {"type": "esummary", "version": "0.3"}, "result": result}), {}

    def _books(self, query: dict[str, list[str]]):
        """Open Library, Books API: an object of the books that it has, by their keys."""
        if "books" in self.down:
            return 503, "text/plain", b"busy", {}
        [key] = query["bibkeys"]
        if query["jscmd"] != ["data"] or query["format"] != ["json"]:
            return 200, "text/javascript", b"var _OLBookInfo = {};", {}
        return 200, "application/json", _json({key: self.books[key]} if key in self.books else {}), {}

    def _handle(self, handle: str):
        """The Handle proxy's REST API: 1 and the values, or 100 with status 404."""
        if "handles" in self.down:
            return 500, "application/json", _json({"responseCode": 2, "handle": handle, "message": "An error."}), {}
        if handle not in self.handles:
            return 404, "application/json", _json({"responseCode": 100, "handle": handle}), {}
        value = {"index": 1, "type": "URL", "data": {"format": "string", "value": self.handles[handle]}, "ttl": 86400}
        return 200, "application/json", _json({"responseCode": 1, "handle": handle, "values": [value]}), {}

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

    def _timegate(self, address: str, wanted: str):
        """RFC 7089, pattern 2.1: 302 to the memento, with the headers that section 4.2 asks for."""
        self.days.append(wanted)
        stamps = sorted(self.mementos.get(address, ()))
        if not stamps:
            return 404, "text/html", b"<title>Not in this archive</title>", {"Vary": "accept-datetime"}
        when = parsedate_to_datetime(wanted) if wanted else None
        near = min(stamps, key=lambda one: abs(_moment(one) - when)) if when else stamps[-1]
        more = {"Location": f"/coll/{near}mp_/{address}", "Vary": "accept-datetime"}
        return 302, "text/html", b"", {**more, "Link": f'<{address}>; rel="original"'}

    def _memento(self, rest: str):
        stamp, _, address = rest.partition("mp_/")
        html = self.mementos[address][stamp]
        link = f'<{address}>; rel="original", <{self.base}timegate/{address}>; rel="timegate"'
        day = {"Memento-Datetime": format_datetime(_moment(stamp), usegmt=True), "Link": link}
        return 200, "text/html; charset=utf-8", html.encode(), day

    def _copy(self, rest: str):
        if "copies" in self.down:
            return 503, "text/plain", b"busy", {}
        stamp, _, address = rest.partition("/")
        stamp, copies = stamp.removesuffix("id_"), self.copies.get(address, {})
        if not copies:
            return 404, "text/html", b"<title>Wayback Machine</title>", {}
        nearest = min(copies, key=lambda one: abs(int(one) - int(stamp.ljust(14, "0"))))
        if nearest != stamp:
            return 302, "text/html", b"", {"Location": f"/web/{nearest}id_/{address}"}
        status, html = copies[nearest]
        return (
            status,
            "text/html; charset=utf-8",
            html.encode(),
            {"Memento-Datetime": format_datetime(_moment(nearest), usegmt=True)},
        )


def _moment(stamp: str) -> dt.datetime:
    return dt.datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=dt.UTC)


def _json(data) -> bytes:
    return json.dumps(data).encode()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.asked.append((self.path, self.headers.get("Accept", "")))
        self.give(*self.server.answer(self.path, self.headers))

    def do_POST(self) -> None:
        self.server.asked.append((self.path, self.headers.get("Accept", "")))
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.give(*(self.server.save(form, self.headers) if self.path == "/save" else (404, "text/html", b"", {})))

    def give(self, status: int, kind: str, body: bytes, headers: dict[str, str]) -> None:
        self.server.keys.append((self.path, self.headers.get("Authorization", "")))
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
