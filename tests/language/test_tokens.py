"""Pieces with their offsets."""

from __future__ import annotations

from hypothesis import given, strategies as st

from checker.language.text.tokens import tokenise


def test_numbers_words_and_signs():
    assert tokenise("tháng 11 năm1993, 3.000 km²; Turkey's").words == [
        "tháng",
        "11",
        "năm",
        "1993",
        ",",
        "3.000",
        "km²",
        ";",
        "Turkey's",
    ]


def test_han_characters_stand_alone():
    assert tokenise("1991年12月，苏联").words == ["1991", "年", "12", "月", ",", "苏", "联"]


@given(st.text())
def test_every_sign_but_blanks_is_in_a_piece(text):
    tokens = tokenise(text)
    rest = list(text)
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        rest[start:end] = " " * (end - start)
    assert not "".join(rest).strip() or all(not char.isalnum() for char in "".join(rest))
