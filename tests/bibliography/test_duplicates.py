"""The same work twice, and the many pairs that only look like it."""

from __future__ import annotations

import unicodedata

import pytest

from checker.bibliography import BibFile, read

TITLE = "The Dynamics of a Long Forgotten War"


def told(*entries):
    text = "\n".join(f"@{kind}{{{key}, {fields}}}" for kind, key, fields in entries)
    return [each for each in read([BibFile("a.bib", text.encode())]).problems if each.rule == "entry-duplicate"]


def pair(one, other, kind="article"):
    return told((kind, "one", one), (kind, "other", other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("title={A}, doi={10.1000/AB}", "title={B}, doi={https://doi.org/10.1000/ab}"),
        (f"title={{{TITLE}}}, url={{https://e.org/a/}}", f"title={{{TITLE}}}, url={{http://www.e.org/a}}"),
        (
            "title={A B C}, url={https://e.org/a}",
            "title={A b c}, url={https://web.archive.org/web/2020/https://e.org/a}",
        ),
        (
            "title={A B C}, url={https://e.org/a}",
            "title={A B C}, url={https://e.org/new}, archiveurl={https://web.archive.org/web/20200101/https://e.org/a}",
        ),
        (
            f"title={{{TITLE}}}, author={{Doe, J}}, year=2001",
            f"title={{{TITLE.upper()}}}, author={{Doe, Jane}}, year=2001",
        ),
        (
            f"title={{{TITLE}}}, author={{Doe, J}}",
            f"title={{{TITLE.replace('Dynamics', 'Dynamiks')}}}, author={{Doe, J}}",
        ),
        (
            "title={Việt Nam sử lược toàn tập}, author={Trần Trọng Kim}",
            f"title={{{unicodedata.normalize('NFD', 'Việt Nam sử lược toàn tập')}}}, author={{Trần, Trọng Kim}}",
        ),
    ],
)
def test_the_same_work_is_told_once(one, other):
    (problem,) = pair(one, other)
    assert problem.place.line == 2
    assert problem.related[0].place.line == 1


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (
            "title={Annual Report of the Agency 2019}, author={A}",
            "title={Annual Report of the Agency 2020}, author={A}",
            "report",
        ),
        (
            "title={A History of the People, Volume I}, author={A}",
            "title={A History of the People, Volume II}, author={A}",
            "book",
        ),
        (
            "title={Trade Statistics of North Korea}, author={A}",
            "title={Trade Statistics of South Korea}, author={A}",
            "report",
        ),
        (f"title={{{TITLE}}}, author={{Doe, J}}", f"title={{{TITLE}}}, author={{Roe, R}}", "article"),
        (
            f"title={{{TITLE}}}, author={{Doe, J}}, year=2001",
            f"title={{{TITLE}}}, author={{Doe, J}}, year=2005",
            "article",
        ),
        (
            f"title={{{TITLE}}}, author={{Doe, J}}, volume=1",
            f"title={{{TITLE}}}, author={{Doe, J}}, volume=2",
            "article",
        ),
        (
            f"title={{{TITLE}}}, author={{D}}, doi={{10.1000/1}}",
            f"title={{{TITLE}}}, author={{D}}, doi={{10.1000/2}}",
            "article",
        ),
        (f"title={{{TITLE}}}", f"title={{{TITLE} Revisited}}", "article"),
        ("title={Introduction}, author={Doe, J}", "title={Introduction}, author={Doe, J}", "article"),
        (
            "title={Chapter on Trees}, doi={10.1000/1}",
            "title={Chapter on Bees and Flowers}, doi={10.1000/1}",
            "incollection",
        ),
        ("title={One thing}, url={https://e.org/}", "title={One thing}, url={https://e.org}", "misc"),
        ("title={Of Ships}, url={https://e.org/all.pdf}", "title={Of Cabbages}, url={https://e.org/all.pdf}", "misc"),
        ("title={A B}, url={https://e.org/x}, pages={1}", "title={A B}, url={https://e.org/x}, pages={9}", "misc"),
    ],
)
def test_two_works_are_left_alone(one, other, kind):
    assert pair(one, other, kind) == []


def test_the_same_key_twice_is_told_with_both_lines():
    (problem,) = told(("misc", "a", "title={One}"), ("misc", "a", "title={Two}"))
    assert "the same key" in problem.message
    assert (problem.related[0].place.line, problem.place.line) == (1, 2)


def test_a_series_of_any_size_is_compared_in_linear_time(monkeypatch):
    """1,000 titles with one beginning and one end: neighbours alone are compared, not half a million pairs."""
    from checker.bibliography import duplicates

    count = 0
    real = duplicates._same_work

    def counted(first, second):
        nonlocal count
        count += 1
        return real(first, second)

    monkeypatch.setattr(duplicates, "_same_work", counted)
    told(
        *(
            ("misc", f"k{n}", f"title={{Statistical Yearbook, part {n:04}, of the Republic}}, author={{A}}")
            for n in range(1000)
        )
    )
    assert count < 5000
