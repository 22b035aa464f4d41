"""The text of a .bib file -> its blocks with exact spans, by `bibtexparser`'s splitter, but for the plain ones that it begins with.

Only the splitting is the library's: its middlewares lose fields, URLs and whole entries (each loss has a test in
tests/bibliography/test_guards.py), so values, names and LaTeX are read in files of our own beside this one.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from typing import TypeAlias

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ExplicitComment,
    ImplicitComment,
    ParsingFailedBlock,
    Preamble,
    String,
)

from checker.bibliography import plain_blocks
from checker.bibliography.plain_blocks import PlainBlock, PlainComment, PlainEntry, PlainString

# What the splitter has to say stands in the blocks; its log lines would land on the user's stderr.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())

_NEXT_BLOCK = re.compile(r"(?<=.)@\w*[ \t]*\Z", re.DOTALL)
_VISIBLE_KEY = re.compile(r"@\w*\s*[{(]\s*([^\s,={}()\"#%@]+)")


@dataclass(frozen=True, slots=True)
class Span:
    """Where a block stands: offsets in the text, lines from 1, the column of its `@`."""

    start: int
    end: int
    line: int
    end_line: int
    column: int


@dataclass(frozen=True, slots=True)
class RawField:
    """A field as written: `value` with its braces, quotes and `#`; `line` is that of the `=`."""

    name: str
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class RawEntry:
    """An entry as written; `type` is lower-case."""

    type: str
    key: str
    fields: tuple[RawField, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class RawString:
    """An `@string` definition as written."""

    name: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class RawComment:
    """Everything that a .bib file may hold beside entries and strings: comments and `@preamble`."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class RawFailure:
    """A block that the splitter gave up on, with its key if one can be seen."""

    key: str | None
    reason: str
    raw: str
    span: Span


RawBlock: TypeAlias = RawEntry | RawString | RawComment | RawFailure


def split(text: str) -> tuple[RawBlock, ...]:
    """All blocks of a .bib text in their order; one for each block that the library found, none dropped."""
    # A lone carriage return (old Mac) ends a line too; the length stays, so that offsets do.
    lined = text.replace("\r", "\n") if "\n" not in text else text
    ruler = _Ruler(lined)
    plain, at = plain_blocks.at_the_beginning(lined)
    blocks = [_plain(each, lined, ruler) for each in plain]
    if at < len(lined):
        ruler.begin(at)
        blocks += [_read(block, ruler) for block in parse_string(lined[at:], parse_stack=[]).blocks]
    return tuple(blocks)


def _plain(block: PlainBlock, text: str, ruler: _Ruler) -> RawBlock:
    span = ruler.measured(block.start, block.end)
    match block:
        case PlainEntry():
            fields = tuple(RawField(each.name, each.value, ruler.line_of(each.at) + 1) for each in block.fields)
            return RawEntry(block.type.lower(), block.key, fields, span)
        case PlainString():
            return RawString(block.name, block.value, span)
        case PlainComment():
            return RawComment(text[block.start : block.end], span)


class _Ruler:
    """Finds each block's raw text behind the one before it, starting at the line that the library names."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._cursor = 0
        self._line = 0
        self.first = 0  # the line at which the library began to count

    def begin(self, at: int) -> None:
        """The library is given the text from an offset on."""
        self._cursor = at
        self.first = self.line_of(at)

    def measured(self, start: int, end: int) -> Span:
        """The span between two offsets, behind those that were asked for before."""
        first = self.line_of(start)
        last = first + self._text.count("\n", start, end)
        return Span(start, end, first + 1, last + 1, start - self._starts[first] + 1)

    def span(self, block: Block) -> Span:
        """The span of the next block; blocks must be asked for in file order."""
        raw = _own_text(block)
        line = self.first + (block.start_line or 0)
        start = self._text.find(raw, max(self._cursor, self._starts[min(line, len(self._starts) - 1)]))
        if start < 0:
            start = self._cursor
        self._cursor = start + len(raw)
        return self.measured(start, self._cursor)

    def line_of(self, offset: int) -> int:
        """The line of an offset, from 0, behind those that were asked for before."""
        while self._line + 1 < len(self._starts) and self._starts[self._line + 1] <= offset:
            self._line += 1
        return self._line


def _read(found: Block, ruler: _Ruler) -> RawBlock:
    span = ruler.span(found)
    block: Block | None = found
    # A key twice or a field twice: the entry itself is sound. `inspect` and `bibtex` say what is wrong with it.
    if isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
        block = block.ignore_error_block
    if isinstance(block, Entry):
        fields = tuple(RawField(item.key, item.value, ruler.first + item.start_line + 1) for item in block.fields)
        return RawEntry(block.entry_type.lower(), block.key, fields, span)
    if isinstance(block, String):
        return RawString(block.key, block.value, span)
    if isinstance(block, ExplicitComment | ImplicitComment | Preamble):
        return RawComment(block.raw or "", span)
    assert isinstance(block, ParsingFailedBlock)
    return _failure(block, span)


def _own_text(block: Block) -> str:
    """The raw text of a block; a broken one may end in the `@` at which the next one begins."""
    raw = block.raw or ""
    return _NEXT_BLOCK.sub("", raw) if isinstance(block, ParsingFailedBlock) else raw


def _failure(block: ParsingFailedBlock, span: Span) -> RawFailure:
    raw = _own_text(block)
    seen = _VISIBLE_KEY.match(raw)
    reason = getattr(block.error, "abort_reason", None) or str(block.error)
    return RawFailure(seen[1] if seen else None, " ".join(str(reason).split()), raw, span)
