"""In which language a quotation is: the source's own words inside a claim of another language can be compared."""

from __future__ import annotations

from checker.language.text import detect
from checker.language.values import Quotation
from checker.matching.source.prepared import Prepared
from checker.matching.source.words import WORD, keys_of, stop_words

_STAND_THERE = 0.5  # share of a quotation's words that stand in the source, when its language cannot be told


def in_the_sources_words(quotation: Quotation, language: str, source: Prepared) -> bool:
    """True when a quotation in a claim of `language` is in the language of its source, not translated.

    The words themselves say so; where they are too few to tell, half of them must be function words of the source's
    language or stand in the source.
    """
    if not source.language or language == source.language:
        return True
    words = " ".join(quotation.words)
    told = detect.detect(words)
    if told:
        return told == source.language
    found = [word.casefold() for word in WORD.findall(words)]
    functions = stop_words(source.language)
    stand = sum(
        word in functions or any(key in source.postings for key in keys_of(word, source.language)) for word in found
    )
    return stand >= _STAND_THERE * len(found)
