"""Telling phrases looked for in pages: what missing pages, parked domains and walls say, in the languages of `wording/`.

A phrase is a lead and never a proof: the rules want a second sign. Everything is compared folded (no case, no accents), so
that `Không tìm thấy trang` and `khong tim thay trang` are one.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from checker.foundation.clean import line
from checker.language.text.normalise import key
from checker.links.tables import rows
from checker.links.titles import folded, parts

_END = re.compile(r"[.!?…](?=\s|$)|[。！？\n]")
_QUOTES = (("“", "”"), ("„", "“"), ("«", "»"), ("»", "«"), ("「", "」"), ("『", "』"), ("‹", "›"))
_NEAR = 160  # code points between a quoted phrase and its marks
LEAD = 1200  # code points at the beginning of a page in which such phrases stand


@lru_cache(maxsize=64)
def _patterns(table: str, *under: str) -> re.Pattern[str]:
    """All patterns of a table under a key as one; those for titles match punctuation as the blank it becomes."""
    found = ["".join(folded_pattern(row[-1])) for row in rows(table) if row[: len(under)] == under]
    joined = "|".join(f"(?:{pattern})" for pattern in found)
    return re.compile(joined.replace("'", " ?") if "title" in under else joined)


def folded_pattern(pattern: str) -> str:
    """A pattern with its letters folded; blanks at the ends of groups survive, escapes are ASCII and stay."""
    return re.sub(r"[^\x00-\x7f]+", lambda found: folded(found.group()), pattern.lower())


@lru_cache(maxsize=4096)
def in_title(table: str, under: tuple[str, ...], title: str) -> str | None:
    """The piece of a title (whole, or between separators) that is such a phrase and nothing else, as it stands there."""
    pattern = _patterns(table, *under)
    for piece in parts(title):
        if pattern.fullmatch(key(piece)):
            return piece
    return None


def in_text(table: str, under: tuple[str, ...], text: str, limit: int = LEAD) -> str | None:
    """The first such phrase in the beginning of a text, quoted as it stands there with the words around it.

    A phrase between quotation marks is talked about, not said: it does not count.
    """
    return _in_lead(table, under, text[:limit])


@lru_cache(maxsize=256)
def _in_lead(table: str, under: tuple[str, ...], lead: str) -> str | None:
    """Found once for the many rules that look for the same phrases in one page, each of them several times."""
    there = _folded_lead(lead)
    for found in _patterns(table, *under).finditer(there):
        if not _talked_about(there, found.start(), found.end()):
            return quoted(lead, found.start(), found.end())
    return None


def without(table: str, under: tuple[str, ...], text: str) -> str:
    """A text, folded line by line, from which every such phrase was taken."""
    pattern = _patterns(table, *under)
    return "\n".join(pattern.sub(" ", folded(row)) for row in text.splitlines())


def kinds_in(table: str, text: str) -> int:
    """How many rows of a table, each a kind of word, have one in a text."""
    there = folded(text)
    return sum(kind.search(there) is not None for kind in _kinds(table))


@cache
def _kinds(table: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(folded_pattern(row[-1])) for row in rows(table))


def _talked_about(text: str, start: int, end: int) -> bool:
    """True when quotation marks open before a span and close after it, both near by."""
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    if any(before.rfind(left) > before.rfind(right) and right in after for left, right in _QUOTES):
        return True
    return before.count('"') % 2 == 1 and '"' in after


@lru_cache(maxsize=64)
def _folded_lead(lead: str) -> str:
    """Folded once for the many phrases that are looked for in one page."""
    return folded(lead)


@lru_cache(maxsize=4096)
def _width(char: str) -> int:
    """How many code points a character becomes when it is folded."""
    return len(folded(char))


def quoted(text: str, start: int, end: int) -> str:
    """The words of `text` whose folded form has the span `start`–`end`, to the ends of their sentence, on one line."""
    places: list[int] = []
    for at, char in enumerate(text):
        blank = char.isspace()
        if blank and (not places or text[places[-1]].isspace()):
            continue
        places.extend([at] * (1 if blank else _width(char)))
    if not places:
        return ""
    first, last = places[min(start, len(places) - 1)], places[min(end, len(places)) - 1] + 1
    before = max((mark.end() for mark in _END.finditer(text, 0, first)), default=0)
    after = _END.search(text, max(first, last - 1))
    return line(text[before : after.end() if after else len(text)].strip(), 160)
