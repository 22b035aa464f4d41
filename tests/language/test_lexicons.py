"""The word lists that ship with the package: their form, and that they gloss everyday text in both directions."""

from __future__ import annotations

import re
import unicodedata

import pytest

from checker.language import lexicon
from checker.language.text import normalise, tables

_HEADWORDS_PROMISED = 12_000
_ROWS = [line.split("\t") for line in tables.text("lexicons/vi-en").splitlines() if not line.startswith("#")]
_WORDS = [row[0] for row in _ROWS]

# Where a syllable has two open vowels, the mark stands on the first of them here (hòa); texts write either.
_MARK_ON_SECOND = re.compile(r"(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\w)")


def test_every_row_is_a_word_and_its_translations() -> None:
    assert [row for row in _ROWS if len(row) != 2 or not all(cell.strip() for cell in row)] == []


def test_it_holds_as_many_headwords_as_promised() -> None:
    assert len(_WORDS) >= _HEADWORDS_PROMISED


def test_words_stand_once_and_in_order() -> None:
    assert sorted(set(_WORDS)) == _WORDS


def test_words_are_composed_lower_case_with_single_blanks() -> None:
    assert [word for word in _WORDS if word != " ".join(normalise.fold(word).split())] == []
    assert unicodedata.is_normalized("NFC", "".join(_WORDS))


def test_tone_marks_stand_in_one_place() -> None:
    assert [word for word in _WORDS if _MARK_ON_SECOND.search(word)] == []


@pytest.mark.parametrize(
    "fault",
    [
        re.compile(r"^\W|\W$|\s\s"),  # a blank translation, or blanks around one
        re.compile(r"[^a-z0-9 '-]"),
        re.compile(r"^(?:to|a|an|the) "),
    ],
    ids=["blank", "letters", "article"],
)
def test_translations_are_plain_english_lemmas(fault: re.Pattern[str]) -> None:
    assert [row for row in _ROWS if any(fault.search(word) for word in row[1].split(";"))] == []


def test_no_translation_is_given_twice_or_crowds_its_row() -> None:
    lists = [row[1].split(";") for row in _ROWS]
    assert [words for words in lists if len(set(words)) != len(words) or len(words) > 6] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Chính phủ tuyên bố tình trạng khẩn cấp sau trận động đất.", "state of emergency"),
        ("Các nhà khoa học phát hiện một hành tinh mới.", "planet"),
        ("Ngân hàng trung ương tăng lãi suất.", "central bank"),
    ],
)
def test_phrases_are_glossed_whole(text: str, wanted: str) -> None:
    assert wanted in {word for each in lexicon.gloss(text, "vi", "en") for word in each.translations}


def test_english_finds_its_way_back() -> None:
    words = {word for each in lexicon.gloss("The earthquakes killed miners.", "en", "vi") for word in each.translations}
    assert {"động đất", "thiệt mạng"} <= words


def test_every_word_and_translation_is_looked_up_under_its_first_letters() -> None:
    rows = _ROWS[::11]
    assert [word for word, _ in rows if not _whole(word, "vi", "en")] == []
    english = {first for _, words in rows for first in words.split(";")}
    assert [word for word in english if not _whole(word, "en", "vi")] == []


def _whole(word: str, language: str, target: str) -> bool:
    return [each.text for each in lexicon.gloss(word, language, target)] == [word]
