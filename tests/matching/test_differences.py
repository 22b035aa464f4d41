"""Figures that say by how much, in the languages that are read to the full, and the bounds that look like them."""

from __future__ import annotations

import pytest

from checker.foundation.model import FactKind
from checker.language.facts import mentions
from checker.matching.facts.differences import is_difference


@pytest.mark.parametrize(
    ("text", "language", "apart"),
    [
        ("It employed 300 people, a hundred more than in 1940.", "en", ["a hundred"]),
        ("more than 100 people came", "en", []),
        ("It is 300 metres long and wider than the other.", "en", []),
        ("hơn 100 người chết", "vi", []),
        ("cao hơn năm trước 14%", "vi", ["14%"]),
        ("về đích kém người thắng 17 giây", "vi", ["17 giây"]),
        ("Có 100 người, tăng 5% so với năm 2011", "vi", ["5%"]),
        ("Das sind 14 Prozent mehr als im Vorjahr.", "de", ["14 Prozent"]),
    ],
)
def test_what_says_how_far_two_figures_lie_apart(text, language, apart):
    figures = [each for each in mentions(text, language) if each.kind is FactKind.NUMBER]
    assert [each.text for each in figures if is_difference(each, text, language)] == apart
