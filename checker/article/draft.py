"""What a reader hands to the claim cutter: blocks of prose, the marker uses found in them, and definitions.

A reader turns its format into this; nothing after it knows what the format was. Two kinds of offsets are kept
apart: positions in `Block.text` (prose as a reader sees it, markers and markup taken out) and offsets in the
article's text; `Block.offsets` leads from the first to the second.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from checker.article.lines import Lines
from checker.foundation.model import Definition, MarkerKind, Problem

NARRATIVE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in `Block.text` for a citation that is a word of its sentence: `@smith2004 says …`."""

INLINE = "^"
"""Labels of notes that have none begin with it (`^[…]`, `\\footnote{…}`), followed by their number in the article."""


class BlockKind(StrEnum):
    """What a block of prose is; only paragraphs, items and quotations pass coverage on from sentence to sentence."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTATION = "quotation"
    CELL = "cell"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Use:
    """One marker where it was found: `at` is the position in `Block.text` that it stood at, without width.

    `start` and `end` are offsets in the article's text; `text` is what a reader sees (`[13–15]`). A `narrative`
    use is a word of its own sentence and says nothing of the sentences before it.
    """

    label: str
    kind: MarkerKind
    at: int
    start: int
    end: int
    text: str
    locator: str | None = None
    scope: str = ""
    narrative: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A run of prose that belongs together: `offsets[i]` is where `text[i]` stands in the article's text.

    `protected` are spans of `text` (code) that are prose to a reader but hold no markers.
    """

    kind: BlockKind
    text: str
    offsets: Sequence[int]
    uses: tuple[Use, ...] = ()
    section: str = ""
    protected: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as its reader leaves it. `text` is what offsets point into, `lines` where they stand in files.

    `nested` are (scope, label) of notes that other notes lead to; no marker need stand in the prose for them.
    """

    text: str
    lines: Lines
    blocks: tuple[Block, ...] = ()
    definitions: tuple[Definition, ...] = ()
    problems: tuple[Problem, ...] = ()
    title: str = ""
    language: str = ""
    revision: str | None = None
    nested: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What a reader is given: the decoded text, the raw bytes (DOCX), and how to ask for included files (LaTeX)."""

    path: str
    text: str
    data: bytes = b""
    include: Callable[[str], str | None] | None = None
    lines: Lines = field(init=False)

    def __post_init__(self) -> None:
        """Lines are counted once."""
        object.__setattr__(self, "lines", Lines(self.path, self.text))
