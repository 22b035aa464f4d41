"""Bytes to text, and back without a byte lost."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from checker.bibliography.decoding import decode, encode

VIETNAMESE = "Trần Trọng Kim, Việt Nam sử lược, Nguyễn Đức"


@pytest.mark.parametrize(
    ("text", "data", "encoding", "guessed"),
    [
        ("Café", "Café".encode(), "utf-8", False),
        ("Café", b"\xef\xbb\xbf" + "Café".encode(), "utf-8 with BOM", False),
        ("Café", b"\xff\xfe" + "Café".encode("utf-16-le"), "utf-16-le with BOM", False),
        ("Café", b"\xfe\xff" + "Café".encode("utf-16-be"), "utf-16-be with BOM", False),
        ("@misc{a}", "@misc{a}".encode("utf-16-le"), "utf-16-le", True),
        ("@misc{a}", "@misc{a}".encode("utf-16-be"), "utf-16-be", True),
        ("Café – “x”", "Café – “x”".encode("cp1252"), "cp1252", True),
        ("perché però così", "perché però così".encode("cp1252"), "cp1252", True),
        ("é\x81", b"\xe9\x81", "latin-1", True),
        ("% Encoding: ISO8859_2\nŁódź", "% Encoding: ISO8859_2\nŁódź".encode("iso8859-2"), "iso8859-2", False),
    ],
)
def test_encodings(text, data, encoding, guessed):
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.guessed) == (text, encoding, guessed)
    assert encode(decoded.text, decoded.encoding) == data


def test_vietnamese_of_old_windows():
    import unicodedata

    # CP1258 writes tones as combining characters behind their vowels, circumflex and horn with them.
    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    apart = "".join(
        unicodedata.normalize("NFC", "".join(c for c in unicodedata.normalize("NFD", char) if c not in tones))
        + "".join(c for c in unicodedata.normalize("NFD", char) if c in tones)
        for char in VIETNAMESE
    )
    decoded = decode(apart.encode("cp1258"))
    assert decoded.encoding == "cp1258"
    assert unicodedata.normalize("NFC", decoded.text) == VIETNAMESE


def test_stray_bytes_in_utf8_do_not_spoil_the_rest():
    decoded = decode("Trần Trọng Kim viết ở Hà Nội ".encode() + b"caf\xe9")
    assert decoded.text == "Trần Trọng Kim viết ở Hà Nội café"
    assert decoded.guessed
    with pytest.raises(UnicodeEncodeError, match="mixes two encodings"):
        encode(decoded.text, decoded.encoding)


@given(st.binary(max_size=300))
def test_any_bytes_become_text(data):
    assert isinstance(decode(data).text, str)


@given(st.text(max_size=100))
def test_utf8_is_never_doubted(text):
    data = text.encode("utf-8", "ignore")
    decoded = decode(data)
    if "\0" not in text and not text.startswith("\ufeff"):
        assert decoded.text == data.decode()
