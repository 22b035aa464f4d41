"""Sentences: every letter kept, cut where a reader would pause, whole where an abbreviation misleads."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from checker.language.text.sentences import cut

CASES = {
    "a dotted acronym inside": ("en", ["The U.S. Navy came.", "It left."]),
    "a dotted acronym at the end": ("en", ["He lives in the U.S.", "He left."]),
    "initials of a name": ("en", ["It is by J. R. R. Tolkien.", "Dr. Smith read it."]),
    "a page number": ("en", ["See p. 45.", "It was No. 5.", "He said no.", "Then he left."]),
    "a decimal point": ("en", ["It is 3.5 km long.", "It cost $3.5 bn."]),
    "a bracketed sentence": ("en", ["(He left. She stayed.)", "Then it rained."]),
    "a quoted sentence": ("vi", ['Binh lính được vũ trang tốt hơn "so với đối thủ của họ."', "Khi đó ông từ chức."]),
    "two sentences in one quotation": ("vi", ['"Câu một. Câu hai."', "Câu ba."]),
    "a quotation that goes on": ("en", ['"Are you? Yes!" she said.', "He left."]),
    "a Vietnamese city": ("vi", ["Ở TP. HCM có 3 người.", "TP.HCM rất đông."]),
    "Vietnamese titles and pages": ("vi", ["GS. Trần Văn Giàu viết.", "Xem tr. 45.", "PGS.TS. Lan đọc."]),
    "German ordinals": ("de", ["Am 3. Oktober 1990 war es so.", "Im 20. Jahrhundert war Krieg.", "Das ist z. B. gut."]),
    "Russian years and places": ("ru", ["В 1991 г. он ушёл.", "А. С. Пушкин родился."]),
    "French titles and guillemets": ("fr", ["M. Dupont a dit : « Bonjour. »", "Puis il partit."]),
    "Chinese": ("zh", ["他来了。", "然后呢？"]),
}


@pytest.mark.parametrize(("language", "sentences"), CASES.values(), ids=CASES)
def test_sentences_of_running_text(language, sentences):
    text = ("" if language == "zh" else " ").join(sentences)
    assert [text[start:end] for start, end in cut(text, language)] == sentences


def test_headings_items_and_paragraphs_stand_apart_and_wrapped_lines_do_not():
    text = (
        "The war\n\nIt began in a year that nobody had expected to\nend in such a way. It ended.\n"
        "- one item\n- another item\n1. First point\n2. Second point\nLast words"
    )
    assert [text[start:end] for start, end in cut(text, "en")] == [
        "The war",
        "It began in a year that nobody had expected to\nend in such a way.",
        "It ended.",
        "- one item",
        "- another item",
        "1. First point",
        "2. Second point",
        "Last words",
    ]


@given(
    st.text(alphabet=st.sampled_from("aB ăĐ.?!\"”“()[]\n\t123。—-'’«»\u00a0\u2028\x0c"), max_size=80),
    st.sampled_from(["", "vi", "en", "xx"]),
)
def test_every_letter_stands_in_exactly_one_sentence(text, language):
    spans = cut(text, language)
    assert all(start < end for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    between = list(text)
    for start, end in spans:
        assert text[start:end] == text[start:end].strip()
        between[start:end] = " " * (end - start)
    assert not "".join(between).strip()


@pytest.mark.parametrize("piece", ["x.) A ", '" a b c. X', "A. ", "(", '"', "no end ", "\n", "1. "])
def test_a_long_page_of_oddities_ends_soon(piece):
    cut(piece * 60_000, "vi")


def test_a_wide_blank_before_a_full_stop_is_survived():
    for text in ("It is Vitamin C\u00a0. It was found in 1912.", "Il vient \u3000A\u2003\u00a0. Puis il part."):
        assert [text[start:end] for start, end in cut(text, "en")]


def test_the_full_stops_of_chinese_end_sentences_without_a_blank():
    text = "大学前身是1913年的讲习所。1928年改为专科学校！“迁往石门镇。”他说。"
    assert [text[start:end] for start, end in cut(text, "zh")] == [
        "大学前身是1913年的讲习所。",
        "1928年改为专科学校！",
        "“迁往石门镇。”",
        "他说。",
    ]
