"""COinS, the metadata that Wikipedia writes beside each citation (`span.Z3988`), as .bib fields.

Names of keys: OpenURL ContextObjects in Spans (COinS 1.0) with the `book`, `journal` and `dissertation` formats of
ANSI/NISO Z39.88-2004.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl

_MOST_KEYS = 200
_SAME = (
    ("rft.title", "title"),
    ("rft.date", "date"),
    ("rft.pub", "publisher"),
    ("rft.place", "address"),
    ("rft.isbn", "isbn"),
    ("rft.issn", "issn"),
    ("rft.volume", "volume"),
    ("rft.issue", "number"),
    ("rft.pages", "pages"),
    ("rft.edition", "edition"),
    ("rft.series", "series"),
)
_TYPES = {
    "article": "article",
    "book": "book",
    "bookitem": "incollection",
    "conference": "proceedings",
    "proceeding": "inproceedings",
    "report": "report",
    "dissertation": "thesis",
}


def fields(title: str) -> tuple[tuple[str, str], ...]:
    """Fields from the `title` of a COinS span (entities resolved); nothing for what is no COinS."""
    pairs = _pairs(title)
    if not pairs:
        return ()
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        if value.strip():
            given.setdefault(name, []).append(" ".join(value.split()))
    return tuple(dict.fromkeys(_fields(given)))


def _pairs(title: str) -> list[tuple[str, str]]:
    if "rft" not in title:
        return []
    try:
        return parse_qsl(title, max_num_fields=_MOST_KEYS)
    except ValueError:
        return []


def _fields(given: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    first = {name: values[0] for name, values in given.items()}
    yield "type", _type(first)
    container = first.get("rft.jtitle")
    inner = first.get("rft.atitle") or ""
    outer = first.get("rft.btitle") or container or ""
    if inner:
        yield "title", inner
        if outer:
            yield "journal" if container and first.get("rft.genre") == "article" else "booktitle", outer
    elif outer:
        yield "title", outer
    authors = " and ".join(_author(name) for name in given.get("rft.au", ()))
    if authors:
        yield "author", authors
    for name, field in _SAME:
        if name in first and not (field == "title" and (inner or outer)):
            yield field, first[name]
    yield from _identifiers(given.get("rft_id", ()))


def _type(first: dict[str, str]) -> str:
    if first.get("rft_val_fmt", "").endswith("dissertation"):
        return "thesis"
    if first.get("rft.genre") == "unknown" or "rft.genre" not in first:
        return "online" if first.get("rft_id", "").startswith("http") else "misc"
    return _TYPES.get(first["rft.genre"], "misc")


def _author(name: str) -> str:
    """A corporate author has no comma; braces keep a name with `and` in it whole."""
    return f"{{{name}}}" if re.search(r"\band\b", name) or ("," not in name and " " in name) else name


def _identifiers(addresses: list[str] | tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for address in addresses:
        if address.startswith("info:doi/"):
            yield "doi", address.removeprefix("info:doi/")
        elif re.match(r"https?://", address):
            yield "url", address
