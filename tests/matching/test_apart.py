"""Across languages: what a sentence tells of somebody else, in another statement than the claim's subject."""

from __future__ import annotations

import pytest

from checker.foundation.model import Claim, Coverage, EvidenceKind, Passages, Place, Support
from checker.matching import match, prepare

TRADE = (
    "Brazil shipped 24.7 million bags, 20.5% more than before; Vietnam's exports declined by 19.1% to 12.1 million. Arabica grew by 2.3% "
    "to 99.3 million bags, while Robusta shrank by 2.1% to 70.3 million. Honduras lost part of its crop to the hurricanes Eta and Iota, and "
    "Ethiopia sold 1.2 million. Peter Szabo of Hungary came fourth with 35.5 points, ahead of Cuba's Leinier Ortega, on 35. Project scientist Jonas "
    "Reimer took over from Carla Russo in 2016. Kestrel was launched from Kourou, French Guiana."
)


def support(text):
    claim = Claim(text, Coverage.DIRECT, 0, len(text), Place("a.md", 1, 1), "vi")
    return match(claim, prepare(Passages("key", TRADE, EvidenceKind.PAGE, "en"))).support


@pytest.mark.parametrize(
    "text",
    [
        "Brasil xuất khẩu 12,1 triệu bao, giảm 19,1%.",
        "Leinier Ortega đứng thứ tư với 35,5 điểm.",
        "Sản lượng Robusta tăng 2,1% lên 70,3 triệu bao.",
        "Năm 2016, Carla Russo thay Jonas Reimer làm nhà khoa học của dự án.",
    ],
)
def test_the_figures_of_somebody_else_and_a_change_turned_about_are_told(text):
    assert support(text) is Support.CONTRADICTED


@pytest.mark.parametrize(
    "text",
    [
        "Việt Nam xuất khẩu 12,1 triệu bao, giảm 19,1%.",
        "Brasil xuất khẩu 24,7 triệu bao, tăng 20,5%.",
        "Sản lượng Robusta giảm 2,1% xuống 70,3 triệu bao.",
        "Peter Szabo đứng thứ tư với 35,5 điểm.",
        "Honduras mất một phần mùa màng do hai cơn bão Eta và Iota.",
        "Năm 2016, Jonas Reimer thay Carla Russo làm nhà khoa học của dự án.",
        "Kestrel được phóng từ Kourou thuộc Guyane thuộc Pháp.",
    ],
)
def test_what_is_told_of_the_claims_own_subject_is_found(text):
    assert support(text) is Support.FOUND


def test_a_subject_that_is_compared_with_is_not_accused_of_the_comparison():
    assert support("Brasil xuất khẩu nhiều hơn Việt Nam, nước chỉ bán 12,1 triệu bao.") is not Support.CONTRADICTED


CARD = (
    "Aircraft of the Past\nRole: short-range airliner. First flight: 11 May 1951. Introduced: 1953. Number built: 287\nThe roof is clad with blocks "
    "of Carrara marble, chosen over Norwegian granite after a quarrel. One household in five has a member who works abroad. Napoleon restored slavery "
    "in 1802. If the whole deep ocean were warming at this rate, the sea level would rise by an additional 0.8 millimetres a year. By religion "
    "68.6 per cent are Hindus. The outage lasted for 31 hours; the cause was an expired certificate."
)


def judged(text):
    claim = Claim(text, Coverage.DIRECT, 0, len(text), Place("a.md", 1, 1), "vi")
    return match(claim, prepare(Passages("key", CARD, EvidenceKind.PAGE, "en"))).support


@pytest.mark.parametrize(
    "text",
    [
        "Máy bay cất cánh lần đầu ngày 11 tháng 5 năm 1949.",
        "Đá granit Na Uy được chọn thay vì đá cẩm thạch Carrara để ốp mái.",
        "Robespierre khôi phục chế độ nô lệ vào năm 1802.",
        "Mực nước biển sẽ dâng thêm 1,8 mm mỗi năm nếu toàn bộ đại dương sâu ấm lên với tốc độ này.",
    ],
)
def test_a_card_of_facts_and_a_preference_speak_against_a_claim(text):
    assert judged(text) is Support.CONTRADICTED


@pytest.mark.parametrize(
    "text",
    [
        "Máy bay cất cánh lần đầu ngày 11 tháng 5 năm 1951.",
        "Đá cẩm thạch Carrara được chọn thay vì đá granit Na Uy.",
        "Một phần năm số hộ có người làm việc ở nước ngoài.",
        "Sự cố kéo dài 31 giờ, nguyên nhân là một chứng chỉ hết hạn.",
    ],
)
def test_what_a_card_bears_out_is_found(text):
    assert judged(text) is Support.FOUND


def test_where_most_facts_of_a_claim_are_nowhere_the_source_lacks_it():
    text = "Hiệp định hàng không giữa Na Uy và Nhật Bản được ký tại Tokyo vào năm 2017."
    assert judged(text) is Support.MISSING


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Napoléon khôi phục chế độ nô lệ năm 1802 và sau đó viết một cuốn hồi ký nổi tiếng.", Support.PARTIAL),
        ("Napoléon khôi phục chế độ nô lệ năm 1802.", Support.FOUND),
    ],
)
def test_a_clause_none_of_whose_words_stands_there_is_something_more(text, expected):
    assert judged(text) is expected
