"""All readers together: spans that hold, no piece in two facts, time that grows with the text."""

from __future__ import annotations

import time
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from checker.foundation.model import FactKind
from checker.language.facts import mentions

LANGUAGES = ["vi", "en", "fr", "de", "es", "ru", "zh", "", "xx"]
CLAIM = "Ngày 26 tháng 12 năm 1991, Trung đoàn 366 của Liên Xô bỏ lại 286 xe tăng ở Karabakh."


def test_every_kind_in_one_sentence_in_order():
    found = mentions(CLAIM, "vi")
    assert [(mention.kind, mention.text) for mention in found] == [
        (FactKind.DATE, "Ngày 26 tháng 12 năm 1991"),
        (FactKind.IDENTIFIER, "Trung đoàn 366"),
        (FactKind.NAME, "Liên Xô"),
        (FactKind.NUMBER, "286"),
        (FactKind.NAME, "Karabakh"),
    ]


def test_a_decomposed_text_gives_the_same_facts_with_its_own_offsets():
    text = unicodedata.normalize("NFD", CLAIM)
    found = mentions(text, "vi")
    assert [mention.value for mention in found] == [mention.value for mention in mentions(CLAIM, "vi")]
    assert all(text[mention.start : mention.end] == mention.text for mention in found)


@given(
    st.text(
        st.sampled_from(
            "aAăĐ Năm3019.,-–/'\"“”%$năm thứ tháng 三万年月 XVI\n\u0301one hundred of the USSR khoảng 1991"
        ),
        max_size=120,
    ),
    st.sampled_from(LANGUAGES),
)
def test_any_text_gives_facts_with_true_spans_that_do_not_overlap(text, language):
    found = mentions(text, language)
    assert all(text[mention.start : mention.end] == mention.text for mention in found)
    plain = [mention for mention in found if mention.kind is not FactKind.QUOTE]
    assert all(first.end <= second.start for first, second in pairwise(plain))


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_no_text_breaks_the_readers(text, language):
    mentions(text, language)


PIECES = [
    "1 ", "12-", "3.000,", "một triệu ", "one hundred and ", "ngày 3 tháng ", "1991-", "of the ", "A. ", '"x y z ', "« a b ",
    "Trung đoàn bộ binh ", "366th Guards ", "năm ", "thứ ", "XX ", "từ 10 đến ", "Áp-ga-", "中国", "三", "3 000 ", "a@", "www.",
    "nghìn ", "9", "Nguyễn Văn ", "the previous ",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_claim_of_ten_thousand_characters_ends_soon(piece, language):
    mentions("warm up 3 km in France", language)
    text = (piece * 10_000)[:10_000]
    started = time.process_time()
    mentions(text, language)
    assert time.process_time() - started < 5
