"""Units: every word of the table converts, and to what a handbook says."""

from __future__ import annotations

import pytest

from checker.language.numbers import units
from checker.language.text import tables
from checker.language.text.tokens import tokenise


def test_every_unit_of_the_table_is_known_to_pint_and_found_by_its_words():
    for canonical, names, forms in tables.rows("data/units"):
        for name in names.split("|"):
            assert units.to_canonical(1.0, units.Unit(canonical, name)) != 0
        for form in forms.split(";"):
            tokens = tokenise(f"3 {form} ")
            found = [
                units.at(tokens, 1, language)
                for language in ("en", "vi", "fr", "es", "ru", "de", "pt", "it", "zh", "ja", "")
            ]
            assert any(each and each[0].canonical == canonical for each in found) or form in {"mark", "au", "min"}, form


@pytest.mark.parametrize(
    ("value", "canonical", "name", "expected"),
    [
        (1, "km", "mile", 1.609344),
        (1, "kg", "pound", 0.45359237),
        (7, "day", "week", 49),
        (24, "year", "month", 2),
        (1, "km²", "acre", 0.0040468564),
        (32, "°C", "degree_Fahrenheit", 0),
        (1, "m³", "oil_barrel", 0.158987),
        (3, "year", "calendar_decade", 30),
    ],
)
def test_conversions(value, canonical, name, expected):
    assert units.to_canonical(value, units.Unit(canonical, name)) == pytest.approx(expected, rel=1e-5, abs=1e-9)


def test_words_that_are_no_units_here():
    assert units.at(tokenise("3 đồng chí"), 1, "vi") is None
    assert units.at(tokenise("5 T-34"), 1, "en") is None
    assert units.at(tokenise("3 an"), 1, "en") is None


def test_importing_the_readers_does_not_load_pint():
    import subprocess
    import sys

    code = "import sys; from checker.language.facts import mentions; mentions('286 tanks in 1991', 'en'); print('pint' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "False"


def test_the_conversions_written_down_are_those_of_pint():
    written = {(name, canonical): (scale, offset) for canonical, name, scale, offset in tables.rows("data/conversions")}
    named = {(name, row[0]) for row in tables.rows("data/units") for name in row[1].split("|") if name}
    assert set(written) == named
    for (name, canonical), line in written.items():
        # An acre is of survey feet until pint 0.25 and of international ones since: four parts in a million.
        assert tuple(map(float, line)) == pytest.approx(units.by_pint(name, canonical), rel=1e-5), (name, canonical)
