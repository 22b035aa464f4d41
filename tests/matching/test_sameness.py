"""Figures that say the same in other words: rounded and bounded ones do, another figure of as many digits does not."""

from __future__ import annotations

import pytest

from checker.language.facts import mentions
from checker.language.values import Period, Quantity
from checker.matching.facts.sameness import same


def figure(text, language="en"):
    return next(each for each in mentions(text, language) if isinstance(each.value, Quantity))


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("about 250 people", "243 people"),
        ("more than 200 people", "212 people"),
        ("more than 200 people", "more than 212 people"),
        ("at least 30 people", "32 people"),
        ("nearly 140,000 people", "137,950 people"),
        ("almost 500 people", "489 people"),
        ("about 15 people", "14 people"),
        ("about 75 km", "73 km"),
        ("about 100 km", "62 miles"),
        ("up to 50 people", "45 people"),
        ("fewer than 50 people", "45 people"),
        ("some 12,000 people", "12,400 people"),
        ("some 12,400 people", "about 12,000 people"),
        ("about 5.3 million people", "5.26 million people"),
        ("around 60 people", "57 people"),
        ("around 25 percent", "a quarter"),
    ],
)
def test_rounded_and_bounded_figures_say_the_same(claim, source):
    assert same(figure(claim), figure(source), across=False) is True


def test_so_they_do_across_languages():
    assert same(figure("khoảng 250 người", "vi"), figure("243 people"), across=True) is True
    assert same(figure("hơn 200 người", "vi"), figure("212 people"), across=True) is True


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("approximately 210 metres", "230 metres"),
        ("at least 221 people", "at least 212 people"),
        ("at least 32 people", "30 people"),
        ("about 5.6 million people", "5.2 million people"),
    ],
)
def test_a_figure_of_as_many_digits_is_no_rounding(claim, source):
    assert same(figure(claim), figure(source), across=False) is False


def dated(text, language="en"):
    return next(each for each in mentions(text, language) if isinstance(each.value, Period))


@pytest.mark.parametrize(
    ("claim", "source", "said"),
    [
        ("from 1954 to 1989", "1954-1989", True),
        ("in the 1950s", "from 1950 to 1955", False),
        ("from 1954 to 1989", "in the 1950s", False),
        ("in the 20th century", "in the 1950s", False),
        ("from 1491 to 1501", "1491-1510", False),
        ("the 2009-19 academic year", "the 2018-2019 academic year", False),
        ("from 1960 to 1970", "from 1954 to 1989", False),
        ("in 1960", "from 1954 to 1989", False),
    ],
)
def test_spans_of_years_with_one_end_in_common_are_not_the_same(claim, source, said):
    assert (same(dated(claim), dated(source), across=False) is True) is said
    if claim == "from 1491 to 1501":
        assert same(dated(claim), dated(source), across=False) is False
