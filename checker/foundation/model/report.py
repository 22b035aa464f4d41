"""Nouns of REPORT: findings, and the report that every reporter turns into text."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from checker.foundation.model.article import Article
from checker.foundation.model.bibliography import Archive, Bibliography, Citation, Dangling, EvidenceKind, Reference
from checker.foundation.model.link import LinkVerdict
from checker.foundation.model.place import Place, Related
from checker.foundation.model.verdict import JudgedClaim


class Severity(StrEnum):
    """How loudly a finding is told; `off` never leaves `findings`."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"


class Network(StrEnum):
    """What the network was during the run."""

    LIVE = "live"
    DOWN = "down"
    OFFLINE = "offline"
    REPLAY = "replay"


@dataclass(frozen=True, slots=True)
class Waiver:
    """Why a finding is accepted, by whom and since when (decisions.toml)."""

    reason: str
    by: str
    on: str
    expires: str | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What a finding is about, as waivers name it: a sentence held against an entry's source, or an entry's address.

    `passage` is a short digest of the words that the verdict rests on: other words, another decision.
    """

    key: str = ""
    claim: str = ""
    passage: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """The one currency: something worth telling an editor, with its place, how loudly and how surely.

    `id` is stable across edits elsewhere (a hash of the rule and what it is about, never of a line number).
    """

    id: str
    rule: str
    severity: Severity
    confidence: float
    message: str
    place: Place
    related: tuple[Related, ...] = ()
    tip: str = ""
    about: Subject = field(default_factory=Subject)
    waived: Waiver | None = None


@dataclass(frozen=True, slots=True)
class JudgedCitation:
    """A citation (or a dangling marker, without keys) and its judged claims."""

    citation: Citation | Dangling
    article: str
    claims: tuple[JudgedClaim, ...] = ()


@dataclass(frozen=True, slots=True)
class JudgedReference:
    """A reference and the verdicts of its links; `unread` says why no text of it could be read, if none could.

    `texts` are the kinds of text that claims were held against; `rescue` is a sound saved copy of a dead link.
    """

    reference: Reference
    links: tuple[LinkVerdict, ...] = ()
    unread: str = ""
    digest: str = ""
    rescue: Archive | None = None
    texts: tuple[EvidenceKind, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was looked at, counted: nothing is dropped silently."""

    markers: int = 0
    mapped: int = 0
    dangling: int = 0
    pleas: int = 0
    entries: int = 0
    entries_failed: int = 0
    sources: tuple[tuple[str, int], ...] = ()  # read, note, dead, blocked, …, book -> how many references
    claims: tuple[tuple[str, int], ...] = ()  # found, partial, … -> how many verdicts


@dataclass(frozen=True, slots=True)
class Run:
    """The circumstances of a report."""

    started: dt.datetime
    finished: dt.datetime
    network: Network
    hosts: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()  # sentences an editor must know: network down, children forbidden, cut short
    version: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a run found; reporters are pure functions of it."""

    run: Run
    articles: tuple[Article, ...]
    bibliography: Bibliography
    citations: tuple[JudgedCitation, ...]
    references: tuple[JudgedReference, ...]
    findings: tuple[Finding, ...]
    coverage: Coverage
