"""What bytes are, by looking at them: a Content-Type is a hint, never believed against the bytes (WHATWG MIME Sniffing)."""

from __future__ import annotations

import re

HTML, PLAIN, PDF, JSON, XML = "text/html", "text/plain", "application/pdf", "application/json", "application/xml"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EPUB, ODT = "application/epub+zip", "application/vnd.oasis.opendocument.text"
UNKNOWN = "application/octet-stream"

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"\x1f\x8b", "application/gzip"),
    (b"Rar!", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"),
    (b"{\\rtf", "application/rtf"),
    (b"%!PS", "application/postscript"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "application/ogg"),
    (b"RIFF", "application/riff"),
    (b"AT&TFORM", "image/vnd.djvu"),
    (b"\x7fELF", "application/x-elf"),
    (b"MZ", "application/vnd.microsoft.portable-executable"),
)
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|title|body|meta|script|h[1-6]|p|div|table|br|a|b|font|frameset|center|!--)[\s>/]",
    re.IGNORECASE,
)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_SPAN = 4096  # bytes looked at
# Control characters that text has at most by mistake (one in a hundred); ESC stands in ISO-2022 encodings.
_TEXTUAL = bytes(set(range(256)) - {*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)})


def media_type(data: bytes, hint: str = "") -> str:
    """The media type of bytes; `hint` (a Content-Type or a file name) only chooses between kinds of text."""
    head = data[:_SPAN]
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if head[4:8] == b"ftyp":
        return "video/mp4"
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head.startswith(_BOMS[1:]) or _is_utf16(head):
        return _text(head.replace(b"\x00", b""), hint)
    if len(head.translate(None, _TEXTUAL)) > max(1, len(head) // 100):  # counted so at a tenth of an expression's cost
        return UNKNOWN
    return _text(head, hint)


def _text(head: bytes, hint: str) -> str:
    stripped = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x0c")
    declared = hint.partition(";")[0].strip().lower()
    if declared in ("text/plain", "text/markdown", "text/csv") and not stripped[:9].lower().startswith(
        (b"<!doctype", b"<html")
    ):
        return PLAIN
    if stripped.startswith(b"<?xml"):
        return HTML if b"<html" in stripped.lower() else XML
    if _HTML.search(stripped) or declared in (HTML, "application/xhtml+xml"):
        return HTML
    if stripped[:1] in (b"{", b"[") and declared != HTML:
        return JSON
    return PLAIN


def _is_utf16(head: bytes) -> bool:
    """Text of Latin letters in UTF-16 without a byte order mark: every second byte is zero."""
    sample = head[:256]
    return len(sample) >= 16 and (not any(sample[1::2]) and all(sample[::2])) != (
        not any(sample[::2]) and all(sample[1::2])
    )


def _zipped(data: bytes) -> str:
    """The kind of a ZIP container, by the names at its beginning and end."""
    edge = data[:8192] + data[-65_536:]
    if b"mimetypeapplication/epub+zip" in edge:
        return EPUB
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in edge:
        return ODT
    if b"word/document.xml" in edge:
        return DOCX
    return "application/zip"
