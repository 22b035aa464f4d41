"""Word, OpenDocument and EPUB files -> Document, out of their ZIP containers; sizes are bounded before inflating."""

from __future__ import annotations

import io
import posixpath
import zipfile
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from checker.fetching.content.markup import read_html
from checker.fetching.content.sniffing import DOCX, EPUB, ODT
from checker.foundation import clean
from checker.foundation.model import Document

_INFLATED = 50_000_000  # bytes of one member, as its header promises and as it turns out
_CHAPTERS = 1_000
_ODT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_OPF = "{http://www.idpf.org/2007/opf}"


def read_docx(data: bytes, content_type: str) -> Document | str:  # noqa: ARG001 - the signature of every reader
    """The Document of a Word file, when python-docx is installed."""
    try:
        import docx  # noqa: PLC0415 - an extra
    except ImportError:
        return "a Word file (install footcheck[docx] to read it)"
    refused = _too_large(data)
    if refused:
        return refused
    try:
        word = docx.Document(io.BytesIO(data))
    except (KeyError, ValueError, zipfile.BadZipFile):
        return "a damaged Word file"
    rows = [paragraph.text for paragraph in word.paragraphs]
    rows += ["\t".join(cell.text for cell in row.cells) for table in word.tables for row in table.rows]
    said = word.core_properties
    return Document(
        text=clean.text("\n".join(rows)),
        media_type=DOCX,
        title=clean.line(said.title or ""),
        authors=tuple(filter(None, (clean.line(said.author or ""),))),
        language=clean.line(said.language or "", 20),
    )


def read_odt(data: bytes, content_type: str) -> Document | str:  # noqa: ARG001 - the signature of every reader
    """The Document of an OpenDocument text."""
    refused = _too_large(data)
    if refused:
        return refused
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            content = _xml(container, "content.xml")
            about = _xml(container, "meta.xml")
    except (zipfile.BadZipFile, KeyError, ET.ParseError, NotImplementedError):
        return "a damaged OpenDocument file"
    rows = ["".join(row.itertext()) for row in content.iter() if row.tag in (f"{_ODT}p", f"{_ODT}h")]
    return Document(
        text=clean.text("\n".join(rows)),
        media_type=ODT,
        title=clean.line(about.findtext(f".//{_DC}title") or ""),
        authors=tuple(filter(None, (clean.line(about.findtext(f".//{_DC}creator") or ""),))),
        language=clean.line(about.findtext(f".//{_DC}language") or "", 20),
    )


def read_epub(data: bytes, content_type: str) -> Document | str:
    """The Document of an EPUB: its chapters in reading order."""
    refused = _too_large(data)
    if refused:
        return refused
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            rootfile = _xml(book, "META-INF/container.xml").find(".//{*}rootfile")
            if rootfile is None:
                return "a damaged EPUB"
            place = rootfile.attrib["full-path"]
            package = _xml(book, place)
            chapters = [read_html(book.read(name), content_type) for name in _spine(package, posixpath.dirname(place))]
    except (zipfile.BadZipFile, KeyError, ET.ParseError, NotImplementedError):
        return "a damaged EPUB"
    texts = [chapter.text for chapter in chapters if isinstance(chapter, Document)]
    return Document(
        text="\n\n".join(texts),
        media_type=EPUB,
        title=clean.line(package.findtext(f".//{_DC}title") or ""),
        authors=tuple(clean.line(creator.text or "") for creator in package.iter(f"{_DC}creator")),
        language=clean.line(package.findtext(f".//{_DC}language") or "", 20),
    )


def _spine(package: ET.Element, folder: str) -> list[str]:
    """The names of the chapters, in reading order (EPUB 3.3 §5.7)."""
    places = {item.attrib.get("id"): item.attrib.get("href", "") for item in package.iter(f"{_OPF}item")}
    order = [places.get(item.attrib.get("idref"), "") for item in package.iter(f"{_OPF}itemref")]
    return [posixpath.normpath(posixpath.join(folder, unquote(place))) for place in order[:_CHAPTERS] if place]


def _xml(container: zipfile.ZipFile, name: str) -> ET.Element:
    """A member as XML; entities are refused, they are only ever bombs here."""
    raw = container.read(name)
    if b"<!ENTITY" in raw:
        raise ET.ParseError("entities")
    return ET.fromstring(raw)  # noqa: S314 - in a limited child, entities refused


def _too_large(data: bytes) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            total = sum(member.file_size for member in container.infolist())
    except (zipfile.BadZipFile, NotImplementedError):
        return "a damaged ZIP container"
    return "a container that inflates to more than it should" if total > _INFLATED else None
