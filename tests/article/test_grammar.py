"""Markers in running text: what is one, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from checker.article import grammar, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Từ[13] và", ["13"]),
        ("hết.[13] Sau", ["13"]),
        ("hết [13].", ["13"]),
        ("hết[13].", ["13"]),
        ("“trích”[13]", ["13"]),
        ("hết.[13][14]", ["13", "14"]),
        ("hết.[13], [14]", ["13", "14"]),
        ("hết.[13, 16]", ["13", "16"]),
        ("hết.[13,16–18]", ["13", "16", "17", "18"]),
        ("hết.[13-15]", ["13", "14", "15"]),
        ("hết.[13—15]", ["13", "14", "15"]),
        ("(xem [13])", ["13"]),
        ("năm 1991.[13]", ["13"]),
        ("từ¹³ và", ["13"]),
        ("đó.¹²,¹⁴", ["12", "14"]),
        ("Vitamin A[13]", ["13"]),
        ("10[13]", ["13"]),
    ],
)
def test_what_is_a_marker(text, expected):
    assert [label for found in grammar.numbers(text) if found.attached for label in found.labels] == expected


@pytest.mark.parametrize(
    "text",
    [
        "a[1]",
        "row_count[2]",
        "f()[1]",
        "x = [1, 2, 3]",
        "10 km² và 5 m³",
        "10⁶",
        "x²",
        "word[0]",
        "a [2020-1999] b",
        "từ[100–900]",
        "[ 13 ]",
        "array[1:3]",
        "từ[13a]",
        "Sets dst[0] and dst[1]",
        "(2⁶⁴)¹",
    ],
)
def test_what_is_none(text):
    assert [found for found in grammar.numbers(text) if found.attached] == []


@pytest.mark.parametrize(
    ("text", "locator"),
    [
        ("hết.[13]:45", "45"),
        ("hết.[13]:45–47, 50", "45–47, 50"),
        ("hết.[13]{{rp|45}}", "45"),
        ("hết.[13]{{rp|page=45}}", "45"),
        ("hết.[13, p. 45]", "45"),
        ("hết.[13, tr. 45–46]", "45–46"),
        ("hết.[13]: 45 xe", None),
        ("hết.[13]", None),
    ],
)
def test_locators(text, locator):
    (found,) = grammar.numbers(text)
    assert found.locator == locator


def test_numbers_in_the_air_count_where_the_article_shows_that_it_numbers_its_sources():
    assert read("The vector is [3] here.", path="a.txt").markers == ()
    article = read("A method of [3] works. It is known.[4]", path="a.txt")
    assert [marker.label for marker in article.markers] == ["3", "4"]
    quoted = read("He said that in [1991] he left.[4]", path="a.txt")
    assert [marker.label for marker in quoted.markers] == ["4"]


def test_a_number_that_begins_a_sentence_belongs_to_it():
    article = read("It is known.[4] More is unknown. [5] shows that more was known.", path="a.txt")
    assert [claim.text for claim in article.markers[1].claims] == ["shows that more was known."]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://e.org/a.", "https://e.org/a"),
        ("https://e.org/a_(b)", "https://e.org/a_(b)"),
        ("https://e.org/a),", "https://e.org/a"),
        ("https://e.org/?q=1&r=2", "https://e.org/?q=1&r=2"),
    ],
)
def test_addresses_end_before_the_sentence_does(url, expected):
    assert grammar.trimmed(url) == expected


WORDS = st.sampled_from(["xe tăng", "the army", "TP. HCM", "2.5 tấn", "“trích dẫn”", "3 sư đoàn", "v.v.", "tàu"])
MARKS = st.lists(st.integers(1, 999), min_size=1, max_size=4)
PIECES = st.lists(
    st.tuples(WORDS, MARKS, st.sampled_from(["{}.", ".{}", "{},", "{} và", ' {}."'])), min_size=1, max_size=12
)


@given(PIECES)
def test_any_markers_printed_in_prose_are_read_again(pieces):
    text = "Mở đầu "
    for words, marks, pattern in pieces:
        text += words + pattern.format("".join(f"[{mark}]" for mark in marks)) + " "
    article = read(text, path="a.txt")
    assert [marker.label for marker in article.markers] == [str(mark) for _, marks, _ in pieces for mark in marks]
    for marker in article.markers:
        assert article.text[marker.start : marker.end] == f"[{marker.label}]"
        assert marker.claims


@given(st.text(max_size=300))
def test_no_text_at_all_is_too_odd(text):
    for kind in ("text", "markdown"):
        article = read(text, path="a", kind=kind)
        for marker in article.markers:
            assert 0 <= marker.start < marker.end <= len(article.text)


@pytest.mark.parametrize("text", ["a" * 200_000, "https://e.org/" + ")" * 200_000, "https://e.org/" + "." * 200_000])
def test_one_long_word_is_looked_at_once(text):
    assert list(grammar.numbers(text)) == []
    assert all(start == 0 for start, _ in grammar.urls(text))
