"""Known names by their longest form."""

from __future__ import annotations

from importlib import metadata

import pytest

from checker.language.names import gazetteer
from checker.language.text import tables
from checker.language.text.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "identity", "length"),
    [
        ("Liên bang Xô viết tan rã", "=soviet union", 4),
        ("United Nations Security Council", "=un security council", 4),
        ("Советского Союза", "=soviet union", 2),
        ("Österreich-Ungarn", "=austria hungary", 3),
        ("U.S. Navy", "=us", 4),
        ("Việt Nam Cộng hòa", "=south vietnam", 4),
        ("Việt Nam", "=vn", 2),
    ],
)
def test_the_longest_form_wins(text, identity, length):
    known, end = gazetteer.at(tokenise(text), 0)
    assert (known.identity, end) == (identity, length)


def test_an_acronym_needs_its_capitals():
    assert gazetteer.at(tokenise("us all"), 0) is None
    assert gazetteer.at(tokenise("US army"), 0) is not None


def test_every_country_of_the_world_is_known_in_seven_languages():
    from babel import Locale

    for language in ("en", "vi", "fr", "de", "es", "ru", "zh"):
        name = Locale.parse(language).territories["JP"]
        known, _ = gazetteer.at(tokenise(name), 0)
        assert known.identity == "=jp"


@pytest.mark.skipif(not metadata.version("babel").startswith("2.19."), reason="another edition of CLDR")
def test_the_territories_written_down_are_those_of_babel():
    for language, listing in tables.rows("data/territories"):
        assert dict(each.split("=", 1) for each in listing.split(";")) == gazetteer.by_babel(language), language


@pytest.mark.parametrize(
    ("code", "language", "expected"),
    [("DE", "vi", "Đức"), ("DE", "nl", "Duitsland"), ("XX", "en", None), ("DE", "no such language", None)],
)
def test_a_territory_has_its_name_in_every_language_that_is_known(code, language, expected):
    assert gazetteer.territory(code, language) == expected


@pytest.mark.parametrize(
    "text", ["Tòa án Công lý Quốc tế", "Toà án Công lý Quốc tế", "International Court of Justice", "ICJ", "国际法院"]
)
def test_bodies_are_known_in_either_spelling_of_a_tone(text):
    known, end = gazetteer.at(tokenise(text), 0)
    assert (known.identity, known.kind, end) == ("=international court of justice", "organisation", len(tokenise(text)))


@pytest.mark.parametrize("table", ["data/bodies", "data/places"])
def test_no_row_has_a_form_twice(table):
    rows = [row[0].split(";") for row in tables.rows(table)]
    assert [forms for forms in rows if len(set(forms)) != len(forms) or not all(form.strip() for form in forms)] == []


def test_a_first_name_is_of_one_row():
    forms = [form for (listing,) in tables.rows("data/given_names") for form in listing.split(";")]
    assert len(set(forms)) == len(forms)
