"""Who made a work and when, compared across spellings and scripts; what is not known on both sides proves nothing."""

from __future__ import annotations

from collections.abc import Iterable

from anyascii import anyascii

from checker.foundation.model import Name, PartialDate
from checker.language.text.normalise import key

# Fields for what a chapter or an article stands in: its page or its number may be the book's or the issue's.
CONTAINERS = ("booktitle", "maintitle", "journaltitle", "journal", "issuetitle", "series")


def shares_author(ours: Iterable[Name], theirs: Iterable[str]) -> bool:
    """True when the family name of one of ours stands in a name of theirs."""
    named = [set(_latin(name).split()) for name in theirs]
    return any(set(family.split()) <= name for family in _families(ours) for name in named)


def named_in(ours: Iterable[Name], text: str) -> bool:
    """True when the family name of one of ours stands in a text, its words in any order."""
    there = set(_latin(text).split())
    return any(set(family.split()) <= there for family in _families(ours))


def names_one_of(theirs: Iterable[str], text: str) -> bool:
    """True when a text, such as an editor field, has the last word of one of their names, or the word before a comma."""
    there = set(_latin(text).split())
    lasts = (_latin(name.split(",")[0]).split()[-1:] for name in theirs)
    return any(word in there and len(word) > 1 for last in lasts for word in last)


def years_differ(ours: PartialDate | None, theirs: PartialDate | None) -> bool:
    """True when both years are known and more than one apart (print and online editions are one apart)."""
    if ours is None or theirs is None or ours.year is None or theirs.year is None:
        return False
    return abs(ours.year - theirs.year) > 1


def _families(names: Iterable[Name]) -> list[str]:
    """What others would surely repeat of each name: the family name, or a whole literal one."""
    return [family for name in names if (family := _latin(name.family or name.literal))]


def _latin(text: str) -> str:
    return key(anyascii(text))
