"""Same value, another value, or nothing to compare."""

from __future__ import annotations

import pytest

from checker.foundation.model import PartialDate
from checker.language.facts import mentions
from checker.language.values import Identifier, Named, Period, Quantity, Quotation
from checker.language.values_agree import agree


def only(text: str, language: str):
    (mention,) = [each for each in mentions(text, language) if not isinstance(each.value, Named)]
    return mention.value


SAME = [
    ("hơn 3.000 lính", "3,142 soldiers"),
    ("hơn 3.000 lính", "more than 3,000 soldiers"),
    ("khoảng 75 nghìn lính", "some 74,800 soldiers"),
    ("75 nghìn lính", "75,000 soldiers"),
    ("mười ngàn toa xe", "10,000 wagons"),
    ("nửa triệu người", "500,000 people"),
    ("3,5 tỷ đô la", "$3.5 billion"),
    ("2,5 triệu người", "2,512,000 people"),
    ("7 tuần", "49 days"),
    ("trong 2 năm", "for 24 months"),
    ("16 km", "10 miles"),
    ("45.000 tấn", "45,000 tons"),
    ("100 tấn", "220,000 lb"),
    ("một phần ba", "33 percent"),
    ("một nửa", "50%"),
    ("từ 10 đến 15 xe", "10–15 vehicles"),
    ("từ 10 đến 15 xe", "12 vehicles"),
    ("gần 100 xe", "98 vehicles"),
    ("ít nhất 20 người", "23 people"),
    ("3.142 người", "3,142 people"),
    ("năm sư đoàn", "five divisions"),
    ("lần thứ ba", "for the third time"),
    ("ngày 26 tháng 12 năm 1991", "on 26 December 1991"),
    ("tháng 12 năm 1991", "on 26 December 1991"),
    ("năm 1991", "in December 1991"),
    ("những năm 1990", "in 1992"),
    ("thế kỷ XX", "in the twentieth century"),
    ("thế kỷ XX", "in 1944"),
    ("từ năm 1988 đến năm 1994", "from 1988 to 1994"),
    ("Nghị quyết 822", "Resolution 822"),
]


@pytest.mark.parametrize(("vi", "en"), SAME)
def test_the_same_value_in_two_languages(vi, en):
    assert agree(only(vi, "vi"), only(en, "en")) is True
    assert agree(only(en, "en"), only(vi, "vi")) is True


DIFFERENT = [
    ("286 xe tăng", "268 tanks"),
    ("khoảng 500 người", "about 600 people"),
    ("hơn 3.000 lính", "2,800 soldiers"),
    ("3,5 triệu người", "3.6 million people"),
    ("7 tuần", "56 days"),
    ("16 km", "12 miles"),
    ("12%", "21 percent"),
    ("một phần ba", "25 percent"),
    ("từ 10 đến 15 xe", "10–20 vehicles"),
    ("lần thứ ba", "for the fourth time"),
    ("ngày 26 tháng 12 năm 1991", "on 25 December 1991"),
    ("năm 1991", "in December 1992"),
    ("thế kỷ XX", "in the 19th century"),
    ("những năm 1990", "in 1988"),
    ("từ năm 1988 đến năm 1994", "in 1996"),
    ("Nghị quyết 822", "Resolution 853"),
]


@pytest.mark.parametrize(("vi", "en"), DIFFERENT)
def test_another_value_of_the_same_kind(vi, en):
    assert agree(only(vi, "vi"), only(en, "en")) is False


INCOMPARABLE = [
    ("286 xe tăng", "in 1991"),
    ("3 km", "3 kg"),
    ("3 km", "3 tanks"),
    ("3,5 tỷ đô la", "3.5 billion euros"),
    ("lần thứ ba", "three times"),
    ("năm 1991", "on 26 December"),
    ("từ năm 1988 đến năm 1994", "in 1990"),
    ("Nghị quyết 822", "Section 822"),
]


@pytest.mark.parametrize(("vi", "en"), INCOMPARABLE)
def test_nothing_to_compare(vi, en):
    assert agree(only(vi, "vi"), only(en, "en")) is None


def test_a_known_name_agrees_by_identity_and_a_person_by_the_last_name():
    full, last = Named(frozenset({"boris yeltsin"}), "person"), Named(frozenset({"yeltsin"}))
    assert agree(full, last) is True
    assert agree(Named(frozenset({"boris"})), full) is not True
    assert agree(Named(frozenset({"=us", "my"}), "place"), Named(frozenset({"=us", "american"}), "place")) is True
    assert agree(Named(frozenset({"iran"}), "place"), Named(frozenset({"nato"}), "organisation")) is None


def test_quotations_agree_word_for_word_or_nearly():
    said = Quotation(("far better equipped than their opponents",))
    assert agree(said, Quotation(("the azeri fighters are far better equipped than their opponents",))) is True
    assert agree(said, Quotation(("far worse equipped than their enemies",))) is False
    assert agree(said, Quotation(("nothing of the kind was ever said",))) is None


def test_values_of_different_kinds_are_not_compared():
    day = PartialDate(1991)
    values = [Quantity(3, 3), Period(day, day), Named(frozenset({"x"})), Quotation(("a b c",)), Identifier("law", "3")]
    assert all(agree(one, two) is None for one in values for two in values if type(one) is not type(two))


def test_an_acronym_is_the_initials_of_its_name():
    assert agree(Named(frozenset({"wwf"}), "acronym"), Named(frozenset({"world wildlife fund"}))) is True
    assert agree(Named(frozenset({"bank of england"})), Named(frozenset({"be"}), "acronym")) is True
    assert agree(Named(frozenset({"wwf"}), "acronym"), Named(frozenset({"world health fund"}))) is not True
