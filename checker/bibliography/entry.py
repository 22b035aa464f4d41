"""Fields as text -> a Reference: the readings (names, dates, addresses, notes) that the rest of the house uses.

Every format ends here, so that an entry of a .bib, of CSL-JSON and of an article's own list read the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from checker.bibliography import addresses, dates, identifiers, latex, local_files, names
from checker.foundation import clean
from checker.foundation.model import (
    Availability,
    EvidenceKind,
    Name,
    Note,
    PartialDate,
    Place,
    Reference,
)

# LaTeX prints these as they stand, so that nothing in them is decoded but escapes.
VERBATIM = frozenset(
    "url doi file urldate eprint eprinttype archiveprefix archiveurl archive-url archive_url url-archive archivedate "  # noqa: SIM905 - a table of words
    "archive-date archive_date link isbn issn pmid pmcid pmc arxiv arxivid hdl handle marker markers key keywords "
    "crossref xdata ids bibsource biburl bdsk-url-1 bdsk-url-2 local-url pdf".split()
)
_BOOKS = frozenset(
    "book mvbook inbook bookinbook suppbook booklet collection mvcollection incollection suppcollection reference "  # noqa: SIM905 - a table of words
    "inreference proceedings manual".split()
)
_NOTE_FIELDS = (
    ("annotation", EvidenceKind.NOTE),
    ("annote", EvidenceKind.NOTE),
    ("abstract", EvidenceKind.ABSTRACT),
)
_ACCESSED = ("urldate", "accessdate", "access-date", "accessed", "lastchecked", "lastaccessed", "ngày truy cập")
_MARKERS = re.compile(r"[,;\s]+")


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry whose fields are text already, names raw (their braces matter); `lines` are the fields' lines."""

    type: str
    key: str
    place: Place
    end_line: int
    start: int = 0
    end: int = 0
    raw: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    authors: tuple[Name, ...] | None = None  # from formats that keep the parts of a name apart
    literal: bool = False  # from formats that are no LaTeX: fields are the text itself


def reference(draft: Draft) -> tuple[Reference, dict[str, tuple[str, ...]]]:
    """The Reference of a draft, and for each field the LaTeX that could not be resolved in it."""
    fields: dict[str, str] = {}
    leftovers: dict[str, tuple[str, ...]] = {}
    for name, raw in draft.raw.items():
        plain = _decoded(name, raw, literal=draft.literal)
        fields[name] = plain.text
        if plain.leftovers:
            leftovers[name] = plain.leftovers
    reachable = addresses.read(fields if draft.literal else {**fields, **_with_addresses(draft.raw)})
    people, others = _people(draft)
    isbn = identifiers.isbn(fields.get("isbn", ""))
    files = local_files.paths(draft.raw.get("file", ""))
    made = Reference(
        key=draft.key,
        type=draft.type,
        place=draft.place,
        end_line=draft.end_line,
        start=draft.start,
        end=draft.end,
        fields=fields,
        markers=markers(fields),
        title=_title(fields),
        authors=people,
        others=others,
        date=_date(fields),
        accessed=_accessed(fields),
        urls=reachable.urls,
        doi=reachable.doi,
        isbn=isbn,
        archive=reachable.archive,
        notes=_notes(draft, fields),
        files=files,
        availability=_availability(draft.type, bool(reachable.urls or reachable.archive), bool(files), isbn),
    )
    return made, leftovers


def _decoded(name: str, raw: str, *, literal: bool) -> latex.Plain:
    if literal:
        return latex.Plain(" ".join(clean.text(raw).split()))
    return latex.Plain(latex.verbatim(raw)) if name in VERBATIM else latex.decode(raw)


def markers(fields: Mapping[str, str]) -> tuple[str, ...]:
    """The labels in an entry's `marker` field: `{13, 28}`, `{[13][28]}`."""
    text = fields.get("marker") or fields.get("markers") or ""
    return tuple(dict.fromkeys(label for label in (part.strip("[]^") for part in _split(text)) if label))


def _split(text: str) -> list[str]:
    return _MARKERS.split(text.replace("][", ",").strip())


def _title(fields: Mapping[str, str]) -> str:
    title = fields.get("title") or fields.get("maintitle") or ""
    subtitle = fields.get("subtitle", "")
    return f"{title}: {subtitle}" if title and subtitle else title


def _with_addresses(raw: Mapping[str, str]) -> dict[str, str]:
    r"""`howpublished` and `note` as they were written when they hold an address, which decoding would harm."""
    held = {name: raw[name] for name in ("howpublished", "note") if "://" in raw.get(name, "")}
    return {
        name: re.sub(r"\\url\s*\{([^{}]*)\}", lambda m: f" {latex.verbatim(m[1])} ", text)
        for name, text in held.items()
    }


def _people(draft: Draft) -> tuple[tuple[Name, ...], bool]:
    """The authors, or the editors of a work that names no author."""
    if draft.authors:
        return draft.authors, False
    raw = draft.raw.get("author") or draft.raw.get("authors") or draft.raw.get("editor") or ""
    single, others = names.parse(" ".join(raw.split()))
    read = (names.read(name, name.strip("{}") if draft.literal else latex.decode(name).text) for name in single)
    return tuple(name for name in read if str(name)), others


def _date(fields: Mapping[str, str]) -> PartialDate | None:
    found = dates.from_fields(
        fields.get("date", ""), fields.get("year", ""), fields.get("month", ""), fields.get("day", "")
    )
    return found or (dates.parse(fields["origdate"]) if fields.get("origdate") else None)


def _accessed(fields: Mapping[str, str]) -> PartialDate | None:
    written = next((fields[name] for name in _ACCESSED if fields.get(name)), "")
    return dates.parse(written) if written else None


def _notes(draft: Draft, fields: Mapping[str, str]) -> tuple[Note, ...]:
    return tuple(
        Note(fields[name], kind, Place(draft.place.path, draft.lines.get(name, draft.place.line), 1))
        for name, kind in _NOTE_FIELDS
        if fields.get(name)
    )


def _availability(kind: str, linked: bool, filed: bool, isbn: str | None) -> Availability:
    if linked:
        return Availability.LINK
    if filed:
        return Availability.FILE
    return Availability.BOOK if isbn or kind in _BOOKS else Availability.NONE
