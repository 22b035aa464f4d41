"""Stems of words by the Snowball algorithms, in Snowball's own C.

The same algorithms translated into Python (snowballstemmer) give the same stems in twenty-five times the time, and a page is
mostly stemmed only once.
"""

from __future__ import annotations

from functools import cache

import Stemmer

_ALGORITHMS = {
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "nl": "dutch",
    "pt": "portuguese",
    "ru": "russian",
    "sv": "swedish",
}


def stem(word: str, language: str) -> str:
    """The stem of a word in lower case; the word itself in a language (ISO 639-1) that we have no algorithm for."""
    algorithm = _ALGORITHMS.get(language)
    return str(_stemmer(algorithm).stemWord(word)) if algorithm else word


@cache
def _stemmer(algorithm: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(algorithm)
