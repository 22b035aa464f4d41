"""Lists that are paired in order: whose value is whose, in the source and in the claim."""

from __future__ import annotations

import pytest

from checker.foundation.model import Claim, Coverage, EvidenceKind, Passages, Place, Support
from checker.matching import match, prepare

POINTS = (
    "Anna Holm, Peter Vance and Ruth Adeyemi scored 12, 15 and 9 points, respectively, in the final at Lund. In the semi-final of "
    "2018 Ruth Adeyemi had scored 21 points."
)
ENGINES = (
    "In 1951, 1952 and 1953 the factory built 120, 340 and 560 engines respectively. In 1954 it built 80 tractors."
)
BUILT = "The factory built 120, 340 and 560 engines in 1951, 1952 and 1953, respectively."
SALES = (
    "Sales in France, Spain and Italy rose by 3%, 5% and 7% respectively in 2020. In 2021 sales in Spain rose by 9%."
)
DIEM = "Trong trận chung kết, Anna Holm, Peter Vance và Ruth Adeyemi lần lượt ghi 12, 15 và 9 điểm."
PUNTOS = "Anna Holm, Peter Vance y Ruth Adeyemi marcaron 12, 15 y 9 puntos, respectivamente, en la final."

GOALS = "Moen and Dahl have scored 17 and 14 goals respectively this season, against 9 and 11 last year."
NUOC = "Ba huyện An Lạc, Bình Lâm và Cẩm Sơn lần lượt có 62%, 48% và 35% số hộ dùng nước sạch, tăng so với 51%, 40% và 30% năm 2015."


def support(text, source, language="en", source_language="en"):
    claim = Claim(text, Coverage.DIRECT, 0, len(text), Place("a.md", 1, 1), language)
    return match(claim, prepare(Passages("key", source, EvidenceKind.PAGE, source_language))).support


@pytest.mark.parametrize(
    ("text", "source", "languages"),
    [
        ("Peter Vance scored 15 points in the final at Lund.", POINTS, ("en", "en")),
        ("In the final Ruth Adeyemi got nine points.", POINTS, ("en", "en")),
        ("Twelve points were scored by Anna Holm.", POINTS, ("en", "en")),
        ("Anna Holm scored 12 points and Ruth Adeyemi 9 in the final.", POINTS, ("en", "en")),
        ("Ruth Adeyemi and Anna Holm scored 9 and 12 points respectively.", POINTS, ("en", "en")),
        ("Ruth Adeyemi scored 21 points in the semi-final of 2018.", POINTS, ("en", "en")),
        ("About 15 points of the final were those of Peter Vance.", POINTS, ("en", "en")),
        ("Peter Vance ghi 15 điểm trong trận chung kết.", POINTS, ("vi", "en")),
        ("In 1952 the factory built 340 engines.", ENGINES, ("en", "en")),
        ("The factory built more than 300 engines in 1952.", ENGINES, ("en", "en")),
        ("The factory built 120 engines in 1951 and 560 in 1953.", ENGINES, ("en", "en")),
        ("In 1954 the factory built 80 tractors.", ENGINES, ("en", "en")),
        ("In 1953, 560 engines were built.", BUILT, ("en", "en")),
        ("Sales in Spain rose by 5% in 2020.", SALES, ("en", "en")),
        ("Sales in Spain rose by 5%, in Italy by 7%.", SALES, ("en", "en")),
        ("In 2021 sales in Spain rose by 9%.", SALES, ("en", "en")),
        ("Peter Vance scored 15 points in the final.", DIEM, ("en", "vi")),
        ("Dahl scored 11 goals last year and 14 this season.", GOALS, ("en", "en")),
        ("Huyện Bình Lâm có 48% số hộ dùng nước sạch.", NUOC, ("vi", "vi")),
        ("Năm 2015, huyện Bình Lâm mới có 40% số hộ dùng nước sạch.", NUOC, ("vi", "vi")),
        ("Peter Vance ghi 15 điểm, Ruth Adeyemi ghi 9 điểm.", DIEM, ("vi", "vi")),
        ("Peter Vance marcó 15 puntos en la final.", PUNTOS, ("es", "es")),
    ],
)
def test_a_value_of_its_own_item_is_accused_of_nothing(text, source, languages):
    assert support(text, source, *languages) is not Support.CONTRADICTED


@pytest.mark.parametrize(
    ("text", "source", "languages"),
    [
        ("Peter Vance scored 12 points in the final at Lund.", POINTS, ("en", "en")),
        ("Peter Vance scored 14 points in the final at Lund.", POINTS, ("en", "en")),
        ("Ruth Adeyemi and Anna Holm scored 12 and 9 points respectively.", POINTS, ("en", "en")),
        ("Anna Holm scored 9 points and Ruth Adeyemi 12 in the final.", POINTS, ("en", "en")),
        ("Peter Vance ghi 9 điểm trong trận chung kết.", POINTS, ("vi", "en")),
        ("In 1952 the factory built 560 engines.", ENGINES, ("en", "en")),
        ("In 1953, 340 engines were built by the factory.", BUILT, ("en", "en")),
        ("Sales in Spain rose by 7% in 2020.", SALES, ("en", "en")),
        ("Peter Vance scored 12 points in the final.", DIEM, ("en", "vi")),
        ("Peter Vance ghi 9 điểm trong trận chung kết.", DIEM, ("vi", "vi")),
    ],
)
def test_a_value_of_another_item_is_contradicted(text, source, languages):
    assert support(text, source, *languages) is Support.CONTRADICTED


def test_a_value_of_its_own_item_is_found_however_far_apart_they_stand():
    assert support("Peter Vance scored 15 points in the final at Lund.", POINTS) is Support.FOUND
    assert support("In 1952 the factory built 340 engines.", ENGINES) is Support.FOUND


TRAM = (
    "Inaugurée le 31 août 2009 par la maire Françoise Delmas, la première ligne du tramway de Vauclair transporte aujourd'hui "
    "54 000 voyageurs par jour."
)


def test_today_is_no_other_date_of_a_list():
    assert support("The first tram line of Vauclair was opened on 31 August 2009.", TRAM, "en", "fr") is Support.FOUND
