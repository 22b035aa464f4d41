"""What a page says of itself when it is not there, put together from words: a thing (page, article, link) near a word for its absence.

Sites word such notices in a thousand ways, and most of them are made of these words in one sentence, in any order. The words
stand in `wording/absence.tsv`, by language. Such a sentence proves nothing alone: see rules/soft_404.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache

from checker.foundation.clean import line
from checker.links.phrases import folded_pattern
from checker.links.tables import rows
from checker.links.titles import folded, weight

_READ = 3_000  # code points of a page in which a notice is looked for
_APART = 70  # code points of folded text between the thing and the word for its absence
_CLOSE = 25  # and where they stand side by side
_HEADLINE = 60  # code points: a whole line that is said without a thing
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？])|\n+")
_STOPPED = re.compile(r"[.!?…。！？]\W?$")
_CRY = 16  # letters
_QUOTED = 160


class Kind(IntEnum):
    """How much such a sentence says, least first."""

    SHUT = 1  # not to be had; walls say that as well
    ALONE = 2  # a headline without a thing (“Nothing here”)
    LOST = 3  # not there, or its address is wrong
    PULLED = 4  # it was there, and was taken away


@dataclass(frozen=True, slots=True)
class Notice:
    """The sentence that says most, as it stands on the page, and what kind of word made it one.

    `close` when thing and word stand side by side; `first` when no other sentence comes before it, menus, headlines and cries (“Oops!”) aside;
    `around` is the sentence with the ones before and behind it.
    """

    kind: Kind
    quote: str
    close: bool = False
    first: bool = False
    around: str = ""


@dataclass(frozen=True, slots=True)
class _Words:
    """One language's words; None where it has none of a kind."""

    latin: bool  # written in letters that are ASCII when folded
    thing: re.Pattern[str] | None
    absent: tuple[tuple[Kind, re.Pattern[str]], ...]
    alone: re.Pattern[str] | None
    host: re.Pattern[str] | None
    idle: re.Pattern[str] | None


@lru_cache(maxsize=256)
def notice(text: str) -> Notice | None:
    """The notice of absence in the beginning of a text, None when no sentence is one."""
    found: Notice | None = None
    first = True
    sentences = _sentences(text)
    for at, sentence in enumerate(sentences):
        kind, close = _kind(folded(sentence))
        if kind is not None and (found is None or kind > found.kind):
            around = "\n".join(sentences[max(0, at - 1) : at + 2])
            found = Notice(kind, line(sentence, _QUOTED), close, first, around)
        first = first and (weight(sentence) <= _CRY or not _STOPPED.search(sentence))
    return found


@lru_cache(maxsize=256)
def idle(text: str) -> str | None:
    """The sentence that says of a domain, a site or a server that nobody uses it (for sale, expired, suspended, not set up)."""
    for sentence in _sentences(text):
        there = folded(sentence)
        for words in _languages_of(there):
            if words.host is None or words.idle is None:
                continue
            hosts = [found.span() for found in words.host.finditer(there)]
            if hosts and _distance(hosts, words.idle, there) <= _APART:
                return line(sentence, _QUOTED)
    return None


def has_way_out(text: str) -> bool:
    """True for a cry (“Oops”) or a way back to what is there, as notices have and walls have not."""
    return _ways_out().search(folded(text[:_READ])) is not None


@cache
def _ways_out() -> re.Pattern[str]:
    return re.compile("|".join(folded_pattern(row[2]) for row in rows("absence") if row[0] == "out"))


def _sentences(text: str) -> list[str]:
    return [part.strip() for part in _SENTENCE.split(text[:_READ]) if part and not part.isspace()]


def _kind(sentence: str) -> tuple[Kind | None, bool]:
    bare = sentence.strip(" .!?…:-–—,。！？")
    kinds = [kind for words in _languages_of(sentence) for kind in _kinds(words, sentence, bare)]
    return max(kinds, default=(None, False))


def _kinds(words: _Words, sentence: str, bare: str) -> Iterator[tuple[Kind, bool]]:
    """Every kind that the sentence is, in one language, and whether its words stand side by side."""
    if words.alone is not None and len(bare) <= _HEADLINE and words.alone.fullmatch(bare):
        yield Kind.ALONE, True
    things = [found.span() for found in words.thing.finditer(sentence)] if words.thing else []
    for kind, pattern in words.absent if things else ():
        apart = _distance(things, pattern, sentence)
        if apart <= _APART:
            yield kind, apart <= _CLOSE
        if kind is Kind.SHUT:  # its words are no others: `not` of `not available` is not lost
            sentence = pattern.sub(lambda found: "\0" * len(found.group()), sentence)


def _distance(things: list[tuple[int, int]], pattern: re.Pattern[str], sentence: str) -> int:
    """Code points between a thing and the nearest match of a pattern; more than a sentence has when there is none."""
    gaps = (
        max(found.start() - end, start - found.end(), 0)
        for found in pattern.finditer(sentence)
        for start, end in things
    )
    return min(gaps, default=_READ)


def _languages_of(sentence: str) -> Iterator[_Words]:
    """The languages in which a folded sentence may be: not those of other scripts where all of it is ASCII."""
    return (words for words in _languages() if words.latin or not sentence.isascii())


@cache
def _languages() -> tuple[_Words, ...]:
    table: dict[str, dict[str, list[str]]] = {}
    for kind, language, pattern in rows("absence"):
        if kind == "out":
            continue
        table.setdefault(language, {}).setdefault(kind, []).append(folded_pattern(pattern))
    return tuple(_words(said) for said in table.values())


def _words(said: dict[str, list[str]]) -> _Words:
    one = {kind: re.compile("|".join(patterns)) for kind, patterns in said.items()}
    kinds = (("pulled", Kind.PULLED), ("shut", Kind.SHUT), ("lost", Kind.LOST))
    absent = tuple((kind, one[name]) for name, kind in kinds if name in one)
    latin = any("a" <= char <= "z" for char in re.sub(r"\\\w", "", one["thing"].pattern))
    return _Words(latin, one.get("thing"), absent, one.get("alone"), one.get("host"), one.get("idle"))
