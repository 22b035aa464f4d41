"""HTTP as bytes: what is sent, heads as servers really write them, bodies however they are cut into pieces."""

from __future__ import annotations

import http.client
import io

import pytest
from hypothesis import given, strategies as st

from checker.fetching.exchange import Ask
from checker.fetching.failures import HeadTooLong
from checker.fetching.messages import HeadReader, body, request


def ask(url="http://site.example:81/a?b=c", **options):
    return Ask(url, "site.example", 81, **options)


def read(data: bytes, size: int = 7):
    """The head, the body and whether the connection can be used again, fed in pieces, the end of the connection last."""
    reader = HeadReader()
    pieces = [data[at : at + size] for at in range(0, len(data), size)] + [b"", b""]
    head = None
    while head is None:
        head = reader.feed(pieces.pop(0))
    framed, plain = body(head), b""
    left = [reader.rest] if reader.rest else []
    for piece in [*left, *pieces]:
        if framed.whole:
            break
        plain += framed.feed(piece)
    assert framed.whole
    return head, plain, framed.clean


def test_a_request_is_what_was_asked_and_no_more():
    said = request(ask(headers=(("User-Agent", "checker"), ("Cookie", "a=é"))))
    assert said == "GET /a?b=c HTTP/1.1\r\nHost: site.example:81\r\nUser-Agent: checker\r\nCookie: a=é\r\n\r\n".encode(
        "latin-1"
    )
    assert request(ask(form=b"x=1")).startswith(b"POST /a?b=c HTTP/1.1\r\n")
    assert request(ask(form=b"x=1")).endswith(b"Content-Length: 3\r\n\r\nx=1")


@pytest.mark.parametrize(
    "wrong",
    [
        ask(headers=(("Cookie", "a\r\nHost: other"),)),
        ask(headers=(("Cookie", "a\nb"),)),
        ask(headers=(("Coo\rkie", "a"),)),
        ask("http://site.example/a b"),
        ask("http://site.example/a\r\nHost: other"),
        ask(headers=(("Cookie", "𝄞"),)),
    ],
)
def test_a_request_that_would_be_two_is_none(wrong):
    with pytest.raises(ValueError, match=r"line break|latin-1"):
        request(wrong)


@pytest.mark.parametrize(
    ("data", "status", "plain", "again"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", 200, b"hello", True),
        (b"HTTP/1.1 200 OK\nContent-Length: 5\n\nhello", 200, b"hello", True),
        (b"HTTP/1.1 200\r\nContent-Length: 5\r\n\r\nhello", 200, b"hello", True),
        (b"HTTP/1.1 404 Not Found\r\n\r\n", 404, b"", False),
        (b"HTTP/1.1 204 None\r\n\r\n", 204, b"", True),
        (b"HTTP/1.1 304 Not Modified\r\nTransfer-Encoding: chunked\r\n\r\n", 304, b"", True),
        (b"HTTP/1.0 200 OK\r\n\r\nuntil it ends", 200, b"until it ends", False),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello and more", 200, b"hello", False),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nhello", 200, b"hello", False),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\nhello", 200, b"hello", True),
        (b"HTTP/1.1 200 OK\r\nA header without colon\r\nContent-Length: 2\r\n\r\nhi", 200, b"hi", True),
        (b"HTTP/1.1 200 OK\r\nStrange Name : x\r\n: y\r\nContent-Length: 2\r\n\r\nhi", 200, b"hi", True),
        (b"HTTP/1.1 200 OK\r\nX: a\r\n folded: line\r\nContent-Length: 2\r\n\r\nhi", 200, b"hi", True),
        (b"HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\nContent-Length: 2\r\n\r\nhi", 200, b"hi", True),
        (b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi", 200, b"hi", True),
        (
            b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi",
            200,
            b"hi",
            True,
        ),
        (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n",
            200,
            b"abcde",
            None,
        ),
        (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nTrailer: x\r\n\r\n",
            200,
            b"abc",
            False,
        ),
        (b"HTTP/1.1 200 OK\r\nX: the connection ends here", 200, b"", False),
    ],
)
@pytest.mark.parametrize("size", [1, 7, 1_000])
def test_an_answer_is_read_however_it_comes(data, status, plain, again, size):
    head, found, clean = read(data, size)
    assert (head.status, found) == (status, plain)
    if again is not None and size == 1_000:
        assert clean == again


class _File:
    """Bytes as http.client wants to have them."""

    def __init__(self, data):
        self.data = data

    def makefile(self, *_):
        return io.BytesIO(self.data)


TOKEN = st.text("abcXYZ-_09", min_size=1, max_size=12)
VALUE = st.text(st.characters(min_codepoint=33, max_codepoint=255, exclude_categories=["Cc"]), max_size=30)
TELLING = st.sampled_from(
    [
        ("Content-Length", "5"),
        ("content-length", "7"),
        ("Content-Length", "-3"),
        ("Content-Length", "many"),
        ("Transfer-Encoding", "Chunked"),
        ("Transfer-Encoding", "gzip"),
        ("Connection", "close"),
        ("connection", "Keep-Alive"),
        ("Keep-Alive", "timeout=5"),
    ]
)


@given(
    st.sampled_from(["1.1", "1.0", "1.2", "0.9"]),
    st.integers(200, 999),
    st.sampled_from([" OK", " Not Found", ""]),
    st.lists(TELLING | st.tuples(TOKEN, VALUE), max_size=12),
    st.sampled_from(["\r\n", "\n"]),
)
def test_a_head_is_understood_as_the_standard_library_understands_it(version, status, reason, headers, newline):
    lines = [f"HTTP/{version} {status}{reason}", *(f"{name}: {value}" for name, value in headers), "", ""]
    data = newline.join(lines).encode("latin-1")
    theirs = http.client.HTTPResponse(_File(data))
    theirs.begin()
    ours = HeadReader().feed(data)
    assert ours.status == theirs.status
    assert [(name, value.strip()) for name, value in theirs.headers.items()] == list(ours.headers)
    assert (ours.length, ours.chunked, ours.last) == (theirs.length, theirs.chunked, theirs.will_close)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"SSH-2.0-OpenSSH\r\n\r\n",
        b"<html>\n\n",
        b"HTTP/1.1 abc OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 70_000 + b"\r\n\r\n",
    ],
)
def test_what_is_not_http_is_said_to_be_none(data):
    with pytest.raises(http.client.HTTPException):
        read(data, 1_000)


def test_a_head_without_end_has_one():
    reader = HeadReader()
    with pytest.raises(HeadTooLong):
        for _ in range(100_000):
            reader.feed(b"HTTP/1.1 100 Continue\r\n\r\n" * 100)
    reader = HeadReader()
    with pytest.raises((HeadTooLong, http.client.HTTPException)):
        for _ in range(100_000):
            reader.feed(b"X: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n" * 100)


@pytest.mark.parametrize(
    "framed",
    [
        b"Content-Length: 9\r\n\r\nshort",
        b"Transfer-Encoding: chunked\r\n\r\n5\r\nhel",
        b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nZZ\r\n",
        b"Transfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n",
        b"Transfer-Encoding: chunked\r\n\r\n" + b"1" * 70_000,
    ],
)
def test_a_body_that_is_not_whole_is_never_taken_for_whole(framed):
    with pytest.raises(http.client.HTTPException):
        read(b"HTTP/1.1 200 OK\r\n" + framed, 1_000)


def test_lengths_that_contradict_each_other_are_believed_neither():
    with pytest.raises(ValueError, match="twice"):
        read(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!")


@given(st.lists(st.binary(min_size=1, max_size=40), max_size=8), st.integers(1, 50))
def test_chunks_give_what_was_put_into_them(chunks, size):
    framed = b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks) + b"0\r\n\r\n"
    _, plain, _ = read(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + framed, size)
    assert plain == b"".join(chunks)
