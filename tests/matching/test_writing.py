"""Years that a page leaves open: of its own time where it tells news, and no other value where it tells of something older."""

from __future__ import annotations

import pytest

from checker.foundation.model import Claim, Coverage, EvidenceKind, Passages, Place, Support
from checker.matching import match, prepare

BRIDGE = """Thousands walk across the new bridge
17 June 2019
By D. Aske
An estimated 14,000 people walked across the new Corran Bridge on Sunday before it was handed over to traffic.
The ferry that it replaces makes its last trip on 30 June, the council said.
"""
FERRY = """The ferries of the sound
By D. Aske on 3 March 2011
The steamer Freya carried the mail across the sound for forty years. She was built in Bergen and launched in 1907.
She ran aground on 14 March, in thick fog, and was broken up the same winter.
"""
OPENING = """La pasarela abre sus puertas
4 de mayo de 2016
La alcaldesa Marta Ruiz inauguró ayer la pasarela del río Seco, que costó 3,2 millones de euros.
"""
VAM_NAO = """Khánh thành cầu Vàm Nao
12 tháng 5 năm 2016
Cầu Vàm Nao dài 640 mét được khánh thành sáng 12/5 với sự có mặt của hơn 2.000 người dân.
"""

ALBUM = """Old photographs at the library
4 October 2018
An album with photographs of the flood of 1953 was shown at the library yesterday. They were taken on 1 February, the day after
the dyke gave way. The album is on show until 9 November, and a talk on it is given on 12 October.
"""


def support(text, source, language="en", source_language="en"):
    claim = Claim(text, Coverage.DIRECT, 0, len(text), Place("a.md", 1, 1), language)
    return match(claim, prepare(Passages("key", source, EvidenceKind.PAGE, source_language))).support


@pytest.mark.parametrize(
    ("text", "source", "languages"),
    [
        ("About 14,000 people walked across the Corran Bridge on 16 June 2019.", BRIDGE, ("en", "en")),
        ("In June 2019 some 14,000 people walked across the new Corran Bridge.", BRIDGE, ("en", "en")),
        ("The new bridge was crossed on foot by 14,000 people on Sunday 16 June 2019.", BRIDGE, ("en", "en")),
        ("Some 14,000 people crossed the bridge the day before 17 June 2019.", BRIDGE, ("en", "en")),
        ("The ferry makes its last trip on 30 June 2019.", BRIDGE, ("en", "en")),
        ("By the end of June 2019 the ferry had made its last trip.", BRIDGE, ("en", "en")),
        ("Khoảng 14.000 người đi bộ qua cầu Corran ngày 16 tháng 6 năm 2019.", BRIDGE, ("vi", "en")),
        ("The bridge replaces a ferry that ran since 1922.", BRIDGE, ("en", "en")),
        ("The steamer Freya was launched in 1907.", FERRY, ("en", "en")),
        ("The steamer Freya ran aground on 14 March 1947.", FERRY, ("en", "en")),
        ("In thick fog, on 14 March 1947, she ran aground.", FERRY, ("en", "en")),
        ("In 1947 the steamer Freya ran aground in thick fog.", FERRY, ("en", "en")),
        ("She was broken up in the winter of 1947, after running aground on 14 March.", FERRY, ("en", "en")),
        ("The photographs were taken on 1 February 1953, the day after the dyke gave way.", ALBUM, ("en", "en")),
        ("The album of 1953 was shown on 3 October 2018 and stays on show until 9 November 2018.", ALBUM, ("en", "en")),
        ("A talk on the album was given on 12 October 2018.", ALBUM, ("en", "en")),
        ("Những bức ảnh được chụp ngày 1 tháng 2 năm 1953.", ALBUM, ("vi", "en")),
        ("La pasarela, inaugurada el 3 de mayo de 2016, costó 3,2 millones.", OPENING, ("es", "es")),
        ("The footbridge was opened in May 2016 by the mayor, Marta Ruiz.", OPENING, ("en", "es")),
        ("Cầu Vàm Nao được khánh thành ngày 12 tháng 5 năm 2016.", VAM_NAO, ("vi", "vi")),
        ("The Vàm Nao bridge, 640 metres long, was opened on 12 May 2016.", VAM_NAO, ("en", "vi")),
    ],
)
def test_a_year_that_a_page_leaves_open_accuses_no_true_claim(text, source, languages):
    assert support(text, source, *languages) is not Support.CONTRADICTED


@pytest.mark.parametrize(
    ("text", "source", "languages"),
    [
        ("About 14,000 people walked across the Corran Bridge on 16 June 2028.", BRIDGE, ("en", "en")),
        ("Khoảng 14.000 người đi bộ qua cầu Corran ngày 16 tháng 6 năm 2013.", BRIDGE, ("vi", "en")),
        ("The ferry makes its last trip on 30 June 2017, the council said.", BRIDGE, ("en", "en")),
        ("The album with photographs is on show at the library until 19 November 2018.", ALBUM, ("en", "en")),
        ("Cầu Vàm Nao được khánh thành ngày 12 tháng 5 năm 2013.", VAM_NAO, ("vi", "vi")),
        ("The footbridge over the Seco was opened on 3 May 2012 by the mayor, Marta Ruiz.", OPENING, ("en", "es")),
    ],
)
def test_the_day_of_a_news_page_in_another_year_is_contradicted(text, source, languages):
    assert support(text, source, *languages) is Support.CONTRADICTED


def test_a_day_whose_year_stands_nowhere_is_not_found_where_other_years_are_told():
    assert support("She ran aground in thick fog on 14 March 1961.", FERRY) is Support.PARTIAL
    alone = "She ran aground on 14 March, in thick fog, and was broken up the same winter."
    assert support("She ran aground on 14 March 1961, in thick fog.", alone) is Support.FOUND


TOUR = """Low Tide Radio announce farewell tour
By Carys Bellamy | 4 February 2022
The quartet will play their last concerts this autumn. The farewell tour opens in Glasgow on 7 October and ends with two \
nights at the Brixton Academy in London on 11 and 12 November."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tour was to open in Glasgow on 7 October 2022.", Support.FOUND),
        ("The tour was to end in London on 12 November 2022.", Support.FOUND),
        ("The tour was to open in Glasgow on 7 October 2023.", Support.CONTRADICTED),
        ("The tour was to open in Glasgow on 8 October 2022.", Support.CONTRADICTED),
    ],
)
def test_a_day_without_a_year_may_be_the_next_one_or_the_last(text, expected):
    claim = Claim(text, Coverage.DIRECT, 0, len(text), Place("a.md", 1, 1), "en")
    assert match(claim, prepare(Passages("key", TOUR, EvidenceKind.PAGE, "en"))).support is expected


LIBRARY = """Town library moves into the old mill
Friday 8 March 2019
The library of Ostby has moved from the school into the old mill, the town council said. The move took volunteers nine days.
"""
CHOIR = """Boys' choir to sing in Japan
3 June 2011
The boys' choir of Ostby will be joining the Lund Orchestra for a run of concerts in Japan and Korea, its conductor said.
"""


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("On 28 March 2019 the library of Ostby moved from the school into the old mill.", LIBRARY, Support.CONTRADICTED),
        ("In May 2019 the library of Ostby moved from the school into the old mill.", LIBRARY, Support.CONTRADICTED),
        ("On 9 March 2019 the library of Ostby moved from the school into the old mill.", LIBRARY, Support.PARTIAL),
        ("On 4 March 2019 the library of Ostby moved from the school into the old mill.", LIBRARY, Support.PARTIAL),
        ("The library of Ostby was in the old mill until a fire destroyed both in 2022.", LIBRARY, Support.PARTIAL),
        ("In 2007 the boys' choir of Ostby joined the Lund Orchestra for concerts in Japan and Korea.", CHOIR, Support.CONTRADICTED),
        ("In October 2011 the boys' choir of Ostby joined the Lund Orchestra for concerts in Japan.", CHOIR, Support.PARTIAL),
        ("In 2012 the boys' choir of Ostby joined the Lund Orchestra for concerts in Japan.", CHOIR, Support.PARTIAL),
    ],
)  # fmt: skip
def test_nothing_is_told_before_it_happened_nor_announced_when_it_was_over(text, source, expected):
    assert support(text, source) is expected
