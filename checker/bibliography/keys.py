"""The keys and labels by which a bibliography can be asked, as tables: asking is then one look-up."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from checker.bibliography import addresses, identifiers
from checker.bibliography.entry import markers
from checker.foundation.model import Bibliography, Reference

_PREFIXED = re.compile(r"(?:ref|fn|cite|note)[-_:.]?(\d+[a-z]?)", re.IGNORECASE)
_MARKER_FIELD = re.compile(r"\bmarkers?\s*=\s*(?:\{([^{}=]*)\}|\"([^\"=]*)\"|(\w+))", re.IGNORECASE)
_REPEATED = re.compile(r"(.+)~\d+")


@dataclass(frozen=True, slots=True)
class Index:
    """Tables from what a marker may say to the keys of the references that answer, in file order."""

    keys: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    markers: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    prefixed: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    urls: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    dois: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    failed: dict[str, str] = field(default_factory=dict)  # what a broken entry would have answered to -> its key


def from_files(bibliography: Bibliography) -> tuple[Reference, ...]:
    """References that stand in bibliography files, not those that some article defines for itself."""
    paths = set(bibliography.paths)
    return tuple(reference for reference in bibliography.references if reference.place.path in paths)


def index(bibliography: Bibliography) -> Index:
    """The tables of the bibliography's files: what one article defines answers for no label of another."""
    tables = Index()
    for entry in bibliography.failed:
        name = entry.key or f"the entry in line {entry.place.line}"
        seen = _MARKER_FIELD.search(entry.raw)
        prefixed = _PREFIXED.fullmatch(entry.key or "")
        labels = (
            entry.key or "",
            prefixed[1] if prefixed else "",
            *(markers({"marker": seen[1] or seen[2] or seen[3] or ""}) if seen else ()),
        )
        tables.failed.update((label, name) for label in labels if label)
    references = from_files(bibliography)
    present = {reference.key for reference in references}
    for reference in references:
        _add(tables, reference, original(reference.key, present))
    return tables


def original(key: str, present: Iterable[str]) -> str:
    """The key as the file has it: `smith~2` is the second `smith`."""
    repeated = _REPEATED.fullmatch(key)
    return repeated[1] if repeated and repeated[1] in present else key


def _add(tables: Index, reference: Reference, key: str) -> None:
    _append(tables.keys, key, reference.key)
    for alias in (part.strip() for part in reference.fields.get("ids", "").split(",")):
        _append(tables.keys, alias, reference.key)
    for label in reference.markers:
        _append(tables.markers, label, reference.key)
    prefixed = _PREFIXED.fullmatch(key)
    if prefixed:
        _append(tables.prefixed, prefixed[1].lower(), reference.key)
    for url in reference.urls:
        _append(tables.urls, addresses.same(url), reference.key)
    if reference.archive:
        _append(tables.urls, addresses.same(reference.archive.url), reference.key)
    if reference.doi:
        _append(tables.dois, reference.doi.lower(), reference.key)


def _append(table: dict[str, list[str]], said: str, key: str) -> None:
    if said and key not in table.get(said, ()):
        table.setdefault(said, []).append(key)


def by_identifier(tables: Index, label: str) -> list[str]:
    """Keys of the references that a `doi:…`, `url:…` or bare address names."""
    kind, _, rest = label.partition(":")
    address = rest if kind.lower() in ("doi", "url") else label
    bare = identifiers.doi(address)
    if bare and tables.dois.get(bare.lower()):
        return tables.dois[bare.lower()]
    return tables.urls.get(addresses.same(address), [])
