"""The worklist: verdicts that need an editor, the likeliest and gravest errors first.

A lead's need is how grave its verdict is, times how sure. Gravity: a contradiction can be acted on at once (1), a
fact that stands in another source of the article almost so (0.8), a missing one needs a search (0.6), a partial one
a look (0.3). Sentences that a marker covers only by standing before it are cited less surely (×0.9).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.foundation.model import (
    Claim,
    ClaimVerdict,
    Coverage,
    Finding,
    Health,
    JudgedCitation,
    JudgedClaim,
    Place,
    Report,
    Support,
)
from checker.reporting import order

_GRAVITY = {Support.CONTRADICTED: 1.0, Support.MISSING: 0.6, Support.PARTIAL: 0.3}
_ELSEWHERE = 0.8
_INHERITED = 0.9
_LINK_RULES = frozenset(f"link-{health}" for health in Health)
_RULES = {
    Support.CONTRADICTED: ("claim-contradicted", "quote-missing"),
    Support.MISSING: ("claim-missing", "quote-missing"),
    Support.PARTIAL: ("claim-partial", "quote-missing"),
}


@dataclass(frozen=True, slots=True)
class Lead:
    """One claim that one source does not bear out, with the finding that tells it, if one does."""

    citation: JudgedCitation
    judged: JudgedClaim
    verdict: ClaimVerdict
    finding: Finding | None
    need: float

    @property
    def claim(self) -> Claim:
        """The sentence."""
        return self.judged.claim


def is_told_apart(finding: Finding) -> bool:
    """True for what the list of leads or the list of links tells already; notes beside links and saved copies are not."""
    return finding.rule.startswith(("claim-", "quote-")) or finding.rule in _LINK_RULES


def leads(report: Report) -> list[Lead]:
    """All leads that nobody has waived, those that need an editor most first; a sentence stands once for each source."""
    ranked = sorted(_all(report), key=lambda lead: (-lead.need, lead.claim.place, lead.verdict.key))
    told: dict[tuple[str, int, str], Lead] = {}
    for lead in ranked:
        if not (lead.finding and lead.finding.waived):
            told.setdefault((lead.citation.article, lead.claim.start, lead.verdict.key), lead)
    return list(told.values())


def by_place(report: Report) -> dict[Place, list[Finding]]:
    """Findings by the place that they point at first."""
    index: dict[Place, list[Finding]] = {}
    for finding in order.worst_first(report.findings):
        index.setdefault(finding.place, []).append(finding)
    return index


def finding_of(
    citation: JudgedCitation, claim: Claim, verdict: ClaimVerdict, index: dict[Place, list[Finding]]
) -> Finding | None:
    """The finding that tells a verdict: of its rule, at the claim or its marker, best one that names the source."""
    places = (claim.place, citation.citation.marker.place)
    rules = _RULES.get(verdict.support, ())
    there = [finding for place in places for finding in index.get(place, []) if finding.rule in rules]
    naming = [finding for finding in there if verdict.key in finding.message]
    exact = [finding for finding in naming if citation.citation.marker.text in finding.message]
    return next(iter(exact or naming or there), None)


def _all(report: Report) -> Iterator[Lead]:
    index = by_place(report)
    for citation in order.citations(report):
        for judged in citation.claims:
            for verdict in judged.verdicts:
                if verdict.support not in _GRAVITY:
                    continue
                finding = finding_of(citation, judged.claim, verdict, index)
                if finding or not _carried_by_group(judged, verdict):
                    yield Lead(citation, judged, verdict, finding, _need(judged.claim, verdict))


def _carried_by_group(judged: JudgedClaim, verdict: ClaimVerdict) -> bool:
    """True when side-by-side sources bear out together what this one alone does not."""
    return judged.group is Support.FOUND and verdict.support is not Support.CONTRADICTED


def _need(claim: Claim, verdict: ClaimVerdict) -> float:
    gravity = max(_GRAVITY[verdict.support], _ELSEWHERE if verdict.elsewhere else 0.0)
    return gravity * verdict.confidence * (_INHERITED if claim.coverage is Coverage.INHERITED else 1.0)
