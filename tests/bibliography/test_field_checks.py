"""What is wrong with single entries, and above all what is not."""

from __future__ import annotations

import datetime as dt

import pytest

from checker.bibliography import BibFile, read

TODAY = dt.date(2026, 3, 1)


def told(fields, kind="misc", today=TODAY):
    text = f"@{kind}{{a,\n  {fields}}}"
    return [
        each for each in read([BibFile("a.bib", text.encode())], today=today).problems if each.rule == "entry-field"
    ]


@pytest.mark.parametrize(
    "fields",
    [
        "title={T}, isbn={978-0-8147-1945-8}",
        "title={T}, isbn={0-8147-1944-8}",
        "title={T}, isbn={12}",
        "title={T}, issn={0378-5954}",
        "title={T}, issn={words}",
        "title={T}, doi={11.1000/1}",
        "title={T}, doi={see website}",
        "title={T}, url={n/a}",
        "title={T}, url={https://e.org/a b c}",
        "title={T}, url={https://e.org}, archiveurl={https://archive.example/x}",
        "title={T}, date={2027-01-01}",
        "title={T}, urldate={2026-03-05}",
        "title={T}, date={2020-05-02}, urldate={2020-05-01}",
        "title={T}, date={2020}, urldate={2019}",
        "title={T}, date={20}",
        "author={Nobody}",
    ],
)
def test_what_is_wrong_is_told_once_with_its_line(fields):
    (problem,) = told(fields)
    assert problem.place.line >= 1
    assert problem.tip


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ("title={T}, isbn={978-0-8147-1945-9 (hbk), 12}", "book"),
        ("title={T}, isbn={0378-5955}", "book"),
        ("title={T}, issn={0378-5955, 2049-3630}", "article"),
        ("title={T}, doi={https://doi.org/10.1000/182}", "article"),
        ("title={T}, url={www.example.org/a}", "misc"),
        ("title={T}, date={2026}", "misc"),
        ("title={T}, date={2026-04}, pubstate={forthcoming}", "misc"),
        ("title={T}, date={2026-03-01}, urldate={2026-03-02}", "misc"),
        ("title={T}, date={2020}, urldate={2020-01-01}", "misc"),
        ("title={T}, date={2020-05-01}, urldate={2020-05}", "misc"),
        ("title={T}, year={n.d.}", "misc"),
        ("title={T}, year={in press}", "misc"),
        ("title={T}, date={2020-06}, urldate={2020-05-01}", "article"),
        ("publisher={P}", "xdata"),
        ("title={T}, url={https://web.archive.org/web/20200101/https://e.org}", "misc"),
    ],
)
def test_what_is_right_is_left_alone(fields, kind):
    assert told(fields, kind) == []


def test_without_a_today_nothing_is_in_the_future():
    assert told("title={T}, date={2999}", today=None) == []


def test_a_december_access_date_ends_with_its_month():
    assert told("title={T}, date={2020-12-31}, urldate={2020-12}") == []
