"""Chinese names by their Sino-Vietnamese reading: the same in Latin letters and in Han characters."""

from __future__ import annotations

import pytest

from checker.language.names.sino_vietnamese import is_reading, spellings
from checker.language.text import normalise, tables


@pytest.mark.parametrize(
    ("vietnamese", "other"),
    [
        ("Lý Hồng Chương", "Li Hongzhang"),
        ("Áp Lục", "Yalu"),
        ("Áp Lục", "Yalu River"),
        ("Trịnh Châu", "Zhengzhou"),
        ("Lữ Thuận", "Lüshun"),
        ("Trường Sa", "Changsha"),
        ("Uông Câu", "汪沟"),
        ("Đặng Tiểu Bình", "邓小平"),
        ("Thuỷ Nguyên", "Shuiyuan"),
    ],
)
def test_a_name_is_known_by_its_reading(vietnamese, other):
    assert is_reading(vietnamese, other)


@pytest.mark.parametrize(
    ("vietnamese", "other"),
    [
        ("Lý Hồng Chương", "Li Dazhao"),
        ("Lý Hồng Chương", "Hongzhang"),
        ("Thanh", "Qing"),  # one syllable could be anything
        ("Hoa Kỳ", "United States"),
        ("Anna Karenina", "Anna Karenina"),
    ],
)
def test_what_is_no_reading(vietnamese, other):
    assert not is_reading(vietnamese, other)


def test_how_a_source_may_spell_it():
    assert "hongzhang" in spellings("Lý Hồng Chương", "en")
    assert spellings("Lý Tế", "zh")[0][0] in "李理"
    assert spellings("Moskva", "en") == ()


def test_the_table_has_each_reading_once_in_order():
    rows = list(tables.rows("data/sino_vietnamese"))
    readings = [row[0] for row in rows]
    assert readings == sorted(set(readings))
    assert all(row[0] == normalise.fold(row[0]) and "\u3400" < min(row[1]) <= max(row[1]) < "\u9fff" for row in rows)
