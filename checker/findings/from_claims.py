"""Claim verdicts -> drafts: contradictions, wrong quotations, and what the source does not say."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from checker.findings.drafts import Draft
from checker.foundation.model import (
    Claim,
    ClaimVerdict,
    Coverage,
    Dangling,
    EvidenceKind,
    FactKind,
    FactStatus,
    JudgedCitation,
    JudgedClaim,
    Marker,
    Place,
    Reference,
    Related,
    Subject,
    Support,
)

_EXCERPT = 90


def from_citation(
    judged: JudgedCitation, references: Mapping[str, Reference], labels: Mapping[str, str]
) -> Iterator[Draft]:
    """The drafts of one citation; `labels` gives a key's marker for saying where a fact stands instead."""
    if isinstance(judged.citation, Dangling):
        return
    marker = judged.citation.marker
    for judged_claim in judged.claims:
        for verdict in judged_claim.verdicts:
            told = _rule(judged_claim, verdict)
            if told:
                yield _draft(told, marker, judged_claim.claim, verdict, references, labels)


def _rule(judged: JudgedClaim, verdict: ClaimVerdict) -> str | None:
    """Which rule a verdict falls under. What a neighbour in the group bears out is not held against this source."""
    if verdict.support is Support.CONTRADICTED:
        return "quote-missing" if _conflicts(verdict) == {FactKind.QUOTE} else "claim-contradicted"
    if verdict.support in (Support.PARTIAL, Support.MISSING) and _quote_failed(verdict):
        return "quote-missing"
    if judged.group is Support.FOUND:
        return None
    if verdict.support is Support.MISSING:
        return "claim-missing"
    if verdict.support is Support.PARTIAL:
        return "claim-partial"
    return None


def _conflicts(verdict: ClaimVerdict) -> set[FactKind]:
    return {fact.kind for fact in verdict.facts if fact.status is FactStatus.CONFLICT}


def _quote_failed(verdict: ClaimVerdict) -> bool:
    """True when a quotation is not in the source; a note or an abstract need not hold every word of it."""
    if verdict.evidence in (EvidenceKind.NOTE, EvidenceKind.ABSTRACT):
        return any(fact.kind is FactKind.QUOTE and fact.status is FactStatus.CONFLICT for fact in verdict.facts)
    return any(fact.kind is FactKind.QUOTE and fact.status is not FactStatus.FOUND for fact in verdict.facts)


def _draft(
    rule: str,
    marker: Marker,
    claim: Claim,
    verdict: ClaimVerdict,
    references: Mapping[str, Reference],
    labels: Mapping[str, str],
) -> Draft:
    stands = [f"[{labels[key]}]" if key in labels else key for key in verdict.elsewhere]
    tip = f"It stands in {' and '.join(stands)}: cite that source here, or correct the sentence." if stands else ""
    return Draft(
        rule=rule,
        subject=f"{marker.id} {claim.text} {verdict.key}",
        message=_message(rule, marker, claim, verdict, stands),
        place=claim.place,
        confidence=verdict.confidence,
        related=tuple(_related(marker, claim, verdict, references)),
        tip=tip,
        about=Subject(verdict.key, claim.text, _digest(verdict)),
    )


def _digest(verdict: ClaimVerdict) -> str:
    """Twelve hexadecimal digits for the words of the passage, however they are spaced; nothing without a passage."""
    if verdict.passage is None:
        return ""
    return hashlib.sha256(" ".join(verdict.passage.text.split()).encode()).hexdigest()[:12]


def _message(rule: str, marker: Marker, claim: Claim, verdict: ClaimVerdict, stands: list[str]) -> str:
    source = f"{marker.text} {verdict.key}"
    if rule == "claim-contradicted":
        pairs = [
            f"the article says “{fact.claim}”, the source “{fact.source}”"
            for fact in verdict.facts
            if fact.status is FactStatus.CONFLICT
        ]
        said = "; ".join(pairs) or verdict.reason.rstrip(".")
    elif rule == "quote-missing":
        quotes = [
            fact.claim for fact in verdict.facts if fact.kind is FactKind.QUOTE and fact.status is not FactStatus.FOUND
        ]
        said = f"the source does not have the words {_short(quotes[0]) if quotes else 'quoted'}"
    elif rule == "claim-partial":
        said = _lacking(verdict)
    else:
        said = f"the source says nothing of “{_short(claim.text)}”"
    if stands:
        said += f" (stands in {', '.join(stands)})"
    return f"{source}: {said}."


def _lacking(verdict: ClaimVerdict) -> str:
    """The facts that were not found, by name; the verdict's own reason where only wording is lacking."""
    absent = ", ".join(f"“{_short(fact.claim, 60)}”" for fact in verdict.facts if fact.status is FactStatus.ABSENT)
    if absent:
        return f"not found in the source: {absent}"
    reason = verdict.reason.rstrip(".")
    return reason[:1].lower() + reason[1:] if reason else "a part of the sentence is not in the source"


def _related(
    marker: Marker, claim: Claim, verdict: ClaimVerdict, references: Mapping[str, Reference]
) -> Iterator[Related]:
    if claim.coverage is Coverage.INHERITED:
        yield Related(marker.place, f"the marker {marker.text} that covers the sentence")
    if verdict.key in references:
        yield Related(references[verdict.key].place, f"the entry {verdict.key}")
    if verdict.passage:
        where = verdict.passage.url or verdict.key
        kind = "editor's note" if verdict.evidence is EvidenceKind.NOTE else str(verdict.evidence or "source")
        page = f", p. {verdict.passage.page}" if verdict.passage.page else ""
        yield Related(Place(where), f"{kind}{page}: “{_short(verdict.passage.text, 400)}”")


def _short(text: str, limit: int = _EXCERPT) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
