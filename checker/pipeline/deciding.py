"""DECIDE: the findings of a run beside what editors have accepted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from checker import findings, review
from checker.foundation.model import Finding, Health, JudgedCitation, JudgedReference, Network, Support
from checker.pipeline.desk import Desk

_LOOKED_AT = frozenset(Health) - {Health.UNCHECKED, Health.UNSTABLE}


def decided(
    told: Iterable[Finding],
    citations: Iterable[JudgedCitation],
    references: Iterable[JudgedReference],
    desk: Desk,
    *,
    network: Network,
    today: dt.date,
) -> tuple[Finding, ...]:
    """The findings, accepted ones with their waiver, and those that the decisions themselves call for."""
    settings = desk.settings
    part = settings.only or settings.links_only or settings.claims_only or desk.before is not None
    whole = desk.whole and not part and network in (Network.LIVE, Network.REPLAY)
    accepted, problems = review.decide(told, desk.decisions, _seen(citations, references, whole), today=today)
    return findings.with_problems(accepted, problems, severities=settings.severity)


def _seen(citations: Iterable[JudgedCitation], references: Iterable[JudgedReference], whole: bool) -> review.Seen:
    claims: dict[tuple[str, str], bool] = {}
    for judged in citations:
        for claim in judged.claims:
            for verdict in claim.verdicts:
                at = claim.claim.text, verdict.key
                claims[at] = claims.get(at, False) or verdict.support is not Support.UNCHECKED
    urls = {link.url: link.health in _LOOKED_AT for judged in references for link in judged.links}
    return review.Seen(claims, urls, whole)
