"""Names as people write them: order kept, bodies whole, particles where they belong."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, strategies as st

from checker.bibliography import BibFile, read
from checker.bibliography.names import is_vietnamese


def authors(field):
    (reference,) = read([BibFile("a.bib", f"@misc{{a, title={{T}}, author={{{field}}}}}".encode())]).references
    return reference


def first(field):
    return authors(field).authors[0]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Trần Trọng Kim", "Trần Trọng Kim"),
        ("Trần, Trọng Kim", "Trần Trọng Kim"),
        (r"Tr{\`\^a}n Tr\d{o}ng Kim", "Trần Trọng Kim"),
        (unicodedata.normalize("NFD", "Nguyễn Văn Huyên"), "Nguyễn Văn Huyên"),
        ("Nguyen Van A", "Nguyen Van A"),
        ("Hồ Chí Minh", "Hồ Chí Minh"),
        ("Đào Duy Anh", "Đào Duy Anh"),
        ("Phan Khoang", "Phan Khoang"),
    ],
)
def test_vietnamese_names_keep_their_order(written, shown):
    assert first(written).literal == shown


@pytest.mark.parametrize(
    "name", ["Viet Thanh Nguyen", "Mai Smith", "Mao Zedong", "Van Morrison", "Le Monde", "Ho Chi", "An Bui Tran Smith"]
)
def test_other_names_are_not_taken_for_vietnamese_full_names(name):
    assert not is_vietnamese(name)


@pytest.mark.parametrize(
    "name",
    [
        "{Human Rights Watch}",
        "Human Rights Watch",
        "United Nations Security Council",
        "Bộ Quốc phòng",
        "{A and B Company}",
        "BBC",
    ],
)
def test_bodies_stay_whole(name):
    reference = authors(name)
    assert [each.literal for each in reference.authors] == [name.strip("{}")]


@pytest.mark.parametrize(
    ("written", "family", "given", "particle", "suffix"),
    [
        ("de Waal, Thomas", "Waal", "Thomas", "de", ""),
        ("Thomas de Waal", "Waal", "Thomas", "de", ""),
        ("Ludwig van Beethoven", "Beethoven", "Ludwig", "van", ""),
        (
            "Charles Louis Xavier Joseph de la Vallée Poussin",
            "Vallée Poussin",
            "Charles Louis Xavier Joseph",
            "de la",
            "",
        ),
        ("King, Jr., Martin Luther", "King", "Martin Luther", "", "Jr."),
        ("Curtis, Glenn E.", "Curtis", "Glenn E.", "", ""),
        ("Glenn E. Curtis", "Curtis", "Glenn E.", "", ""),
        (r"M{\"u}ller, J{\"o}rg", "Müller", "Jörg", "", ""),
        (r"{\L}ukasz {\L}ach", "Łach", "Łukasz", "", ""),
        ("García Márquez, Gabriel", "García Márquez", "Gabriel", "", ""),
    ],
)
def test_parts_of_names(written, family, given, particle, suffix):
    name = first(written)
    assert (name.family, name.given, name.particle, name.suffix) == (family, given, particle, suffix)


def test_lists_and_others():
    reference = authors("Doe, Jane and {Barnes and Noble} AND Smith, John and others")
    assert [str(each) for each in reference.authors] == ["Jane Doe", "Barnes and Noble", "John Smith"]
    assert reference.others


def test_editors_stand_in_for_authors():
    text = "@book{a, title={T}, editor={Curtis, Glenn E.}}"
    (reference,) = read([BibFile("a.bib", text.encode())]).references
    assert reference.authors[0].family == "Curtis"


def test_a_paragraph_in_place_of_a_name_ends():
    assert first("a, " * 20_000).literal


@given(st.text(alphabet="ab ,andộ'", max_size=40))
def test_any_field_is_read(text):
    for name in authors(text).authors:
        assert str(name)
