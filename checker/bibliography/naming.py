"""Keys for works that come without one: made of what the work is, so that they stay when others come and go."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from itertools import count
from urllib.parse import urlsplit

_YEAR = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")
_WORD = re.compile(r"[a-z0-9]{4,}")


def key_of(fields: Mapping[str, str]) -> str:
    """`dewaal2003` by author and year, `bbc2020` by site and year, else a word of the title and a digest of all."""
    author = re.split(r"\s+and\s+", fields.get("author", ""))[0].strip("{}")
    family = author.split(",")[0] if "," in author else author.split()[-1] if author else ""
    year = _YEAR.search(fields.get("date", "") or fields.get("year", ""))
    start = ascii_letters(family) or ascii_letters(host(fields.get("url", "")).removeprefix("www.").split(".")[0])
    if start and year:
        return start + year[0]
    word = _WORD.search(ascii_letters(fields.get("title", ""), keep=" "))
    digest = hashlib.sha256(repr(sorted(fields.items())).encode()).hexdigest()[:6]
    return f"{start or (word[0] if word else 'doi' if fields.get('doi') else 'source')}-{digest}"


def free(wanted: str, taken: Collection[str]) -> str:
    """`wanted`, or the first of `wanted` + b, c, … z, -2, -3 … that nothing has yet."""
    return next(key for key in _variants(wanted) if key not in taken)


def host(url: str) -> str:
    """The host of an address; empty for what cannot be split (`http://[`)."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def ascii_letters(text: str, keep: str = "") -> str:
    """ASCII letters and digits, lower-case, of a text in Latin letters: `Nguyễn` -> `nguyen`."""
    bare = unicodedata.normalize("NFKD", text.lower().replace("đ", "d"))
    return "".join(char for char in bare if char.isascii() and (char.isalnum() or char in keep))


def _variants(wanted: str) -> Iterator[str]:
    yield wanted
    yield from (wanted + letter for letter in "bcdefghijklmnopqrstuvwxyz")
    yield from (f"{wanted}-{number}" for number in count(2))
