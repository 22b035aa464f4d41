"""`--replay`: a Transport that answers from a WARC file, ours or another tool's, and from nothing else.

An address that was asked several times gives its exchanges in the order in which they were recorded, the last one
ever after; the Accept header tells a registry's answer from a page's, where the file has requests.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from checker.fetching import urls
from checker.fetching.addresses import gate
from checker.fetching.exchange import REDIRECTS, Answer, Ask, Exchange, Failure
from checker.foundation import clean
from checker.foundation.errors import StorageError
from checker.foundation.model import Silence

_ANYWHERE = gate(("0.0.0.0/0", "::/0"))  # spelling alone is normalised here; the journey has judged the address
_TRUNCATED = {"length": "size", "time": "deadline", "disconnect": "reset", "unspecified": "truncated"}
_HEADER_LIMIT = 1_048_576


@dataclass(slots=True)
class _Entry:
    """One recorded exchange: a response at `offset`, or a failure."""

    offset: int
    at: dt.datetime
    address: str = ""
    accept: str | None = None
    cut: str | None = None
    failure: Failure | None = None


class Replay:
    """Hops out of a recording. Raises StorageError for a file that is none."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._entries: dict[str, list[_Entry]] = {}
        self._silent_hosts: dict[str, Failure] = {}
        self._by_id: dict[str, _Entry] = {}
        self._given: dict[tuple[str, str | None], int] = {}
        try:
            self._file = path.open("rb")
        except OSError as error:
            raise StorageError(f"The record {path} cannot be read ({error.strerror}); check --replay.") from None
        with contextlib.ExitStack() as unless_read:
            unless_read.callback(self._file.close)
            self._index()
            unless_read.pop_all()

    def submit(self, ask: Ask) -> Future[Exchange]:
        """The next recorded exchange of an address."""
        outcome: Future[Exchange] = Future()
        entry = self._next(ask)
        if entry is not None:
            outcome.set_result(entry.failure or self._answer(entry, ask))
        else:
            silent = self._silent_hosts.get(ask.host)
            missing = Failure(Silence.OFFLINE, f"The recording {self._path.name} has no answer for this address.")
            outcome.set_result(silent or missing)
        return outcome

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _next(self, ask: Ask) -> _Entry | None:
        accept = next((value for name, value in ask.headers if name == "Accept"), None)
        recorded = self._entries.get(ask.url, [])
        fitting = [entry for entry in recorded if entry.accept == accept] or recorded
        if not fitting:
            return None
        given = self._given.get((ask.url, accept), 0)
        self._given[ask.url, accept] = given + 1
        return fitting[min(given, len(fitting) - 1)]

    def _index(self) -> None:
        """Find every exchange; a file that ends in the middle of a record is read as far as it goes."""
        wanted = WarcRecordType.response | WarcRecordType.request | WarcRecordType.metadata
        try:
            for record in ArchiveIterator(self._file, record_types=wanted, parse_http=True, strict_mode=False):
                self._note(record)
        except (OSError, EOFError, ValueError, RuntimeError) as error:
            if not self._entries:
                raise StorageError(
                    f"{self._path} is not a WARC file ({clean.line(str(error), 100)}); check --replay."
                ) from None
        if not self._entries:
            raise StorageError(f"{self._path} holds no recorded answers; name a WARC file that --record has written.")

    def _note(self, record: WarcRecord) -> None:
        uri = record.headers.get("WARC-Target-URI")
        beside = self._by_id.get(record.headers.get("WARC-Concurrent-To") or "")
        match record.record_type:
            case WarcRecordType.response if uri and record.is_http:
                entry = _Entry(record.stream_pos, _date(record), record.headers.get("WARC-IP-Address") or "")
                entry.cut = _TRUNCATED.get(record.headers.get("WARC-Truncated") or "")
                self._by_id[record.headers.get("WARC-Record-ID") or ""] = entry
                self._entries.setdefault(_spelt(uri), []).append(entry)
            case WarcRecordType.request if beside is not None and record.is_http_parsed:
                beside.accept = record.http_headers.get("Accept")
            case WarcRecordType.metadata if beside is not None:
                beside.cut = _fields(record).get("cut", beside.cut)
            case WarcRecordType.metadata if uri:
                self._note_failure(_spelt(uri), record)
            case _:
                return

    def _note_failure(self, url: str, record: WarcRecord) -> None:
        fields = _fields(record)
        try:
            why = Silence(fields.get("outcome", ""))
            seconds = float(fields.get("seconds", "0"))
        except ValueError:
            return
        address, at = record.headers.get("WARC-IP-Address") or "", _date(record)
        failure = Failure(why, clean.line(fields.get("detail", "")), address, seconds, at)
        self._entries.setdefault(url, []).append(_Entry(record.stream_pos, at, failure=failure))
        target = urls.target(url, _ANYWHERE)
        if isinstance(target, urls.Target):
            self._silent_hosts.setdefault(target.host, failure)

    def _answer(self, entry: _Entry, ask: Ask) -> Exchange:
        self._file.seek(entry.offset)
        try:
            record = next(iter(ArchiveIterator(self._file, parse_http=True, auto_decode="all", strict_mode=False)))
            headers = tuple((str(name), str(value)) for name, value in record.http_headers.to_tuples())
            status = record.http_headers.status_code or 0
            moved = status in REDIRECTS and any(name.lower() == "location" for name, _ in headers)
            body = b"" if moved else record.reader.read(ask.body_cap + 1)
        except (OSError, EOFError, ValueError, RuntimeError, StopIteration) as error:
            detail = f"The recording is damaged here: {clean.line(str(error), 100)}."
            return Failure(Silence.PROTOCOL, detail, entry.address, at=entry.at)
        cut = "size" if len(body) > ask.body_cap else entry.cut
        return Answer(status, headers, body[: ask.body_cap], len(body), cut, entry.address, 0.0, entry.at)


def _spelt(uri: str) -> str:
    """An address as the journeys spell it; wget writes them between angle brackets."""
    target = urls.target(uri.removeprefix("<").removesuffix(">"), _ANYWHERE)
    return target.url if isinstance(target, urls.Target) else uri


def _date(record: WarcRecord) -> dt.datetime:
    try:
        date = dt.datetime.fromisoformat(record.headers.get("WARC-Date") or "")
    except ValueError:
        return dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
    return date if date.tzinfo else date.replace(tzinfo=dt.UTC)


def _fields(record: WarcRecord) -> dict[str, str]:
    """The named fields of a metadata record."""
    text = record.reader.read(_HEADER_LIMIT).decode("utf-8", "replace")
    pairs = (line.partition(":") for line in text.splitlines())
    return {name.strip().lower(): value.strip() for name, colon, value in pairs if colon}
