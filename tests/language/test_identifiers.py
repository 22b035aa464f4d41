"""Numbered things are no counts, and are the same in two languages."""

from __future__ import annotations

import pytest

from checker.language.facts import mentions
from checker.language.values import Identifier


def identifiers(text: str, language: str) -> list[tuple[str, str]]:
    found = [mention.value for mention in mentions(text, language)]
    return [(value.kind, value.number) for value in found if isinstance(value, Identifier)]


@pytest.mark.parametrize(
    ("vi", "en", "expected"),
    [
        ("Nghị quyết 822 của Hội đồng Bảo an", "UN Security Council Resolution 822", ("resolution", "822")),
        ("Nghị quyết số 822", "resolution No. 822", ("resolution", "822")),
        ("theo điều 907", "under Section 907", ("section", "907")),
        ("Trung đoàn 366", "the 366th Regiment", ("regiment", "366")),
        ("Trung đoàn Bộ binh cơ giới 366", "the 366th Guards Motor Rifle Regiment", ("regiment", "366")),
        ("Tập đoàn quân 4", "the 4th Army", ("army", "4")),
        ("Tập đoàn quân 4", "the Fourth Army", ("army", "4")),
        ("Quân đoàn 4", "the 4th Corps", ("corps", "4")),
        ("Sư đoàn Dù số 1", "the 1st Airborne Division", ("division", "1")),
        ("Luật số 102-511", "Public Law 102-511", ("law", "102-511")),
        ("Chương V", "Chapter 5", ("chapter", "5")),
    ],
)
def test_the_same_thing_in_two_languages(vi, en, expected):
    assert identifiers(vi, "vi") == [expected]
    assert identifiers(en, "en") == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("vi", "Có 3 sư đoàn bộ binh và 5 sân bay."),
        ("vi", "Sư đoàn mất 300 người."),
        ("vi", "Con đường 9 km."),
        ("en", "The road 3 km long; the company had 300 men."),
        ("en", "The army 1991 was small; three divisions fought."),
    ],
)
def test_counts_and_measures_are_no_identifiers(language, text):
    assert identifiers(text, language) == []
