r"""A LaTeX document put together from its files, and its braces and environments matched in one pass.

`\\input` and `\\include` are resolved through the `include` function of the manuscript; each piece of the whole text
keeps the file, line and column that it comes from.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from checker.article.draft import Manuscript
from checker.article.lines import Lines
from checker.foundation.model import Place, Problem

DEEPEST = 10
"""Files within files; TeX itself stops at 15 open inputs (TeX by Topic, 30.1)."""

MOST = 500
"""Files of one document: a loop that renames itself ends here."""

_INCLUDE = re.compile(r"\\(?:input|include|subfile)\s*\{([^{}\n]+)\}|(?<!\\)%[^\n]*|\\.", re.DOTALL)
_TOKEN = re.compile(r"\\[a-zA-Z]+\*?|\\.|%[^\n]*\n?|[{}$]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Whole:
    """The document in one text, the places of its parts, and the files that were not to be had."""

    text: str
    lines: Lines
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Pieces:
    """The text as it grows, and which file each piece is of: (offset in the whole, place of its first character)."""

    texts: list[str] = field(default_factory=list)
    length: int = 0
    parts: list[tuple[int, Place]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    files: int = 0

    def add(self, text: str, place: Place) -> None:
        """A piece that begins at `place` in its file."""
        if text:
            self.parts.append((self.length, place))
            self.texts.append(text)
            self.length += len(text)


def whole(manuscript: Manuscript) -> Whole:
    """The document with everything that it includes."""
    pieces = _Pieces()
    _take(manuscript, manuscript.path, manuscript.text, pieces, ())
    text = "".join(pieces.texts)
    lines = Lines(manuscript.path, text)
    for start, place in pieces.parts:
        lines.part(start, place)
    return Whole(text, lines, tuple(pieces.problems))


def _take(manuscript: Manuscript, path: str, text: str, pieces: _Pieces, above: tuple[str, ...]) -> None:
    own = Lines(path, text)
    at = 0
    for found in _INCLUDE.finditer(text):
        if not found[1]:
            continue
        name = found[1].strip() if PurePosixPath(found[1].strip()).suffix else f"{found[1].strip()}.tex"
        inner = _ask(manuscript, name, pieces, above, own.place(found.start()))
        if inner is not None:
            pieces.add(text[at : found.start()], own.place(at))
            _take(manuscript, str(PurePosixPath(manuscript.path).parent / name), inner, pieces, (*above, name))
            at = found.end()
    pieces.add(text[at:], own.place(at))


def _ask(manuscript: Manuscript, name: str, pieces: _Pieces, above: tuple[str, ...], place: Place) -> str | None:
    """The text of an included file, or None, with a Problem that says why it is not read."""
    pieces.files += 1
    if name in above or len(above) >= DEEPEST or pieces.files > MOST:
        reason = "includes itself" if name in above else "is included too deep or too often"
    else:
        inner = manuscript.include(name) if manuscript.include else None
        if inner is not None:
            return inner
        reason = "cannot be read"
    tip = "Give the file its right name, or check it as an article of its own."
    pieces.problems.append(
        Problem("article-unread", f"The file {name} {reason}; its citations are not checked.", place, (), tip)
    )
    return None


@dataclass(frozen=True, slots=True)
class Groups:
    """`ends[start]` is where the brace that opens at `start` closes (the offset of `}`); `dollars` are those of math."""

    ends: dict[int, int]
    dollars: list[int]

    def math_end(self, at: int) -> int | None:
        """The offset of the next dollar sign after `at`."""
        index = bisect_left(self.dollars, at)
        return self.dollars[index] if index < len(self.dollars) else None


def groups(text: str) -> Groups:
    """All braces and dollar signs that are not escaped and not in a comment."""
    ends: dict[int, int] = {}
    opened: list[int] = []
    dollars: list[int] = []
    for found in _TOKEN.finditer(text):
        if found[0] == "{":
            opened.append(found.start())
        elif found[0] == "}" and opened:
            ends[opened.pop()] = found.start()
        elif found[0] == "$":
            dollars.append(found.start())
    return Groups(ends, dollars)
