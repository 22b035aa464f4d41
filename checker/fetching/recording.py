"""`--record`: a Transport that writes every hop of another into a WARC 1.1 file (ISO 28500:2017).

An answer is a `response` record, its headers changed to fit the bytes that are stored (decoded, and perhaps cut), the
true ones kept as `X-Archive-Orig-*`; then the `request`, and a `metadata` record where the body was cut. What gave no
answer is a `metadata` record alone. Each record is a gzip member of its own, as readers of WARC expect.
"""

from __future__ import annotations

import datetime as dt
import gzip
import io
import os
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from fastwarc.warc import WarcRecord, WarcRecordType

from checker.fetching.exchange import Answer, Ask, Exchange, Failure, Transport
from checker.foundation import clean
from checker.foundation.errors import StorageError
from checker.version import __version__

FIELDS = "application/warc-fields"
# WARC 1.1 §5.13 has four words for why a record is not whole; the exact one stands in the metadata record.
_TRUNCATED = {"size": "length", "deadline": "time", "reset": "disconnect", "truncated": "disconnect"}
_UNFITTING = frozenset(("content-encoding", "transfer-encoding", "content-length"))


class Recording:
    """Hops through `inner`, written to `path`, which appears whole when this is closed. StorageError if it cannot."""

    def __init__(self, inner: Transport, path: Path, now: Callable[[], dt.datetime]) -> None:
        self._inner = inner
        self._path = path
        self._part = path.with_name(f"{path.name}.part")
        self._now = now
        self._lock = threading.Lock()
        self._problem: OSError | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._part.open("wb")
        except OSError as error:
            raise _unwritable(path, error) from None
        about = f"software: checker/{__version__}\r\nformat: WARC File Format 1.1\r\n".encode()
        self._write(_record(WarcRecordType.warcinfo, FIELDS, about, self._now()))

    def submit(self, ask: Ask) -> Future[Exchange]:
        """One hop, written down before anybody hears of it."""
        outcome: Future[Exchange] = Future()
        self._inner.submit(ask).add_done_callback(lambda done: self._hand_over(ask, done, outcome))
        return outcome

    def close(self) -> None:
        """Finish the file under its name; StorageError when anything of it could not be written."""
        self._inner.close()
        with self._lock:
            if self._file.closed:
                return
            try:
                self._file.flush()
                os.fsync(self._file.fileno())
                self._file.close()
                if self._problem is None:
                    self._part.replace(self._path)
            except OSError as error:
                self._problem = self._problem or error
            if self._problem is not None:
                raise _unwritable(self._path, self._problem)

    def _hand_over(self, ask: Ask, done: Future[Exchange], outcome: Future[Exchange]) -> None:
        if done.cancelled():
            outcome.cancel()
            return
        error = done.exception()
        if error is not None:
            outcome.set_exception(error)
            return
        exchange = done.result()
        self._write(*_records(ask, exchange, self._now()))
        outcome.set_result(exchange)

    def _write(self, *records: WarcRecord) -> None:
        packed = b"".join(gzip.compress(_bytes(record), 6) for record in records)
        with self._lock:
            if self._file.closed or self._problem is not None:
                return
            try:
                self._file.write(packed)
            except OSError as error:
                self._problem = error


def _records(ask: Ask, exchange: Exchange, at: dt.datetime) -> list[WarcRecord]:
    """The records of one hop."""
    if isinstance(exchange, Failure):
        fields = {"outcome": exchange.why.value, "detail": exchange.detail, "seconds": f"{exchange.seconds:.3f}"}
        return [_record(WarcRecordType.metadata, FIELDS, _fields(fields), at, ask.url, address=exchange.address)]
    response = _record(
        WarcRecordType.response,
        "application/http; msgtype=response",
        _response(exchange),
        at,
        ask.url,
        address=exchange.address,
    )
    if exchange.cut:
        response.headers["WARC-Truncated"] = _TRUNCATED.get(exchange.cut, "unspecified")
    beside = str(response.headers["WARC-Record-ID"])
    request = _record(
        WarcRecordType.request, "application/http; msgtype=request", _request(ask), at, ask.url, beside=beside
    )
    if not exchange.cut:
        return [response, request]
    cut = _record(WarcRecordType.metadata, FIELDS, _fields({"cut": exchange.cut}), at, ask.url, beside=beside)
    return [response, request, cut]


def _record(
    kind: WarcRecordType,
    content_type: str,
    block: bytes,
    at: dt.datetime,
    url: str = "",
    *,
    address: str = "",
    beside: str = "",
) -> WarcRecord:
    record = WarcRecord()
    record.init_headers(content_length=len(block), record_type=kind)
    headers: Any = record.headers
    headers["WARC-Date"] = at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    for name, value in (("WARC-Target-URI", url), ("WARC-IP-Address", address), ("WARC-Concurrent-To", beside)):
        if value:
            headers[name] = value
    headers["Content-Type"] = content_type
    record.set_bytes_content(block)
    return record


def _bytes(record: WarcRecord) -> bytes:
    stream = io.BytesIO()
    record.write(stream, checksum_data=True)
    return stream.getvalue()


def _response(answer: Answer) -> bytes:
    """The HTTP message that fits the stored body."""
    lines = [f"HTTP/1.1 {answer.status} "]
    for name, value in answer.headers:
        told = f"X-Archive-Orig-{name}" if name.lower() in _UNFITTING else name
        lines.append(f"{told}: {clean.line(value, 8_000)}")
    lines.append(f"Content-Length: {len(answer.body)}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8") + answer.body


def _request(ask: Ask) -> bytes:
    parts = urlsplit(ask.url)
    path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    lines = [f"GET {path} HTTP/1.1", f"Host: {parts.netloc}", *(f"{name}: {value}" for name, value in ask.headers)]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8")


def _fields(fields: dict[str, str]) -> bytes:
    return "".join(f"{name}: {clean.line(value, 1_000)}\r\n" for name, value in fields.items()).encode("utf-8")


def _unwritable(path: Path, error: OSError) -> StorageError:
    told = error.strerror or str(error)
    return StorageError(f"The record {path} cannot be written ({told}); free the disk or name another file.")
