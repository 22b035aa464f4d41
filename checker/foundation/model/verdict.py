"""Nouns of MATCH: the facts of a claim, the passage they were looked for in, and the verdict."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from checker.foundation.model.article import Claim
from checker.foundation.model.bibliography import EvidenceKind


class Support(StrEnum):
    """Does the source bear the claim out? `unchecked` is an answer of its own."""

    FOUND = "found"
    PARTIAL = "partial"
    MISSING = "missing"
    CONTRADICTED = "contradicted"
    UNCHECKED = "unchecked"


class Basis(StrEnum):
    """The method behind a verdict."""

    FACTS = "facts"
    WORDING = "wording"
    ENTAILMENT = "entailment"
    JUDGE = "judge"
    EDITOR = "editor"


class FactKind(StrEnum):
    """The kinds of checkable facts in a sentence."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    QUOTE = "quote"
    IDENTIFIER = "identifier"


class FactStatus(StrEnum):
    """What the source says of one fact."""

    FOUND = "found"
    CONFLICT = "conflict"  # the same thing at the same place, another value
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of a claim beside what the source has: both as written, both with their spans.

    `start`/`end` are offsets in the claim's text, `source_start`/`source_end` in the passage's text.
    """

    kind: FactKind
    claim: str
    start: int
    end: int
    status: FactStatus
    source: str | None = None
    source_start: int | None = None
    source_end: int | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of the source that the verdict rests on; `start` is its offset in the source's text."""

    text: str
    start: int
    language: str = ""
    url: str | None = None
    page: int | None = None
    digest: str = ""
    gloss: tuple[tuple[str, str], ...] = ()  # (claim's words, passage's words) that matched across languages


@dataclass(frozen=True, slots=True)
class ClaimVerdict:
    """One claim against one source. `score` ranks (0–1, higher is better borne out); `confidence` is of `support`.

    `elsewhere` names keys of other sources of the same article in which the missing facts stand.
    """

    key: str
    support: Support
    basis: Basis
    confidence: float
    score: float
    evidence: EvidenceKind | None = None
    facts: tuple[Fact, ...] = ()
    passage: Passage | None = None
    reason: str = ""
    elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class JudgedClaim:
    """A claim with a verdict for each source that its marker names; `group` is the verdict of side-by-side markers."""

    claim: Claim
    verdicts: tuple[ClaimVerdict, ...] = ()
    group: Support | None = None
