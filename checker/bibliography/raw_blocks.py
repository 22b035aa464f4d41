"""What a .bib text is made of, as written, and where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias


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


class Ruler:
    """Measures spans of a text, each behind the one before it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._line = 0

    def measured(self, start: int, end: int) -> Span:
        """The span between two offsets, behind those that were asked for before."""
        first = self.line_of(start)
        last = first + self.text.count("\n", start, end)
        return Span(start, end, first + 1, last + 1, start - self._starts[first] + 1)

    def start_of(self, line: int) -> int:
        """The offset of a line (from 0), or of the last one for a line after it."""
        return self._starts[min(line, len(self._starts) - 1)]

    def line_of(self, offset: int) -> int:
        """The line of an offset, from 0, behind those that were asked for before."""
        while self._line + 1 < len(self._starts) and self._starts[self._line + 1] <= offset:
            self._line += 1
        return self._line
