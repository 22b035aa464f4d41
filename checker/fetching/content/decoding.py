"""Bytes -> text in whatever encoding a page was written: declared, sniffed, or neither.

Order (WHATWG HTML §13.2.3): byte order mark, Content-Type, `<meta>`, then the bytes themselves. Declarations lie in two
ways that matter here: pages declared Latin that are valid UTF-8, and Vietnamese pages of the 1990s and 2000s whose
TCVN3 (ABC) fonts or windows-1258 bytes are declared as Latin or not at all; common Vietnamese words decide those.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

_META = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})|<\?xml[^>]{0,200}?encoding=[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_PRESCAN = 8192  # bytes; HTML promises 1024, old pages put scripts first
_SAMPLE = 65_536  # bytes by which an encoding is guessed
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LATIN = frozenset(("cp1252", "iso8859-1", "iso8859-15", "latin-1", "ascii", "cp1258", ""))

# TCVN 5712:1993, VN3 ("ABC" fonts): one byte a lower-case letter; capitals with a tone only exist as a second font.
_TCVN3_BYTES = (
    "a1Ă a2Â a3Ê a4Ô a5Ơ a6Ư a7Đ a8ă a9â aaê abô acơ adư aeđ b5à b6ả b7ã b8á b9ạ bbằ bcẳ bdẵ beắ c6ặ c7ầ c8ẩ c9ẫ caấ "
    "cbậ ccè ceẻ cfẽ d0é d1ẹ d2ề d3ể d4ễ d5ế d6ệ d7ì d8ỉ dcĩ ddí deị dfò e1ỏ e2õ e3ó e4ọ e5ồ e6ổ e7ỗ e8ố e9ộ eaờ ebở "
    "ecỡ edớ eeợ efù f1ủ f2ũ f3ú f4ụ f5ừ f6ử f7ữ f8ứ f9ự faỳ fbỷ fcỹ fdý feỵ"
)
_TCVN3 = {int(row[:2], 16): row[2:] for row in _TCVN3_BYTES.split()}
_TCVN3_TABLE = "".join(_TCVN3.get(byte, chr(byte)) for byte in range(256))

# Words with marks that nearly every Vietnamese page has, and that no wrong decoding of another language makes.
_VIETNAMESE = frozenset(
    [
        "của",
        "và",
        "là",
        "được",
        "không",
        "người",
        "có",
        "những",
        "một",
        "các",
        "với",
        "này",
        "cho",
        "đã",
        "để",
        "khi",
        "từ",
        "đến",
        "về",
        "vào",
        "tại",
        "năm",
        "nước",
        "việc",
        "nhiều",
        "cũng",
        "như",
        "trên",
        "dưới",
        "sau",
        "trước",
        "chiến",
        "tranh",
        "việt",
        "độc",
        "lập",
        "hội",
        "bộ",
        "ngày",
        "tháng",
        "thế",
        "giới",
        "đầu",
        "lần",
        "thứ",
    ]
)
_WORD = re.compile(r"[^\W\d_]+")
_FEW = 3  # distinct words that settle it


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, NFC, and the name of the encoding that it was taken for."""

    text: str
    encoding: str


def decode(data: bytes, content_type: str = "") -> Decoded:
    """The text of bytes; what cannot be decoded becomes U+FFFD, never an error."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _as(data[len(mark) :], encoding)
    declared = _declared(data, content_type)
    if declared in ("utf-16-le", "utf-16-be", "utf-16") or (not declared and data[:64].count(0) > 16):
        return _as(data, declared if declared.endswith("e") else _utf16_order(data))
    if _is_utf8(data):
        return _as(data, "utf-8")
    if declared and declared not in _LATIN and declared != "utf-8":
        return _as(data, declared)
    return _guessed(data, declared)


def _guessed(data: bytes, declared: str) -> Decoded:
    """Bytes that are not UTF-8, with a Latin declaration or none (or one that is plainly wrong)."""
    sample = data[:_SAMPLE]
    for encoding in ("cp1258", "tcvn3"):
        if _vietnamese_words(_as(sample, encoding).text) >= _FEW and (
            encoding != "cp1258" or _vietnamese_words(_as(sample, "tcvn3").text) < _FEW
        ):
            return _as(data, encoding)
    if declared in _LATIN and declared:
        return _as(data, "cp1252" if declared in ("ascii", "latin-1", "iso8859-1") else declared)
    sniffed = _known(detect_encoding(sample) or "") or "cp1252"
    if sniffed == "utf-8" and declared != "utf-8" and _as(sample, "utf-8").text.count("\ufffd") > len(sample) // 200:
        sniffed = "cp1252"
    return _as(data, sniffed)


def _as(data: bytes, encoding: str) -> Decoded:
    if encoding == "tcvn3":
        text = codecs.charmap_decode(data, "replace", _TCVN3_TABLE)[0]
    else:
        text = data.decode(encoding, "replace")
    return Decoded(text if text.isascii() else unicodedata.normalize("NFC", text), encoding)


def _declared(data: bytes, content_type: str) -> str:
    """Python's name of the declared encoding, or nothing."""
    if header := _CHARSET.search(content_type):
        known = _known(header[1])
        if known:
            return known
    if meta := _META.search(data[:_PRESCAN]):
        known = _known((meta[1] or meta[2]).decode("ascii"))
        # A page whose <meta> could be read as ASCII is not UTF-16, whatever it says (WHATWG).
        return "utf-8" if known.startswith("utf-16") else known
    return ""


@lru_cache(maxsize=256)
def _known(label: str) -> str:
    """Python's codec for a label of the web (`x-sjis`, `gb2312`, `tcvn-5712`), or nothing."""
    lowered = label.strip().lower()
    if lowered in ("tcvn", "tcvn3", "tcvn-5712", "tcvn5712", "tcvn5712-1", "x-viet-tcvn5712"):
        return "tcvn3"
    name = map_encoding_to_html5(lowered, False) or lowered
    name = "gb18030" if name in ("gbk", "gb2312") else name  # its superset; the web says one and means the other
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return ""
    return found.name if getattr(found, "_is_text_encoding", True) else ""


def _is_utf8(data: bytes) -> bool:
    """True for valid UTF-8; a last character that was cut in two is forgiven where something was cut."""
    if data.isascii():
        return True
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, final=len(data) < _SAMPLE)
    except UnicodeDecodeError:
        return False
    return True


def _utf16_order(data: bytes) -> str:
    sample = data[:1024]
    return "utf-16-be" if sample[::2].count(0) > sample[1::2].count(0) else "utf-16-le"


def _vietnamese_words(text: str) -> int:
    """How many distinct common Vietnamese words with marks stand in a text."""
    return len({word for word in _WORD.findall(text.lower()) if not word.isascii()} & _VIETNAMESE)
