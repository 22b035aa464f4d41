"""Cookies of one chain of redirects."""

from __future__ import annotations

from checker.fetching.cookies import Cookies
from checker.fetching.exchange import Answer


def test_a_cookie_goes_back_to_its_host_and_path_alone():
    cookies = Cookies()
    cookies.keep("http://a.example/x", Answer(302, (("Set-Cookie", "k=1; Path=/x"), ("set-cookie", "m=2"))))
    assert cookies.header("http://a.example/x/y") == "k=1; m=2"
    assert cookies.header("http://a.example/") == "m=2"
    assert cookies.header("http://b.example/x") is None


def test_without_cookies_there_is_no_header():
    cookies = Cookies()
    cookies.keep("http://a.example/", Answer(302))
    assert cookies.header("http://a.example/") is None


def test_a_host_cannot_set_cookies_for_another():
    cookies = Cookies()
    cookies.keep("http://evil.example/", Answer(302, (("Set-Cookie", "k=1; Domain=bank.example"),)))
    assert cookies.header("http://bank.example/") is None


def test_rubbish_in_the_header_is_borne():
    cookies = Cookies()
    cookies.keep("http://a.example/", Answer(302, tuple(("Set-Cookie", "\x00=;;;=" * 99) for _ in range(200))))
    cookies.header("http://a.example/")
