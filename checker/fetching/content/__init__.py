"""Content: bytes in, a Document out, or the words for why there is none.

In: the bytes of an answer or a file, with the Content-Type that came along. Out: a Document whose remote text is
cleaned, or a reason (`type application/zip`). The type is sniffed. Everything here is pure and may run in a child
process with limits (see checker.fetching.parsing), where it does for whatever came from outside.

To read another format: a function `(data, content_type) -> Document | str` in a file of its own, its media type in
`sniffing`, and a row in READERS.
"""

from __future__ import annotations

from collections.abc import Callable

from checker.fetching.content.containers import read_docx, read_epub, read_odt
from checker.fetching.content.glancing import glance
from checker.fetching.content.markup import read_html
from checker.fetching.content.pdf import read_pdf
from checker.fetching.content.plain import read_plain, read_xml
from checker.fetching.content.sniffing import DOCX, EPUB, HTML, JSON, ODT, PDF, PLAIN, XML, media_type
from checker.foundation.model import Document

__all__ = ["READERS", "glance", "media_type", "read", "read_file"]

READERS: dict[str, Callable[[bytes, str], Document | str]] = {
    HTML: read_html,
    PDF: read_pdf,
    PLAIN: read_plain,
    JSON: read_plain,
    XML: read_xml,
    DOCX: read_docx,
    ODT: read_odt,
    EPUB: read_epub,
}


def read(data: bytes, content_type: str = "") -> Document | str:
    """The Document in bytes, or the reason why there is none."""
    kind = media_type(data, content_type)
    reader = READERS.get(kind)
    if not data.strip():
        return "empty"
    return reader(data, content_type) if reader else f"type {kind}"


def read_file(data: bytes, name: str) -> Document | str:
    """The Document in a local copy of a source, or the reason why there is none; `name` only helps to tell text apart."""
    return read(data, "text/plain" if name.lower().endswith((".txt", ".md", ".csv")) else "")
