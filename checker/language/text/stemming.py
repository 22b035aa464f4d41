"""Stems of words by the Snowball algorithms: English ones by our own hand, those of other languages by snowballstemmer.

The algorithm for English is Porter2 as Snowball 3 has it (https://snowballstem.org/algorithms/english/stemmer.html), with the same
stems word for word; a page is mostly stemmed once, and this takes a twentieth of the time of the translated one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from checker.language.text.tables import words

_ALGORITHMS = {
    "de": "german",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "nl": "dutch",
    "pt": "portuguese",
    "ru": "russian",
    "sv": "swedish",
}
_IRREGULAR = {
    "andes": "andes", "atlas": "atlas", "bias": "bias", "cosmos": "cosmos", "early": "earli", "gently": "gentl", "howe": "howe",
    "idly": "idl", "news": "news", "only": "onli", "singly": "singl", "skies": "sky", "skis": "ski", "sky": "sky", "ugly": "ugli",
}  # fmt: skip
# A word of vowels and consonants up to the first consonant behind a vowel; what follows is the region R1, then R2.
_REGION = re.compile("[^aeiouy]*[aeiouy]+[^aeiouy]")
_LONG_BEGINNING = re.compile("arsen|commun|emerg|gener|inter|later|organ|past|univers")  # up to R1 of such words
_VOWEL = re.compile("[aeiouy]")
_VOWELS = frozenset("aeiouy")
_SHORT_SYLLABLE = re.compile("(?:.*[^aeiouy])?[aeiouy][^aeiouywxY]|[aeiouy][^aeiouy]|.*past", re.DOTALL)
_DOUBLES = frozenset(("bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt"))
_WITHOUT_E = ("at", "bl", "iz")
_WITH_EED = words("succ proc exc")
_WITH_ING = words("even cann inn earr herr out")  # evening, canning, inning: no verb's form
_BEFORE_LY = frozenset("cdeghkmnrt")


def _by_last_letters(endings: Mapping[str, str]) -> dict[str, list[tuple[str, str]]]:
    """Endings and what takes their place by their last two letters, longest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for ending in sorted(endings, key=len, reverse=True):
        found.setdefault(ending[-2:], []).append((ending, endings[ending]))
    return found


# What stands in R1 and is made shorter: `nationalization` by the first table, `rational` by the second.
_LONGER = _by_last_letters(
    {
        "anci": "ance", "enci": "ence", "ogi": "og", "li": "", "bli": "ble", "abli": "able", "alli": "al", "fulli": "ful",
        "lessli": "less", "ousli": "ous", "entli": "ent", "aliti": "al", "biliti": "ble", "iviti": "ive", "tional": "tion",
        "ational": "ate", "alism": "al", "ation": "ate", "ization": "ize", "izer": "ize", "ator": "ate", "iveness": "ive",
        "fulness": "ful", "ousness": "ous", "ogist": "og",
    }
)  # fmt: skip
_LONG = _by_last_letters(
    {
        "icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "tional": "tion", "ational": "ate", "ful": "",
        "ness": "",
    }
)  # fmt: skip
# What stands in R2 and goes.
_LAST = _by_last_letters(
    dict.fromkeys(
        words("ic ance ence able ible ate ive ize iti al ism ion er ous ant ent ment ement"),
        "",
    )
)


def stem(word: str, language: str) -> str:
    """The stem of a word in lower case; the word itself in a language (ISO 639-1) that Snowball has no algorithm for."""
    if language == "en":
        return _english(word)
    algorithm = _ALGORITHMS.get(language)
    return str(_stemmer(algorithm).stemWord(word)) if algorithm else word


@cache
def _stemmer(algorithm: str) -> Any:
    import snowballstemmer  # noqa: PLC0415 - loads some thirty languages, and English needs none of them

    return snowballstemmer.stemmer(algorithm)


def _english(word: str) -> str:
    if word in _IRREGULAR or len(word) < 3:
        return _IRREGULAR.get(word, word)
    word = word.removeprefix("'")
    marked = "y" in word
    if marked:  # a y that is a consonant is written Y
        word = _with_consonants(word)
    r1, r2 = _regions(word)
    word = _without_s(word)
    word = _without_ed(word, r1)
    if word[-1:] in ("y", "Y") and len(word) > 2 and word[-2] not in _VOWELS:
        word = word[:-1] + "i"
    word = _shortened(word, r1, r2)
    return word.replace("Y", "y") if marked else word


def _with_consonants(word: str) -> str:
    """The word with every y that begins it or follows a vowel, which a consonant's y is not, as Y."""
    letters = list(word)
    if letters[0] == "y":
        letters[0] = "Y"
    for at in range(1, len(letters)):
        if letters[at] == "y" and letters[at - 1] in _VOWELS:
            letters[at] = "Y"
    return "".join(letters)


def _regions(word: str) -> tuple[int, int]:
    """Where R1 and R2 of a word begin."""
    first = _LONG_BEGINNING.match(word) or _REGION.match(word)
    if first is None:
        return len(word), len(word)
    second = _REGION.match(word, first.end())
    return first.end(), second.end() if second else len(word)


def _without_s(word: str) -> str:
    """Step 1a: the possessive and the plural."""
    if "'" in word:
        ending = next((each for each in ("'s'", "'s", "'") if word.endswith(each)), "")
        word = word.removesuffix(ending)
    if word.endswith(("ied", "ies")):
        return word[:-2] if len(word) > 4 else word[:-1]
    if not word.endswith("s") or word.endswith(("ss", "us")):
        return word
    if word.endswith("sses"):
        return word[:-2]
    return word[:-1] if _VOWEL.search(word, 0, len(word) - 2) else word


def _without_ed(word: str, r1: int) -> str:
    """Step 1b: the past tense and the participles, with the e that they took away."""
    bare = word.removesuffix("ly")
    if bare.endswith("eed"):
        before = bare[:-3]
        return before + "ee" if len(before) >= r1 and before not in _WITH_EED else word
    if bare.endswith("ed"):
        before = bare[:-2]
    elif bare.endswith("ing"):
        before = bare[:-3]
        if bare == word and before in _WITH_ING:
            return word
        if bare == word and len(before) == 2 and before[1] == "y" and before[0] not in _VOWELS:
            return before[0] + "ie"  # dying
    else:
        return word
    if not _VOWEL.search(before):
        return word
    if before.endswith(_WITHOUT_E):
        return before + "e"
    if before[-2:] in _DOUBLES:
        return before if len(before) == 3 and before[0] in "aeo" else before[:-1]
    return before + "e" if len(before) == r1 and _SHORT_SYLLABLE.fullmatch(before) else before


def _shortened(word: str, r1: int, r2: int) -> str:
    """Steps 2 to 5: the endings that make one kind of word of another."""
    ending, instead = _ending(word, _LONGER)
    if ending and len(word) - len(ending) >= r1:
        before = word[: len(word) - len(ending)]
        if (ending != "li" or before[-1:] in _BEFORE_LY) and (ending != "ogi" or before.endswith("l")):
            word = before + instead
    ending, instead = _ending(word, _LONG)
    if ending and len(word) - len(ending) >= (r2 if ending == "ative" else r1):
        word = word[: len(word) - len(ending)] + instead
    ending, _ = _ending(word, _LAST)
    if ending and len(word) - len(ending) >= r2:
        before = word[: len(word) - len(ending)]
        if ending != "ion" or before.endswith(("s", "t")):
            word = before
    if word.endswith("e"):
        before = word[:-1]
        if len(before) >= r2 or (len(before) >= r1 and not _SHORT_SYLLABLE.fullmatch(before)):
            return before
    elif word.endswith("ll") and len(word) > r2:
        return word[:-1]
    return word


def _ending(word: str, endings: Mapping[str, list[tuple[str, str]]]) -> tuple[str, str]:
    for ending, instead in endings.get(word[-2:], ()):
        if word.endswith(ending):
            return ending, instead
    return "", ""
