"""Chinese names in their Sino-Vietnamese reading: `Lý Hồng Chương` is Li Hongzhang and 李鸿章, `Áp Lục` the Yalu.

Each syllable stands for one of a few characters (`data/sino_vietnamese`); a name is another one's reading when all of its
syllables are, in their order. A single syllable could be too many things, and proves nothing.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice, product

from anyascii import anyascii

from checker.language.names.words import GENERIC
from checker.language.text import normalise, tables

_FEWEST, _MOST = 2, 4  # syllables of a name
_HAN = re.compile("[\u3400-\u9fff]")
_SYLLABLE = re.compile(r"[^\W\d_]+")
_MOST_FORMS = 24  # spellings of one name in Latin letters that are worth looking for


@lru_cache(maxsize=20_000)
def is_reading(vietnamese: str, other: str) -> bool:
    """True when a Vietnamese name may be read from a name in Han characters or in their transliteration."""
    syllables = _syllables(vietnamese)
    if not syllables:
        return False
    if _HAN.search(other):
        written = _HAN.findall(other)
        return len(written) == len(syllables) and all(
            char in each for char, (each, _) in zip(written, syllables, strict=True)
        )
    letters = "".join(word for word in normalise.key(other).split() if word not in GENERIC)
    return _spelt(letters, tuple(latin for _, latin in syllables))


@lru_cache(maxsize=5_000)
def spellings(vietnamese: str, language: str) -> tuple[str, ...]:
    """How a source of another language may write the name: in Han characters, or in Latin letters with one blank or none."""
    syllables = _syllables(vietnamese)
    if not syllables:
        return ()
    if language == "zh":
        return tuple("".join(chars) for chars in islice(product(*(each for each, _ in syllables)), _MOST_FORMS))
    whole = islice(product(*(sorted(latin) for _, latin in syllables)), _MOST_FORMS)
    return tuple(
        dict.fromkeys(form for first, *rest in whole for form in (first + "".join(rest), first, "".join(rest)))
    )


@lru_cache(maxsize=20_000)
def _syllables(name: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """(characters, transliterations) of each syllable; none where one is no Sino-Vietnamese reading."""
    words = _SYLLABLE.findall(name.lower())
    if not _FEWEST <= len(words) <= _MOST:
        return ()
    found = [_readings().get(normalise.toned(word)) for word in words]
    return tuple(each for each in found if each) if all(found) else ()


def _spelt(letters: str, syllables: tuple[frozenset[str], ...]) -> bool:
    """True when the letters are one transliteration of each syllable, one after the other."""
    if not syllables:
        return not letters
    return any(letters.startswith(each) and _spelt(letters[len(each) :], syllables[1:]) for each in syllables[0])


@cache
def _readings() -> dict[str, tuple[str, frozenset[str]]]:
    return {
        normalise.toned(row[0]): (row[1], frozenset({*(anyascii(char).lower() for char in row[1]), *row[2:]}))
        for row in tables.rows("data/sino_vietnamese")
    }
