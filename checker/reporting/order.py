"""The orders in which reports tell things: by place, or worst first; always the same for the same report."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from checker.foundation.model import (
    Citation,
    Dangling,
    Finding,
    JudgedCitation,
    JudgedReference,
    Report,
    Severity,
)

_NUMBERS_APART = re.compile(r"\d+|\D+")
_LOUDNESS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2, Severity.OFF: 3}


@lru_cache(maxsize=16_384)  # every report sorts by the same labels
def natural(label: str) -> tuple[tuple[int, int, str], ...]:
    """A key that puts `[9]` before `[10]`."""
    parts = _NUMBERS_APART.findall(label)
    return tuple((0, int(part), "") if part.isdecimal() and len(part) < 19 else (1, 0, part) for part in parts)


def citations(report: Report) -> list[JudgedCitation]:
    """All citations in reading order, article by article as they were given."""
    at = {article.path: index for index, article in enumerate(report.articles)}

    def key(judged: JudgedCitation) -> tuple[object, ...]:
        marker = judged.citation.marker
        place = at.get(judged.article, len(at))
        return (place, judged.article, marker.start, marker.end, natural(marker.label), marker.id)

    return sorted(report.citations, key=key)


def references(report: Report) -> list[JudgedReference]:
    """All references by their lowest marker, those without one after them, by key."""

    def key(judged: JudgedReference) -> tuple[object, ...]:
        reference = judged.reference
        first = min(map(natural, reference.markers), default=())
        return (not reference.markers, first, natural(reference.key), reference.place)

    return sorted(report.references, key=key)


def by_place(findings: Iterable[Finding]) -> list[Finding]:
    """Findings as one reads the files."""
    return sorted(findings, key=lambda finding: (finding.place, _LOUDNESS[finding.severity], finding.rule, finding.id))


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by severity, then by how sure they are, then by place."""
    return sorted(
        findings,
        key=lambda finding: (
            _LOUDNESS[finding.severity],
            -finding.confidence,
            finding.place,
            finding.rule,
            finding.id,
        ),
    )


def open_findings(report: Report) -> list[Finding]:
    """Findings that nobody has waived, worst first."""
    return worst_first(finding for finding in report.findings if finding.waived is None)


def at_least(severity: Severity, threshold: Severity | None) -> bool:
    """True when `severity` is as loud as `threshold`; never when the threshold is None."""
    return threshold is not None and _LOUDNESS[severity] <= _LOUDNESS[threshold]


def keys_of(citation: Citation | Dangling) -> tuple[str, ...]:
    """The entries that a citation leads to; none for a dangling marker."""
    return citation.keys if isinstance(citation, Citation) else ()
