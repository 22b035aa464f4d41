"""Our own English stems are Snowball's, word for word; other languages' are Snowball's own."""

import itertools
import re
from importlib import metadata

import pytest
import snowballstemmer

from checker.language.text import stemming, tables

# What snowballstemmer 3.1 says.
KNOWN = {
    "'tis": "tis",
    "agreed": "agre",
    "biases": "bias",
    "communism": "communism",
    "community": "communiti",
    "day": "day",
    "dying": "die",
    "egged": "egg",
    "enjoyed": "enjoy",
    "evening": "evening",
    "falling": "fall",
    "flies": "fli",
    "generously": "generous",
    "happily": "happili",
    "hoped": "hope",
    "hopping": "hop",
    "nationalization": "nation",
    "news": "news",
    "relational": "relat",
    "skies": "sky",
    "soldier's": "soldier",
    "successes": "success",
    "succeed": "succeed",
    "ties": "tie",
    "visitors": "visitor",
    "y": "y",
    "yearly": "year",
    "yes": "yes",
    "été": "été",
    "zürichs": "zürich",
}


@pytest.mark.parametrize("word", KNOWN)
def test_an_english_word_has_the_stem_that_snowball_gives_it(word):
    assert stemming.stem(word, "en") == KNOWN[word]


def _words() -> set[str]:
    """Words of our tables, and made-up ones with one or two of the endings that the algorithm knows."""
    listed = " ".join((tables.text("lexicons/vi-en"), tables.text("data/irregular_forms"))).casefold()
    starts = tables.words(
        "a b d t y ab add egg abb proc succ exc even inn out ty say later past univers gener hop hopp fall play relat é naïv sh bl at"
    )
    ends = tables.words(
        "ing ed eed edly ingly eedly s ies ied sses us ss y 's ' e l ll ation ational tional li ousli ousness fulness iveness ogist"
        " ogi izer ization ement ment ent ant ion sion tion ism iti iviti aliti biliti abli anci enci ative alize icate ical ful"
        " ness al er ate able ance ic ive ous ize lessli past yy"
    )
    made = {start + "".join(some) for start in starts for some in itertools.product(ends, ("", *ends))}
    return made | set(re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", listed))


@pytest.mark.skipif(
    not metadata.version("snowballstemmer").startswith("3.1."), reason="another edition of the algorithm"
)
def test_every_english_word_has_the_stem_that_snowball_gives_it():
    theirs = snowballstemmer.stemmer("english")
    words = sorted(_words())
    assert [word for word in words if stemming.stem(word, "en") != theirs.stemWord(word)] == []


@pytest.mark.parametrize(
    ("word", "language", "expected"), [("häuser", "de", "haus"), ("городов", "ru", "город"), ("ngày", "vi", "ngày")]
)
def test_other_languages_have_snowballs_stems_or_none(word, language, expected):
    assert stemming.stem(word, language) == expected
