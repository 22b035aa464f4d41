"""Ordinals in digits, words and Roman numerals."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from checker.language.facts import mentions
from checker.language.numbers.ordinals import roman
from checker.language.values import Quantity


def ordinals(text, language):
    values = [mention.value for mention in mentions(text, language)]
    return [value.said for value in values if isinstance(value, Quantity) and value.ordinal]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("vi", "lần thứ ba và lần thứ 20", [3, 20]),
        ("vi", "ghi bàn ở phút 88", [88]),
        ("vi", "chạy mất 10 phút 30 giây", []),
        ("vi", "đời vua thứ nhất", [1]),
        ("vi", "thứ mười hai", [12]),
        ("en", "for the 3rd and the twenty-first time", [3, 21]),
        ("en", "First, he left at first", []),
        ("fr", "pour la 3e fois", [3]),
        ("zh", "第三次", [3]),
        ("vi", "Hôm thứ Hai", []),
    ],
)
def test_ordinals(language, text, expected):
    assert ordinals(text, language) == expected


def written(n: int) -> str:
    marks = (
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    )
    text = ""
    for value, mark in marks:
        text += mark * (n // value)
        n %= value
    return text


@given(st.integers(1, 3999))
def test_any_roman_numeral_reads_back(n):
    assert roman(written(n)) == n


@pytest.mark.parametrize("text", ["IIII", "VX", "ABC", "IC"])
def test_what_is_no_numeral(text):
    assert roman(text) == 0
