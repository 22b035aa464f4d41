"""The texts of reports: both languages have all of them."""

import string
from enum import StrEnum

import pytest

from checker.foundation.model import (
    Availability,
    Basis,
    EvidenceKind,
    FactKind,
    FactStatus,
    Health,
    Network,
    Severity,
    Support,
)
from checker.reporting.words import LANGUAGES, Words, table

FAMILIES = (Availability, Basis, EvidenceKind, FactKind, FactStatus, Health, Network, Severity, Support)


def test_every_text_stands_in_both_languages_with_the_same_places_to_fill():
    english = table()["en"]
    for language in LANGUAGES:
        texts = table()[language]
        assert texts.keys() == english.keys()
        for key, text in texts.items():
            assert text.strip() == text != "", (language, key)
            assert _fields(text) == _fields(english[key]), (language, key)


def _fields(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__)
def test_every_case_of_every_enum_has_a_name(family: type[StrEnum], language):
    for member in family:
        assert Words(language).name(member)


def test_members_of_two_enums_that_are_equal_have_each_its_own_name():
    words = Words("en")
    assert words.name(Support.FOUND) != words.name(FactStatus.FOUND)


def test_one_and_many():
    assert Words("en").say("n.markers", n=1) == "1 marker"
    assert Words("en").say("n.markers", n=0) == "0 markers"
    assert Words("vi").say("n.markers", n=5) == "5 dấu chú thích"


def test_a_language_without_a_column_is_told_in_english():
    assert Words("fr").name(Support.FOUND) == "found"


def test_a_word_of_an_open_vocabulary_is_shown_as_it_is():
    assert Words("vi").name_or("source", "never-heard-of") == "never-heard-of"
    assert Words("vi").name_or("source", "read") == "đã đọc"
