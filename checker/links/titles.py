"""Titles compared as readers compare them: case, accents, subtitles, site names and scripts do not matter.

Nothing is decided from a title that says nothing (short or generic ones): then neither `same_work` nor `unlike` holds.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import pairwise

from anyascii import anyascii
from rapidfuzz import fuzz

from checker.language.text.normalise import key
from checker.links.tables import rows

# Between a title and a site's name, or a title and its subtitle.
_BREAK = re.compile(r"\s+[-–—|·•»«/]+\s+|\s*[|»«•·:：｜–—]\s*|\s*[_]\s+|\s+::\s+|(?<=[?!.])\s+")
_WORD = re.compile(r"[^\W_]+")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
_VIETNAMESE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
# Letters that have no decomposition (Vietnamese, Danish, Polish, Turkish, German).
_LETTERS = str.maketrans({"đ": "d", "ø": "o", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "’": "'", "‘": "'"})
_ENOUGH = 8  # letters that a title must have before it decides anything


def folded(text: str) -> str:
    """Text without case, accents and repeated white space: `Nội  dung` and `noi dung` are the same."""
    if text.isascii():
        return " ".join(text.lower().split())
    bare = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    kept = "".join(char for char in bare if not unicodedata.combining(char))
    return " ".join(kept.translate(_LETTERS).split())


@cache
def _common() -> frozenset[str]:
    return frozenset(word for row in rows("common-words") for word in folded(row[1]).split())


def weight(text: str) -> int:
    """The length of a text in letters of an alphabet: a Chinese or Japanese character says as much as two and a half."""
    if text.isascii():
        return len(text)
    return len(text) + (3 * sum(len(run) for run in _CJK.findall(text))) // 2


@lru_cache(maxsize=4096)
def words(title: str) -> frozenset[str]:
    """The words of a title that say something; pairs of characters where a script has no spaces."""
    found: set[str] = set()
    for word in _WORD.findall(folded(title)):
        if _CJK.search(word):
            found.update(a + b for a, b in pairwise(word))
        elif word not in _common() and (len(word) > 1 or word.isdigit()):
            found.add(word)
    return frozenset(found)


@lru_cache(maxsize=4096)
def parts(title: str) -> tuple[str, ...]:
    """The title whole and in the pieces between its separators: with and without subtitle and site name."""
    pieces = [piece.strip() for piece in _BREAK.split(title) if piece and piece.strip()]
    heads = [title[: at.start()].strip() for at in _BREAK.finditer(title)]
    return tuple(dict.fromkeys([title.strip(), *pieces, *(head for head in heads if head)]))


def telling(title: str) -> bool:
    """True for a title that could tell a work from others: two words of its own, or one run of a script without spaces."""
    own = words(title)
    return len(own) >= 2 and weight(title) >= _ENOUGH


@lru_cache(maxsize=4096)
def same_work(entry: str, page: str, *, at_least: float = 88.0) -> bool:
    """True when both titles name one work; `at_least` is rapidfuzz's ratio, 0–100, for typing errors and small words."""
    if not telling(entry) or not page:
        return False
    return any(
        telling(theirs) and _alike(ours, theirs) >= at_least
        for ours in (part for part in parts(entry) if telling(part))
        for theirs in parts(page)
    )


def unlike(entry: str, page: str) -> bool:
    """True when both titles say something and not one word of theirs is the same, in Latin letters either."""
    if not telling(entry) or not words(page):
        return False
    return words(entry).isdisjoint(words(page)) and words(anyascii(entry)).isdisjoint(words(anyascii(page)))


def names_hardly_anything_of(entry: str, text: str) -> bool:
    """True when the entry's title says something and fewer than three fifths of its words stand in a text, in Latin letters either.

    Vietnamese words are pairs of syllables here, with their accents: single ones stand in every menu.
    """
    if not telling(entry):
        return False
    if _VIETNAMESE.search(entry):
        ours, theirs = (
            frozenset(pairwise(_WORD.findall(unicodedata.normalize("NFC", each).casefold()))) for each in (entry, text)
        )
        return 5 * len(ours & theirs) < 3 * len(ours)
    pairs = ((words(entry), words(text)), (words(anyascii(entry)), words(anyascii(text))))
    return all(5 * len(ours & theirs) < 3 * len(ours) for ours, theirs in pairs if ours)


def _alike(ours: str, theirs: str) -> float:
    plain = fuzz.ratio(key(ours), key(theirs))
    if plain >= 88.0 or (ours.isascii() and theirs.isascii()):
        return plain
    return max(plain, fuzz.ratio(key(anyascii(ours)), key(anyascii(theirs))))
