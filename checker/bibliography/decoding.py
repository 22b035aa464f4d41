"""Bytes of a bibliography file -> text, with what they were taken for; and back again, for `repair`.

16 of 1,143 real .bib files are not UTF-8. A byte order mark and JabRef's `% Encoding:` line are taken at their
word; everything else that is not valid UTF-8 is a guess and says so.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: it begins with UTF-16's mark
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WITH_BOM = " with BOM"
_MIXED = "utf-8 with stray cp1252 bytes"

# JabRef writes this line at the head of its databases and reads it back.
_DECLARED = re.compile(rb"\A(?:\s*%[^\n]*\n)*?\s*%\s*Encoding:\s*([\w.:-]+)", re.IGNORECASE)

# Windows-1258 writes a Vietnamese tone as a combining byte after its vowel (Unicode's CP1258.TXT):
# CC grave, D2 hook, DE tilde, EC acute, F2 dot below. In CP1252 the same bytes are Ì Ò Þ ì ò, which hardly ever
# follow a vowel.
_TONES = re.compile(rb"[\xcc\xd2\xde\xec\xf2]")
_TONES_IN_PLACE = re.compile(
    rb"(?:[aeiouyAEIOUY]|[\xc2\xc3\xca\xd4\xd5\xdd\xe2\xe3\xea\xf4\xf5\xfd])[\xcc\xd2\xde\xec\xf2]"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file and the name of its encoding; `guessed` when nothing in the file vouches for it."""

    text: str
    encoding: str
    guessed: bool = False


def decode(data: bytes) -> Decoded:
    """Text of any bytes at all; never raises, and never drops a byte without a replacement character in its place."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            body = data[len(mark) :]
            return Decoded(body.decode(encoding, "replace"), encoding + _WITH_BOM)
    wide = _wide(data)
    if wide:
        return Decoded(data.decode(wide, "replace"), wide, guessed=True)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _declared(data) or _eight_bit(data)


def encode(text: str, encoding: str) -> bytes:
    """The bytes of `text` in an encoding that `decode` named, byte order mark and stray bytes included.

    Raises UnicodeEncodeError for a character that the encoding does not have.
    """
    if encoding.endswith(_WITH_BOM):
        plain = encoding.removesuffix(_WITH_BOM)
        mark = next(mark for mark, name in _BOMS if name == plain)
        return mark + text.encode(plain)
    if encoding == _MIXED:
        raise UnicodeEncodeError("utf-8", text, 0, min(1, len(text)), "the file mixes two encodings; save it as UTF-8")
    return text.encode(encoding)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: Latin letters leave every second byte zero."""
    head = data[:4096]
    if len(head) < 4 or len(data) % 2:
        return None
    pairs = len(head) // 2
    if head[1::2].count(0) > pairs * 0.6:
        return "utf-16-le"
    if head[0::2].count(0) > pairs * 0.6:
        return "utf-16-be"
    return None


def _declared(data: bytes) -> Decoded | None:
    found = _DECLARED.match(data[:4096])
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
        text = data.decode(name)
    except (LookupError, UnicodeDecodeError):
        return None
    return Decoded(text, name)


def _eight_bit(data: bytes) -> Decoded:
    if _mostly_utf8(data):
        return Decoded(_mixed(data), _MIXED, guessed=True)
    tones = len(_TONES.findall(data))
    encoding = "cp1258" if tones and tones == len(_TONES_IN_PLACE.findall(data)) else "cp1252"
    try:
        return Decoded(data.decode(encoding), encoding, guessed=True)
    except UnicodeDecodeError:
        return Decoded(data.decode("latin-1"), "latin-1", guessed=True)


def _mostly_utf8(data: bytes) -> bool:
    """True when nine in ten of the bytes beyond ASCII belong to well-formed UTF-8."""
    text = data.decode("utf-8", "surrogateescape")
    stray = sum("\udc80" <= char <= "\udcff" for char in text)
    high = sum(byte >= 0x80 for byte in data)
    return stray * 10 <= high


def _mixed(data: bytes) -> str:
    """Well-formed UTF-8 as it is, each stray byte as CP1252 has it (or as Latin-1 where that has none)."""
    return "".join(
        bytes([ord(char) - 0xDC00]).decode("cp1252", "replace") if "\udc80" <= char <= "\udcff" else char
        for char in data.decode("utf-8", "surrogateescape")
    )
