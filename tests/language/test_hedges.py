"""How far words widen a number, and which words are prepositions instead."""

from __future__ import annotations

import math

import pytest

from checker.language.numbers import hedges
from checker.language.text.tokens import tokenise


@pytest.mark.parametrize(
    ("kind", "value", "low", "high"),
    [
        ("about", 100, 90, 110),
        ("nearly", 100, 85, 100),
        ("over", 3000, 3000, 4000),
        ("over", 286, 286, 328.9),
        ("over", 2.5, 2.5, 2.875),
        ("least", 20, 20, math.inf),
        ("most", 20, 0, 20),
    ],
)
def test_widening(kind, value, low, high):
    assert hedges.widen(kind, value) == (pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize(
    ("words", "value", "kind"),
    [
        ("more than", 3000, "over"),
        ("không dưới", 300, "least"),
        ("an estimated", 300, "about"),
        ("up to", 300, "most"),
        ("trên", 3000, "over"),
        ("plus de", 300, "over"),
        ("не менее", 300, "least"),
    ],
)
def test_the_longest_hedge_before_a_number(words, value, kind):
    tokens = tokenise(f"x {words} 5")
    assert hedges.before(tokens, len(tokens) - 1, value) == (kind, 1)


def test_on_three_fronts_is_no_hedge():
    assert hedges.before(tokenise("trên 3 mặt trận"), 1, 3) is None
    assert hedges.before(tokenise("từ 3 nước"), 1, 3) is None


def test_hedges_after_a_number():
    assert hedges.after(tokenise("300 or more men"), 1) == ("least", 3)
    assert hedges.after(tokenise("300 người trở lên"), 1) is None
