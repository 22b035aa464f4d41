"""HTTP/1.1 as bytes, for whoever has no file to read from: a request written, a head read, a body taken apart.

Heads are read as leniently as http.client reads them, for servers send all sorts of things (h11 refuses some of it, and
either costs as much as everything else in a hop). How a body is framed (RFC 9112 §6) is three small readers that are
fed what has come.
"""

from __future__ import annotations

import http.client
import re
from dataclasses import dataclass
from typing import Protocol

from checker.fetching.exchange import Ask
from checker.fetching.failures import HeadTooLong

HEAD_CAP = 512 * 1024  # bytes before the body: room for any honest head, and an end for floods of 100 Continue
_LINE = 65_536  # bytes of one line, and
_MOST_HEADERS = 100  # headers at most, as http.client has it
_WITHOUT_BODY = frozenset((204, 304))

_END_OF_HEAD = re.compile(rb"\n\r?\n")
_PASSING = re.compile(rb"HTTP/[\d.]+ +1(?!01)\d\d\b")  # 100 Continue and its like: the answer is still to come
_STATUS = re.compile(rb"HTTP/(1\.\d+|0\.9)\s+([1-9]\d\d)(?:\s|$)")
_OLD = (b"1.0", b"0.9")  # their connections end with the answer, unless it says otherwise
_UNSPEAKABLE = re.compile(r"[\0\r\n]")
_NO_TARGET = re.compile(r"[\0-\x20\x7f]")


def request(ask: Ask) -> bytes:
    """A hop's request; ValueError for what would be more than one (RFC 9112 §11.1)."""
    _, _, network, path = ask.url.split("/", 3)
    headers = [("Host", network), *ask.headers]
    if ask.form is not None:
        headers.append(("Content-Length", str(len(ask.form))))
    lines = [
        f"{'GET' if ask.form is None else 'POST'} /{path} HTTP/1.1",
        *(f"{name}: {value}" for name, value in headers),
    ]
    if _NO_TARGET.search(path) or any(map(_UNSPEAKABLE.search, lines)):
        raise ValueError("the request would contain a line break")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1") + (ask.form or b"")


@dataclass(frozen=True, slots=True)
class Head:
    """Status and headers of an answer, and how its body is framed: `length` None and not `chunked` is up to the end."""

    status: int
    headers: tuple[tuple[str, str], ...]
    length: int | None
    chunked: bool
    last: bool  # the connection ends with this answer

    def all(self, name: str) -> list[str]:
        """The values of a header, in order."""
        return [value for key, value in self.headers if key.lower() == name]


class HeadReader:
    """Takes bytes in until a head is whole."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._passed = 0  # bytes of 100 Continue and its like
        self._searched = 0

    def feed(self, piece: bytes) -> Head | None:
        """The head, once it is whole; nothing is the end of the connection. http.client.HTTPException and HeadTooLong."""
        self._bytes += piece
        while found := _END_OF_HEAD.search(self._bytes, self._searched):
            if not _PASSING.match(self._bytes):
                head = _parsed(bytes(self._bytes[: found.end()]))
                del self._bytes[: found.end()]
                return head
            del self._bytes[: found.end()]
            self._passed += found.end()
            self._searched = 0
            if self._passed > HEAD_CAP:
                raise HeadTooLong
        self._searched = max(0, len(self._bytes) - 2)
        if not piece:
            said, self._bytes = bytes(self._bytes), bytearray()
            return _parsed(said)
        if self._passed + len(self._bytes) > HEAD_CAP:
            _parsed(bytes(self._bytes))  # says it better: a line too long, headers too many
            raise HeadTooLong
        return None

    @property
    def rest(self) -> bytes:
        """What has come after the head."""
        return bytes(self._bytes)


def _parsed(data: bytes) -> Head:
    """The head in these bytes, understood as http.client does, but for a line that is no header: that one is left out."""
    first, *lines = data.split(b"\n")
    if not data:
        raise http.client.RemoteDisconnected("nothing was answered")
    begun = _STATUS.match(first)
    if begun is None:
        raise http.client.BadStatusLine(first[:_LINE].decode("latin-1"))
    if max(map(len, lines), default=0) > _LINE:
        raise http.client.LineTooLong("header line")
    headers = _headers(lines)
    said = {name.lower(): value for name, value in reversed(headers)}
    status = int(begun[2])
    chunked = said.get("transfer-encoding", "").lower() == "chunked"
    length = None if chunked else _length(said.get("content-length"))
    if status in _WITHOUT_BODY or status < 200:
        length = 0
    connection = said.get("connection", "").lower()
    stays = bool(said.get("keep-alive")) or "keep-alive" in connection
    last = not stays if begun[1] in _OLD else "close" in connection
    return Head(status, tuple(headers), length, chunked, last or (length is None and not chunked))


def _headers(lines: list[bytes]) -> list[tuple[str, str]]:
    headers: list[tuple[str, str]] = []
    for line in lines:
        name, colon, value = line.decode("latin-1").partition(":")
        if name[:1] in (" ", "\t") and headers:  # folded, as RFC 9112 §5.2 has it still read
            before, begun = headers[-1]
            headers[-1] = (before, f"{begun} {line.strip().decode('latin-1')}")
        elif colon and name.strip():
            headers.append((name.strip(), value.strip()))
            if len(headers) > _MOST_HEADERS:
                raise http.client.HTTPException(f"got more than {_MOST_HEADERS} headers")
    return headers


def _length(said: str | None) -> int | None:
    try:
        length = int(said or "")
    except ValueError:
        return None
    return length if length >= 0 else None


class Body(Protocol):
    """Takes bytes in, gives those of the body out. `whole` when there are no more.

    IncompleteRead where too few come, with what there was in this piece as its `partial`.
    """

    whole: bool
    clean: bool  # nothing has come after it: the connection can be used again

    def feed(self, piece: bytes) -> bytes:
        """What of the body is in a piece; nothing is the end of the connection."""
        ...


def body(head: Head) -> Body:
    """The reader of a head's body; ValueError for lengths that contradict each other."""
    if head.length == 0:
        return _ByLength(0)
    if head.chunked:
        return _InChunks()
    if len({value.strip() for said in head.all("content-length") for value in said.split(",")}) > 1:
        raise ValueError("the length of the body is said twice, differently")
    return _UpToTheEnd() if head.length is None else _ByLength(head.length)


class _ByLength:
    def __init__(self, length: int) -> None:
        self._left = length
        self.whole = self.clean = not length

    def feed(self, piece: bytes) -> bytes:
        """See Body."""
        if not piece and self._left:
            raise http.client.IncompleteRead(b"", self._left)
        wanted = piece[: self._left]
        self._left -= len(wanted)
        self.whole = not self._left
        self.clean = self.whole and len(wanted) == len(piece)
        return wanted


class _UpToTheEnd:
    whole = clean = False

    def feed(self, piece: bytes) -> bytes:
        """See Body."""
        self.whole = not piece
        return piece


class _InChunks:
    def __init__(self) -> None:
        self._bytes = bytearray()
        self._left = 0  # bytes of the chunk that are still to come, with the line break after it
        self.whole = self.clean = False

    def feed(self, piece: bytes) -> bytes:
        """See Body; trailers are not waited for, but then the connection is not clean."""
        self._bytes += piece
        pieces: list[bytes] = []
        at = 0
        while not self.whole:
            if self._left:
                taken = self._bytes[at : at + self._left]
                at += len(taken)
                pieces.append(bytes(taken[: max(0, self._left - 2)]))
                self._left -= len(taken)
                if self._left:
                    break
            end = self._bytes.find(b"\n", at)
            if end < 0:
                break
            size = _chunk_size(self._bytes[at:end])
            if size is None:
                raise http.client.IncompleteRead(b"".join(pieces))
            at = end + 1
            self._left = size + 2
            if not size:
                self.whole = True
                self.clean = self._bytes[at:] == b"\r\n"
        del self._bytes[:at]
        if not self._left and len(self._bytes) > _LINE:
            raise http.client.LineTooLong("chunk size")
        if not piece and not self.whole:
            raise http.client.IncompleteRead(b"".join(pieces))
        return b"".join(pieces)


def _chunk_size(line: bytearray) -> int | None:
    try:
        size = int(line.partition(b";")[0], 16)
    except ValueError:
        return None
    return size if size >= 0 else None
