"""The table of formats that are read. A reader never raises for what the bytes are: a Document, or a reason in words."""

from __future__ import annotations

from collections.abc import Callable

from checker.fetching.content.markup import read_html
from checker.fetching.content.plain import read_plain, read_xml
from checker.fetching.content.sniffing import DOCX, EPUB, HTML, JSON, ODT, PDF, PLAIN, XML
from checker.foundation.model import Document

# Readers that few pages need are loaded by the first one: 6 MB for PDF, 2 for ZIP and XML, which every child would have from
# the fork server, those that match as well.


def _read_pdf(data: bytes, content_type: str) -> Document | str:
    from checker.fetching.content.pdf import read_pdf  # noqa: PLC0415 - as above

    return read_pdf(data, content_type)


def _read_docx(data: bytes, content_type: str) -> Document | str:
    from checker.fetching.content.containers import read_docx  # noqa: PLC0415 - as above

    return read_docx(data, content_type)


def _read_odt(data: bytes, content_type: str) -> Document | str:
    from checker.fetching.content.containers import read_odt  # noqa: PLC0415 - as above

    return read_odt(data, content_type)


def _read_epub(data: bytes, content_type: str) -> Document | str:
    from checker.fetching.content.containers import read_epub  # noqa: PLC0415 - as above

    return read_epub(data, content_type)


READERS: dict[str, Callable[[bytes, str], Document | str]] = {
    HTML: read_html,
    PDF: _read_pdf,
    PLAIN: read_plain,
    JSON: read_plain,
    XML: read_xml,
    DOCX: _read_docx,
    ODT: _read_odt,
    EPUB: _read_epub,
}
