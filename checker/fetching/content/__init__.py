"""Content: bytes in, a Document out, or the words for why there is none.

In: the bytes of an answer or a file, with the Content-Type that came along. Out: a Document whose remote text is
cleaned, or a reason (`type application/zip`). The type is sniffed. Everything here is pure and may run in a child
process with limits (see checker.fetching.parsing), where it does for whatever came from outside; so the readers'
libraries are only loaded by who reads.

    sniffing     what bytes are                 decoding    bytes -> text, in any encoding
    glancing     a cheap look, in this process  signs       facts about the markup
    readers      READERS: the table of formats  markup, head, pdf, plain, containers: one reader each

To read another format: a function `(data, content_type) -> Document | str` in a file of its own, its media type in
`sniffing`, and a row in READERS.
"""

from __future__ import annotations

from checker.fetching.content.glancing import glance
from checker.fetching.content.sniffing import media_type
from checker.foundation.model import Document

__all__ = ["glance", "media_type", "read", "read_file"]


def read(data: bytes, content_type: str = "") -> Document | str:
    """The Document in bytes, or the reason why there is none."""
    from checker.fetching.content.readers import READERS  # noqa: PLC0415 - 100 ms that most processes never need

    kind = media_type(data, content_type)
    reader = READERS.get(kind)
    if not data.strip():
        return "empty"
    return reader(data, content_type) if reader else f"type {kind}"


def read_file(data: bytes, name: str) -> Document | str:
    """The Document in a local copy of a source, or the reason why there is none; `name` only helps to tell text apart."""
    return read(data, "text/plain" if name.lower().endswith((".txt", ".md", ".csv")) else "")
