"""Dates in any form read back; what a writer left open stays open; years are told from counts."""

from __future__ import annotations

import datetime as dt
from importlib import metadata

import pytest
from babel.dates import format_date
from hypothesis import given, strategies as st

from checker.foundation.model import PartialDate
from checker.language.dates import calendar
from checker.language.facts import mentions
from checker.language.text import tables
from checker.language.values import Period

BASE = PartialDate(1992, 4, 15)  # a Wednesday


def dates(text: str, language: str, base: PartialDate | None = None) -> list[str]:
    periods = [mention.value for mention in mentions(text, language, base=base) if isinstance(mention.value, Period)]
    return [str(each.start) if each.start == each.end else f"{each.start}/{each.end}" for each in periods]


FORMS = {
    "vi": [
        "ngày {d.day} tháng {d.month} năm {d.year}",
        "{d.day}/{d.month}/{d.year}",
        "ngày {d.day}-{d.month}-{d.year}",
        "ngày {d.day} tháng {d.month}, {d.year}",
        "{d.day:02d}/{d.month:02d}/{d.year}",
        "{d.day}.{d.month}.{d.year}",
        "ngày {d.day}/{d.month} năm {d.year}",
        "ngày {d.day} tháng {d.month} năm{d.year}",
        "{d:%Y-%m-%d}",
    ],
    "en": [
        "{d.day} {d:%B} {d.year}",
        "{d:%B} {d.day}, {d.year}",
        "{d:%b} {d.day}, {d.year}",
        "{d:%Y-%m-%d}",
        "{d.day} {d:%b} {d.year}",
    ],
    "zh": ["{d.year}年{d.month}月{d.day}日"],
}


@given(
    st.dates(dt.date(1000, 1, 1), dt.date(2100, 12, 31)),
    st.sampled_from([(language, form) for language, forms in FORMS.items() for form in forms]),
)
def test_any_date_in_any_form_reads_back(day, case):
    language, form = case
    sentence = {"vi": "Việc đó xảy ra {}, theo báo cáo.", "en": "It happened on {}, they say.", "zh": "他在{}辞职。"}[
        language
    ]
    assert dates(sentence.format(form.format(d=day)), language) == [day.isoformat()]


@given(
    st.dates(dt.date(1000, 1, 1), dt.date(2100, 12, 31)), st.sampled_from(["en", "vi", "fr", "de", "es", "ru", "zh"])
)
def test_any_date_as_the_locale_writes_it_reads_back(day, language):
    assert dates(format_date(day, "long", locale=language), language) == [day.isoformat()]


CASES = [
    ("vi", "Ngày 26 tháng 12 năm 1991 và ngày 10 tháng 12.", ["1991-12-26", "--12-10"]),
    ("vi", "Tháng 11 năm1993, tháng Tư, tháng mười hai.", ["1993-11", "--04", "--12"]),
    ("vi", "Mùa thu năm 1991, cuối năm 1992.", ["1991", "1992"]),
    ("vi", "Rạng sáng 20/7, trong tháng 7/1936.", ["--07-20", "1936-07"]),
    ("vi", "Những năm 1990, thập niên 80, thế kỷ XX, thế kỷ 19.", ["1990/1999", "1980/1989", "1901/2000", "1801/1900"]),
    ("vi", "Những năm 60 của thế kỷ XIX.", ["1860/1869"]),
    ("vi", "Từ năm 1988 đến năm 1994; 1988–1994.", ["1988/1994", "1988/1994"]),
    ("vi", "Từ 10 đến 15 tháng 5 năm 1992.", ["1992-05-10/1992-05-15"]),
    ("vi", "Năm 179 TCN và vào năm 40.", ["-179", "0040"]),
    ("vi", "Trong 3 tháng, 10 năm và 2 ngày; năm sau.", []),
    ("vi", "Có 1500 người và 2000 km.", []),
    ("en", "In December 1991, in May, on 26 December.", ["1991-12", "--05", "--12-26"]),
    ("en", "10–15 May 1992 and May 10-15, 1992.", ["1992-05-10/1992-05-15", "1992-05-10/1992-05-15"]),
    ("en", "10 May – 3 June 1992; May–June 1992.", ["1992-05-10/1992-06-03", "1992-05/1992-06"]),
    (
        "en",
        "The 1990s, the mid-1980s, the 20th century, a twentieth-century war.",
        ["1990/1999", "1980/1989", "1901/2000", "1901/2000"],
    ),
    ("en", "From 1988 to 1994, between 1988 and 1994, 1988–94.", ["1988/1994"] * 3),
    ("en", "The 19th and 20th centuries.", ["1801/1900", "1901/2000"]),
    ("en", "In 44 BC and AD 79.", ["-044", "0079"]),
    ("en", "On 3/4/1936 and 7/20/1936.", ["1936", "1936-07-20"]),
    ("en", "He may march; 1991 tanks; 2000 m; 1,991 men.", []),
    ("en", "March 1917, Sept. 11, 2001.", ["1917-03", "2001-09-11"]),
    ("fr", "Le 1er mai 1990, au XXe siècle, dans les années 1990.", ["1990-05-01", "1901/2000", "1990/1999"]),
    ("de", "Am 26.12.1991, im 20. Jahrhundert, in den 1990er Jahren.", ["1991-12-26", "1901/2000", "1990/1999"]),
    ("es", "El siglo XX, mayo de 1968.", ["1901/2000", "1968-05"]),
    ("ru", "В декабре 1991 года, в 1991 г., XX век.", ["1991-12", "1991", "1901/2000"]),
    ("zh", "1991年，20世纪。", ["1991", "1901/2000"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_dates_in_sentences(language, text, expected):
    assert dates(text, language) == expected


RELATIVE = [
    ("en", "He left yesterday.", ["1992-04-14"]),
    ("en", "He left last Sunday.", ["1992-04-12"]),
    ("en", "He left on Wednesday.", ["1992-04-15"]),
    ("en", "He left last Wednesday.", ["1992-04-08"]),
    ("en", "He leaves next Friday.", ["1992-04-17"]),
    ("en", "Last year and last month.", ["1991", "1992-03"]),
    ("vi", "Hôm qua, Chủ nhật, năm ngoái, tháng trước.", ["1992-04-14", "1992-04-12", "1991", "1992-03"]),
    ("vi", "Hôm thứ Hai ông đến.", ["1992-04-13"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), RELATIVE)
def test_relative_dates_need_the_day_of_writing(language, text, expected):
    assert dates(text, language, BASE) == expected
    assert dates(text, language) == []


def test_the_previous_day_is_told_from_the_date_before_it():
    assert dates("On 26 December 1991 it voted. He had resigned the previous day.", "en") == [
        "1991-12-26",
        "1991-12-25",
    ]
    assert dates("Ngày 31 tháng 12 năm 1991 tan rã, một tháng trước đó đã họp; hôm sau.", "vi") == [
        "1991-12-31",
        "1991-11",
        "1992-01-01",
    ]
    assert dates("He had resigned the previous day.", "en") == []


@pytest.mark.parametrize("text", ["ngày 32 tháng 13 năm 1991", "99/99/1991", "1991-99-99", "ngày 0 tháng 0"])
def test_days_that_no_calendar_has_are_not_invented(text):
    assert all("-13" not in found and "-99" not in found and "-00" not in found for found in dates(text, "vi"))


@pytest.mark.skipif(not metadata.version("babel").startswith("2.19."), reason="another edition of CLDR")
def test_the_months_and_weekdays_written_down_are_those_of_babel():
    for language, *listings in tables.rows("data/calendar"):
        written = tuple(
            {name: int(number) for name, number in (each.split("=") for each in listing.split(";"))}
            for listing in listings
        )
        assert written == calendar.by_babel(language), language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("轮渡将于6月1日停运", [(None, 6, 1)]),
        ("2017年12月", [(2017, 12, None)]),
        ("共有1200名工人", []),
        ("1949至1956年", [(1949, None, None)]),
        ("大桥昨日通车", [(2018, 5, 15)]),
    ],
)
def test_chinese_days_have_their_signs_and_bare_figures_are_counts(text, expected):
    found = [
        each.value.start
        for each in mentions(text, "zh", base=PartialDate(2018, 5, 16))
        if isinstance(each.value, Period)
    ]
    assert [date.parts() for date in found] == expected
