"""What eight link checkers get wrong, as one table: each fault stands on a loopback server, and what we say of it is true.

The table is that of published link checkers measured on the same faults; the verdicts are `links`' business, which
needs exactly these facts for them.
"""

from __future__ import annotations

import gzip
import time
from dataclasses import replace

import pytest

from checker.foundation.model import Page, Silence
from checker.foundation.settings import Settings

QUICK = Settings(include_private=("127.0.0.0/24",), host_request_interval=0.0, timeout=1.0, max_retries=2)

SORRY = "<title>Page not found</title><p>Sorry, the page you are looking for could not be found."
FOR_SALE = "<title>news.example</title><p>This domain is for sale! Buy this domain."
SIGN_IN = "<title>Sign in</title><p>Please log in.<form><input type=password></form>"


def by_method(get, head):
    """A server whose answer to HEAD is not that to GET."""

    def handle(connection, seen):
        (head if seen.head.startswith("HEAD") else get)(connection, seen)

    return handle


def once(first, then):
    """A server that thinks better of it."""

    def handle(connection, seen):
        (first if seen.visit == 1 else then)(connection, seen)

    return handle


def broken_off(web, how):
    def handle(connection, seen):
        web.answer("<title>Part</title>", length=50_000)(connection, seen)
        how(connection)

    return handle


def reset(connection):
    import socket
    import struct

    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def drip(connection):
    for _ in range(30):
        connection.sendall(b"x")
        time.sleep(0.1)


@pytest.fixture
def faulty(either):
    web = either
    ok, missing = web.answer("<title>Article</title>"), web.answer("<title>Gone</title>", status="404 Not Found")
    with_cookie = web.redirect("/cookie", headers=("Set-Cookie: seen=1; Path=/",))
    web.names["next.example"] = ["127.0.5.1"]
    web.names["metadata.example"] = ["169.254.169.254"]
    web.pages |= {
        "/soft404": web.answer(SORRY),
        "/parked": web.answer(FOR_SALE),
        "/login": web.answer(SIGN_IN),
        "/loginwall": web.redirect("/login"),
        "/deep/article": web.redirect("/", status="301 Moved Permanently"),
        "/": web.answer("<title>Front page</title>"),
        "/403": web.answer("<title>Forbidden</title>", status="403 Forbidden"),
        "/401": web.answer("<title>Log in</title>", status="401 Unauthorized"),
        "/head200get404": by_method(missing, ok),
        "/head404get200": by_method(ok, missing),
        "/head405": by_method(ok, web.answer(status="405 Method Not Allowed")),
        "/drip": broken_off(web, drip),
        "/reset": broken_off(web, reset),
        "/truncated": broken_off(web, lambda connection: connection.close()),
        "/huge": web.answer(b"<title>Huge</title>" + b"x" * 300_000),
        "/bomb": web.answer(gzip.compress(bytes(3_000_000)), headers=("Content-Encoding: gzip",)),
        "/tometa": web.redirect("http://metadata.example/latest/"),
        "/toliteral": web.redirect("http://169.254.169.254/latest/"),
        "/toadmin": web.redirect("http://next.example/admin"),
        "/tofile": web.redirect("file:///etc/passwd"),
        "/cookie": lambda connection, seen: (ok if "seen=1" in seen.head else with_cookie)(connection, seen),
        "/ra429": once(web.answer(status="429 Too Many Requests", headers=("Retry-After: 1",)), ok),
        "/flaky503": once(web.answer(status="503 Service Unavailable"), ok),
        "/hang": lambda connection, seen: time.sleep(3),
        "/ch%E1%BB%AF": web.answer("<title>Chữ</title>"),
        "/frag": web.answer("<title>F</title><h2 id=here>x</h2>"),
        "/loop": web.redirect("/loop"),
    }
    return web


def title(source):
    return source.document.title if source.document else None


FAULTS = {
    "soft404": lambda page: page.status == 200 and "could not be found" in page.document.text,
    "parked": lambda page: page.status == 200 and "domain is for sale" in page.document.text,
    "loginwall": lambda page: "password-field" in page.document.signs and page.final_url.endswith("/login"),
    "deep/article": lambda page: page.final_url.endswith(".example/") and page.hops[0].status == 301,
    "403": lambda page: page.status == 403 and page.document.title == "Forbidden",
    "401": lambda page: page.status == 401,
    "head200get404": lambda page: page.status == 404,
    "head404get200": lambda page: page.status == 200,
    "head405": lambda page: page.status == 200,
    "drip": lambda page: (page.status, page.cut) == (200, "deadline"),
    "reset": lambda page: page.cut in ("reset", "truncated"),
    "truncated": lambda page: page.cut == "truncated",
    "huge": lambda page: (page.cut, page.size, title(page)) == ("size", 200_000, "Huge"),
    "bomb": lambda page: (page.cut, page.size) == ("size", 200_000),
    "tometa": lambda silence: silence.why is Silence.UNSAFE and "metadata" in silence.detail,
    "toliteral": lambda silence: silence.why is Silence.UNSAFE,
    "toadmin": lambda silence: silence.why is Silence.UNSAFE and "loopback" in silence.detail,
    "tofile": lambda silence: silence.why is Silence.UNSAFE and "file" in silence.detail,
    "cookie": lambda page: page.status == 200 and title(page) == "Article",
    "ra429": lambda page: page.status == 200 and page.tries[0].waited == 1.0,
    "flaky503": lambda page: page.status == 200 and page.tries[0].outcome == "503",
    "hang": lambda silence: silence.why is Silence.TIMEOUT and silence.seconds < 5,
    "chữ": lambda page: title(page) == "Chữ",
    "frag#here": lambda page: "here" in page.document.fragments,
    "loop": lambda silence: silence.why is Silence.REDIRECTS,
    "a page": lambda silence: silence.why is Silence.INVALID and "%20" in silence.detail,
}


@pytest.mark.parametrize("fault", FAULTS)
def test_our_column_is_right_in_every_row(faulty, fault):
    source = faulty.get(f"http://site.example/{fault}", settings=replace(QUICK, max_body=200_000))
    assert FAULTS[fault](source), source
    assert not any(head.startswith("HEAD") for head in faulty.heads)


def test_a_host_in_another_script_is_asked_by_its_ascii_name(faulty):
    source = faulty.get("http://báo.example/", settings=QUICK)
    assert isinstance(source, Page), source
    assert source.final_url.startswith("http://xn--")
