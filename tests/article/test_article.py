"""The door of the room: which reader is chosen, how bytes become text, and that nothing odd is an exception."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from checker.article import READERS, read
from checker.foundation.errors import ArticleError

KINDS = [reader.kind for reader in READERS]


@pytest.mark.parametrize(
    ("path", "text", "label"),
    [
        ("a.md", "A.[^x]\n\n[^x]: y", "x"),
        ("a.txt", "A.[13]", "13"),
        ("a", "A.[13]", "13"),
        ("-", "A.[^x]\n\n[^x]: y", "x"),
        ("-", "<!DOCTYPE html><html><p>A.<sup><a href='#fn1'>1</a></sup></p></html>", "1"),
        ("-", "A.<ref>note</ref>", "1"),
        ("-", "A [1]_ b.\n\n.. [1] c", "1"),
        ("-", "\\section{A} b \\cite{c}", "c"),
        ("a.tex", "b \\cite{c}", "c"),
        ("a.wiki", "A.<ref>note</ref>", "1"),
        ("a.rst", "A [1]_ b.", "1"),
        (
            "https://vi.wikipedia.org/w/index.php?title=X&oldid=5",
            "<!DOCTYPE html><p>A.<sup><a href='#n1'>1</a></sup>",
            "1",
        ),
    ],
)
def test_suffix_and_content_choose_the_reader(path, text, label):
    assert [marker.label for marker in read(text, path=path).markers] == [label]


def test_an_unknown_kind_is_told_with_the_known_ones():
    with pytest.raises(ArticleError, match="markdown"):
        read("x", path="a", kind="odt")


def test_an_article_without_markers_has_none():
    article = read("Nothing is cited here.", path="a.txt")
    assert (article.markers, article.definitions, article.problems) == ((), (), ())


@pytest.mark.parametrize(
    "data",
    [
        "Cộng hòa.[13]".encode(),
        b"\xef\xbb\xbf" + "Cộng hòa.[13]".encode(),
        "Cộng hòa.[13]".encode("utf-16"),
        b"\xfe\xff" + "Cộng hòa.[13]".encode("utf-16-be"),
    ],
)
def test_bytes_that_say_what_they_are(data):
    article = read(data, path="a.txt")
    assert article.problems == ()
    assert (article.markers[0].claims[0].text, article.markers[0].place.column) == ("Cộng hòa.", 10)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (
            "The café was closed, and the naïve were sad.[13]".encode("cp1252"),
            "The café was closed, and the naïve were sad.",
        ),
        ("The army had three divisions.[13]".encode("utf-16-le"), "The army had three divisions."),
    ],
)
def test_bytes_that_do_not_say_are_read_and_the_assumption_is_told(data, text):
    article = read(data, path="a.txt")
    assert [problem.rule for problem in article.problems] == ["article-encoding"]
    assert article.markers[0].claims[0].text == text


@pytest.mark.parametrize("kind", KINDS)
@given(st.binary(max_size=300))
def test_no_bytes_are_an_exception(kind, data):
    assert read(data, path="a", kind=kind).path == "a"


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_article(kind):
    assert read(b"", path="a", kind=kind).markers == ()
