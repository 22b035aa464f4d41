"""Which works stand in the list, under which labels, in which order: the article's own numbering, never another."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from checker.foundation.model import Article, Bibliography, Citation, Mapping, MarkerKind, Reference

_NUMBERED = (MarkerKind.NUMBER, MarkerKind.FOOTNOTE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A label (`13`, `note 2`; empty for keys and links) and its works."""

    label: str
    references: tuple[Reference, ...]


def entries(article: Article, mapping: Mapping, bibliography: Bibliography, *, uncited: bool) -> tuple[Entry, ...]:
    """Numbers in their order, then named notes and links as they come in the text, then keys by author; uncited last."""
    known = {reference.key: reference for reference in bibliography.references}
    own = [citation for citation in mapping.citations if citation.marker.place.path == article.path]
    labelled: dict[str, dict[str, None]] = {}
    for citation in own:
        if citation.marker.kind in _NUMBERED:
            labelled.setdefault(_label(citation), {}).update(dict.fromkeys(citation.keys))
    listed = [_entry(label, tuple(keys), known) for label, keys in sorted(labelled.items(), key=_by_number)]
    told = {key for keys in labelled.values() for key in keys}
    linked = _rest(own, (MarkerKind.LINK, MarkerKind.IDENTIFIER), told)
    keyed = sorted(_rest(own, (MarkerKind.KEY,), told), key=lambda key: _by_author(known.get(key)))
    listed += [_entry("", (key,), known) for key in (*linked, *keyed)]
    if uncited:
        cited = {key for citation in mapping.citations for key in citation.keys}
        left = [reference.key for reference in bibliography.references if reference.key not in cited]
        listed += [_entry("", (key,), known) for key in left]
    return tuple(entry for entry in listed if entry.references)


def _entry(label: str, keys: tuple[str, ...], known: dict[str, Reference]) -> Entry:
    return Entry(label, tuple(known[key] for key in keys if key in known))


def _rest(citations: Sequence[Citation], kinds: tuple[MarkerKind, ...], told: set[str]) -> list[str]:
    """Keys that markers of these kinds cite and that are not in the list yet, in the order of the text."""
    found: dict[str, None] = {}
    for citation in citations:
        if citation.marker.kind in kinds:
            found.update(dict.fromkeys(key for key in citation.keys if key not in told))
    told.update(found)
    return list(found)


def _label(citation: Citation) -> str:
    scope, label = citation.marker.scope, citation.marker.label
    return label if label.startswith(scope) else f"{scope} {label}"


def _by_number(item: tuple[str, object]) -> tuple[bool, int]:
    """Numbers first, by value; named labels keep their order of use (sorting is stable)."""
    label = item[0]
    number = label.isdecimal() and len(label) < 10
    return (not number, int(label) if number else 0)


def _by_author(reference: Reference | None) -> tuple[str, str, str]:
    if reference is None:
        return ("", "", "")
    first = reference.authors[0] if reference.authors else None
    name = (first.literal or f"{first.family} {first.given}") if first else reference.title
    plain = "".join(char for char in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(char))
    return (plain, str(reference.date or ""), reference.title)
