"""What could take a fact's place at all: a value of the same kind, measure and sort of name.

A name is hardest to tell: a variant of it, a spelling in another language, or a common word in capitals is no other name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from checker.language.lexicon import gloss
from checker.language.names import gazetteer
from checker.language.names.offices import KIND
from checker.language.names.words import BODIES, GENERIC, NOUNS_IN_CAPITALS
from checker.language.text.tokens import tokenise
from checker.language.values import Identifier, Mention, Named, Period, Quantity
from checker.matching.facts.sameness import SMALL, is_country, known
from checker.matching.place.scene import Scene
from checker.matching.source.words import WORD, stems, stop_words

# No place or person takes the place of a degree.
_DEGREE = re.compile(r"(?:Bachelor|Master|Doctor)s?\b|(?:Cử nhân|Thạc sĩ|Tiến sĩ)\b")
_JOINED_NOUNS = re.compile(r"\s(?:von|der|des|für)\s")  # German nouns, which all have capitals: `Verbrauch von Energie`
_COMMON = BODIES | GENERIC | {"the"}  # what a page calls a body by in its next sentence: the Organization
UNKNOWN = 0.3  # share of a name's words that the source must not have anywhere, for another name to take its place
_PLACES = ("", "place")  # sorts of known names that are places: the towns of the gazetteer have none
_THOUSANDS = 1000.0
_STRANGER = 0.75  # the same, for any name to take it: one that shares more may be another form of what is there
_PLAIN_WORD = 4  # letters of a word of a name that other languages write as it is
_LONGEST_ACRONYM = 5  # letters: longer words in capitals alone are headings and labels
# Words that a comparison begins with, up to the date that it ends with. `Rather than` and what ends with a comma compare no dates.
_THAN = re.compile(
    r"(?:\b(?:(?<!rather )(?<!other )than|compared (?:with|to)|versus|vs|so với|gegenüber|verglichen mit|par rapport à|frente a"
    r"|по сравнению с)\b|\b(?:against|contre)\b(?=[^.;:]*\d)|\bfrom [^\s\d]{0,3}\d)(?:[^.,;:]|[.,]\d)*$",
    re.IGNORECASE,
)
_THAN_SPAN = 60  # code points before a date in which such a word is looked for


def comparable(one: Mention, other: Mention, scene: Scene, strange: float) -> bool:
    """True when both could be values of one thing: same kind, unit, and sort of name.

    Across languages a name must be known by heart: `Warszawa` beside `Warsaw` is a spelling, no other town.
    """
    a, b = one.value, other.value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return a.unit == b.unit and a.ordinal == b.ordinal and not _of_another_size(a, b)
    if isinstance(a, Named) and isinstance(b, Named):
        return (
            b.kind != KIND
            and (not scene.across or known(a) or _untranslated(one, other, scene))
            and (a.kind == b.kind or not a.kind or not b.kind)
            and is_country(a) == is_country(b)  # Antwerp is no other value of Belgium
            and not _DEGREE.match(one.text)
            and not (scene.language in NOUNS_IN_CAPITALS and _JOINED_NOUNS.search(one.text))
            and (strange >= _STRANGER or _shares_a_word(one, other))
            and not _COMMON.issuperset(other.text.casefold().split())
            and not (scene.across and known(a) and _has_in_it(other.text, a.forms))
            and not (a.kind in _PLACES and known(a) and _is_a_body(other))
            and is_name(other, scene)
        )
    if isinstance(a, Identifier) and isinstance(b, Identifier):
        return a.kind == b.kind
    return isinstance(a, Period) and isinstance(b, Period)


def _is_a_body(other: Mention) -> bool:
    """True for a name that says that it is a body's, which takes the place of no town: the Ministry of Supply."""
    assert isinstance(other.value, Named)
    return not known(other.value) and not BODIES.isdisjoint(other.text.casefold().split())


def _of_another_size(a: Quantity, b: Quantity) -> bool:
    """True for a small count and thousands of something, whose digits are others: two storms, and 1.2 million bags."""
    if a.unit or a.said is None or b.said is None:
        return False
    low, high = sorted((abs(a.said), abs(b.said)))
    return 0 < low < SMALL and high >= _THOUSANDS and f"{low:e}"[:4] != f"{high:e}"[:4]


@lru_cache(maxsize=5_000)
def _has_in_it(text: str, forms: frozenset[str]) -> bool:
    """True where a name has a known one in it, and so is no other value of that: French Guiana for `Guyane thuộc Pháp`."""
    found = (gazetteer.at(tokenise(word), 0) for word in WORD.findall(text))
    return any(each is not None and each[0].identity in forms for each in found)


def _untranslated(one: Mention, other: Mention, scene: Scene) -> bool:
    """True for names that have one spelling in both languages: plain Latin words, of which no lexicon knows any.

    `Paul Brandt` is `Paul Brandt` in Vietnamese; `Luân Đôn` and `Black River` have other names elsewhere, and so may
    `Zhang Yimou` (`Trương Nghệ Mưu`): what is not plain must have as many words.
    """
    words = [WORD.findall(each.text) for each in (one, other)]
    assert isinstance(other.value, Named)
    return (
        (len(words[0]) == len(words[1]) or all(map(str.isascii, words[1])))
        and (not known(other.value) or _is_somebody_else(one, other.value))
        and all(word.isascii() and len(word) >= _PLAIN_WORD for word in words[0])
        and all(word[0].isupper() for word in words[1])
        and not any(gloss(word, scene.language, scene.source.language) for word in words[0])
        and not any(gloss(word, scene.source.language, scene.language) for word in words[1])
    )


def _is_somebody_else(one: Mention, other: Named) -> bool:
    """True for a known person none of whose forms in any language begins as the claim's name does: Napoleon for Robespierre."""
    first = one.text[0].casefold()
    return other.kind == "person" and all(form.lstrip("=")[0] != first for form in other.forms)


def is_name(other: Mention, scene: Scene) -> bool:
    """False for a common word that a heading or the beginning of a sentence has in capitals: the page has it small elsewhere."""
    word = other.text.casefold()
    if " " in word:
        return True
    if word in stop_words(scene.source.language):
        return False
    if other.text.isupper() and len(word) > _LONGEST_ACRONYM:
        return False
    in_doubt = other.start == 0 or other.text.isupper()
    if not in_doubt or word not in scene.source.passages.text:  # spares most names a pattern of their own over the page
        return True
    return not re.search(rf"\b{re.escape(word)}\b", scene.source.passages.text)


def _shares_a_word(one: Mention, other: Mention) -> bool:
    """True for names of as many words, some of which are the same: another first name, another duke."""
    first, second = (WORD.findall(each.text.casefold()) for each in (one, other))
    return len(first) == len(second) > 1 and not {word for word in first if len(word) > 2}.isdisjoint(second)


def strangeness(fact: Mention, scene: Scene) -> float:
    """The share of a name's words that stand nowhere in the source: a variant of a name shares some."""
    value = fact.value
    if not isinstance(value, Named):
        return 0.0
    shares = []
    for form in value.forms:
        known = stems(form.removeprefix("="), scene.source.language)
        if known:
            shares.append(
                sum(key not in scene.source.postings and key not in scene.source.heading for key in known) / len(known)
            )
    return min(shares, default=0.0)


def only_compared(other: Mention, sentence: str) -> bool:
    """True for a date that only says what something is compared with: `from €661.7 million in 2019`, `(2019: 3,055)`."""
    if not isinstance(other.value, Period):
        return False
    if sentence[other.end : other.end + 1] == ":" and sentence[: other.start].endswith("("):
        return True
    return _THAN.search(sentence, max(0, other.start - _THAN_SPAN), other.start) is not None
