"""Designations and results are no counts, and are the same in any language."""

from __future__ import annotations

import pytest

from checker.language.facts import mentions
from checker.language.values import Identifier


def found(text: str, language: str) -> list[tuple[str, str]]:
    values = [mention.value for mention in mentions(text, language)]
    return [(value.kind, value.number) for value in values if isinstance(value, Identifier)]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("T-34", ("t", "34")),
        ("MiG-21", ("mig", "21")),
        ("F-16s", ("f", "16")),
        ("COVID-19", ("covid", "19")),
        ("B52", ("b", "52")),
        ("3–1", ("result", "3-1")),
    ],
)
def test_designations(text, expected, language):
    assert found(f"xe {text}.", language) == [expected]


@pytest.mark.parametrize(
    "text", ["May-18 and June", "USD5 and more", "it is 1–3 km", "10-5 km", "in November1993", "page 3-4-5"]
)
def test_what_is_no_designation(text):
    assert found(text, "en") == []
