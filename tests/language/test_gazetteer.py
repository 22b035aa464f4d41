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
