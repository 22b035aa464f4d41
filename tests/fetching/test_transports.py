"""Either transport against hostile servers: every case ends in time, in little memory, with a result that says so."""

from __future__ import annotations

import json
import os
import socket
import ssl
import subprocess
import sys
import time
import zlib
from dataclasses import replace

import pytest
import trustme

from checker.foundation.model import NoAnswer, Page, Silence
from checker.foundation.settings import Settings

CLOSED = Settings(host_request_interval=0.0, timeout=2.0, max_retries=0)
QUICK = replace(CLOSED, include_private=("127.0.0.0/8",))


def zeros(megabytes: int):
    """The pieces of a gzip stream of so many megabytes of nothing, about 1 KB each."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    yield b"\x1f\x8b\x08\0\0\0\0\0\0\x03"
    for _ in range(megabytes):
        yield block


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def bomb(connection, seen):
    connection.sendall(HEAD + b"Content-Encoding: gzip\r\n\r\n")
    for piece in zeros(10_000):
        connection.sendall(piece)


def bomb_in_a_redirect(connection, seen):
    connection.sendall(b"HTTP/1.1 302 Found\r\nLocation: /fine\r\nContent-Encoding: gzip\r\n\r\n")
    for piece in zeros(10_000):
        connection.sendall(piece)


def nested_bomb(connection, seen):
    connection.sendall(HEAD + b"Content-Encoding: gzip, gzip, gzip, gzip, gzip, gzip, gzip, gzip\r\n\r\n")
    for piece in zeros(100):
        connection.sendall(piece)


def endless(connection, seen):
    connection.sendall(HEAD + b"\r\n")
    while True:
        connection.sendall(b"<p>more of the same</p>\n" * 1000)


def endless_chunks(connection, seen):
    connection.sendall(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
    while True:
        connection.sendall(b"1\r\nx\r\n" * 1000)


def drip(connection, seen):
    connection.sendall(HEAD + b"Content-Length: 5000\r\n\r\n")
    for _ in range(100):
        connection.sendall(b"x")
        time.sleep(0.1)


def drip_of_a_head(connection, seen):
    connection.sendall(b"HTTP/1.1 200 OK\r\nX: ")
    for _ in range(100):
        connection.sendall(b"x")
        time.sleep(0.1)


def continue_flood(connection, seen):
    while True:
        connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n" * 500)


def slow_continues(connection, seen):
    for _ in range(100):
        connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        time.sleep(0.1)


def many_headers(connection, seen):
    connection.sendall(HEAD + b"".join(b"X-%d: y\r\n" % number for number in range(100_000)) + b"\r\n")


def long_header(connection, seen):
    connection.sendall(HEAD + b"X: ")
    while True:
        connection.sendall(b"y" * 65_536)


def silent(connection, seen):
    time.sleep(10)


def negative_length(connection, seen):
    connection.sendall(HEAD + b"Content-Length: -1\r\n\r\nhello")
    connection.close()


def garbage_chunks(connection, seen):
    connection.sendall(HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nZZZ garbage\r\n")
    connection.close()


def cut_chunks(connection, seen):
    connection.sendall(HEAD + b"Transfer-Encoding: chunked\r\n\r\n64\r\nhello")
    connection.close()


def cut_length(connection, seen):
    connection.sendall(HEAD + b"Content-Length: 100\r\n\r\nhello")
    connection.close()


def not_gzip(connection, seen):
    connection.sendall(HEAD + b"Content-Encoding: gzip\r\nContent-Length: 11\r\n\r\nplain words")


HOSTILE = {
    bomb: ("page", "size"),
    bomb_in_a_redirect: ("page", None),
    nested_bomb: ("page", "inflation"),
    endless: ("page", "size"),
    endless_chunks: ("page", "size or deadline"),
    drip: ("page", "deadline"),
    drip_of_a_head: (Silence.TIMEOUT, "in time"),
    continue_flood: (Silence.PROTOCOL, "headers without an end"),
    slow_continues: (Silence.TIMEOUT, "in time"),
    many_headers: (Silence.PROTOCOL, "not HTTP"),
    long_header: (Silence.PROTOCOL, "not HTTP"),
    silent: (Silence.TIMEOUT, "in time"),
    negative_length: ("page", None),
    garbage_chunks: ("page", "truncated"),
    not_gzip: ("page", "inflation"),
}

CHILD = """
import json, resource, sys, time
from checker.fetching import Fetcher, addresses
from checker.fetching.events import EventTransport
from checker.fetching.names import Names
from checker.fetching.threads import ThreadTransport
from checker.foundation.model import NoAnswer, Request
from checker.foundation.settings import Settings
port = int(sys.argv[1])
settings = Settings(include_private=("127.0.0.0/8",), host_request_interval=0.0, timeout=2.0, max_retries=0)
how = {"gate": addresses.gate(settings.include_private), "names": Names(lambda host, _: [("127.0.0.1", port)])}
transport = EventTransport(**how) if sys.argv.pop(2) == "in-turns" else ThreadTransport(threads=4, **how)
with Fetcher(settings, transport=transport) as fetcher:
    list(fetcher.fetch([Request("http://a.example/fine", read=False)]))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for name in sys.argv[2:]:
        begun = time.monotonic()
        [source] = fetcher.fetch([Request(f"http://{name.replace('_', '-')}.example/{name}", read=False)])
        seconds = time.monotonic() - begun
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        silent = isinstance(source, NoAnswer)
        what = [source.why, source.detail] if silent else ["page", source.cut]
        print(json.dumps([name, what, seconds, grown, 0 if silent else source.size]), flush=True)
"""


@pytest.mark.parametrize("how", ["in-turns", "on-threads"])
def test_hostile_servers_are_survived_in_time_and_in_little_memory(web, how):
    web.page("/fine")
    for handler in HOSTILE:
        web.pages[f"/{handler.__name__}"] = handler
    names = [handler.__name__ for handler in HOSTILE]
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(web.port), how, *names],
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert done.stderr == ""
    rows = {name: row for name, *row in map(json.loads, done.stdout.splitlines())}
    for handler, (kind, words) in HOSTILE.items():
        what, seconds, grown, size = rows[handler.__name__]
        assert what[0] == kind, (handler.__name__, what)
        assert (what[1] or "") in (words or "") or (words or "") in (what[1] or ""), (handler.__name__, what)
        assert seconds < 10, (handler.__name__, seconds)  # the deadline is 2; most of these never end by themselves
        assert grown < 50, (handler.__name__, grown)
        assert size <= 10_000_000


@pytest.mark.parametrize(
    "addresses",
    [
        ["127.0.0.1"],
        ["::1"],
        ["::ffff:127.0.0.1"],
        ["64:ff9b::7f00:1"],
        ["10.0.0.1"],
        ["169.254.169.254"],
        ["168.63.129.16"],
        ["fd00:ec2::254"],
        ["fec0::1"],
        ["fe80::1%lo"],
        ["93.184.216.34", "127.0.0.1"],
    ],
)
def test_a_name_that_leads_to_a_private_address_is_refused_before_connecting(either, addresses):
    either.page("/a")
    either.names["innocent.org"] = addresses
    source = either.get("http://innocent.org/a", settings=CLOSED)
    assert source.why is Silence.UNSAFE
    assert addresses[-1] in source.detail
    assert not either.seen


def test_what_is_connected_to_is_what_was_judged(either):
    """Rebinding: the second answer of the name server would be bad, but nobody asks for it."""
    answers = iter([[("127.0.0.1", either.port)], [("10.0.0.1", either.port)]])
    either.page("/a")
    with either.fetcher(QUICK, resolver=lambda host, port: next(answers)) as fetcher:
        from checker.foundation.model import Request

        sources = list(fetcher.fetch(Request(f"http://a.example/a?{number}", read=False) for number in range(3)))
    assert [source.status for source in sources] == [200, 200, 200]
    assert next(answers)


@pytest.mark.parametrize(
    "location",
    [
        "file:///etc/passwd",
        "http://169.254.169.254/latest/meta-data/",
        "http://metadata.example/",
        "http://10.0.0.1/",
        "http://[::1]/",
        "http://0x0a000001/",
        "http://user:pass@site.example/",
        "http://site.example:22/",
        "gopher://site.example/",
        "//192.168.0.1/admin",
        "javascript:alert(1)",
    ],
)
def test_a_redirect_to_what_must_not_be_asked_is_not_followed(either, location):
    either.names["metadata.example"] = ["169.254.169.254"]
    either.pages["/out"] = either.redirect(location)
    source = either.get("http://site.example/out")
    assert source.why is Silence.UNSAFE
    assert [hop.status for hop in source.hops] == [302]
    assert sum(either.seen.values()) == 1


def test_an_allowed_network_does_not_open_the_others(either):
    either.names["next-door.example"] = ["127.1.2.3"]
    either.pages["/out"] = either.redirect("http://next-door.example/admin")
    source = either.get("http://site.example/out", settings=replace(CLOSED, include_private=("127.0.0.0/24",)))
    assert source.why is Silence.UNSAFE
    assert "loopback" in source.detail


def test_a_name_server_that_is_silent_costs_the_deadline_and_no_more(either):
    def slow(host, port):
        time.sleep(8)
        return []

    begun = time.monotonic()
    source = either.get("http://site.example/", settings=replace(QUICK, timeout=0.5), resolver=slow)
    assert source.why is Silence.TIMEOUT
    assert time.monotonic() - begun < 7


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (socket.EAI_NONAME, Silence.NAME),
        (socket.EAI_AGAIN, Silence.UNREACHABLE),
        (socket.EAI_FAIL, Silence.UNREACHABLE),
    ],
)
def test_an_unknown_name_is_not_a_missing_network(either, code, why):
    def resolver(host, port):
        raise socket.gaierror(code, "no")

    assert either.get("http://site.example/", resolver=resolver).why is why


def test_a_name_without_addresses_has_none(either):
    assert either.get("http://site.example/", resolver=lambda host, port: []).why is Silence.NAME


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


def secured(web, authority, leaf):
    """Let the web speak TLS with this certificate; returns the path of the authority's bundle."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    leaf.configure_cert(context)
    web.tls = context
    return authority


@pytest.mark.parametrize("kind", ["good", "expired", "other-host", "unknown-authority"])
def test_certificates_are_always_verified(either, authority, tmp_path, kind):
    import datetime as dt

    past = {"not_before": dt.datetime(2020, 1, 1), "not_after": dt.datetime(2021, 1, 1)}
    leaf = {
        "good": lambda: authority.issue_cert("site.example"),
        "expired": lambda: authority.issue_cert("site.example", **past),
        "other-host": lambda: authority.issue_cert("other.example"),
        "unknown-authority": lambda: trustme.CA().issue_cert("site.example"),
    }[kind]()
    bundle = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(bundle))
    secured(either, authority, leaf)
    either.page("/a", "<title>Safe</title>")
    source = either.get("https://site.example/a", settings=replace(QUICK, ca_bundle=str(bundle)))
    if kind == "good":
        assert isinstance(source, Page)
        assert source.document.title == "Safe"
    else:
        assert isinstance(source, NoAnswer)
        assert source.why is Silence.CERTIFICATE
        assert "site.example" in source.detail
        assert not either.seen


def test_a_handshake_that_stalls_costs_the_deadline(either):
    listener = socket.create_server(("127.0.0.1", 0))
    try:
        port = listener.getsockname()[1]
        begun = time.monotonic()
        source = either.get(
            "https://site.example/",
            settings=replace(QUICK, timeout=0.5),
            resolver=lambda host, _: [("127.0.0.1", port)],
        )
    finally:
        listener.close()
    assert source.why is Silence.TIMEOUT
    assert time.monotonic() - begun < 7


def test_https_from_a_server_that_speaks_http_is_no_certificate_problem(either):
    either.page("/a")
    source = either.get("https://site.example/a", settings=replace(QUICK, timeout=0.5))
    assert source.why in (Silence.PROTOCOL, Silence.TIMEOUT)


def test_an_explicit_proxy_is_used_and_said(web):
    web.page("http://far.example/a", "<title>Through the proxy</title>")
    settings = replace(QUICK, proxy=f"http://127.0.0.1:{web.port}")
    with web.fetcher(settings) as fetcher:
        from checker.foundation.model import Request

        [page, refused] = sorted(
            fetcher.fetch([Request("http://far.example/a", read=False), Request("http://10.0.0.1/")]),
            key=lambda source: not isinstance(source, Page),
        )
        assert page.document.title == "Through the proxy"
        assert refused.why is Silence.UNSAFE
        assert "proxy" in fetcher.notices[0]


def test_a_kept_connection_that_was_closed_meanwhile_is_no_failure(either):
    def answer_and_leave(connection, seen):
        either.answer("<title>Here</title>")(connection, seen)
        time.sleep(0.05)
        connection.shutdown(socket.SHUT_RDWR)

    either.pages["/a"] = answer_and_leave
    with either.fetcher(replace(QUICK, host_concurrency=1)) as fetcher:
        from checker.foundation.model import Request

        def slowly():
            for number in range(4):
                yield Request(f"http://site.example/a?{number}", read=False)
                time.sleep(0.02)

        assert [source.status for source in fetcher.fetch(slowly())] == [200] * 4


def test_what_came_before_a_body_broke_off_is_kept(either):
    for number, handler in enumerate((garbage_chunks, cut_chunks, cut_length)):
        either.pages[f"/{number}"] = handler
        page = either.get(f"http://site.example/{number}")
        assert (page.status, page.size, page.cut) == (200, 5, "truncated"), handler


def test_a_program_that_ends_does_not_wait_for_a_hanging_host(web):
    web.pages["/hang"] = silent
    code = f"""
from checker.fetching import Fetcher
from checker.foundation.model import Request
from checker.foundation.settings import Settings
import threading
settings = Settings(include_private=("127.0.0.0/8",), timeout=20.0)
fetcher = Fetcher(settings, resolver=lambda host, _: [("127.0.0.1", {web.port})])
threading.Thread(target=lambda: list(fetcher.fetch([Request("http://a.example/hang")])), daemon=True).start()
import time; time.sleep(0.5)
"""
    begun = time.monotonic()
    subprocess.run([sys.executable, "-c", code], timeout=15, check=True, env=dict(os.environ))
    assert time.monotonic() - begun < 8
