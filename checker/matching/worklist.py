"""What an editor does first: claims by how much they need one, and a shelf list of works that only a reader can open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from checker.foundation.model import (
    Availability,
    Claim,
    ClaimVerdict,
    Coverage,
    FactKind,
    FactStatus,
    JudgedCitation,
    Marker,
    Reference,
    Support,
)
from checker.language.facts import mentions

# How much an editor gains by looking: a contradiction shows both values, an absence may be the checker's own blindness.
_NEED = {
    Support.CONTRADICTED: 1.0,
    Support.MISSING: 0.7,
    Support.PARTIAL: 0.5,
    Support.UNCHECKED: 0.2,
    Support.FOUND: 0.0,
}
_KIND = {
    FactKind.QUOTE: 0.15,
    FactKind.NUMBER: 0.10,
    FactKind.DATE: 0.10,
    FactKind.IDENTIFIER: 0.10,
    FactKind.NAME: 0.05,
}
_INHERITED = 0.8


@dataclass(frozen=True, slots=True)
class Lead:
    """A claim worth a look: the marker, the verdict, how much it needs an editor (0–1), and why in words."""

    marker: Marker
    claim: Claim
    verdict: ClaimVerdict
    need: float
    why: str


@dataclass(frozen=True, slots=True)
class ShelfItem:
    """A work to take from the shelf: at which page, for which claims, and the figures, dates and names to look for."""

    key: str
    title: str
    locator: str | None
    markers: tuple[str, ...]
    claims: tuple[str, ...]
    look_for: tuple[str, ...]


def worklist(citations: Iterable[JudgedCitation]) -> tuple[Lead, ...]:
    """The claims that need an editor, the neediest first; what is borne out, alone or by its group, is left out."""
    leads = [
        Lead(citation.citation.marker, judged.claim, verdict, _need(judged.claim, verdict), verdict.reason)
        for citation in citations
        for judged in citation.claims
        if judged.group is not Support.FOUND
        for verdict in judged.verdicts
        if verdict.support not in (Support.FOUND, Support.UNCHECKED)
    ]
    return tuple(sorted(leads, key=lambda lead: (-lead.need, lead.marker.start, lead.claim.start, lead.verdict.key)))


def _need(claim: Claim, verdict: ClaimVerdict) -> float:
    """Support and its confidence, the score, and the gravest kind of fact that is in doubt."""
    doubted = [_KIND[fact.kind] for fact in verdict.facts if fact.status is not FactStatus.FOUND]
    need = 0.6 * _NEED[verdict.support] * verdict.confidence + 0.25 * (1.0 - verdict.score) + max(doubted, default=0.0)
    return round(need * (_INHERITED if claim.coverage is Coverage.INHERITED else 1.0), 4)


def shelf(citations: Iterable[JudgedCitation], references: Mapping[str, Reference]) -> tuple[ShelfItem, ...]:
    """The works whose text was not read, by work and page, with what to look for there."""
    wanted: dict[tuple[str, str | None], list[tuple[Marker, Claim, ClaimVerdict]]] = {}
    for citation in citations:
        marker = citation.citation.marker
        for judged in citation.claims:
            for verdict in judged.verdicts:
                if verdict.support is Support.UNCHECKED and _on_a_shelf(references.get(verdict.key), marker):
                    wanted.setdefault((verdict.key, marker.locator), []).append((marker, judged.claim, verdict))
    return tuple(
        _item(key, locator, uses, references.get(key)) for (key, locator), uses in sorted(wanted.items(), key=_order)
    )


def _order(entry: tuple[tuple[str, str | None], object]) -> tuple[str, int, str]:
    """By work, then by page as a number where the locator has one."""
    (key, locator), _ = entry
    digits = "".join(char if char.isascii() and char.isdigit() else " " for char in locator or "").split()
    return key, int(digits[0][:9]) if digits else 0, locator or ""


def _on_a_shelf(reference: Reference | None, marker: Marker) -> bool:
    return reference is None or reference.availability is not Availability.LINK or marker.locator is not None


def _item(
    key: str, locator: str | None, uses: list[tuple[Marker, Claim, ClaimVerdict]], reference: Reference | None
) -> ShelfItem:
    return ShelfItem(
        key=key,
        title=reference.title if reference else "",
        locator=locator,
        markers=tuple(dict.fromkeys(marker.text for marker, _, _ in uses)),
        claims=tuple(dict.fromkeys(claim.text for _, claim, _ in uses)),
        look_for=tuple(dict.fromkeys(fact for _, claim, _ in uses for fact in facts_in(claim))),
    )


def facts_in(claim: Claim) -> tuple[str, ...]:
    """The facts of a claim as written: what to look for on the page."""
    return tuple(mention.text for mention in mentions(claim.text, claim.language))
