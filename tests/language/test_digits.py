"""Digits with either style of separators."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from checker.language.numbers import digits


def written(n: int, sign: str) -> str:
    return f"{n:,}".replace(",", sign)


@given(
    st.integers(0, 10**15), st.sampled_from(["vi", "en", "fr", "de", "es", "ru", "zh", ""]), st.sampled_from([",", "."])
)
def test_any_integer_reads_back_with_either_separator_in_any_language(n, language, sign):
    value, other = digits.value(written(n, sign), language)
    assert n in (value, other)


@given(st.integers(0, 10**9), st.integers(1, 9), st.sampled_from(["vi", "en"]))
def test_a_number_with_both_separators_has_one_reading(n, tenth, language):
    n += 1000
    assert digits.value(f"{written(n, ',')}.{tenth}", language) == (pytest.approx(n + tenth / 10), None)
    assert digits.value(f"{written(n, '.')},{tenth}", language) == (pytest.approx(n + tenth / 10), None)


@pytest.mark.parametrize(
    ("text", "language", "reading"),
    [
        ("3.000", "vi", (3000, 3.0)),
        ("3.000", "en", (3000, 3.0)),
        ("3,000", "en", (3000, None)),
        ("3,5", "vi", (3.5, None)),
        ("3.5", "vi", (3.5, None)),
        ("3.142", "en", (3.142, 3142)),
        ("3,142", "vi", (3142, 3.142)),
        ("0.250", "en", (0.25, None)),
        ("12,34,567", "en", (1234567, None)),
        ("1250", "vi", (1250, None)),
        ("12.50", "vi", (12.5, None)),
    ],
)
def test_readings(text, language, reading):
    assert digits.value(text, language) == reading


@pytest.mark.parametrize("text", ["1.2.3", "3,5,1", "1,23.4,5", "10.12.1991"])
def test_what_is_no_number(text):
    assert digits.value(text, "vi") is None
