"""A draft is a finding before anyone has said how loudly it is told."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from checker.findings.rules import rules
from checker.foundation.model import Finding, Place, Related, Severity, Subject


@dataclass(frozen=True, slots=True)
class Draft:
    """What is worth telling. `subject` says what it is about in words that survive edits elsewhere; it makes the id.

    `severity` is set only where this one case differs from its rule's.
    """

    rule: str
    subject: str
    message: str
    place: Place
    confidence: float = 1.0
    related: tuple[Related, ...] = ()
    tip: str = ""
    severity: Severity | None = None
    about: Subject = field(default_factory=Subject)


def settle(drafts: Iterable[Draft], severities: Mapping[str, Severity]) -> Iterator[Finding]:
    """Findings with severity, id and tip; a rule that is switched off leaves nothing."""
    seen: dict[str, int] = {}
    for draft in drafts:
        rule = rules()[draft.rule]
        severity = severities.get(draft.rule) or draft.severity or rule.severity
        if severity is Severity.OFF:
            continue
        digest = hashlib.sha256(f"{draft.rule}\0{draft.subject}".encode()).hexdigest()[:12]
        seen[digest] = seen.get(digest, 0) + 1
        name = digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"
        yield Finding(
            id=name,
            rule=draft.rule,
            severity=severity,
            confidence=draft.confidence,
            message=draft.message,
            place=draft.place,
            related=draft.related,
            tip=draft.tip or rule.do,
            about=draft.about,
        )


_LOUDNESS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2, Severity.OFF: 3}


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Errors, warnings, information; the surest first within each, then as they stand in the files."""
    return tuple(sorted(findings, key=lambda each: (_LOUDNESS[each.severity], -each.confidence, each.place, each.id)))
