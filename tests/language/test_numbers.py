"""Numbers in sentences: their value, unit and what they count, and the words that are none."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, strategies as st

from checker.language.facts import mentions
from checker.language.values import Quantity


def quantities(text: str, language: str) -> list[Quantity]:
    return [mention.value for mention in mentions(text, language) if isinstance(mention.value, Quantity)]


def said(text: str, language: str) -> list[tuple[float | None, str]]:
    return [(quantity.said, quantity.unit) for quantity in quantities(text, language)]


COUNTS = [
    ("vi", "Họ mua 286 xe tăng, 842 xe bọc thép và 386 pháo.", [(286, "xe tăng"), (842, "xe bọc thép"), (386, "pháo")]),
    ("vi", "Có 3 sư đoàn bộ binh và năm sân bay.", [(3, "sư đoàn bộ binh"), (5, "sân bay")]),
    ("vi", "Khoảng mười ngàn toa xe đạn dược.", [(10_000, "toa xe đạn dược")]),
    ("vi", "Ba chiếc xe tăng và hai con tàu.", [(3, "xe tăng"), (2, "tàu")]),
    ("vi", "Nửa triệu người, ba vạn quân.", [(500_000, "người"), (30_000, "quân")]),
    ("en", "The army had 286 tanks and 3,142 men.", [(286, "tanks"), (3142, "men")]),
    ("en", "Twenty-five ships and a dozen aircraft were lost.", [(25, "ships"), (12, "aircraft")]),
    ("en", "One and a half million refugees came.", [(1_500_000, "refugees")]),
    ("en", "Half a million people fled.", [(500_000, "people")]),
    ("en", "Half a dozen men stayed.", [(6, "men")]),
    ("en", "842 armoured vehicles were sold.", [(842, "armoured vehicles")]),
    ("fr", "Plus de 3 000 soldats sont morts.", [(3000, "soldats")]),
    ("de", "Rund 3.000 Soldaten fielen.", [(3000, "soldaten")]),
    ("es", "Murieron 2,5 millones de personas.", [(2_500_000, "personas")]),
    ("ru", "Погибло 3 000 солдат и 10 тыс. лошадей.", [(3000, "солдат"), (10_000, "лошадей")]),
    ("zh", "约3万人和286辆坦克。", [(30_000, "人"), (286, "坦克")]),
]


@pytest.mark.parametrize(("language", "text", "counts"), COUNTS)
def test_counts_and_what_is_counted(language, text, counts):
    assert [(quantity.said, quantity.noun) for quantity in quantities(text, language)] == counts


UNITS = [
    ("vi", "dài 2.900 km", 2900, "km"),
    ("vi", "trong 7 tuần", 49, "day"),
    ("vi", "12% dân số", 12, "percent"),
    ("vi", "năm mươi phần trăm", 50, "percent"),
    ("vi", "3,5 tỷ đô la", 3.5e9, "USD"),
    ("vi", "1 triệu 200 nghìn đồng", 1_200_000, "VND"),
    ("vi", "1,5 triệu tấn", 1.5e9, "kg"),
    ("vi", "mười năm", 10, "year"),
    ("en", "a 56-day siege", 56, "day"),
    ("en", "10 miles", 16.09344, "km"),
    ("en", "$3.5bn", 3.5e9, "USD"),
    ("en", "US$3.5 billion", 3.5e9, "USD"),
    ("en", "5 to 6 per cent", None, "percent"),
    ("en", "32 degrees Fahrenheit", 0, "°C"),
    ("en", "two-thirds of them", 66.667, "percent"),
    ("vi", "một phần ba", 33.333, "percent"),
    ("en", "1 km", 1, "km"),
    ("de", "1,5 Mio. Euro", 1.5e6, "EUR"),
]


@pytest.mark.parametrize(("language", "text", "value", "unit"), UNITS)
def test_units_money_and_shares(language, text, value, unit):
    (found,) = said(text, language)
    assert found[1] == unit
    assert found[0] == (None if value is None else pytest.approx(value, rel=1e-4, abs=1e-9))


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("vi", "hơn 3.000 lính", 3000, 4000),
        ("vi", "khoảng 500 người", 450, 550),
        ("vi", "gần 100 xe", 85, 100),
        ("vi", "ít nhất 20 người chết", 20, math.inf),
        ("vi", "từ 10 đến 15 xe", 10, 15),
        ("vi", "hàng chục nghìn người", 10_000, 100_000),
        ("en", "more than 3,000 men", 3000, 4000),
        ("en", "about 500 men", 450, 550),
        ("en", "fewer than 50 men", 0, 50),
        ("en", "between 10 and 15 tanks", 10, 15),
        ("en", "10–15 tanks", 10, 15),
        ("en", "3 to 4 million people", 3e6, 4e6),
        ("en", "tens of thousands of men", 10_000, 100_000),
        ("en", "3,000 or more men", 3000, math.inf),
    ],
)
def test_hedges_and_ranges_widen_a_number(language, text, low, high):
    (quantity,) = quantities(text, language)
    assert quantity.low == pytest.approx(low)
    assert quantity.high == pytest.approx(high)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("vi", "Năm sau ông trở lại; mỗi năm một lần; nhiều năm qua."),
        ("vi", "Ba mẹ tôi ở Ba Lan."),
        ("vi", "Một người lính nói không."),
        ("vi", "Hai Bà Trưng."),
        ("vi", "Tư nhân và tư tưởng."),
        ("en", "One soldier said a word; no one heard 1."),
        ("en", "First, he left."),
        ("en", "See https://example.org/1992/34 and ISBN 0-8147-1944-9."),
        ("en", "It is so [13]."),
        ("en", "Resolution 822 was adopted on 30 April 1993."),
        ("en", "before half-time"),
        ("en", "his half brother"),
    ],
)
def test_what_is_no_number(language, text):
    assert quantities(text, language) == []


def test_a_label_of_a_list_is_no_count():
    assert said("12. The army had 286 tanks.", "en") == [(286, "")]


@given(st.integers(2, 10**9), st.sampled_from([",", "."]), st.sampled_from([("vi", "xe tăng"), ("en", "tanks")]))
def test_any_count_in_a_sentence_reads_back(n, sign, words):
    language, noun = words
    number = f"{n:,}".replace(",", sign)
    text = f"Họ có {number} {noun}." if language == "vi" else f"They had {number} {noun}."
    (quantity,) = quantities(text, language)
    assert n in (quantity.said, quantity.other)
    assert quantity.noun == noun


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("vi", "Cả hai đội đều thua, cả ba người bị thương."),
        ("vi", "Hai bên đàm phán, hai phe nổ súng."),
        ("en", "The two sides met and both left."),
    ],
)
def test_a_number_that_only_points_is_no_figure(language, text):
    assert not quantities(text, language)


def test_a_sign_between_two_figures_belongs_to_one_of_them():
    first, second = [mention for mention in mentions("7$9", "vi") if isinstance(mention.value, Quantity)]
    assert first.end <= second.start


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("en", "It took half an hour.", 0.5 / 24, "day"),
        ("en", "It took three quarters of an hour.", 0.75 / 24, "day"),
        ("en", "They would cut the rate by a quarter of a percentage point.", 0.25, "percent"),
        ("en", "It rose by half a percentage point.", 0.5, "percent"),
        ("en", "It rose by half a point.", 0.5, ""),
        ("en", "She died at the age of 83.", 83, "year"),
        ("en", "Children under six travel free.", 6, "year"),
        ("en", "They stay at school until they are 17.", 17, "year"),
        ("en", "It lasted a year and a half.", 1.5, "year"),
        ("en", "Its trade grew for a decade.", 10, "year"),
        ("vi", "Một thế kỷ sau, làng bị bỏ hoang.", 100, "year"),
        ("en", "It is one-and-a-half metres deep.", 0.0015, "km"),
        ("vi", "Nó kéo dài một năm rưỡi.", 1.5, "year"),
        ("vi", "Họ chờ hai giờ rưỡi.", 2.5 / 24, "day"),
        ("fr", "Il a fallu deux ans et demi.", 2.5, "year"),
        ("es", "Duró un año y medio.", 1.5, "year"),
        ("ru", "Это заняло два года с половиной.", 2.5, "year"),
    ],
)
def test_a_part_of_one_unit_and_a_half_more_are_read_in_that_unit(language, text, value, unit):
    (found,) = said(text, language)
    assert found == (pytest.approx(value), unit)


def test_a_part_of_many_stays_a_share():
    assert said("In the year and a half before, nobody came.", "en") == []
    assert said("Half of the children recovered.", "en") == [(50.0, "percent")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales rose to SEK 8.4 billion (7.5).", [(8.4e9, "SEK"), (7.5e9, "SEK")]),
        ("Profit was 1,130 million dollars (890).", [(1.13e9, "USD"), (8.9e8, "USD")]),
        ("They delivered 311,000 tonnes (284,000).", [(3.11e8, "kg"), (2.84e8, "kg")]),
        ("The museum had 92,000 visitors (101,000).", [(92_000, ""), (101_000, "")]),
        ("Sales were SEK 8.4 billion (note 7).", [(8.4e9, "SEK"), (7, "")]),
        ("Sales were SEK 8.4 billion (3).", [(8.4e9, "SEK"), (3e9, "SEK")]),
        ("There were 41 dead (12 women).", [(41, ""), (12, "")]),
        ("They had 1,211 members (3).", [(1211, ""), (3, "")]),
    ],
)
def test_a_figure_in_brackets_shares_the_unit_of_the_one_before(text, expected):
    assert said(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Neun Menschen wurden leicht verletzt.", "de", 9),
        ("Trois navires coulèrent.", "fr", 3),
        ("Nueve personas murieron.", "es", 9),
    ],
)
def test_a_number_word_begins_a_sentence_and_no_name(text, language, expected):
    assert [value for value, _ in said(text, language)] == [expected]


@pytest.mark.parametrize("blank", ["\u00a0", "\u2009", "\u202f"])
@pytest.mark.parametrize("language", ["en", "vi", "de", "fr"])
def test_a_blank_that_does_not_break_sets_off_thousands_in_every_language(blank, language):
    text = f"12{blank}345 xyz, 1{blank}250{blank}000 xyz, 1998{blank}412"
    assert [value for value, _ in said(text, language)][:2] == [12_345, 1_250_000]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a total of £640 000 and 92 000 visitors", [640_000, 92_000]),
        ("1 250 000 refugees", [1_250_000]),
        ("Gold 46 116 162", [46, 116, 162]),
        ("Table 12 345 men", [12, 345]),
    ],
)
def test_a_common_blank_sets_off_round_thousands_alone(text, expected):
    assert [value for value, _ in said(text, "en")] == expected
