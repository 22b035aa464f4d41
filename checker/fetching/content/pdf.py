"""PDF -> Document with the offsets of its pages, by pypdfium2 (PDFium, the reader of Chrome)."""

from __future__ import annotations

import re
import threading

import pypdfium2 as pdfium

from checker.fetching.content.sniffing import PDF
from checker.foundation import clean
from checker.foundation.model import Document, PartialDate

LIMIT = 20_000_000  # bytes
_PAGES, _TEXT = 3_000, 5_000_000  # what is read at most: pages, characters
_DATE = re.compile(r"D:(\d{4})(\d{2})?(\d{2})?")  # ISO 32000-1 §7.9.4
_HYPHEN = re.compile(r"(?<=\w)[\ufffe\u0002]\n?")  # what PDFium gives for a hyphen at the end of a line
_LOCK = threading.Lock()  # PDFium may be called by one thread at a time


def read_pdf(data: bytes, content_type: str) -> Document | str:  # noqa: ARG001 - the signature of every reader
    """The Document of a PDF, or why it has none."""
    if len(data) > LIMIT:
        return f"a PDF of more than {LIMIT // 1_000_000} MB"
    with _LOCK:
        try:
            document = pdfium.PdfDocument(data)  # type: ignore[no-untyped-call]
        except pdfium.PdfiumError as error:
            return "a PDF that asks for a password" if "password" in str(error).lower() else "a damaged PDF"
        try:
            return _read(document)
        finally:
            document.close()  # type: ignore[no-untyped-call]


def _read(document: pdfium.PdfDocument) -> Document | str:
    pages, starts, size = [], [], 0
    for number in range(min(len(document), _PAGES)):
        text = _page(document, number)
        starts.append(size)
        pages.append(text)
        size += len(text) + 2
        if size > _TEXT:
            break
    said = document.get_metadata_dict(skip_empty=True)  # type: ignore[no-untyped-call]
    text = "\n\n".join(pages)
    if not text.strip():
        return "a PDF of pictures without text"
    return Document(
        text=text,
        media_type=PDF,
        title=clean.line(str(said.get("Title", ""))),
        authors=tuple(filter(None, (clean.line(str(said.get("Author", ""))),))),
        date=_date(str(said.get("CreationDate", ""))),
        page_starts=tuple(starts),
        metadata=tuple((str(name).lower(), clean.line(str(value))) for name, value in said.items()),
    )


def _page(document: pdfium.PdfDocument, number: int) -> str:
    """The text of one page; a page that PDFium cannot load is empty."""
    try:
        page = document[number]
        text = page.get_textpage().get_text_bounded()
        page.close()
    except pdfium.PdfiumError:
        return ""
    return clean.text(_HYPHEN.sub("", text.replace("\r\n", "\n")))


def _date(text: str) -> PartialDate | None:
    match = _DATE.match(text)
    if match is None:
        return None
    date = PartialDate(int(match[1]), int(match[2]) if match[2] else None, int(match[3]) if match[3] else None)
    return date if date.earliest() else None
