"""Counts that several reports open with; what is not checked is counted like everything else."""

from __future__ import annotations

from collections import Counter

from checker.foundation.model import Health, JudgedReference, LinkVerdict, Report, Severity, Support

SUPPORT_SIGNS = {
    Support.FOUND: "●",
    Support.PARTIAL: "◐",
    Support.MISSING: "○",
    Support.CONTRADICTED: "≠",
    Support.UNCHECKED: "?",
}
HEALTH_SIGNS = {
    Health.OK: "✓",
    Health.MOVED: "→",
    Health.DEAD: "✕",
    Health.BLOCKED: "⊘",
    Health.UNSTABLE: "~",
    Health.INSECURE: "!",
    Health.UNSAFE: "‼",
    Health.UNCHECKED: "?",
}
WORST_HEALTH_FIRST = (
    Health.DEAD,
    Health.UNSAFE,
    Health.INSECURE,
    Health.MOVED,
    Health.UNSTABLE,
    Health.BLOCKED,
    Health.UNCHECKED,
    Health.OK,
)


def supports(report: Report) -> dict[Support, int]:
    """How many verdicts (claim by source) there are of each support, zero included, best first."""
    counted: Counter[Support] = Counter(
        verdict.support for judged in report.citations for claim in judged.claims for verdict in claim.verdicts
    )
    return {support: counted[support] for support in SUPPORT_SIGNS}


def links(judged: JudgedReference) -> tuple[LinkVerdict, ...]:
    """The verdicts of a reference's addresses; one that was never judged is `unchecked`, not left out."""
    known = {verdict.url for verdict in judged.links}
    unjudged = [
        LinkVerdict(url=url, health=Health.UNCHECKED, rule="unchecked", reason="", confidence=1.0)
        for url in judged.reference.urls
        if url not in known
    ]
    return (*judged.links, *unjudged)


def by_health(report: Report) -> dict[Health, list[tuple[JudgedReference, LinkVerdict]]]:
    """Links by health, worst first; an address that two entries share stands once, with the first of them."""
    groups: dict[Health, list[tuple[JudgedReference, LinkVerdict]]] = {health: [] for health in WORST_HEALTH_FIRST}
    seen: set[str] = set()
    for judged in report.references:
        for verdict in links(judged):
            if verdict.url not in seen:
                seen.add(verdict.url)
                groups[verdict.health].append((judged, verdict))
    return groups


def severities(report: Report) -> dict[Severity, int]:
    """How many findings nobody has waived there are of each severity."""
    counted = Counter(finding.severity for finding in report.findings if finding.waived is None)
    return {severity: counted[severity] for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)}


def waived(report: Report) -> int:
    """How many findings an editor has accepted; they are told of, not hidden."""
    return sum(finding.waived is not None for finding in report.findings)
