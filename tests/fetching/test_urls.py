"""Cited addresses: what can be asked, and the sentence for what cannot."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from checker.fetching.addresses import gate
from checker.fetching.urls import Refusal, Target, redirected, target
from checker.foundation.model import Silence

CLOSED = gate(())


@pytest.mark.parametrize(
    ("cited", "asked"),
    [
        ("https://Example.ORG", "https://example.org/"),
        ("http://example.org:80/a", "http://example.org/a"),
        ("https://example.org:8443/a", "https://example.org:8443/a"),
        ("https://vi.wikipedia.org/wiki/Chiến_tranh", "https://vi.wikipedia.org/wiki/Chi%E1%BA%BFn_tranh"),
        ("https://example.org/a%20b?q=c%C3%A9", "https://example.org/a%20b?q=c%C3%A9"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://bücher.example/x", "https://xn--bcher-kva.example/x"),
        ("https://例え.テスト/", "https://xn--r8jz45g.xn--zckzah/"),
        ("  https://example.org/x\n", "https://example.org/x"),
        ("https://example.org/x#part", "https://example.org/x"),
        ("http://[2606:4700::1111]/", "http://[2606:4700::1111]/"),
        ("http://1.1/", "http://1.0.0.1/"),
    ],
)
def test_an_address_is_asked_in_ascii_and_without_its_fragment(cited, asked):
    assert target(cited, CLOSED).url == asked


def test_the_fragment_is_kept_beside():
    assert target("https://example.org/x#part", CLOSED).fragment == "part"


@pytest.mark.parametrize(
    ("cited", "why", "words"),
    [
        ("", Silence.INVALID, "no address"),
        ("www.example.org/a", Silence.INVALID, "https://"),
        ("example.org:8080/a", Silence.INVALID, "https://"),
        ("https://", Silence.INVALID, "host"),
        ("https://exa mple.org/", Silence.INVALID, "space"),
        ("https://example.org/a b", Silence.INVALID, "%20"),
        ("https://example.org/a\x00b", Silence.INVALID, "control"),
        ("https://example.org/a\nHost: x", Silence.INVALID, "line break"),
        ("https://example.org\\@127.0.0.1/", Silence.INVALID, "backslash"),
        ("https://example.org/" + "a" * 9000, Silence.INVALID, "8000"),
        ("https://example.org:99999/", Silence.INVALID, "apart"),
        ("https://[::1/", Silence.INVALID, "apart"),
        ("https://a..b/", Silence.INVALID, "host name"),
        ("https://" + "a" * 70 + ".org/", Silence.INVALID, "host name"),
        ("https://300.1.2.3/", Silence.INVALID, "neither"),
        ("ftp://example.org/a", Silence.UNSAFE, "ftp"),
        ("file:///etc/passwd", Silence.UNSAFE, "file"),
        ("javascript:alert(1)", Silence.UNSAFE, "javascript"),
        ("https://me:secret@example.org/", Silence.UNSAFE, "password"),
        ("https://example.org@evil.example/", Silence.UNSAFE, "user name"),
        ("http://example.org:22/", Silence.UNSAFE, "Port 22"),
        ("http://example.org:0/", Silence.UNSAFE, "Port 0"),
        ("http://127.0.0.1/", Silence.UNSAFE, "loopback"),
        ("http://2130706433/", Silence.UNSAFE, "loopback"),
        ("http://0x7f.1/", Silence.UNSAFE, "loopback"),
        ("http://１２７．０．０．１/", Silence.UNSAFE, "loopback"),
        ("http://[::ffff:127.0.0.1]/", Silence.UNSAFE, "loopback"),
        ("http://[fe80::1%25eth0]/", Silence.INVALID, "%"),
        ("http://localhost:8080/", Silence.UNSAFE, "private"),
        ("http://169.254.169.254/latest/", Silence.UNSAFE, "metadata"),
    ],
)
def test_what_is_not_asked_is_said_in_a_sentence(cited, why, words):
    refusal = target(cited, CLOSED)
    assert isinstance(refusal, Refusal)
    assert refusal.why is why
    assert words in refusal.detail
    assert refusal.detail.endswith(".")


def test_redirects_are_joined_and_judged_like_any_address():
    base = "https://example.org/a/b"
    assert redirected(base, "../c d", CLOSED).url == "https://example.org/c%20d"
    assert redirected(base, "//other.example/x", CLOSED).url == "https://other.example/x"
    assert redirected(base, "?q=1", CLOSED).url == "https://example.org/a/b?q=1"
    for location in ("file:///etc/passwd", "http://10.0.0.1/", "http://user@example.org/", "http://["):
        assert isinstance(redirected(base, location, CLOSED), Refusal)


@given(st.text(max_size=200))
def test_no_text_breaks_it(text):
    assert isinstance(target(text, CLOSED), Target | Refusal)
    assert isinstance(target(f"http://{text}", CLOSED), Target | Refusal)
    assert isinstance(redirected("http://example.org/", text, CLOSED), Target | Refusal)


@given(st.from_regex(r"https?://[a-z]{1,20}\.org(/[^\s\\\x00-\x1f\x7f-\x9f\u2028\u2029#]{0,50})?", fullmatch=True))
def test_what_was_asked_once_is_asked_the_same_again(text):
    first = target(text, CLOSED)
    if isinstance(first, Target):
        assert target(first.url, CLOSED).url == first.url
        assert first.url.isascii()
