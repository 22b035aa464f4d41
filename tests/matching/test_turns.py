"""What stands the other way round in the source: parties, before and after, the year beside a figure; and time gone by."""

from __future__ import annotations

import pytest

from checker.foundation.model import Claim, Coverage, EvidenceKind, Passages, Place, Support
from checker.matching import match, prepare
from checker.matching.rows import Row, match_row


def judged(claim: str, source: str, language: str = "en", source_language: str = "en"):
    passages = Passages("key", source, EvidenceKind.PAGE, source_language)
    return match(Claim(claim, Coverage.DIRECT, 0, len(claim), Place("a"), language), prepare(passages))


@pytest.mark.parametrize(
    ("language", "claim", "source_language", "source"),
    [
        ("en", "Ferrum beat Lidköping 31–24 in Oslo.", "en", "In Oslo, Lidköping beat Ferrum 31-24."),
        ("en", "Ferrum was beaten by Lidköping in Oslo.", "en", "Ferrum beat Lidköping in Oslo on Saturday."),
        ("vi", "Ferrum thắng Lidköping 31–24 tại Oslo.", "en", "In Oslo, Ferrum lost to Lidköping 24-31."),
        ("vi", "Ferrum bị Lidköping đánh bại tại Oslo.", "en", "Ferrum defeated Lidköping in Oslo."),
        ("en", "At half-time Ferrum led Lidköping 16–11.", "en", "Half-time: Ferrum 11-16 Lidköping"),
        ("de", "Ferrum Bern wurde von Rot Linz geschlagen.", "de", "Ferrum Bern schlug Rot Linz am Samstag in Oslo."),
        ("fr", "Lidköping a été battu par Ferrum à Oslo.", "fr", "Ferrum a été battu par Lidköping à Oslo."),
        ("en", "Ferrum was acquired by Lidköping.", "en", "Ferrum acquired Lidköping in 2011."),
        ("en", "Ferrum succeeded Lidköping.", "en", "Lidköping, then a curator in Leeds, succeeded Ferrum."),
    ],
)
def test_parties_the_other_way_round_are_contradicted(language, claim, source_language, source):
    verdict = judged(claim, source, language, source_language)
    assert verdict.support is Support.CONTRADICTED
    assert "Ferrum" in verdict.reason or "Rot Linz" in verdict.reason


@pytest.mark.parametrize(
    ("language", "claim", "source_language", "source"),
    [
        ("en", "Ferrum beat Lidköping 31–24 in Oslo.", "en", "In Oslo, Lidköping lost to Ferrum 24-31."),
        ("en", "Ferrum was beaten by Lidköping in Oslo.", "en", "Lidköping beat Ferrum in Oslo."),
        ("vi", "Ferrum bị Lidköping đánh bại tại Oslo.", "en", "Lidköping defeated Ferrum in Oslo."),
        (
            "en",
            "Ferrum beat Lidköping in Oslo.",
            "en",
            "Lidköping beat Ferrum in Bergen; Ferrum beat Lidköping in Oslo.",
        ),
        ("en", "At half-time Ferrum trailed Lidköping 16–11.", "en", "Half-time: Ferrum 11-16 Lidköping"),
        ("en", "Ferrum did not beat Lidköping in Oslo.", "en", "Lidköping beat Ferrum in Oslo."),
    ],
)
def test_the_same_deed_told_the_other_way_is_not_contradicted(language, claim, source_language, source):
    assert judged(claim, source, language, source_language).support is not Support.CONTRADICTED


LIFE = "The writer Mark Hollis died on 21 April 1910, one day after the comet was closest to the Sun."


@pytest.mark.parametrize(
    ("language", "claim"),
    [
        ("en", "The writer Mark Hollis died in April 1910, one day before the comet was closest to the Sun."),
        ("vi", "Nhà văn Mark Hollis qua đời tháng 4 năm 1910, một ngày trước khi sao chổi đến gần Mặt Trời nhất."),
    ],
)
def test_before_is_not_after(language, claim):
    verdict = judged(claim, LIFE, language)
    assert verdict.support in (Support.CONTRADICTED, Support.PARTIAL)
    assert "one day after" in verdict.reason


def test_after_is_after():
    verdict = judged("The writer Mark Hollis died in April 1910, a day after the comet was closest to the Sun.", LIFE)
    assert verdict.support is Support.FOUND


def test_the_year_right_beside_the_same_figure_contradicts_another_one():
    source = "Attendance fell slightly in 2009: 38,400 visitors against 40,100 in 2008, which the director blames on the strike."
    verdict = judged("Attendance was 40,100 in 2009.", source)
    assert verdict.support is Support.CONTRADICTED
    assert "2008" in verdict.reason
    assert judged("Attendance was 40,100 in 2008.", source).support is not Support.CONTRADICTED


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("The canal of Stanner was closed in 1954.", True),
        ("The canal of Stanner was closed in 1958.", False),
        ("The canal of Stanner was opened in 1951 and closed three years later.", True),
    ],
)
def test_years_later_are_reckoned(claim, found):
    verdict = judged(claim, "The canal of Stanner was opened in 1951. It was closed three years later.")
    assert (verdict.support is Support.FOUND) is found


def test_two_dates_bear_out_the_years_between():
    source = "Duarte lost the election in Puerto Hondo in 1981 by 204 votes and won the seat of Puerto Hondo in 1985."
    verdict = judged(
        "Duarte lost the election in 1981 by 204 votes and won the seat of Puerto Hondo four years later.", source
    )
    assert verdict.support is Support.FOUND


@pytest.mark.parametrize(
    ("claim", "source", "right"),
    [
        (
            "The bank at Stanner broke on 13 May 1931.",
            "The gale began on 12 May 1931. The bank at Stanner broke the next day.",
            True,
        ),
        (
            "The bank at Stanner broke on 14 May 1931.",
            "The gale began on 12 May 1931. The bank at Stanner broke the next day.",
            False,
        ),
        (
            "The bank at Stanner broke on 15 May 1931.",
            "The bank at Stanner broke in the night of 14 to 15 May 1931.",
            True,
        ),
        (
            "The bank at Stanner broke on 16 May 1931.",
            "The bank at Stanner broke in the night of 14 to 15 May 1931.",
            False,
        ),
        (
            "The bank at Stanner broke on 15 May 1931.",
            "The gale began on 12 May 1931. The bank at Stanner broke on the 15th.",
            True,
        ),
    ],
)
def test_the_next_day_is_reckoned_and_a_night_is_of_both_its_days(claim, source, right):
    [date] = [fact for fact in judged(claim, source).facts if "1931" in fact.claim]
    assert (date.status == "found") is right


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Facebook bought Instagram in 2012.", "In 2012 Instagram, a company bought by Facebook for one billion dollars, had thirteen employees."),
        ("Google acquired Waze.", "Waze acquired by Google after long talks with Apple. The price was over a billion dollars."),
        ("Amundsen led the Norwegian Expedition to the pole.", "The Norwegian Expedition led by Amundsen reached the pole in December 1911."),
        ("Jones beat Smith in the 2014 election.", "Smith defeated Jones in 2010. Four years later, in 2014, he lost to him by a wide margin."),
        ("The town fell two days before the armistice was signed.", "The armistice was signed two days after the town fell."),
        ("Two years after the war ended the bridge was rebuilt.", "The war ended two years before the bridge was rebuilt."),
        ("He died two years before the war ended.", "He died in 1943; two years later the war ended."),
        ("Thị trấn thất thủ hai ngày trước khi đình chiến được ký.", "The armistice was signed two days after the town fell."),
        ("The factory employed 300 people in 1950, a hundred more than in 1940.", "In 1940 the factory employed 200 people; ten years later there were 300."),
        ("The law passed by 52 votes to 48.", "48 senators voted against the law and 52 for it."),
        ("Công ty Alpha mua lại công ty Beta năm 2015.", "Beta was sold to Alpha in 2015."),
        ("The novel sold 40,000 copies in its first year and 5,000 in its second.", "In the second year 5,000 copies were sold, after 40,000 in the first."),
    ],
)  # fmt: skip
def test_another_way_to_tell_the_same_is_never_contradicted(claim, source):
    assert match_row(Row("x", claim, source))["support"] != "contradicted"


def test_the_same_order_of_events_with_the_span_on_the_other_side_is_contradicted():
    told = match_row(
        Row(
            "x",
            "The town fell two days before the armistice was signed.",
            "The town fell two days after the armistice was signed.",
        )
    )
    assert told["support"] == "contradicted"


def test_who_was_behind_is_told_by_how_far_the_other_was_ahead():
    source = "Ivanka Petrova covered the 148 km in 4 h 02 min 17 s, 1 min 12 s ahead of the Dutchwoman Sanne Verhoeven."
    assert judged("Sanne Verhoeven về nhì, kém 1 phút 12 giây.", source, "vi").support is not Support.CONTRADICTED
    assert judged("Sanne Verhoeven was 72 seconds behind the winner.", source).support is not Support.CONTRADICTED
