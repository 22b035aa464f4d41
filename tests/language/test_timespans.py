"""Spans of time with their side: how much, in which unit, whether counted from what was told before."""

from __future__ import annotations

import pytest

from checker.language.dates.timespans import Side, lapses
from checker.language.facts import mentions

LATER, EARLIER, AGO = Side


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It fell three years later.", [(3, "year", LATER, True)]),
        ("en", "It fell two days before the vote.", [(2, "day", EARLIER, False)]),
        ("en", "A decade after it opened, it fell.", [(10, "year", LATER, False)]),
        ("en", "Two weeks on, it fell; it went on for two weeks on foot.", [(14, "day", LATER, True)]),
        (
            "en",
            "It fell the following March, and not the next day.",
            [(1, "year", LATER, True), (1, "day", LATER, True)],
        ),
        ("en", "It was shut 14 months ago.", [(14 / 12, "year", AGO, True)]),
        ("en", "It fell a few years later, on day three.", []),
        ("vi", "Cầu sập năm năm sau đó.", [(5, "year", LATER, True)]),
        ("vi", "Cầu sập ba ngày trước khi khánh thành.", [(3, "day", EARLIER, False)]),
        ("vi", "Năm sau cầu sập. Nhiều năm sau, người ta xây lại.", [(1, "year", LATER, True)]),
        ("vi", "Cầu sập cách đây 3 năm.", [(3, "year", AGO, True)]),
        ("fr", "L’année suivante, il y a trois ans.", [(1, "year", LATER, True), (3, "year", AGO, True)]),
        ("de", "Eine Woche danach; zwei Tage vor dem Fest.", [(7, "day", LATER, True), (2, "day", EARLIER, False)]),
        ("es", "Cinco días antes de la fiesta, hace dos años.", [(5, "day", EARLIER, False), (2, "year", AGO, True)]),
        ("it", "Tre anni dopo; due anni fa.", [(3, "year", LATER, False), (2, "year", AGO, True)]),
        ("ru", "Три года спустя; пять лет назад.", [(3, "year", LATER, True), (5, "year", AGO, True)]),
        ("zh", "桥于3年后倒塌。", [(3, "year", LATER, False)]),
        ("xx", "three years later", []),
    ],
)
def test_spans_of_time_with_their_side(language, text, expected):
    found = lapses(text, language, mentions(text, language))
    assert [(round(each.amount, 6), each.unit, each.side, each.alone) for each in found] == [
        (round(amount, 6), *rest) for amount, *rest in expected
    ]
