"""Dates told by the time that had passed since another one, and spans of years that one date bears out."""

from __future__ import annotations

import pytest

from checker.foundation.model import Claim, Coverage, EvidenceKind, FactKind, FactStatus, PartialDate, Passages, Place
from checker.matching import match, prepare

PUPPET = "The puppet, which she made in 1952, first appeared on television three years later and stayed until 1984."
ROAD = "Before the road was built in 1961 the steamer Freya carried the mail; she was broken up two years after the road opened."
MINE = "The mine closed in March 2004. Fourteen months later the town sold the land to a farmer."


def dated(text, source, language="en", source_language="en", written=None):
    """The status of the claim's last date."""
    claim = Claim(text, Coverage.DIRECT, 0, len(text), Place("a.md", 1, 1), language)
    verdict = match(claim, prepare(Passages("key", source, EvidenceKind.PAGE, source_language, date=written)))
    return next(fact.status for fact in reversed(verdict.facts) if fact.kind is FactKind.DATE)


@pytest.mark.parametrize(
    ("text", "source", "languages"),
    [
        ("The puppet was first seen on television in 1955.", PUPPET, ("en", "en")),
        ("Con rối lên truyền hình lần đầu năm 1955.", PUPPET, ("vi", "en")),
        ("The steamer Freya was broken up in 1963.", ROAD, ("en", "en")),
        ("The town sold the land of the mine in May 2005.", MINE, ("en", "en")),
        (
            "Die Brücke wurde 1911 gesprengt.",
            "Die Brücke wurde 1906 gebaut und fünf Jahre später gesprengt.",
            ("de", "de"),
        ),
        ("Le pont fut détruit en 1911.", "Le pont, ouvert en 1906, fut détruit cinq ans plus tard.", ("fr", "fr")),
        ("Cầu sập năm 1910.", "Cầu khánh thành năm 1906 và sập bốn năm sau đó.", ("vi", "vi")),
        ("The bridge fell on 12 May 1906.", "The bridge opened on 5 May 1906. It fell a week later.", ("en", "en")),
        ("The bridge fell on 6 May 1906.", "The bridge opened on 5 May. The next day it fell.", ("en", "en")),
        ("The bridge fell on 3 May 1906.", "The bridge fell two days before the vote of 5 May 1906.", ("en", "en")),
        ("The bridge fell in March 1907.", "The bridge opened in 1906. The following March it fell.", ("en", "en")),
        ("The bridge fell in 1947.", "The bridge, built from 1941 to 1945, fell two years later.", ("en", "en")),
        (
            "Cầu sập ngày 7 tháng 5 năm 1906.",
            "Cầu khánh thành ngày 5 tháng 5 năm 1906 và sập hai ngày sau đó.",
            ("vi", "vi"),
        ),
        ("Мост рухнул в 1907 году.", "Мост открыли в 1906 году. Год спустя он рухнул.", ("ru", "ru")),
    ],
)
def test_a_date_counted_from_another_one_is_found(text, source, languages):
    assert dated(text, source, *languages) is FactStatus.FOUND


def test_a_span_whose_own_date_stands_behind_it_tells_that_date():
    source = "The company sold its first phone in June 2007. A year later, in July 2008, the second one reached 22 countries."
    assert dated("The company sold its first phone in June 2008.", source) is not FactStatus.FOUND
    assert dated("The second phone of the company reached 22 countries in July 2008.", source) is FactStatus.FOUND


def test_a_date_counted_from_the_day_of_writing_is_found():
    source = "The council met on Monday. The bridge was closed three years ago after a flood."
    assert dated("The bridge was closed in 2014.", source, written=PartialDate(2017, 5, 2)) is FactStatus.FOUND


@pytest.mark.parametrize("year", ["1954", "1956", "1987"])
def test_a_year_that_the_count_does_not_give_is_not_found(year):
    assert dated(f"The puppet was first seen on television in {year}.", PUPPET) is not FactStatus.FOUND


def test_a_year_does_not_give_a_day():
    assert dated("The puppet was first seen on television on 3 May 1955.", PUPPET) is not FactStatus.FOUND


def test_one_date_bears_a_decade_out_and_no_span_between_two_years():
    source = "The salinity of the lake was first measured by Kaare Lund in 1927."
    assert dated("The salinity of the lake was first measured in the 1920s.", source) is FactStatus.FOUND
    assert dated("Độ mặn của hồ được đo lần đầu vào thập niên 1920.", source, "vi") is FactStatus.FOUND
    assert dated("The salinity of the lake was measured from 1920 to 1929.", source) is not FactStatus.FOUND


def test_a_later_event_that_the_page_does_not_tell_is_not_contradicted_by_its_date():
    source = "Album of the week\n2 September 2016\nGuitarist Rhys Umber plays loudly. The album has ten songs."
    claim = "The band broke up in 2019 after Rhys Umber made a record of his own."
    assert dated(claim, source, written=PartialDate(2016, 9, 2)) is FactStatus.ABSENT


SIEGE = (
    "The siege of Karvala, 1877. On the night of 9 December Osman Hayri tried to break out over the bridge. His troops overran the "
    "first line of trenches but were thrown back. He surrendered the next day with 5,400 men."
)


def test_a_date_that_is_counted_from_another_one_soon_after_is_not_contradicted_by_it():
    assert dated("Osman Hayri gave up on 10 December 1877.", SIEGE) is not FactStatus.CONFLICT
    assert dated("Osman Hayri gave up on 15 December 1877.", SIEGE) is FactStatus.CONFLICT


LIFE = (
    "Ilse Brandauer (3 May 1904 – 17 November 1983) was an engineer and bridge designer. She was born in Linz. "
    "She never married. She died in Bath after a short illness."
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ilse Brandauer died in Bath at the age of 79.", True),
        ("Ilse Brandauer mất ở Bath, thọ 79 tuổi.", True),
        ("Ilse Brandauer died in Bath at the age of 78.", False),
        ("Ilse Brandauer died in Bath at the age of 69.", False),
    ],
)
def test_an_age_is_what_the_dates_of_a_life_come_to(text, found):
    language = "vi" if "tuổi" in text else "en"
    claim = Claim(text, Coverage.DIRECT, 0, len(text), Place("a.md", 1, 1), language)
    verdict = match(claim, prepare(Passages("key", LIFE, EvidenceKind.PAGE, "en")))
    told = [fact.status for fact in verdict.facts if fact.kind is FactKind.NUMBER]
    assert (told == [FactStatus.FOUND]) == found
