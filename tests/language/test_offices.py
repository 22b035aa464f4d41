"""Offices are the same in two languages, no part of a name, and never a surname."""

from __future__ import annotations

import pytest

from checker.language.facts import mentions
from checker.language.text import tables
from checker.language.values import Named
from checker.language.values_agree import agree


def offices(text: str, language: str) -> list[Named]:
    values = [mention.value for mention in mentions(text, language)]
    return [value for value in values if isinstance(value, Named) and value.kind == "office"]


@pytest.mark.parametrize(
    ("vi", "other", "language"),
    [
        ("Tổng Bí thư Lê Khả Phiêu", "General Secretary Le Kha Phieu", "en"),
        ("Bộ trưởng Ngoại giao Chile", "the Chilean Foreign Minister", "en"),
        ("Bộ trưởng Bộ Quốc phòng", "the defense minister", "en"),
        ("Thủ tướng Adenauer", "Bundeskanzler Adenauer", "de"),
        ("thị trưởng Lyon", "le maire de Lyon", "fr"),
        ("Chủ tịch Mao", "Chairman Mao", "en"),
        ("Chủ tịch nước", "the president", "en"),
        ("Tổng thống Đức", "der Bundespräsident", "de"),
    ],
)
def test_the_same_office_in_two_languages(vi, other, language):
    (mine,), (theirs,) = offices(vi, "vi"), offices(other, language)
    assert agree(mine, theirs) is True


def test_another_office_is_another_one_and_no_name_is_an_office():
    (one,), (two,) = offices("Phó Tổng thống", "vi"), offices("the President", "en")
    assert agree(one, two) is False
    assert agree(one, Named(frozenset({"reuters"}))) is None


@pytest.mark.parametrize("text", ["Stephen King wrote it.", "Martin Luther King spoke.", "Bishop played the piano."])
def test_a_surname_is_no_office(text):
    assert not offices(text, "en")


def test_a_person_after_an_office_is_named_without_it():
    found = [mention.text for mention in mentions("Vice-President Ana Duarte and King Haakon met.", "en")]
    assert found == ["Vice-President", "Ana Duarte", "King", "Haakon"]
    assert [mention.text for mention in mentions("Tổng Bí thư từ chức.", "vi")] == ["Tổng Bí thư"]


def test_every_row_has_its_canonical_office_among_its_forms_and_no_form_twice():
    for canonical, forms in tables.rows("data/offices"):
        listed = forms.split(";")
        assert len(listed) == len(set(listed)), canonical
        assert all(form == form.strip() == form.lower() for form in listed), canonical
        assert canonical in listed or canonical in ("trade minister", "central bank governor", "security minister")
