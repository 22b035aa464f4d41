"""Record, then replay: the same outcomes without any network; other tools' files work, too."""

from __future__ import annotations

import gzip
import io
import time
from dataclasses import replace

import pytest
from fastwarc.warc import ArchiveIterator

from checker.fetching import Fetcher
from checker.foundation.errors import StorageError
from checker.foundation.model import NoAnswer, Page, Purpose, Request, Silence
from checker.foundation.settings import Settings

QUICK = Settings(include_private=("127.0.0.0/8",), host_request_interval=0.0, timeout=0.6, max_retries=1)


def told(source):
    """What a verdict may rest on."""
    if isinstance(source, Page):
        hops = [(hop.url, hop.status, hop.location, hop.address) for hop in source.hops]
        return (source.status, source.final_url, hops, source.digest, source.cut, source.document, source.unread)
    return (source.why, source.detail, [hop.url for hop in source.hops])


@pytest.fixture
def busy_web(web):
    """A web with every kind of outcome on it."""

    def flaky(connection, seen):
        status = "503 Service Unavailable" if seen.visit == 1 else "200 OK"
        web.answer(f"<title>{status}</title>", status=status, headers=("Retry-After: 0",))(connection, seen)

    def half(connection, seen):
        web.answer("<title>Half</title>", length=9_000)(connection, seen)
        connection.close()

    def negotiated(connection, seen):
        json = "application/json" in seen.head
        body, kind = ('{"a": 1}', "application/json") if json else ("<title>For people</title>", "text/html")
        web.answer(body, kind=kind)(connection, seen)

    web.page("/ok", "<title>Tốt</title><p>Nội dung.")
    web.page("/zip", gzip.compress(b"<title>Zip</title>" * 50), headers=("Content-Encoding: gzip",))
    web.pages["/moved"] = web.redirect("/ok", status="301 Moved Permanently", headers=("Set-Cookie: a=1",))
    web.pages["/bad"] = web.redirect("http://10.0.0.1/")
    web.pages["/flaky"] = flaky
    web.pages["/half"] = half
    web.pages["/hang"] = lambda connection, seen: time.sleep(1.5)
    web.pages["/work"] = negotiated
    return web


ASKED = [
    *(
        Request(f"http://a.example/{path}")
        for path in ("ok", "zip", "moved", "bad", "flaky", "half", "nothing", "work")
    ),
    Request("http://hanging.example/hang"),
    Request("http://hanging.example/hang?again"),
    Request("http://nowhere.org/"),
    Request("http://a.example/work", Purpose.REGISTRY, accept="application/json"),
]


def outcomes(fetcher: Fetcher) -> dict:
    return {source.request: told(source) for source in fetcher.fetch(ASKED)}


@pytest.mark.parametrize("name", ["run.warc.gz", "deeper/run.warc.gz"])
def test_a_recording_gives_the_same_outcomes_without_a_network(busy_web, tmp_path, name):
    path = tmp_path / name
    with busy_web.fetcher(replace(QUICK, record=str(path))) as fetcher:
        first = outcomes(fetcher)
    asked = sum(busy_web.seen.values())

    def no_resolver(host, port):
        raise AssertionError(f"a replay looked {host} up")

    with busy_web.fetcher(replace(QUICK, replay=str(path)), resolver=no_resolver) as fetcher:
        again = outcomes(fetcher)
    for request in ASKED:
        assert again[request] == first[request]
    assert sum(busy_web.seen.values()) == asked


def test_a_replay_does_not_wait(busy_web, tmp_path):
    path = tmp_path / "run.warc.gz"
    with busy_web.fetcher(replace(QUICK, record=str(path))) as fetcher:
        outcomes(fetcher)
    begun = time.monotonic()
    with Fetcher(replace(QUICK, replay=str(path), host_request_interval=60.0)) as fetcher:
        outcomes(fetcher)
    assert time.monotonic() - begun < 30


def test_the_file_is_a_warc_that_others_read(busy_web, tmp_path):
    path = tmp_path / "run.warc.gz"
    with busy_web.fetcher(replace(QUICK, record=str(path))) as fetcher:
        outcomes(fetcher)
    kinds, truncated = set(), set()
    with path.open("rb") as file:
        for record in ArchiveIterator(file, verify_digests=True):
            kinds.add(record.headers["WARC-Type"])
            truncated.add(record.headers.get("WARC-Truncated"))
            if record.is_http and record.http_headers.status_code:
                assert int(record.http_headers["Content-Length"]) == len(record.reader.read())
                assert "Content-Encoding" not in record.http_headers
    assert kinds == {"warcinfo", "response", "request", "metadata"}
    assert "disconnect" in truncated


def foreign_warc() -> bytes:
    """What wget writes: WARC/1.0, angle brackets, chunked and compressed payloads, no metadata."""
    body = gzip.compress(b"<title>From elsewhere</title><p>Words.")
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
    http = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
        + chunked
    )
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0b5a6d3a-6f0e-4b57-9d5e-1f2f3a4b5c6d>\r\n"
        "WARC-Target-URI: <http://Elsewhere.example:80/a>\r\nWARC-Date: 2020-01-02T03:04:05Z\r\n"
        f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    ).encode()
    return head + http + b"\r\n\r\n"


@pytest.mark.parametrize("pack", [gzip.compress, bytes], ids=["gzip", "plain"])
def test_another_tools_recording_works(tmp_path, pack):
    path = tmp_path / "foreign.warc.gz"
    path.write_bytes(pack(foreign_warc()))
    with Fetcher(replace(QUICK, replay=str(path))) as fetcher:
        page, missing = sorted(
            fetcher.fetch([Request("http://elsewhere.example/a"), Request("http://elsewhere.example/b")]),
            key=lambda source: source.request.url,
        )
    assert (page.status, page.document.title, page.fetched.year) == (200, "From elsewhere", 2020)
    assert isinstance(missing, NoAnswer)
    assert missing.why is Silence.OFFLINE
    assert "foreign.warc.gz" in missing.detail


@pytest.mark.parametrize("content", [b"", b"nothing of the kind " * 50, gzip.compress(b"nor this"), bytes(5000)])
def test_what_is_no_recording_is_said(tmp_path, content):
    path = tmp_path / "x.warc.gz"
    path.write_bytes(content)
    with pytest.raises(StorageError, match=r"x\.warc\.gz"):
        Fetcher(replace(QUICK, replay=str(path)))
    with pytest.raises(StorageError, match="replay"):
        Fetcher(replace(QUICK, replay=str(tmp_path / "absent")))


def test_a_recording_that_was_cut_off_is_read_as_far_as_it_goes(busy_web, tmp_path):
    path = tmp_path / "run.warc.gz"
    with busy_web.fetcher(replace(QUICK, record=str(path), host_concurrency=1)) as fetcher:
        list(fetcher.fetch([Request("http://a.example/ok", read=False), Request("http://a.example/zip", read=False)]))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) - 40])
    with Fetcher(replace(QUICK, replay=str(path))) as fetcher:
        [page] = fetcher.fetch([Request("http://a.example/ok", read=False)])
    assert page.document.title == "Tốt"


def test_a_recording_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageError, match="cannot be written"):
        Fetcher(replace(QUICK, record=str(tmp_path / "file" / "run.warc.gz")))


def test_a_recording_replaces_a_link_and_does_not_follow_it(web, tmp_path):
    web.page("/ok")
    precious = tmp_path / "precious"
    precious.write_text("mine")
    path = tmp_path / "run.warc.gz"
    path.symlink_to(precious)
    with web.fetcher(replace(QUICK, record=str(path))) as fetcher:
        list(fetcher.fetch([Request("http://a.example/ok", read=False)]))
    assert precious.read_text() == "mine"
    assert not path.is_symlink()
    assert io.BytesIO(path.read_bytes()).read(2) == b"\x1f\x8b"
