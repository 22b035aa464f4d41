"""The shelf list: what an editor looks up by hand, work by work and page by page, with the figure to look for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.foundation.model import (
    Availability,
    ClaimVerdict,
    EvidenceKind,
    FactStatus,
    JudgedCitation,
    JudgedClaim,
    JudgedReference,
    Report,
    Support,
)
from checker.reporting import order

_SECOND_HAND = (EvidenceKind.NOTE, EvidenceKind.ABSTRACT)
_OFFLINE_WORKS = (Availability.BOOK, Availability.NONE)


@dataclass(frozen=True, slots=True)
class Lookup:
    """One thing to look up in a work: the sentence, the page that the marker names, and the facts to look for."""

    citation: JudgedCitation
    judged: JudgedClaim
    verdict: ClaimVerdict
    locator: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """A work that no program has read, with everything that rests on it."""

    reference: JudgedReference
    lookups: tuple[Lookup, ...]


def works(report: Report) -> list[Work]:
    """Works to take from the shelf (or to ask for), in the order of the reference list; pages ascending."""
    wanted: dict[str, list[Lookup]] = {}
    known = {judged.reference.key: judged for judged in report.references}
    for citation in order.citations(report):
        for lookup in _lookups(citation, known):
            wanted.setdefault(lookup.verdict.key, []).append(lookup)
    return [
        Work(judged, tuple(sorted(wanted[judged.reference.key], key=lambda lookup: order.natural(lookup.locator))))
        for judged in order.references(report)
        if judged.reference.key in wanted
    ]


def _lookups(citation: JudgedCitation, known: dict[str, JudgedReference]) -> Iterator[Lookup]:
    for judged in citation.claims:
        for verdict in judged.verdicts:
            if verdict.key in known and _unseen(verdict, known[verdict.key]):
                facts = tuple(fact.claim for fact in verdict.facts if fact.status is not FactStatus.FOUND)
                locator = citation.citation.marker.locator or known[verdict.key].reference.fields.get("pages", "")
                yield Lookup(citation, judged, verdict, locator, facts)


def _unseen(verdict: ClaimVerdict, judged: JudgedReference) -> bool:
    """True when nobody has read the work for this claim: no text at all, or words about a work that has no page."""
    second_hand = verdict.evidence in _SECOND_HAND and judged.reference.availability in _OFFLINE_WORKS
    return verdict.support is Support.UNCHECKED or second_hand
