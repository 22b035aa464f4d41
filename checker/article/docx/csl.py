"""CSL-JSON items, as Zotero and Mendeley write them into documents, as .bib fields (CSL 1.0.2, Appendix IV: variables)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "entry-encyclopedia": "incollection",
    "paper-conference": "inproceedings",
    "report": "report",
    "thesis": "thesis",
    "webpage": "online",
    "post-weblog": "online",
    "post": "online",
}
_SAME = (
    ("publisher", "publisher"),
    ("publisher-place", "address"),
    ("volume", "volume"),
    ("issue", "number"),
    ("page", "pages"),
    ("edition", "edition"),
    ("DOI", "doi"),
    ("ISBN", "isbn"),
    ("ISSN", "issn"),
    ("URL", "url"),
    ("language", "language"),
    ("abstract", "abstract"),
)


def fields(item: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Fields of one item; what is missing or oddly shaped is left out."""
    return tuple((name, value) for name, value in _fields(item) if value)


def name(item: Mapping[str, Any]) -> str:
    """The item as a short note would call it: `Smith 2004`."""
    people = item.get("author") or item.get("editor")
    first = people[0] if isinstance(people, Sequence) and people and isinstance(people[0], Mapping) else {}
    family = str(first.get("family") or first.get("literal") or "")
    return f"{family or _text(item, 'title')[:40]} {_date(item.get('issued'))[:4]}".strip()


def _fields(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    entry_type = _TYPES.get(_text(item, "type"), "misc")
    yield "type", entry_type
    yield "author", _people(item.get("author"))
    yield "editor", _people(item.get("editor"))
    yield "title", _text(item, "title")
    yield ("journal" if entry_type == "article" else "booktitle"), _text(item, "container-title")
    yield "date", _date(item.get("issued"))
    yield "urldate", _date(item.get("accessed"))
    for variable, field in _SAME:
        yield field, _text(item, variable)


def _text(item: Mapping[str, Any], variable: str) -> str:
    value = item.get(variable)
    return " ".join(str(value).split()) if isinstance(value, str | int | float) else ""


def _people(people: Any) -> str:
    if not isinstance(people, Sequence) or isinstance(people, str):
        return ""
    return " and ".join(filter(None, (_person(each) for each in people if isinstance(each, Mapping))))


def _person(person: Mapping[str, Any]) -> str:
    literal = str(person.get("literal") or "")
    if literal:
        return f"{{{literal}}}"
    particle = str(person.get("non-dropping-particle") or person.get("dropping-particle") or "")
    family = " ".join(filter(None, [particle, str(person.get("family") or "")]))
    given = str(person.get("given") or "")
    return f"{family}, {given}" if family and given else family or given


def _date(value: Any) -> str:
    """ISO 8601 as far as the parts go."""
    if not isinstance(value, Mapping):
        return ""
    parts = value.get("date-parts")
    if not (isinstance(parts, Sequence) and parts and isinstance(parts[0], Sequence)) or isinstance(parts[0], str):
        return str(value.get("raw") or value.get("literal") or "")
    numbers = [str(part) for part in parts[0] if str(part).isdecimal()]
    return "-".join([numbers[0].zfill(4), *(part.zfill(2) for part in numbers[1:3])]) if numbers else ""
