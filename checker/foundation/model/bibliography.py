"""Nouns of MAP: references (entries that were read), and what each marker leads to."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from checker.foundation.model.article import Marker
from checker.foundation.model.dates import PartialDate
from checker.foundation.model.place import Place, Problem


class EvidenceKind(StrEnum):
    """Where a source's text comes from; `abstract` and `note` never make a claim `missing`."""

    PAGE = "page"
    SNAPSHOT = "snapshot"
    FILE = "file"
    NOTE = "note"
    ABSTRACT = "abstract"
    PASTED = "pasted"


class Availability(StrEnum):
    """How a reader could get at a work: by its links, as a printed book, as a local file, or not at all."""

    LINK = "link"
    BOOK = "book"
    FILE = "file"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Name:
    """A person or a body that wrote a work; Vietnamese full names and bodies stand whole in `literal`."""

    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str = ""

    def __str__(self) -> str:
        """As a reader says it: given names first, or the literal name."""
        return self.literal or " ".join(part for part in (self.given, self.particle, self.family, self.suffix) if part)


@dataclass(frozen=True, slots=True)
class Note:
    """Words about a source that stand in the bibliography: an annotation, an abstract, a row of evidence.toml."""

    text: str
    kind: EvidenceKind
    place: Place
    page: str | None = None
    by: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True)
class Archive:
    """A saved copy that an entry names."""

    url: str
    date: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry of the bibliography, decoded (NFC, LaTeX accents resolved except in verbatim fields).

    `fields` keeps every field under its lower-case name; the attributes are readings of them. `start` and
    `end` are offsets of the entry in its file's decoded text. `urls` are distinct, in order of trust
    (`url`, then a DOI's or other identifier's resolver address).
    """

    key: str
    type: str
    place: Place
    end_line: int = 0
    start: int = 0
    end: int = 0
    fields: dict[str, str] = field(default_factory=dict)
    markers: tuple[str, ...] = ()
    title: str = ""
    authors: tuple[Name, ...] = ()
    others: bool = False  # the author list ends in `and others`
    date: PartialDate | None = None
    accessed: PartialDate | None = None
    urls: tuple[str, ...] = ()
    doi: str | None = None
    isbn: str | None = None
    archive: Archive | None = None
    notes: tuple[Note, ...] = ()
    files: tuple[str, ...] = ()
    availability: Availability = Availability.NONE


@dataclass(frozen=True, slots=True)
class FailedEntry:
    """A block that could not be read, with its key if one could be seen, so that its markers are not called undefined."""

    key: str | None
    place: Place
    reason: str
    raw: str


@dataclass(frozen=True, slots=True)
class Bibliography:
    """Everything that the .bib files hold; `blocks == len(references) + len(failed) + comments + strings`, always."""

    paths: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    failed: tuple[FailedEntry, ...] = ()
    comments: int = 0
    strings: int = 0
    blocks: int = 0
    problems: tuple[Problem, ...] = ()
    encodings: tuple[tuple[str, str], ...] = ()  # path -> what its bytes were taken for


@dataclass(frozen=True, slots=True)
class Citation:
    """A marker that leads to its references; several keys when one note names several works."""

    marker: Marker
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dangling:
    """A marker that leads nowhere, to something unreadable, or to two answers at one level."""

    marker: Marker
    rule: str  # marker-undefined, marker-ambiguous, entry-unparsed
    reason: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mapping:
    """The account of an article's markers: every one is a Citation, Dangling, or a plea for a source."""

    citations: tuple[Citation, ...] = ()
    dangling: tuple[Dangling, ...] = ()
    problems: tuple[Problem, ...] = ()  # entry-uncited, marker-gap
