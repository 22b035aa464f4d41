"""Words as wording compares them: folded, stemmed by Snowball where it knows the language, function words left out.

Chinese and Japanese have no spaces: runs of Han and kana give their pairs of characters (bigrams), the usual index unit
for text without word boundaries (Manning, Raghavan & Schütze, Introduction to Information Retrieval, 2.2.1).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib import resources

from checker.language.text import stemming

WORD = re.compile(r"[^\W_]+")
_SCRIPT_RUN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]+")
_RUNS = re.compile(rf"{_SCRIPT_RUN.pattern}|\d+|[^\W\d_\u3040-\u30ff\u3400-\u9fff]+")
# What stemming leaves as it is (tests/matching/test_index.py holds it): the first two letters, but that English makes an i of
# a second y (dying, die), Russian an е of ё, German a u of ue, and that Dutch takes ge- away; and all of a stem but its
# last two letters, except in these three languages.
_KEPT = {"de": 1, "nl": 0}
_KEPT_ELSEWHERE = 2
_RESPELT = {"de", "nl", "ru"}
# Letters that tell words apart in these languages; elsewhere a source may write them or not (Zürich, Zurich).
_KEEP_MARKS = {"vi", "ru"}
_LONGEST_WORD = 40  # code points; longer runs are identifiers and data, and stemming them costs without telling


def stems(text: str, language: str) -> list[str]:
    """The content words of a text as stems, in order, repeats kept."""
    return [key for word in WORD.findall(text) for key in keys_of(word, language)]


@lru_cache(maxsize=200_000)
def keys_of(word: str, language: str) -> tuple[str, ...]:
    """The keys under which one word is looked up: none for a function word, several for an unspaced run."""
    if is_unspaced(word):
        return tuple(key for run in _RUNS.findall(word) for key in _of_run(run))
    lowered = word[:_LONGEST_WORD].casefold()
    if lowered in stop_words(language):
        return ()
    return (_stem(_bare(lowered, language), language),)


def places_of(word: str) -> list[tuple[int, int, str]]:
    """(start, end, key) of each key of an unspaced run, in order: two characters, or digits and letters between such runs."""
    found: list[tuple[int, int, str]] = []
    for run in _RUNS.finditer(word):
        keys = _of_run(run.group())
        length = 2 if len(keys) > 1 else len(run.group())
        found.extend((run.start() + at, run.start() + at + length, key) for at, key in enumerate(keys))
    return found


def token_of(word: str, language: str) -> str:
    """A word as phrases have it: its stem, or itself where it is a function word."""
    keys = keys_of(word, language)
    return keys[0] if keys else word.casefold()


def is_unspaced(word: str) -> bool:
    """True for a word with a run of a script that has no blanks between words."""
    return not word.isascii() and _SCRIPT_RUN.search(word) is not None


def folded(word: str, language: str) -> str:
    """A word as it is stemmed."""
    return _bare(word.casefold(), language)


def _bare(lowered: str, language: str) -> str:
    return lowered if language in _KEEP_MARKS else fold_marks(lowered)


def opening_of(key: str, language: str) -> str:
    """The first letters of a key, spelt so that those of every folded word with this key are the same, if both have them."""
    return key[: letters_kept(language)].replace("y", "i").replace("ё", "е")


def letters_kept(language: str) -> int:
    """How many letters `opening_of` gives of a key that has as many."""
    return _KEPT.get(language, _KEPT_ELSEWHERE)


def beginning_of(key: str, language: str) -> str:
    """What every word of ASCII letters with this key begins with, in lower case."""
    return key[:-2] if keeps_beginnings(language) else ""


def keeps_beginnings(language: str) -> bool:
    """True for a language in which `beginning_of` and `opening_of` tell something of words of ASCII letters."""
    return language not in _RESPELT


def _of_run(run: str) -> tuple[str, ...]:
    """The bigrams of a run of Han or kana; digits and letters between such runs as they are."""
    if not _SCRIPT_RUN.match(run):
        return (run.casefold(),)
    return tuple(run[at : at + 2] for at in range(len(run) - 1)) or (run,)


def _stem(word: str, language: str) -> str:
    return stemming.stem(word, language) if word.isalpha() else word


@lru_cache(maxsize=20_000)
def fold_marks(word: str) -> str:
    """The word without combining marks: `zürich` -> `zurich`."""
    if word.isascii():
        return word
    return "".join(each for each in unicodedata.normalize("NFD", word) if not unicodedata.combining(each))


@cache
def stop_words(language: str) -> frozenset[str]:
    """The function words of a language; the empty set where no list is kept."""
    for line in resources.files("checker.matching.source").joinpath("stop_words.txt").read_text("utf-8").splitlines():
        code, _, words = line.partition(":")
        if code == language:
            return frozenset(words.split())
    return frozenset()
