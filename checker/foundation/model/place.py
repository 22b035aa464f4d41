"""Where things stand: every noun that can be pointed at carries a Place from the reader to the report."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a file: `line` and `column` count from 1, columns in code points; line 0 is the whole file."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """`path:line:column`, the form that editors and terminals make clickable."""
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a finding, with the sentence that says why."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem of the world, met by a room: a value with a rule, a place and a way out, never an exception.

    `rule` is a stable kebab-case id of `docs/rules.md`; how loudly it is told is decided in `checker.findings`.
    """

    rule: str
    message: str
    place: Place
    related: tuple[Related, ...] = ()
    tip: str = ""
