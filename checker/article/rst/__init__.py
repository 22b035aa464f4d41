"""reStructuredText: footnotes `[1]_`, `[#name]_`, citations `[CIT2002]_`, sphinxcontrib-bibtex's `:cite:`, links.

Blocks are told by lines and indentation (docutils' "reStructuredText Markup Specification"); docutils itself gives no
columns, and would run the directives of a stranger's file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from checker.article import reference_list
from checker.article.draft import Block, BlockKind, Draft, Manuscript
from checker.article.lifting import lift
from checker.article.lines import Lines
from checker.article.prose import Prose
from checker.article.rst import inline as rst_inline
from checker.article.rst.inline import Targets
from checker.foundation.model import Definition, MarkerKind

_SIGNS = re.compile(
    r"^\.\. (?:\[[^\]]+\] |_[^:\n]+: |[\w-]+::)|\[[\w#*.:-]+\]_(?!\w)|:cite(?::\w+)?:`|`[^`<\n]+<https?://[^>\n]+>`__?",
    re.MULTILINE,
)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|$)")
_UNDERLINE = re.compile(r"([=\-`:.'\"~^_*+#<>])\1{2,}\s*$")
_DEFINITION = re.compile(r"\.\. \[(?P<label>[^\]\s]+)\][ \t]+(?=\S)")
_BARE_DEFINITION = re.compile(r"\.\. \[(?P<label>[^\]\s]+)\]\s*$")
_TARGET = re.compile(r"\.\. _(?P<name>`[^`]+`|[^:\n]+|_):[ \t]+(?P<address>\S+)\s*$")
_DIRECTIVE = re.compile(r"\.\. (?:\|[^|]+\| )?(?P<name>[\w:.+-]+)::[ \t]*(?P<argument>.*)$")
_BULLET = re.compile(r"[ \t]*(?:[-*+•‣][ \t]+|(?:\d{1,3}|#|[a-zA-Z])[.)][ \t]+|\((?:\d{1,3}|[a-z])\)[ \t]+)(?=\S)")
_FIELD = re.compile(r"[ \t]*:[A-Za-z][\w -]*:(?:[ \t]|$)")
_TABLE_RULE = re.compile(r"[ \t]*(?:\+[-=+]+\+|={2,}(?:[ \t]+={2,})+)\s*$")
_PROSE_DIRECTIVES = frozenset(
    {
        "note",
        "warning",
        "tip",
        "important",
        "hint",
        "caution",
        "danger",
        "attention",
        "admonition",
        "seealso",
        "epigraph",
    }
    | {
        "highlights",
        "pull-quote",
        "topic",
        "sidebar",
        "versionadded",
        "versionchanged",
        "deprecated",
        "compound",
        "container",
    }
    | {"figure", "table", "list-table", "class", "rst-class"}
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line: its offset, its words without the line break, its indentation."""

    start: int
    text: str

    @property
    def indent(self) -> int:
        """Columns of white space before the words."""
        return len(self.text) - len(self.text.lstrip())

    @property
    def blank(self) -> bool:
        """True for a line without words."""
        return not self.text.strip()


@dataclass(slots=True)
class _Note:
    """A footnote or citation that is defined: its label as written, its lines."""

    label: str
    lines: list[tuple[int, int]]
    end: int


@dataclass(slots=True)
class _Reading:
    """What one pass over the lines gathers: runs of prose (kind, section, spans), notes, link targets."""

    runs: list[tuple[BlockKind, str, list[tuple[int, int]]]] = field(default_factory=list)
    notes: list[_Note] = field(default_factory=list)
    targets: dict[str, str] = field(default_factory=dict)
    section: str = ""
    title: str = ""


def looks_like(text: str) -> bool:
    """Explicit markup (`.. `) that means something, or references with their underscore."""
    return _SIGNS.search(text[:200_000]) is not None


def read(manuscript: Manuscript) -> Draft:
    """All prose of a reStructuredText with its markers; its notes as definitions."""
    reading = _Reading()
    _blocks([_Line(found.start(), found[0].rstrip("\r\n")) for found in _LINE.finditer(manuscript.text)], reading)
    targets = Targets(reading.targets, [note.label for note in reading.notes])
    blocks: list[Block] = []
    for kind, section, spans in reading.runs:
        block = _prose(manuscript.text, spans, targets).block(kind, section)
        if block:
            blocks.append(block)
    definitions = tuple(_definitions(manuscript, reading, targets))
    return Draft(
        manuscript.text,
        manuscript.lines,
        lift(blocks, [each.label for each in definitions], numbers=not definitions),
        definitions,
        tuple(reference_list.duplicates(definitions)),
        title=reading.title,
    )


def _prose(text: str, spans: list[tuple[int, int]], targets: Targets) -> Prose:
    """The spans of one block as prose; markup may run over a line's end."""
    origin: list[int] = []
    pieces: list[str] = []
    for start, end in spans:
        pieces += [text[start:end], "\n"]
        origin += [*range(start, end), end]
    return rst_inline.write("".join(pieces), origin, targets)


def _definitions(manuscript: Manuscript, reading: _Reading, targets: Targets) -> Iterator[Definition]:
    names = rst_inline.numbered([note.label for note in reading.notes])
    for note, label in zip(reading.notes, names, strict=True):
        block = _prose(manuscript.text, note.lines, targets).block(BlockKind.PARAGRAPH)
        if block:
            links = [use.label for use in block.uses if use.kind is MarkerKind.LINK]
            place = manuscript.lines.place(note.lines[0][0])
            made = reference_list.definition(label, block.text, place, _line(manuscript.lines, note.end))
            urls = tuple(dict.fromkeys([*links, *made.urls]))
            yield replace(made, urls=urls, fields=tuple(reference_list.fields(made.text, urls)))


def _line(lines: Lines, offset: int) -> int:
    return lines.place(offset).line


def _blocks(lines: list[_Line], reading: _Reading) -> None:
    """One pass over the lines."""
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.blank or _TABLE_RULE.match(line.text):
            at += 1
        elif line.text.lstrip().startswith(".."):
            at = _explicit(lines, at, reading)
        elif line.text.lstrip().startswith(">>>"):
            at = _until_blank(lines, at)
        elif _is_title(lines, at):
            at = _heading(lines, at, reading)
        elif _FIELD.match(line.text):
            at += 1
        elif line.text.lstrip().startswith("|"):
            at = _row(lines, at, reading)
        else:
            at = _paragraph(lines, at, reading)


def _is_title(lines: list[_Line], at: int) -> bool:
    """A line with a rule under it, or a rule over it."""
    if _UNDERLINE.match(lines[at].text):
        return True
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    return (
        lines[at].indent == 0
        and _UNDERLINE.match(below) is not None
        and len(below.rstrip()) >= min(len(lines[at].text.rstrip()), 4)
    )


def _heading(lines: list[_Line], at: int, reading: _Reading) -> int:
    if _UNDERLINE.match(lines[at].text):  # an overline, or a transition
        over = at + 2 < len(lines) and not lines[at + 1].blank and _UNDERLINE.match(lines[at + 2].text)
        if not over:
            return at + 1
        at += 1
    line = lines[at]
    reading.section = line.text.strip()
    reading.title = reading.title or reading.section
    reading.runs.append((BlockKind.HEADING, reading.section, [_span(line)]))
    return at + 2


def _paragraph(lines: list[_Line], at: int, reading: _Reading) -> int:
    first = lines[at]
    bullet = _BULLET.match(first.text)
    quoted = first.indent > 0 and not bullet and not _inside_item(lines, at)
    kind = BlockKind.ITEM if bullet else BlockKind.QUOTATION if quoted else BlockKind.PARAGRAPH
    spans = [(first.start + (bullet.end() if bullet else first.indent), first.start + len(first.text.rstrip()))]
    last = at
    while last + 1 < len(lines) and not lines[last + 1].blank and not _BULLET.match(lines[last + 1].text):
        last += 1
        spans.append(_span(lines[last]))
    reading.runs.append((kind, reading.section, spans))
    if lines[last].text.rstrip().endswith("::"):
        return _body(lines, last + 1, first.indent)
    return last + 1


def _inside_item(lines: list[_Line], at: int) -> bool:
    """True when the indented line goes on a list item above it."""
    for line in reversed(lines[max(0, at - 40) : at]):
        if not line.blank and line.indent < lines[at].indent:
            return _BULLET.match(line.text) is not None
    return False


def _explicit(lines: list[_Line], at: int, reading: _Reading) -> int:
    """What begins with two dots: a note, a target, a directive, or a comment."""
    line = lines[at]
    text = line.text.lstrip()
    after = _body(lines, at + 1, line.indent)
    if note := _DEFINITION.match(text) or _BARE_DEFINITION.match(text):
        first = (line.start + line.indent + note.end(), line.start + len(line.text.rstrip()))
        body = [_span(each) for each in lines[at + 1 : after] if not each.blank]
        reading.notes.append(_Note(note["label"], [each for each in [first, *body] if each[1] > each[0]], line.start))
        reading.notes[-1].end = max([first[1], *(end for _, end in body)])
        if not reading.notes[-1].lines:
            reading.notes.pop()
        return after
    if target := _TARGET.match(text):
        reading.targets[rst_inline.name_of(target["name"].strip("`"))] = target["address"]
        return at + 1
    directive = _DIRECTIVE.match(text)
    if directive and directive["name"] in _PROSE_DIRECTIVES:
        body_lines = [each for each in lines[at + 1 : after] if not _FIELD.match(each.text)]
        _blocks([_Line(each.start + each.indent, each.text.strip()) for each in body_lines], reading)
    return after


def _row(lines: list[_Line], at: int, reading: _Reading) -> int:
    """A row of a grid table, or a line of a line block: each cell on its own."""
    line = lines[at]
    start = 0
    for cell in re.finditer(r"[^|]+", line.text):
        start = line.start + cell.start() + len(cell[0]) - len(cell[0].lstrip())
        if cell[0].strip():
            reading.runs.append((BlockKind.CELL, reading.section, [(start, start + len(cell[0].strip()))]))
    return at + 1


def _body(lines: list[_Line], at: int, indent: int) -> int:
    """The index after the lines that are indented deeper than `indent`."""
    after = at
    while at < len(lines) and (lines[at].blank or lines[at].indent > indent):
        at += 1
        after = after if lines[at - 1].blank else at
    return after


def _until_blank(lines: list[_Line], at: int) -> int:
    while at < len(lines) and not lines[at].blank:
        at += 1
    return at


def _span(line: _Line) -> tuple[int, int]:
    return line.start + line.indent, line.start + len(line.text.rstrip())
