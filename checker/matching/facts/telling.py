"""Facts by which a source can be known not to tell of something: it would have them, whatever its words."""

from __future__ import annotations

from checker.language.names.words import NOUNS_IN_CAPITALS
from checker.language.values import Identifier, Mention, Named, Period, Quantity
from checker.matching.facts.sameness import era, known

_EXACT = 2  # digits: a figure of less, or in words, may be a rounding or counted by whoever writes


def telling(fact: Mention, language: str) -> bool:
    """True for a name, a date with its year or day, a figure of two digits or more; the sentence is in `language`.

    A source that says it in other words has those all the same. `Two men`, `four decades`, `three months later` and
    `in the nineties` are its author's own as often as not. In German a capital makes no name of a word that nobody knows.
    """
    value = fact.value
    if isinstance(value, Named):
        return language not in NOUNS_IN_CAPITALS or known(value) or bool(value.kind)
    if isinstance(value, Period):
        told = value.start.year is not None or (value.start.month is not None and value.start.day is not None)
        return told and not value.relative and not era(fact)
    if isinstance(value, Quantity):
        return sum(each.isdecimal() for each in fact.text) >= _EXACT
    return isinstance(value, Identifier)
