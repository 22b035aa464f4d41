"""Numbers in words: whatever is written out reads back."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from checker.language.numbers.words import english, vietnamese

VI = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
EN = [
    *[
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
    ],
    *["seventeen", "eighteen", "nineteen"],
]
TENS = [*["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]]


def vi_below_hundred(n: int) -> str:
    tens, unit = divmod(n, 10)
    if tens == 0:
        return VI[unit]
    word = "mười" if tens == 1 else f"{VI[tens]} mươi"
    if unit == 0:
        return word
    return f"{word} {'lăm' if unit == 5 else 'mốt' if unit == 1 and tens > 1 else VI[unit]}"


def vi_below_thousand(n: int, *, full: bool) -> str:
    hundreds, rest = divmod(n, 100)
    if hundreds == 0 and not full:
        return vi_below_hundred(rest)
    words = f"{VI[hundreds]} trăm"
    if rest == 0:
        return words
    return f"{words} lẻ {VI[rest]}" if rest < 10 else f"{words} {vi_below_hundred(rest)}"


def vi_words(n: int, thousand: str = "nghìn") -> str:
    parts = []
    for scale, name in ((10**9, "tỷ"), (10**6, "triệu"), (10**3, thousand), (1, "")):
        count, n = divmod(n, scale)
        if count:
            parts.append(f"{vi_below_thousand(count, full=bool(parts))} {name}".strip())
    return " ".join(parts)


def en_below_hundred(n: int, joint: str) -> str:
    if n < 20:
        return EN[n]
    tens, unit = divmod(n, 10)
    return TENS[tens] + (f" {joint} {EN[unit]}".replace("  ", " ") if unit else "")


def en_words(n: int, joint: str, link: str) -> str:
    parts = []
    for scale, name in ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"), (1, "")):
        count, n = divmod(n, scale)
        if not count:
            continue
        hundreds, rest = divmod(count, 100)
        words = [f"{EN[hundreds]} hundred"] if hundreds else []
        if rest:
            words.append(link if words and link else "")
            words.append(en_below_hundred(rest, joint))
        parts.append(" ".join([*words, name]))
    return " ".join(" ".join(parts).split())


@given(st.integers(1, 10**12 - 1), st.sampled_from(["nghìn", "ngàn"]))
def test_any_integer_in_vietnamese_words_reads_back(n, thousand):
    words = vi_words(n, thousand).split()
    assert vietnamese(words, 0) == (n, len(words))


@given(st.integers(1, 10**12 - 1), st.sampled_from(["-", ""]), st.sampled_from(["and", ""]))
def test_any_integer_in_english_words_reads_back(n, joint, link):
    words = en_words(n, joint, link).split()
    assert english(words, 0) == (n, len(words))


@pytest.mark.parametrize(
    ("words", "value", "length"),
    [
        ("mười năm", 10, 1),  # ten years; fifteen is mười lăm
        ("hai mươi năm", 20, 2),
        ("mười lăm năm", 15, 2),
        ("ba trăm năm", 300, 2),
        ("ba trăm năm mươi", 350, 4),
        ("ba vạn năm nghìn", 35_000, 4),
        ("hai triệu rưỡi", 2_500_000, 3),
        ("hai nghìn linh năm", 2005, 4),
        ("ba nghìn tỷ", 3e12, 3),
        ("bảy chục", 70, 2),
        ("hai trăm rưỡi", 250, 3),
    ],
)
def test_vietnamese_ways_of_saying_it(words, value, length):
    assert vietnamese(words.split(), 0) == (value, length)


@pytest.mark.parametrize(
    ("words", "value", "length"),
    [
        ("a hundred and five", 105, 4),
        ("a dozen", 12, 2),
        ("two dozen", 24, 2),
        ("five and six", 5, 1),
        ("two hundred thousand", 200_000, 3),
        ("nineteen ninety", 19, 1),
    ],
)
def test_english_ways_of_saying_it(words, value, length):
    assert english(words.split(), 0) == (value, length)


@pytest.mark.parametrize("words", ["nghìn", "hundred", "and", "xe tăng", "a tank", ""])
def test_what_is_no_number(words):
    assert vietnamese(words.split(), 0) is None
    assert english(words.split(), 0) is None
