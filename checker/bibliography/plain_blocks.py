"""Blocks as programs export them, taken off the beginning of a .bib text without the splitter.

Nearly everything in an export is a key and fields in balanced braces, quotes or plain words. Such a block is seen by a few
expressions in a tenth of the time that the splitter takes, which walks from mark to mark, and comes out the same. The first
that is anything else, and all that follows, is the splitter's: where a broken block ends is for it alone to say.
"""

from __future__ import annotations

import re
from typing import NamedTuple, TypeAlias

# What a value may hold besides braces: a brace or quote behind a backslash is no mark to the splitter, and an @ that begins
# a line a new block. A line break behind a backslash is one that it does not count.
_WITHIN = r"[^{}\\@]++|\\++(?!\n)[{}]?+|(?<=\S)@"
_BRACED = rf"\{{(?:{_WITHIN}|\{{(?:{_WITHIN}|\{{(?:{_WITHIN})*+\}})*+\}})*+\}}"
_QUOTED = r"\"(?:[^\"{}\\@]++|\\++(?!\n)[\"{}]?+|(?<=\S)@)*+\""
_WORD = r"[^\s{}\",=@\\#%()]++"
_VALUE = rf"(?:{_BRACED}|{_QUOTED}|{_WORD})"
_BEGINNING = re.compile(r"@\w*[ \t]*(?=[{(])")
_ENTRY = re.compile(rf"@(?!comment|preamble|string)(\w++)[ \t]*+\{{\s*+({_WORD})\s*+,", re.IGNORECASE)
_FIELD = re.compile(rf"\s*+([A-Za-z][\w:.+-]*+)\s*+(=)\s*+({_VALUE})\s*+(?:,|(?=\}}))")
_END = re.compile(r"\s*+\}")
_STRING = re.compile(rf"@string[ \t]*+\{{\s*+({_WORD})\s*+=\s*+({_VALUE})\s*+\}}", re.IGNORECASE)
_COMMENT = re.compile(rf"@(?:comment|preamble)[ \t]*+{_BRACED}", re.IGNORECASE)


class PlainField(NamedTuple):
    """A field: its name, its value as written, and the offset of its `=`."""

    name: str
    value: str
    at: int


class PlainEntry(NamedTuple):
    """An entry: its type and key as written, its fields, and its offsets."""

    type: str
    key: str
    fields: list[PlainField]
    start: int
    end: int


class PlainString(NamedTuple):
    """An `@string`: name and value as written, and its offsets."""

    name: str
    value: str
    start: int
    end: int


class PlainComment(NamedTuple):
    """The offsets of a comment: what stands between blocks, `@comment`, `@preamble`."""

    start: int
    end: int


PlainBlock: TypeAlias = PlainEntry | PlainString | PlainComment


def at_the_beginning(text: str) -> tuple[list[PlainBlock], int]:
    """The plain blocks that a text begins with, and the offset from which on it is the splitter's."""
    blocks: list[PlainBlock] = []
    at = 0
    while at < len(text):
        beginning = _BEGINNING.search(text, at)
        start = beginning.start() if beginning else len(text)
        block = _block(text, start)
        if beginning and block is None:
            break
        between = text[at:start].strip()
        if between:
            said = text.index(between, at)
            blocks.append(PlainComment(said, said + len(between)))
        blocks += [block] if block else []
        at = block.end if block else len(text)
    return blocks, at


def _block(text: str, at: int) -> PlainBlock | None:
    """The block that begins at an offset, if it is a plain one."""
    opening = _ENTRY.match(text, at)
    if opening is None:
        named = _STRING.match(text, at)
        if named:
            return PlainString(named[1], named[2], at, named.end())
        comment = _COMMENT.match(text, at)
        return PlainComment(at, comment.end()) if comment else None
    fields: list[PlainField] = []
    inside = opening.end()
    while found := _FIELD.match(text, inside):
        fields.append(PlainField(found[1], found[3], found.start(2)))
        inside = found.end()
    end = _END.match(text, inside)
    return PlainEntry(opening[1], opening[2], fields, at, end.end()) if end else None
