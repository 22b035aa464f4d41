"""Two spellings of one word are one; two words are two."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, strategies as st

from checker.bibliography.spelling import compared


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hòa", "hoà"),
        ("Thúy", "thuý"),
        ("Hòa Bình", unicodedata.normalize("NFD", "hoà bình")),
        ("ĐỒNG", "đồng"),
        ("STRASSE", "straße"),
    ],
)
def test_one_word(one, other):
    assert compared(one) == compared(other)


@pytest.mark.parametrize(
    ("one", "other"), [("hòa", "hoa"), ("hòa", "hóa"), ("ma", "mă"), ("đa", "da"), ("đồng", "động")]
)
def test_two_words(one, other):
    assert compared(one) != compared(other)


@given(st.text(max_size=40))
def test_comparing_twice_is_once(text):
    assert compared(compared(text)) == compared(text)
