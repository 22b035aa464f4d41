"""Numbered things are no counts, and are the same in two languages."""

from __future__ import annotations

import pytest

from checker.language.facts import mentions
from checker.language.values import Identifier


def identifiers(text: str, language: str) -> list[tuple[str, str]]:
    found = [mention.value for mention in mentions(text, language)]
    return [(value.kind, value.number) for value in found if isinstance(value, Identifier)]


@pytest.mark.parametrize(
    ("text", "language"),
    [("mùa 5 triệu tấn", "vi"), ("cấp 5 máy bay", "vi"), ("giai đoạn 2004–2007", "vi"), ("season 2019–20", "en")],
)
def test_what_is_counted_or_dated_is_no_numbered_thing(text, language):
    assert identifiers(text, language) == []


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
        ("Mục 12 của Đạo luật", "Section 12 of the Act", ("section", "12")),
        ("Điều 17", "Article 17", ("section", "17")),
        ("Đoạn 6 của bản án", "paragraph 6 of the ruling", ("paragraph", "6")),
        ("Sư đoàn đổ bộ đường không 76", "the 76th Guards Airborne Division", ("division", "76")),
        ("Lữ đoàn xe tăng cận vệ độc lập 5", "the 5th Separate Guards Tank Brigade", ("brigade", "5")),
        ("Nghị quyết 1325 ngày 31", "resolution 1325", ("resolution", "1325")),
        ("Chặng 5", "stage 5", ("stage", "5")),
        ("thử nghiệm giai đoạn 3", "a phase 3 trial", ("phase", "3")),
        ("tuyến metro số 2", "Line 2", ("line", "2")),
        ("bão cấp 4", "a category 4 storm", ("category", "4")),
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


def test_a_paragraph_of_an_article_is_one_in_both_ways_of_writing():
    expected = [("paragraph", "3"), ("section", "5")]
    assert sorted(identifiers("Khoản 3 Điều 5", "vi")) == expected
    assert sorted(identifiers("Article 5(3)", "en")) == expected
