"""Dates: every form that .bib files have, and nothing filled in."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from checker.bibliography.dates import from_fields, parse


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("1991-12-26", "1991-12-26"),
        ("1991-12", "1991-12"),
        ("1991", "1991"),
        ("1988/1994", "1988"),
        ("1991-12-26/1992-01-02", "1991-12-26"),
        ("2004-21", "2004"),
        ("c. 1990", "1990"),
        ("26 December 1991", "1991-12-26"),
        ("December 26, 1991", "1991-12-26"),
        ("Dec. 1991", "1991-12"),
        ("26 tháng 12 năm 1991", "1991-12-26"),
        ("ngày 26 tháng 12 năm 1991", "1991-12-26"),
        ("tháng 2, 1992", "1992-02"),
        ("tháng hai năm 1992", "1992-02"),
        ("26 декабря 1991", "1991-12-26"),
        ("26. Dezember 1991", "1991-12-26"),
        ("26 décembre 1991", "1991-12-26"),
        ("26/12/1991", "1991-12-26"),
        ("12/26/1991", "1991-12-26"),
        ("5/3/1992", "1992"),
        ("5/5/1992", "1992-05-05"),
        ("1992/03/05", "1992-03-05"),
        ("1991-02-31", "1991-02"),
        ("1991-13", "1991"),
    ],
)
def test_forms(text, date):
    assert str(parse(text)) == date


@pytest.mark.parametrize("text", ["", "n.d.", "forthcoming", "in press", "12345", "May"])
def test_what_is_no_date(text):
    assert parse(text) is None


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        (("", "1992", "feb", ""), "1992-02"),
        (("", "1992", "2", ""), "1992-02"),
        (("", "1992", "February", "3"), "1992-02-03"),
        (("", "1992", "tháng 2", ""), "1992-02"),
        (("", "1992", "26 Dec.", ""), "1992-12-26"),
        (("", "1992", "June/July", ""), "1992"),
        (("", "1992", "", ""), "1992"),
        (("1991-12-26", "1992", "", ""), "1991-12-26"),
        (("", "1992", "13", ""), "1992"),
        (("", "1992", "", "5"), "1992"),
    ],
)
def test_fields_together(fields, date):
    assert str(from_fields(*fields)) == date


@given(st.text(max_size=60))
def test_any_text_is_a_date_or_none(text):
    found = parse(text)
    assert found is None or found.year is not None


@given(st.dates(min_value=__import__("datetime").date(1000, 1, 1), max_value=__import__("datetime").date(2099, 12, 31)))
def test_iso_dates_come_back(day):
    assert str(parse(day.isoformat())) == day.isoformat()
