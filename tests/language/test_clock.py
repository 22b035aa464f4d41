"""Times of day are no hours that last."""

from __future__ import annotations

import pytest

from checker.language.facts import mentions
from checker.language.values_agree import agree


def clock(text, language):
    return [mention.value for mention in mentions(text, language) if getattr(mention.value, "unit", "") == "clock"]


@pytest.mark.parametrize(
    ("language", "text", "hour"),
    [
        ("en", "at 8:30 p.m. on Monday", 20.5),
        ("en", "at 8 pm", 20),
        ("en", "at 10.15 am", 10.25),
        ("en", "at 14:05", 14 + 5 / 60),
        ("en", "we left at half past seven, in the rain", 7.5),
        ("en", "a quarter to six", 5.75),
        ("vi", "lúc 8 giờ 30 phút sáng", 8.5),
        ("vi", "8 giờ tối", 20),
        ("vi", "20h30", 20.5),
        ("vi", "lúc 20 giờ", 20),
    ],
)
def test_times_of_day(language, text, hour):
    (time,) = clock(text, language)
    assert time.said == pytest.approx(hour)


def test_hours_that_last_are_a_duration():
    assert clock("mất 8 giờ", "vi") == []
    assert clock("from a quarter to three quarters of them", "en") == []
    assert clock("it took 8 hours and 30 minutes", "en") == []


def test_a_time_without_its_half_of_the_day_may_be_either():
    (half,) = clock("lúc 8 giờ", "vi")
    (evening,) = clock("at 8 p.m.", "en")
    assert agree(half, evening) is True
