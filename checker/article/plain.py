"""Plain text: paragraphs between blank lines, list items, headings, and a numbered list of sources at the end.

There is no standard for it; what is read is what people paste out of wikis and word processors. A line longer than
any hard-wrapped one is a paragraph of its own, so that text with one line a paragraph reads right as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.article import reference_list
from checker.article.draft import Block, BlockKind, Draft, Manuscript
from checker.article.lifting import lift
from checker.article.prose import Prose
from checker.foundation.model import Definition

WRAPPED = 120
"""Characters: RFC 678 wraps at 72, editors at 80 to 120; a longer line was not wrapped by hand."""

HEADING = 100
"""Characters up to which a lone line without a full stop is a heading."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|$)")
_BULLET = re.compile(r"[ \t]*(?:[-*•·‣◦–—][ \t]+|\d{1,3}[.)][ \t]+|[a-zđ][.)][ \t]+)(?=\S)")
_CLOSED = re.compile(r"[.!?…:;,][\"'”’»)\]]*(?:\[[^\]\s]{1,12}\])*\s*$")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the file: offsets of its words, without the line break."""

    start: int
    end: int
    text: str


def looks_like(text: str) -> bool:
    """Everything can be read as plain text."""
    return isinstance(text, str)


def read(manuscript: Manuscript) -> Draft:
    """Paragraphs, items and headings of a plain text; its numbered list of sources as definitions."""
    blocks: list[Block] = []
    definitions: list[Definition] = []
    section, title = "", ""
    for paragraph in _paragraphs(manuscript.text):
        listed = bool(reference_list.HEADINGS.match(section))
        entries = _entries(manuscript, paragraph, listed=listed)
        if entries:
            definitions += entries
            continue
        kind = _kind(paragraph)
        pen = Prose(manuscript.text)
        for line in paragraph:
            pen.take(*_words(line, kind))
            pen.put(" ", line.end)
        if kind is BlockKind.HEADING:
            section = paragraph[0].text.strip().strip("#=*_ ")
            title = title or section
        block = pen.block(kind, section)
        if block:
            blocks.append(block)
    lifted = lift(blocks, [each.label for each in definitions])
    return Draft(manuscript.text, manuscript.lines, lifted, tuple(definitions), title=title)


def _paragraphs(text: str) -> Iterator[list[_Line]]:
    """Lines that belong together: up to a blank line, the next item, or the end of a line too long to be wrapped."""
    lines: list[_Line] = []
    for found in _LINE.finditer(text):
        words = found[0].rstrip("\r\n")
        line = _Line(found.start(), found.start() + len(words), words)
        in_list = not lines or reference_list.item(lines[0].text, listed=False)
        starts_anew = _BULLET.match(words) or (in_list and reference_list.item(words, listed=False))
        if lines and (not words.strip() or starts_anew or len(lines[-1].text) > WRAPPED):
            yield lines
            lines = []
        if words.strip():
            lines.append(line)
    if lines:
        yield lines


def _kind(paragraph: list[_Line]) -> BlockKind:
    first = paragraph[0].text
    if _BULLET.match(first):
        return BlockKind.ITEM
    if first.lstrip().startswith(">"):
        return BlockKind.QUOTATION
    if len(paragraph) == 1 and len(first.strip()) <= HEADING and not _CLOSED.search(first):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def _words(line: _Line, kind: BlockKind) -> tuple[int, int]:
    """The span of a line's words, without the sign of an item or a quotation."""
    start = line.start + len(line.text) - len(line.text.lstrip())
    bullet = _BULLET.match(line.text) if kind is BlockKind.ITEM else None
    if bullet:
        start = line.start + bullet.end()
    elif kind is BlockKind.QUOTATION:
        start = line.start + len(line.text) - len(line.text.lstrip("> \t"))
    return start, line.end


def _entries(manuscript: Manuscript, paragraph: list[_Line], *, listed: bool) -> list[Definition]:
    """The entry of the list of sources that a paragraph is, if it is one (each entry begins a paragraph)."""
    head = reference_list.item(paragraph[0].text, listed=listed)
    if not head:
        return []
    words = " ".join([paragraph[0].text[head.end() :], *(line.text for line in paragraph[1:])])
    place = manuscript.lines.place(paragraph[0].start)
    name = reference_list.label(head)
    return [reference_list.definition(name, words, place, place.line + len(paragraph) - 1)]
