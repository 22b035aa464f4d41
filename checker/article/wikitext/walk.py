"""The walk over wikitext: markup out, prose in, notes handed to `wikitext_notes`, templates to `wikitext_calls`."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from checker.article import grammar
from checker.article.draft import Block, BlockKind
from checker.article.prose import Prose
from checker.article.wikitext import notes as wikitext_notes
from checker.article.wikitext.marks import Marks, named, parameters
from checker.article.wikitext.notes import Fields, Lead, Notes, Said
from checker.foundation.model import MarkerKind

DEEPEST = 12
"""Templates within templates that are looked into; article text nests three or four deep."""

LONGEST_ATTRIBUTES = 300
"""Characters before a single bar in a table's cell that may be its attributes (`style="…" |`)."""

LONGEST_LINK = 3_000
"""Characters of one `[[…]]`: captions are long, an unclosed bracket is longer."""

_SPECIAL = re.compile(r"\n|''+|\{\{|\[\[|\]\]|\[(?=https?://|//)|<(?=[!/a-zA-Z])|&(?=[#a-zA-Z])|__[A-Z]{3,}__|\|\|?|!!")
_HEADING = re.compile(r"(={1,6})[ \t]*([^\n]*?)[ \t]*\1[ \t]*(?=\n|\Z)")
_ITEM = re.compile(r"[*#:;]+[ \t]*")
_TABLE_LINE = re.compile(r"[ \t]*(?:(?P<open>\{\|[^\n]*)|(?P<close>\|\}(?!\}))|(?P<row>\|-[^\n]*)|(?P<cell>\|\+|\||!))")
_RULE = re.compile(r"-{4,}")
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)[^<>]*>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_EXTERNAL = re.compile(r"\[((?:https?:)?//[^\s\[\]<>\"]+)([^\]\n]{0,1000})\]")
_MEDIA = re.compile(r"\s*:?\s*(?:file|image|tập tin|hình|media)\s*:", re.IGNORECASE)
_ASIDE = re.compile(r"\s*(?:category|thể loại)\s*:", re.IGNORECASE)
HAS_NOTE = re.compile(r"<ref\b|\{\{\s*(?:sfn|efn|refn|r\s*\||cần|citation needed)", re.IGNORECASE)
_LISTED = re.compile(r"<ref\b[^<>]*>", re.IGNORECASE)


@dataclass(slots=True)
class Document:
    """What all walks over one source share; `full` are citations outside notes by their ids: (fields, words).

    `act` does in a walk what a template does on the page.
    """

    source: str
    marks: Marks
    act: Callable[[Walk, Call], None]
    blocks: list[Block] = field(default_factory=list)
    notes: Notes = field(default_factory=Notes)
    full: dict[str, tuple[Fields, str]] = field(default_factory=dict)
    section: str = ""
    last_list: int = field(init=False)  # where the last `</references>` stands

    def __post_init__(self) -> None:
        """Looked for once."""
        self.last_list = self.source.rfind("</references")

    def said(self, start: int, end: int, depth: int = 1) -> Said:
        """The contents of a note, read as prose."""
        walk = Walk(self, depth=depth, noting=True)
        walk.run(start, end)
        block = walk.pen.block(BlockKind.PARAGRAPH)
        text = " ".join(block.text.split()) if block else ""
        urls = [use.label for use in block.uses if use.kind is MarkerKind.LINK] if block else []
        return Said(text, tuple(dict.fromkeys(urls)), tuple(walk.works), tuple(walk.leads))


@dataclass(frozen=True, slots=True)
class Call:
    """A template where it stands: its name, lower-cased, and its parameters, (name, span of the value)."""

    name: str
    start: int
    end: int
    parameters: tuple[tuple[str, tuple[int, int]], ...]

    def span(self, *names: str) -> tuple[int, int] | None:
        """The span of the first parameter of one of these names; "" is the first positional one."""
        return next((span for name, span in self.parameters if name.casefold() in names), None)


class Walk:
    """A walk over a span: the document, a cell, or (`noting`) the contents of a note, where citations become words."""

    def __init__(self, document: Document, *, depth: int = 0, noting: bool = False) -> None:
        self.document = document
        self.source = document.source
        self.marks = document.marks
        self.depth = depth
        self.noting = noting
        self.pen = Prose(self.source)
        self.kind = BlockKind.PARAGRAPH
        self.by_line = False
        self.table = 0
        self.listing = False
        self.works: list[Fields] = []
        self.leads: list[Lead] = []
        self.handlers: dict[str, Callable[[int, int], int]] = {
            "\n": self._newline,
            "'": self._quotes,
            "{": self._template,
            "[": self._link,
            "]": self._stray,
            "<": self._tag,
            "&": self._entity,
            "_": self._switch,
            "|": self._bar,
            "!": self._bar,
        }

    def whole(self, start: int, end: int) -> None:
        """Walk a span in which lines mean something: headings, items, table rows, paragraphs."""
        self.by_line = True
        self.run(self._line(start, end), end)
        self.flush()

    def run(self, start: int, end: int) -> None:
        """Walk a span."""
        at = start
        while at < end:
            found = _SPECIAL.search(self.source, at, end)
            if not found:
                self.pen.take(at, end)
                return
            self.pen.take(at, found.start())
            at = self.handlers[found[0][0]](found.start(), end)

    def flush(self) -> None:
        """End the block that is being written; a list entry that is nothing but a citation is no prose."""
        block = self.pen.block(self.kind, self.document.section)
        listing, self.listing = self.listing, False
        if block and not (listing and not block.uses):
            self.document.blocks.append(block)

    def aside(self, span: tuple[int, int], kind: BlockKind) -> None:
        """A block of its own inside another: a cell of an infobox, a caption, a quotation."""
        if self.depth >= DEEPEST:
            return
        walk = Walk(self.document, depth=self.depth + 1)
        walk.kind = kind
        walk.run(*span)
        walk.flush()

    def _newline(self, at: int, end: int) -> int:
        self.pen.put(" ", at)
        return self._line(at + 1, end) if self.by_line else at + 1

    def _line(self, at: int, end: int) -> int:
        """What the beginning of a line means; the offset at which its prose begins."""
        if heading := _HEADING.match(self.source, at, end):
            self.flush()
            self.kind = BlockKind.HEADING
            self.run(*heading.span(2))
            self.document.section = " ".join(self.pen.since(0).split())
            self.flush()
            self.kind = BlockKind.PARAGRAPH
            return heading.end()
        table = _TABLE_LINE.match(self.source, at, end)
        if table and (self.table or table["open"]):
            return self._table(table)
        if item := _ITEM.match(self.source, at, end) or _RULE.match(self.source, at, end):
            self.flush()
            self.kind = BlockKind.ITEM
            return item.end()
        blank = at >= end or self.source[at] == "\n"
        if blank or self.kind in (BlockKind.ITEM, BlockKind.HEADING):
            self.flush()
            if not self.table and self.kind is not BlockKind.QUOTATION:
                self.kind = BlockKind.PARAGRAPH
        return at

    def _table(self, line: re.Match[str]) -> int:
        self.flush()
        self.kind = BlockKind.CELL
        self.table += 1 if line["open"] else -1 if line["close"] else 0
        if line["close"] and not self.table:
            self.kind = BlockKind.PARAGRAPH
        return line.end()

    def _bar(self, at: int, _: int) -> int:
        """In a table `||` and `!!` part cells, and what stands before a single bar is a cell's attributes."""
        double = self.source.startswith(("||", "!!"), at)
        if not self.table or self.kind is not BlockKind.CELL:
            self.pen.take(at, at + 1 + double)
        elif double:
            self.flush()
        elif self.pen.length <= LONGEST_ATTRIBUTES and "=" in self.pen.since(0):
            self.pen.back(0)
        return at + 1 + double

    def _quotes(self, at: int, end: int) -> int:
        after = at
        while after < end and self.source[after] == "'":
            after += 1
        return after

    def _switch(self, at: int, _: int) -> int:
        return self.source.index("__", at + 2) + 2

    def _stray(self, at: int, _: int) -> int:
        return at + 2

    def _entity(self, at: int, end: int) -> int:
        found = _ENTITY.match(self.source, at, end)
        if not found:
            self.pen.take(at, at + 1)
            return at + 1
        self.pen.put(html.unescape(found[0]), at)
        return found.end()

    def _link(self, at: int, end: int) -> int:
        if not self.source.startswith("[[", at):
            return self._external(at, end)
        close = self.marks.ends.get(at)
        if close is None or close > end or close - at > LONGEST_LINK:
            return at + 2
        spans = parameters(self.source, at + 2, close - 2, self.marks)
        if _MEDIA.match(self.source, at + 2, close):
            for span in spans[1:]:
                if HAS_NOTE.search(self.source, *span):
                    self.aside(span, BlockKind.PARAGRAPH)
        elif not _ASIDE.match(self.source, at + 2, close):
            self._nested(spans[-1])
        return close

    def _nested(self, span: tuple[int, int]) -> None:
        if self.depth >= DEEPEST:
            self.pen.take(*span)
            return
        self.depth += 1
        by_line, self.by_line = self.by_line, False
        self.run(*span)
        self.by_line = by_line
        self.depth -= 1

    def _external(self, at: int, end: int) -> int:
        found = _EXTERNAL.match(self.source, at, end)
        if not found:
            self.pen.take(at, at + 1)
            return at + 1
        self._nested(found.span(2))
        address = f"https:{found[1]}" if found[1].startswith("//") else found[1]
        self.pen.cite(address, MarkerKind.LINK, at, found.end())
        return found.end()

    def _tag(self, at: int, end: int) -> int:
        if at in self.marks.opaque:
            close = min(self.marks.opaque[at], end)
            if self.source.startswith("<nowiki>", at):
                self.pen.take(at + 8, max(at + 8, close - 9), protected=True)
            return close
        found = _TAG.match(self.source, at, end)
        if not found:
            self.pen.take(at, at + 1)
            return at + 1
        name = found[1].lower()
        if name == "ref" and not found[0].startswith("</"):
            return self._reference(found)
        if name == "references" and not found[0].startswith("</") and not found[0].endswith("/>"):
            known = found.end() < self.document.last_list
            close = self.source.find("</references", found.end(), end) if known else -1
            self.listed(found.end(), close if close >= 0 else found.end())
            return close if close >= 0 else found.end()
        if name in ("br", "p"):
            self.pen.put(" ", at)
        elif name == "blockquote":
            self.flush()
            self.kind = BlockKind.PARAGRAPH if found[0].startswith("</") else BlockKind.QUOTATION
        elif found[0] == "<sup>":
            return self._raised(found.end(), end)
        return found.end()

    def _raised(self, at: int, end: int) -> int:
        close = self.source.find("</sup>", at, min(end, at + 60))
        text = self.source[at:close] if close >= 0 else ""
        raised = grammar.raised(text)
        if raised == text:
            return at
        self.pen.put(raised, at)
        return close + 6

    def _reference(self, tag: re.Match[str]) -> int:
        name, group = wikitext_notes.attributes(tag[0])
        start = tag.start()
        close = None if tag[0].endswith("/>") else self.marks.references.get(start)
        after = tag.end()
        if close is not None:
            ending = self.source.find(">", close)
            after = ending + 1 if ending >= 0 else close
        if not self.noting:
            contents = (tag.end(), close) if close is not None else None
            self.cite(self.document.notes.use(name, group, start, contents), group, start, after)
        return after

    def cite(self, label: str, group: str, start: int, end: int, locator: str | None = None) -> None:
        """Note a marker that leads to a note of the article, as MediaWiki shows it."""
        self.pen.cite(label, MarkerKind.FOOTNOTE, start, end, text=f"[{label}]", locator=locator, scope=group)

    def listed(self, start: int, end: int) -> None:
        """Notes that are defined in the list of notes, to be used by name."""
        for tag in _LISTED.finditer(self.source, start, end):
            close = self.marks.references.get(tag.start())
            name, group = wikitext_notes.attributes(tag[0])
            if close is not None and name:
                self.document.notes.define(name, group, (tag.end(), close))

    def _template(self, at: int, end: int) -> int:
        close = self.marks.ends.get(at)
        if close is None or close > end:
            self.pen.take(at, at + 2)
            return at + 2
        spans = parameters(self.source, at + 2, close - 2, self.marks)
        name = " ".join(self.source[slice(*spans[0])].replace("_", " ").split()).casefold()
        call = Call(
            name.removeprefix("bản mẫu:").removeprefix("template:"),
            at,
            close,
            tuple(named(self.source, span) for span in spans[1:]),
        )
        self.document.act(self, call)
        return close

    def words(self, span: tuple[int, int]) -> str:
        """A span as plain words."""
        if self.depth >= DEEPEST:
            return self.source[slice(*span)]
        return self.document.said(*span, depth=self.depth + 1).text
