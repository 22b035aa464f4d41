"""What a source writes otherwise across languages: units said once, names with their other form in brackets, cities in clubs' names."""

from __future__ import annotations

import pytest

from checker.foundation.model import Claim, Coverage, EvidenceKind, Passages, Place, Support
from checker.matching import match, prepare

RAIL = (
    "Passenger trains run at up to 230 kilometres an hour, freight trains at 100 to 120. The maximum gradient of the line is 12.5 per "
    "mille. Ridership was 4.2 million in 2018, down 31% on the year before. The rebels rose against the governor in 1482."
)
FLEET = "The cruiser Jiyuan left the battle of the Yalu River early; her captain, Fang Boqian, was beheaded in 1894 for having fled."
CLUB = "Stürmer Luca Moretti war im Juni 2021 für 35 Millionen Euro zum AC Mailand gegangen. Der Verein erhielt zehn Prozent der Ablöse."


def support(text, source, source_language="en", language="vi"):
    claim = Claim(text, Coverage.DIRECT, 0, len(text), Place("a.md", 1, 1), language)
    return match(claim, prepare(Passages("key", source, EvidenceKind.PAGE, source_language))).support


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("Tàu khách chạy với tốc độ tối đa 230 km/h, tàu hàng từ 100 đến 120 km/h.", RAIL, "en"),
        ("Độ dốc tối đa của tuyến là 12,5‰.", RAIL, "en"),
        ("Hạm trưởng tàu Tế Viễn (Jiyuan) là Fang Boqian bị xử chém năm 1894 vì bỏ chạy khỏi trận đánh.", FLEET, "en"),
        ("Tuần dương hạm Tế Viễn sớm rời trận sông Áp Lục.", FLEET, "en"),
        ("Tháng 6 năm 2021, Luca Moretti sang AC Milan với giá 35 triệu euro.", CLUB, "de"),
    ],
)
def test_what_is_written_otherwise_is_found(text, source, language):
    assert support(text, source, language) is Support.FOUND


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("Độ dốc tối đa của tuyến là 12,5%.", RAIL, "en"),
        ("Năm 2018, lượng hành khách giảm 51% so với năm trước.", RAIL, "en"),
        ("Quân nổi dậy chống lại thống đốc vào năm 1487.", RAIL, "en"),
    ],
)
def test_other_values_are_told(text, source, language):
    assert support(text, source, language) is Support.CONTRADICTED


def test_a_city_in_a_clubs_name_is_no_other_city():
    assert (
        support("Tháng 6 năm 2021, Luca Moretti sang Milan với giá 35 triệu euro.", CLUB, "de")
        is not Support.CONTRADICTED
    )


def test_a_figure_in_words_of_a_language_without_a_lexicon_is_not_missing():
    assert support("Câu lạc bộ nhận 10% phí chuyển nhượng.", CLUB, "de") is not Support.MISSING
