"""Retellings of a page that derive, round and turn round what it tells: none of them is accused, and altered values are."""

from __future__ import annotations

import pytest

from checker.foundation.model import Claim, Coverage, EvidenceKind, Passages, Place, Support
from checker.matching import match, prepare

PAGE = """Harbour museum reopens after flood
Sunday, 12 May 2019
By Ellen Moss
The harbour museum at Skarvik reopened on Saturday, two years after a flood destroyed its ground floor. The repairs cost \
4.2 million kroner, of which the town paid 1.5 million.
Mayor Jens Aker said that visitors had already bought 1,300 tickets by Friday. The museum was founded by the shipowner \
Peder Lund, who died in 1931.
Its oldest boat was built between 1840 and 1846. About 210 boats are on show until 30 September.
Between 1950 and 1985 the house was a school, attended by Anna Falk and Tor Vik, who finished in 1962 and 1964 respectively.
Attendance fell from 18,000 in 2015 to 12,000 in 2016, the last year before the flood.
"""


def support(text, language):
    claim = Claim(text, Coverage.DIRECT, 0, len(text), Place("a.md", 1, 1), language)
    return match(claim, prepare(Passages("key", PAGE, EvidenceKind.PAGE, "en"))).support


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The harbour museum at Skarvik reopened on 11 May 2019.", "en"),
        ("The museum reopened in 2019, two years after a flood in 2017.", "en"),
        ("Peder Lund, who founded the museum, died in 1931.", "en"),
        ("By 10 May 2019, 1,300 tickets had been sold.", "en"),
        ("The town paid 1.5 of the 4.2 million kroner that the repairs cost.", "en"),
        ("The rest of the cost, 2.7 million kroner, was paid by others.", "en"),
        ("The oldest boat dates from the 1840s.", "en"),
        ("The oldest boat was finished in 1846.", "en"),
        ("More than 200 boats are shown until the end of September 2019.", "en"),
        ("From 1950 the house was a school; it closed in 1985.", "en"),
        ("Tor Vik finished school in 1964, Anna Falk two years before.", "en"),
        ("The school was attended by Tor Vik until 1964.", "en"),
        ("In 2016 only 12,000 people came, 6,000 fewer than in 2015.", "en"),
        ("Attendance, 18,000 a year earlier, was 12,000 in 2016.", "en"),
        (
            "The museum, closed since 2017, reopened on Saturday 11 May 2019 after repairs of about 4 million kroner.",
            "en",
        ),
        ("Bảo tàng bến cảng ở Skarvik mở cửa lại ngày 11 tháng 5 năm 2019.", "vi"),
        ("Năm 2016 bảo tàng có 12.000 khách, so với 18.000 năm 2015.", "vi"),
        ("Bảo tàng do chủ tàu Peder Lund sáng lập.", "vi"),
        ("Le musée du port de Skarvik a rouvert le 11 mai 2019.", "fr"),
        ("Das Museum wurde am 11. Mai 2019 wieder eröffnet, zwei Jahre nach der Flut.", "de"),
    ],
)
def test_a_true_retelling_is_not_accused(text, language):
    assert support(text, language) is not Support.CONTRADICTED


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Peder Lund, who founded the museum, died in 1913.", "en"),
        ("The repairs cost 4.6 million kroner.", "en"),
        ("About 230 boats are on show.", "en"),
        ("The house was a school from 1950 to 1975.", "en"),
        ("Anna Falk finished school in 1964.", "en"),
        ("In 2015 the museum had 12,000 visitors.", "en"),
        ("Bảo tàng do chủ tàu Harald Berg sáng lập.", "vi"),
    ],
)
def test_an_altered_value_of_the_same_page_is(text, language):
    assert support(text, language) is Support.CONTRADICTED


SINGER = (
    "Bà tên thật là Nguyễn Thị Mùi, sinh năm 1934 tại làng Khuốc, là con thứ tư trong một gia đình có bảy anh chị em. "
    "Năm 14 tuổi, bà theo đoàn văn công Liên khu 3. Bà có ba con."
)


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("Bà theo đoàn văn công Liên khu 3 năm 1948.", False),
        ("Bà có sáu anh chị em.", False),
        ("Bà có chín anh chị em.", True),
        ("Bà có bốn con.", True),
    ],
)
def test_an_age_is_no_year_and_a_family_has_one_more_child_than_siblings(text, accused):
    claim = Claim(text, Coverage.DIRECT, 0, len(text), Place("a.md", 1, 1), "vi")
    told = match(claim, prepare(Passages("key", SINGER, EvidenceKind.PAGE, "vi"))).support
    assert (told is Support.CONTRADICTED) == accused


def test_how_much_more_is_reckoned_from_a_range_and_lacks_in_no_source():
    source = (
        "The council voted to raise the wall, and increase the basin's capacity from 41 to 58 million cubic metres."
    )
    claim = "The basin would hold 17 million cubic metres more than before."
    verdict = match(
        Claim(claim, Coverage.DIRECT, 0, len(claim), Place("a.md", 1, 1), "en"),
        prepare(Passages("key", source, EvidenceKind.PAGE, "en")),
    )
    assert verdict.support not in (Support.MISSING, Support.CONTRADICTED)
