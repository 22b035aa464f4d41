"""Bytes of an article -> its text; whatever had to be assumed is said.

A byte order mark is believed, then UTF-8 (the Encoding Standard's only encoding for new text), then UTF-16 by its
zero bytes, then what the encoding detector of the WHATWG list takes it for.
"""

from __future__ import annotations

import codecs
import re

from resiliparse.parse.encoding import detect_encoding

from checker.foundation.model import Place, Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"(?:charset\s*=\s*[\"']?|coding[:=]\s*|encoding=[\"'])([A-Za-z][\w.:-]{2,30})")
_ZIP = b"PK\x03\x04"
"""A package (DOCX) is no text: its reader unpacks the bytes, and only asks whether this looks like one."""

_SNIFFED = 100_000


def decode(data: bytes, path: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file, and a Problem `article-encoding` where its bytes did not say what they are."""
    if data.startswith(_ZIP):
        return data.decode("latin-1"), ()
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), ()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _assumed(data, path)
    if "\x00" in text:
        return _assumed(data, path)
    return text, ()


def _assumed(data: bytes, path: str) -> tuple[str, tuple[Problem, ...]]:
    encoding = _zero_bytes(data) or _declared(data) or detect_encoding(data[:_SNIFFED]) or "windows-1252"
    text = data.decode(encoding, "replace")
    problem = Problem(
        "article-encoding",
        f"The file is not UTF-8; it was read as {encoding}{_lost(text)}.",
        Place(path),
        (),
        "Save the file as UTF-8.",
    )
    return text, (problem,)


def _lost(text: str) -> str:
    count = text.count("\ufffd")
    return f", and {count:,} characters of it could not be" if count else ""


def _zero_bytes(data: bytes) -> str | None:
    """UTF-16 without a mark: Latin letters have a zero in every other byte."""
    sample = data[:4000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if odd > half * 0.3 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.3 and odd < half * 0.05:
        return "utf-16-be"
    return None


def _declared(data: bytes) -> str | None:
    """What the file says of itself in its first kilobyte (HTML `charset`, an editor's `coding:` line)."""
    found = _DECLARED.search(data[:1024])
    if not found:
        return None
    name = found[1].decode("ascii")
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return None
    return None if known in ("utf-8", "utf-16", "utf-32") else known
