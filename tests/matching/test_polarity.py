"""Denials and limits: said when the source has them otherwise, silent where it only words them in another way."""

from __future__ import annotations

import pytest

from checker.foundation.model import Claim, Coverage, EvidenceKind, Passages, Place, Support
from checker.matching import match, prepare

OPPOSITE = "opposite"
ONLY = "has no such word at this place"


def verdict(text, source, language="vi", source_language="en"):
    claim = Claim(text, Coverage.DIRECT, 0, len(text), Place("a.md", 1, 1), language)
    return match(claim, prepare(Passages("key", source, EvidenceKind.NOTE, source_language)))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Cây cầu ở Brno được xây mà không có giàn giáo vào năm 1904.",
            "The bridge at Brno was built in 1904 without any scaffolding.",
        ),
        ("Luật Ohio năm 1920 cấm bán rượu.", "Under the Ohio law of 1920 alcohol may not be sold."),
        (
            "Nhà máy ở Leeds chỉ sản xuất thép vào năm 1950.",
            "In 1950 the factory at Leeds made nothing but steel; it produced no glass.",
        ),
        (
            "Lúc đầu bảo tàng ở Porto mở cửa miễn phí.",
            "The museum at Porto was free at first. Read: the summary, but not the first two chapters.",
        ),
    ],
)
def test_other_ways_of_denying_are_no_contradiction(text, source):
    assert OPPOSITE not in verdict(text, source).reason


def test_what_the_source_denies_across_languages_is_doubted():
    judged = verdict("Thụy Điển ký hiệp ước ở Oslo năm 1932.", "Norway signed at Oslo in 1932. Sweden did not sign.")
    assert judged.support is not Support.FOUND
    assert OPPOSITE in judged.reason


def test_not_only_denies_nothing():
    source = "The storm of 1987 destroyed not only the harbour but also the lighthouse of Kalvik."
    assert OPPOSITE not in verdict("The storm of 1987 destroyed the harbour of Kalvik.", source, "en").reason


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("vi", "Luật năm 1961 chỉ áp dụng cho tàu nước ngoài ở Malmö."),
        ("en", "The law of 1961 applies only to foreign ships at Malmö."),
    ],
)
def test_a_limit_that_the_source_does_not_set_is_doubted(language, text):
    judged = verdict(text, "The law of 1961 applies to all ships at Malmö, foreign ships among them.", language)
    assert judged.support is Support.PARTIAL
    assert ONLY in judged.reason
    limited = verdict(text, "The law of 1961 applies to foreign ships at Malmö alone.", language)
    assert ONLY not in limited.reason


def test_a_commander_limits_nothing():
    source = "Colonel Falk commanded the garrison of Visby in 1808."
    assert ONLY not in verdict("Đại tá Falk chỉ huy đội quân đồn trú Visby năm 1808.", source).reason


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("There are no pike in the lake.", "Trout are common in the lake. Pike do not occur. The lake is deep."),
        (
            "The study compared levorazine with placebo in children of two hospitals.",
            "Children of two hospitals were given levorazine or a placebo in the study. There were no deaths in the study.",
        ),
        (
            "An ant of the cloud forest harvests resin from living trees.",
            "An ant no longer than a grain of rice harvests resin from living trees of the cloud forest.",
        ),
    ],
)
def test_a_denial_reaches_what_it_denies_and_nothing_beyond(text, source):
    assert OPPOSITE not in verdict(text, source, "en").reason


def test_what_is_said_not_to_occur_is_denied():
    assert (
        OPPOSITE
        in verdict(
            "Pike live in the lake.", "Trout are common in the lake. Pike do not occur in the lake.", "en"
        ).reason
    )


def test_a_flat_denial_in_the_claims_own_words_is_a_contradiction():
    told = verdict(
        "The team took a sample of the living sponge.", "The team took no sample of the living sponge.", "en"
    )
    assert told.support is Support.CONTRADICTED
    assert "took no sample" in told.reason


def test_a_condition_denies_nothing():
    source = "If the team took no sample of the living sponge, it kept its video. The team took a sample of the living sponge in May."
    assert (
        verdict("The team took a sample of the living sponge in May.", source, "en").support is not Support.CONTRADICTED
    )
