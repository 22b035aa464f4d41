"""What the rooms say in English, told in the language of a report's reader: sentence by sentence, from `phrasebook.tsv`.

Reasons and findings are made in English and stay so in report.json, SARIF and what is remembered between runs, where programs
read them. Who reads a report in another language is told the same there; what the book does not have stays English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from checker.reporting.words import LANGUAGES, table

_HOLE = re.compile(r"\{\{|\}\}|\{(\w+)(?::(\w+))?\}")
# What a hole takes: the least that lets the rest of the phrase match.
_TAKES = {"word": r"\S+?", "n": r"\d[\d.,]*?", "said": r".+?", None: r".+?"}
_JOINTS = re.compile(r"[.;] ")
_DEEPEST = 6  # holes within holes: reasons nest three deep


@dataclass(frozen=True, slots=True)
class Phrase:
    """One row: whether it opens with a letter of its own, what it looks like, which of its holes are told too, and the text to fill."""

    opens: bool
    pattern: re.Pattern[str]
    said: frozenset[str]
    text: str
    weight: tuple[int, int]
    """How many letters it has besides its holes, and how few holes that take anything: of two that fit, the one with more is meant."""


@lru_cache(maxsize=10_000)
def tell(text: str, language: str) -> str:
    """The same sentences in another language; those that the book does not have as they are."""
    if language == "en" or language not in LANGUAGES or not text:
        return text
    return _told(text, 0) or _as_far_as_known(text)


def rows() -> Iterator[tuple[str, str]]:
    """The book as it is written: English, Vietnamese."""
    book = resources.files("checker.reporting").joinpath("phrasebook.tsv").read_text("utf-8")
    for line in book.splitlines():
        if not line.startswith("#"):
            english, _, other = line.partition("\t")
            yield english, other


def _told(text: str, depth: int) -> str | None:
    """All of a text; None unless the book has every sentence of it. Several sentences go before one that would swallow them."""
    if depth > _DEEPEST:
        return None
    for joint in _joints(text):
        first = _phrase(text[: joint.start()], depth)
        rest = _told(text[joint.end() :], depth + 1) if first is not None else None
        if rest is not None:
            return f"{first}{joint.group()}{rest}"
    return _phrase(text, depth)


def _as_far_as_known(text: str) -> str:
    for joint in _joints(text):
        first = _phrase(text[: joint.start()], 0)
        if first is not None:
            return f"{first}{joint.group()}{text[joint.end() :]}"
    return text


def _joints(text: str) -> Iterator[re.Match[str]]:
    """Where a sentence may end and another begin, outside of what is quoted."""
    for joint in _JOINTS.finditer(text):
        before = text[: joint.start()]
        if before.count("“") <= before.count("”"):
            yield joint


def _phrase(text: str, depth: int) -> str | None:
    """One phrase, with or without its full stop."""
    bare = text.removesuffix(".")
    known = _names().get(bare)
    if known is not None:
        return known + text[len(bare) :]
    for phrase in _likely(bare):
        match = phrase.pattern.fullmatch(bare)
        filled = _filled(phrase, match.groupdict(), depth) if match else None
        if filled is not None:
            return (_in_case(filled, like=bare) if phrase.opens else filled) + text[len(bare) :]
    return None


def _filled(phrase: Phrase, values: dict[str, str], depth: int) -> str | None:
    """A phrase with its holes filled; None for one that is nothing but holes, none of which the book can tell."""
    told = {name: _told(values[name], depth + 1) for name in phrase.said}
    if not phrase.weight[0] and not any(told.values()):
        return None
    return phrase.text.format(**{name: told.get(name) or value for name, value in values.items()})


def _in_case(told: str, *, like: str) -> str:
    """A phrase that stands within a sentence begins small there, whatever the book has; an abbreviation does not."""
    if like[0].isupper():
        return told[0].upper() + told[1:]
    return told if told[:2].isupper() else told[0].lower() + told[1:]


def _likely(text: str) -> Iterable[Phrase]:
    """The phrases that begin as a text does, and those that begin with a hole."""
    known = _book()
    first = text.partition(" ")[0].casefold()
    return sorted((*known.get(first, ()), *known.get("", ())), key=lambda each: each.weight, reverse=True)


@cache
def _names() -> dict[str, str]:
    """What enumerations are called (`dead`), whose names stand in sentences as well."""
    other = table()["vi"]
    return {
        english: other[key] for key, english in table()["en"].items() if key.startswith(("health.", "support.", "evid"))
    }


@cache
def _book() -> dict[str, tuple[Phrase, ...]]:
    """The phrases by their first word in lower case; "" for those that begin with a hole."""
    found: dict[str, tuple[Phrase, ...]] = {}
    for english, other in rows():
        first = english.partition(" ")[0]
        opening = "" if _HOLE.search(first) else first.casefold()
        found[opening] = (*found.get(opening, ()), _phrase_of(english, other))
    return found


def _phrase_of(english: str, other: str) -> Phrase:
    pattern, at, said = "", 0, set[str]()
    letters = free = 0
    for hole in _HOLE.finditer(english):
        literal = english[at : hole.start()] + {"{{": "{", "}}": "}"}.get(hole.group(), "")
        pattern, at = pattern + re.escape(literal), hole.end()
        letters += sum(map(str.isalpha, literal))
        name, takes = hole.groups()
        if name:
            pattern += f"(?P<{name}>{_TAKES[takes]})"
            said |= {name} if takes == "said" else set()
            free += takes in ("said", None)
    letters += sum(map(str.isalpha, english[at:]))
    pattern += re.escape(english[at:])
    if english[0].isalpha():
        pattern = f"(?i:{english[0]}){pattern[1:]}"
    return Phrase(english[0].isalpha(), re.compile(pattern, re.DOTALL), frozenset(said), other, (letters, -free))
