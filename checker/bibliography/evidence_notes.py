"""`evidence.toml`: editors' notes of what a source says, kept apart from a .bib that a reference manager exports anew."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from checker.bibliography import identifiers
from checker.bibliography.keys import index
from checker.foundation.model import Bibliography, EvidenceKind, Note, Place, Problem

_FIELDS = ("key", "text", "page", "by", "on")
_HEADER = re.compile(r"(?m)^[^\S\n]*\[\[\s*note\s*\]\]")


@dataclass(frozen=True, slots=True)
class EvidenceNote:
    """One `[[note]]`: `key` is a citation key, a DOI or an ISBN."""

    key: str
    note: Note


def notes(
    table: Mapping[str, Any], *, path: str = "evidence.toml", text: str = ""
) -> tuple[tuple[EvidenceNote, ...], tuple[Problem, ...]]:
    """The notes of a parsed evidence.toml, and what is wrong with it; with its `text`, places have lines."""
    lines = [text.count("\n", 0, found.start()) + 1 for found in _HEADER.finditer(text)]
    rows = table.get("note", [])
    found: list[EvidenceNote] = []
    problems = [_odd(f"{path} has {name}, which is not [[note]].", Place(path)) for name in table if name != "note"]
    if not isinstance(rows, list):
        return (), (_odd(f"In {path}, note is not written as [[note]].", Place(path)),)
    for number, row in enumerate(rows):
        place = Place(path, lines[number], 1) if number < len(lines) else Place(path)
        if not isinstance(row, Mapping) or not row.get("key") or not str(row.get("text", "")).strip():
            problems.append(_odd(f"Note {number + 1} of {path} needs both a key and a text.", place))
            continue
        problems += [_odd(f"Note {number + 1} of {path} has {name}.", place) for name in row if name not in _FIELDS]
        page = str(row["page"]) if row.get("page") is not None else None
        words = Note(
            str(row["text"]).strip(), EvidenceKind.NOTE, place, page, str(row.get("by", "")), str(row.get("on", ""))
        )
        found.append(EvidenceNote(str(row["key"]).strip(), words))
    return tuple(found), tuple(problems)


def with_notes(bibliography: Bibliography, given: Sequence[EvidenceNote]) -> Bibliography:
    """The bibliography with each note beside its reference; a note that belongs to none is a Problem."""
    tables = index(bibliography)
    isbns = {identifiers.isbn13(each.isbn): each.key for each in bibliography.references if each.isbn}
    belonging: dict[str, list[Note]] = {}
    problems: list[Problem] = []
    for each in given:
        doi = identifiers.doi(each.key)
        isbn = identifiers.isbn(each.key)
        keys = tables.keys.get(each.key) or (tables.dois.get(doi.lower()) if doi else None)
        if not keys and isbn and identifiers.isbn13(isbn) in isbns:
            keys = [isbns[identifiers.isbn13(isbn)]]
        if not keys:
            problems.append(_odd(f"A note is about {each.key}, which no entry is.", each.note.place))
        for key in keys or ():
            belonging.setdefault(key, []).append(each.note)
    references = tuple(
        dataclasses.replace(each, notes=(*each.notes, *belonging[each.key])) if each.key in belonging else each
        for each in bibliography.references
    )
    return dataclasses.replace(bibliography, references=references, problems=(*bibliography.problems, *problems))


def _odd(message: str, place: Place) -> Problem:
    return Problem("note-unused", message, place, tip="A [[note]] has key, text and, if known, page, by, on.")
