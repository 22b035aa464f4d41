"""Plain text, JSON and XML -> Document."""

from __future__ import annotations

import re

from checker.fetching.content.decoding import decode
from checker.fetching.content.sniffing import PLAIN, XML
from checker.foundation import clean
from checker.foundation.model import Document

LIMIT = 5_000_000  # bytes
_TAG = re.compile(r"<[^<>]{0,4000}>")


def read_plain(data: bytes, content_type: str) -> Document | str:
    """The Document of a text."""
    decoded = decode(data[:LIMIT], content_type)
    return Document(clean.text(decoded.text), PLAIN, encoding=decoded.encoding)


def read_xml(data: bytes, content_type: str) -> Document | str:
    """The Document of an XML file: its text, tags taken out."""
    decoded = decode(data[:LIMIT], content_type)
    return Document(clean.text(_TAG.sub(" ", decoded.text)), XML, encoding=decoded.encoding)
