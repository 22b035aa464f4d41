"""Word documents: paragraphs, tables, footnotes and endnotes, links, and the fields of reference managers (extra `docx`).

The article's text is what is written here, a line for each paragraph, cell and note; offsets and lines point into it.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from checker.article import reference_list
from checker.article.docx import fields as docx_fields
from checker.article.docx.fields import Item
from checker.article.draft import Block, BlockKind, Draft, Manuscript
from checker.article.lifting import lift
from checker.article.lines import Lines
from checker.article.prose import Prose
from checker.foundation.errors import ExtraMissing
from checker.foundation.model import Definition, MarkerKind, Place, Problem

LARGEST = 200_000_000
"""Bytes of all parts unpacked; a zip bomb says in its directory how large it is, and python-docx would read it whole."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_HEADING = re.compile(r"(?:heading|title|tiêu đề|đầu đề)\s*\d?", re.IGNORECASE)
_QUOTE = re.compile(r"(?:intense ?)?quote|trích dẫn", re.IGNORECASE)


def looks_like(text: str) -> bool:
    """A zip archive that names a Word document's main part near its beginning or its end."""
    return text.startswith("PK\x03\x04") and (
        "word/document.xml" in text[:200_000] or "word/document.xml" in text[-200_000:]
    )


def read(manuscript: Manuscript) -> Draft:
    """The document's prose with its markers; broken files are an empty draft with a Problem that says why.

    Raises ExtraMissing without the package python-docx.
    """
    try:
        from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415 - an extra: only who reads DOCX needs it
    except ImportError:
        raise ExtraMissing("Reading DOCX", "docx") from None
    reason = _unsafe(manuscript.data)
    if not reason:
        try:
            return _draft(manuscript)
        except (PackageNotFoundError, SyntaxError, KeyError, ValueError, zipfile.BadZipFile) as error:
            reason = f"it is no sound Word document ({type(error).__name__})"
    problem = Problem(
        "article-unread",
        f"The document cannot be read: {reason}.",
        Place(manuscript.path),
        (),
        "Open it in a word processor and save it anew as .docx.",
    )
    return Draft(text="", lines=Lines(manuscript.path, ""), problems=(problem,))


def _draft(manuscript: Manuscript) -> Draft:
    """The draft of a sound document; broken XML is a SyntaxError, a missing part a KeyError."""
    import docx  # noqa: PLC0415 - an extra

    document = docx.Document(io.BytesIO(manuscript.data))
    if document.element.body is None:
        raise ValueError("no body")
    return _Reading(manuscript.path, document).draft()


def _unsafe(data: bytes) -> str | None:
    """Why a package is not opened, or None."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError):
        return "it is no zip archive"
    return f"it unpacks to {size:,} bytes" if size > LARGEST else None


@dataclass(frozen=True, slots=True)
class _Mark:
    """A marker in the text that is being written: its span there, and what it says."""

    start: int
    end: int
    label: str
    kind: MarkerKind
    locator: str | None = None
    shown: bool = False  # a link's words are prose, a citation's are not


@dataclass(slots=True)
class _Field:
    """A complex field while it is read: its instruction, and where its shown result begins."""

    instruction: str = ""
    data: str = ""
    start: int | None = None


@dataclass(slots=True)
class _Paragraph:
    """A line of the text: its span, its kind, its markers."""

    start: int
    kind: BlockKind
    end: int = 0
    marks: list[_Mark] = field(default_factory=list)


class _Reading:
    """One pass over the body in the order of the page, then over the notes."""

    def __init__(self, path: str, document: Any) -> None:
        self.path = path
        self.document = document
        self.styles = {style.style_id: style.name for style in document.styles}
        self.texts: list[str] = []
        self.length = 0
        self.paragraphs: list[_Paragraph] = []
        self.fields: list[_Field] = []
        self.works: dict[str, Item] = {}
        self.notes: dict[tuple[str, str], str] = {}  # (kind of note, id) -> label
        self.links = {name: part.target_ref for name, part in document.part.rels.items() if part.is_external}

    def draft(self) -> Draft:
        """The whole document."""
        self._body(self.document.element.body, BlockKind.PARAGRAPH)
        paragraphs = list(self.paragraphs)
        noted = list(self._notes())
        text = "".join(self.texts)
        lines = Lines(self.path, text)
        title, section, blocks = "", "", []
        for paragraph in paragraphs:
            block = _block(text, paragraph, section)
            if block and block.kind is BlockKind.HEADING:
                section = " ".join(block.text.split())
                title = title or section
            blocks += [block] if block else []
        definitions = (*self._note_definitions(noted, text, lines), *self._work_definitions(paragraphs, lines))
        own = any(mark.kind is not MarkerKind.LINK for paragraph in paragraphs for mark in paragraph.marks)
        core = self.document.core_properties
        return Draft(
            text,
            lines,
            lift(blocks, [each.label for each in definitions], numbers=not own),
            tuple(definitions),
            title=title or core.title or "",
            language=(core.language or "")[:2].lower(),
        )

    def _body(self, element: Any, kind: BlockKind) -> None:
        for child in element:
            if child.tag == f"{_W}p":
                self._paragraph(child, kind)
            elif child.tag == f"{_W}tbl":
                for cell in child.iter(f"{_W}tc"):
                    for paragraph in cell.findall(f"{_W}p"):
                        self._paragraph(paragraph, BlockKind.CELL)
            elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins"):
                self._body(child, kind)

    def _paragraph(self, element: Any, kind: BlockKind) -> None:
        paragraph = _Paragraph(self.length, self._kind(element, kind))
        self.paragraphs.append(paragraph)
        self._runs(element, paragraph)
        paragraph.end = self.length
        self._write("\n")

    def _kind(self, element: Any, kind: BlockKind) -> BlockKind:
        style = element.find(f"{_W}pPr/{_W}pStyle")
        name = self.styles.get(style.get(f"{_W}val"), "") if style is not None else ""
        if _HEADING.match(name or ""):
            return BlockKind.HEADING
        if _QUOTE.search(name or ""):
            return BlockKind.QUOTATION
        numbered = element.find(f"{_W}pPr/{_W}numPr") is not None or (name or "").startswith("List")
        return BlockKind.ITEM if numbered and kind is BlockKind.PARAGRAPH else kind

    def _runs(self, element: Any, paragraph: _Paragraph) -> None:
        for child in element:
            tag = str(child.tag).removeprefix(_W)
            if tag == "r":
                self._run(child, paragraph)
            elif tag == "hyperlink":
                self._hyperlink(child, paragraph)
            elif tag == "fldSimple":
                start = self.length
                self._runs(child, paragraph)
                self._cite(child.get(f"{_W}instr", ""), start, paragraph)
            elif tag == "sdt":
                mark = child.find(f"{_W}sdtPr/{_W}tag")
                start = self.length
                self._runs(
                    child.find(f"{_W}sdtContent") if child.find(f"{_W}sdtContent") is not None else (), paragraph
                )
                self._items(docx_fields.tagged(mark.get(f"{_W}val", "") if mark is not None else ""), start, paragraph)
            elif tag in ("ins", "smartTag", "sdtContent"):
                self._runs(child, paragraph)

    def _run(self, run: Any, paragraph: _Paragraph) -> None:
        for child in run:
            tag = str(child.tag).removeprefix(_W)
            if tag == "fldChar":
                self._field(child.get(f"{_W}fldCharType"), child.findtext(f"{_W}fldData", ""), paragraph)
            elif tag == "instrText" and self.fields:
                self.fields[-1].instruction += child.text or ""
            elif tag == "t" and all(each.start is not None for each in self.fields):
                self._write(child.text or "")
            elif tag in ("tab", "br", "cr"):
                self._write(" ")
            elif tag in ("footnoteReference", "endnoteReference"):
                self._note(tag.removesuffix("Reference"), child.get(f"{_W}id", ""), paragraph)

    def _field(self, kind: str | None, data: str, paragraph: _Paragraph) -> None:
        if kind == "begin":
            self.fields.append(_Field(data=data))
        elif kind == "separate" and self.fields:
            self.fields[-1].start = self.length
        elif kind == "end" and self.fields:
            done = self.fields.pop()
            instruction = docx_fields.with_data(done.instruction, done.data)
            self._cite(instruction, self.length if done.start is None else done.start, paragraph)

    def _hyperlink(self, element: Any, paragraph: _Paragraph) -> None:
        start = self.length
        self._runs(element, paragraph)
        address = self.links.get(element.get(f"{_R}id", ""), "")
        if re.match(r"https?://", address) and self.length > start:
            paragraph.marks.append(_Mark(start, self.length, address, MarkerKind.LINK, shown=True))

    def _cite(self, instruction: str, start: int, paragraph: _Paragraph) -> None:
        address = docx_fields.address(instruction)
        if address and self.length > start:
            paragraph.marks.append(_Mark(start, self.length, address, MarkerKind.LINK, shown=True))
        self._items(docx_fields.items(instruction), start, paragraph)

    def _items(self, items: list[Item], start: int, paragraph: _Paragraph) -> None:
        start = max(start, paragraph.start)
        if items and self.length == start:
            self._write("[…]")
        for item in items:
            label = self._label(item)
            kind = MarkerKind.KEY if item.is_key else MarkerKind.FOOTNOTE
            paragraph.marks.append(_Mark(start, self.length, label, kind, item.locator))

    def _label(self, item: Item) -> str:
        """The label of a work; two works of one author and year are told apart by a number."""
        label, number = item.label, 1
        while self.works.setdefault(label, item).fields != item.fields:
            number += 1
            label = f"{item.label} ({number})"
        return label

    def _note(self, kind: str, identity: str, paragraph: _Paragraph) -> None:
        label = self.notes.setdefault((kind, identity), str(len(self.notes) + 1))
        start = self.length
        self._write(f"[{label}]")
        paragraph.marks.append(_Mark(start, self.length, label, MarkerKind.FOOTNOTE))

    def _write(self, text: str) -> None:
        self.texts.append(text)
        self.length += len(text)

    def _notes(self) -> Iterator[tuple[str, list[_Paragraph]]]:
        """The notes that markers lead to, each with its paragraphs, written behind the body."""
        for relation in list(self.document.part.rels.values()):
            kind = relation.reltype.rsplit("/", 1)[-1].removesuffix("s")
            if relation.is_external or kind not in ("footnote", "endnote"):
                continue
            for note in _parsed(relation.target_part.blob).iter(f"{_W}{kind}"):
                label = self.notes.get((kind, note.get(f"{_W}id", "")))
                if label:
                    before = len(self.paragraphs)
                    self.links = {
                        name: part.target_ref for name, part in relation.target_part.rels.items() if part.is_external
                    }
                    self._body(note, BlockKind.PARAGRAPH)
                    yield label, self.paragraphs[before:]

    def _note_definitions(
        self, noted: list[tuple[str, list[_Paragraph]]], text: str, lines: Lines
    ) -> Iterator[Definition]:
        for label, paragraphs in noted:
            words = " ".join(text[each.start : each.end] for each in paragraphs)
            works = [self.works[mark.label] for each in paragraphs for mark in each.marks if mark.label in self.works]
            links = [mark.label for each in paragraphs for mark in each.marks if mark.kind is MarkerKind.LINK]
            place, end_line = lines.place(paragraphs[0].start), lines.place(paragraphs[-1].end).line
            made = reference_list.definition(label, words, place, end_line)
            urls = tuple(dict.fromkeys([*links, *made.urls]))
            for work in works:
                yield Definition(label, made.text, place, end_line, (), work.fields)
            if not works:
                yield Definition(label, made.text, place, end_line, urls, tuple(reference_list.fields(made.text, urls)))

    def _work_definitions(self, paragraphs: list[_Paragraph], lines: Lines) -> Iterator[Definition]:
        """What the fields themselves know of each work that the body cites."""
        seen: set[str] = set()
        for paragraph in paragraphs:
            for mark in paragraph.marks:
                work = self.works.get(mark.label)
                if work and work.fields and mark.label not in seen:
                    seen.add(mark.label)
                    place = lines.place(mark.start)
                    words = ". ".join(value for name, value in work.fields if name in ("author", "date", "title"))
                    yield Definition(mark.label, words, place, place.line, _addresses(work), work.fields)


def _addresses(work: Item) -> tuple[str, ...]:
    return tuple(value for name, value in work.fields if name == "url")


def _parsed(blob: bytes) -> Any:
    """A part's XML; python-docx's parser resolves no entities."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - an extra

    return parse_xml(blob)


def _block(text: str, paragraph: _Paragraph, section: str) -> Block | None:
    """A paragraph as a block: citations' shown words are markers, links' words are prose."""
    pen = Prose(text)
    at = paragraph.start
    for mark in sorted(paragraph.marks, key=lambda each: (each.start, each.end)):
        pen.take(at, mark.end if mark.shown else mark.start)
        at = max(at, mark.end)
        pen.cite(mark.label, mark.kind, mark.start, mark.end, locator=mark.locator)
    pen.take(at, paragraph.end)
    return pen.block(paragraph.kind, section)
