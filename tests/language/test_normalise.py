"""Texts made comparable, offsets kept where they must be."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, strategies as st

from checker.language.text import normalise


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("hòa", "hoà"),
        ("Nguyễn Văn-A.", "nguyen van a"),
        ("Đức", "duc"),
        ("Łódź", "lodz"),
        ("TIẾNG VIỆT", "tieng viet"),
        ("Müller’s", "muller s"),
    ],
)
def test_names_that_share_a_key(one, two):
    assert normalise.key(one) == normalise.key(two)


def test_folding_is_about_case_and_encoding_alone():
    assert normalise.fold(unicodedata.normalize("NFD", "TIẾNG Việt")) == "tiếng việt"
    assert normalise.fold("hòa") != normalise.fold("hoa")


@given(st.text())
def test_aligned_and_lowered_keep_every_offset(text):
    assert len(normalise.aligned(text)) == len(text)
    assert len(normalise.lowered(text)) == len(text)


def test_quotes_dashes_and_blanks_are_unified():
    assert normalise.aligned("“a” – ‘b’\u00a03\u202f000") == "\"a\" - 'b' 3 000"


@given(st.text(st.sampled_from("aăế\u0301\u0323o\u0302 x\u1100\u1161\u11a8\u0300")))
def test_composing_maps_every_offset_back(text):
    whole, offsets = normalise.composed(text)
    assert whole == unicodedata.normalize("NFC", text)
    if offsets is not None:
        assert len(offsets) == len(whole) + 1
        assert offsets == sorted(offsets)
        assert offsets[-1] == len(text)
