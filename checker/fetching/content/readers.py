"""The table of formats that are read. A reader never raises for what the bytes are: a Document, or a reason in words."""

from __future__ import annotations

from collections.abc import Callable

from checker.fetching.content.containers import read_docx, read_epub, read_odt
from checker.fetching.content.markup import read_html
from checker.fetching.content.plain import read_plain, read_xml
from checker.fetching.content.sniffing import DOCX, EPUB, HTML, JSON, ODT, PDF, PLAIN, XML
from checker.foundation.model import Document


def _read_pdf(data: bytes, content_type: str) -> Document | str:
    from checker.fetching.content.pdf import read_pdf  # noqa: PLC0415 - 6 MB, which every child would have from the fork server

    return read_pdf(data, content_type)


READERS: dict[str, Callable[[bytes, str], Document | str]] = {
    HTML: read_html,
    PDF: _read_pdf,
    PLAIN: read_plain,
    JSON: read_plain,
    XML: read_xml,
    DOCX: read_docx,
    ODT: read_odt,
    EPUB: read_epub,
}
