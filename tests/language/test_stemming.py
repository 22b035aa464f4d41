"""Stems are Snowball's, and a language without an algorithm keeps its words."""

import pytest

from checker.language.text import stemming


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("falling", "en", "fall"),
        ("visitors", "en", "visitor"),
        ("dying", "en", "die"),
        ("soldier's", "en", "soldier"),
        ("häuser", "de", "haus"),
        ("городов", "ru", "город"),
        ("ngày", "vi", "ngày"),
    ],
)
def test_words_have_snowballs_stems(word, language, expected):
    assert stemming.stem(word, language) == expected
