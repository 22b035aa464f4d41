"""From an offset to a place: line and column, counted once for a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from checker.foundation.model import Place

_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of the text that comes from one file: `start` in the text, the rest about that file."""

    start: int
    path: str
    line: int
    column: int


class Lines:
    """Places of one text; several files when an article includes others (`part` adds them in order of offset)."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self._starts = [0, *(found.end() for found in _LINE_END.finditer(text))]
        self._parts = [_Part(0, path, 1, 1)]
        self._part_starts = [0]

    def part(self, start: int, place: Place) -> None:
        """From offset `start` on, the text is that of `place.path`, beginning at `place`."""
        self._parts.append(_Part(start, place.path, place.line, place.column))
        self._part_starts.append(start)

    def place(self, offset: int) -> Place:
        """Line and column of an offset, both from 1, columns in code points."""
        line, column = self._position(offset)
        if len(self._parts) == 1:  # one file, as nearly all are
            return Place(self.path, line, column)
        part = self._parts[bisect_right(self._part_starts, offset) - 1]
        first_line, first_column = self._position(part.start)
        if line == first_line:
            return Place(part.path, part.line, part.column + column - first_column)
        return Place(part.path, part.line + line - first_line, column)

    def start(self, line: int) -> int:
        """The offset at which a line (from 1) begins; the end of the text for a line after the last."""
        return self._starts[min(line, len(self._starts)) - 1]

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
