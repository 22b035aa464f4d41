"""SARIF 2.1.0 (OASIS) for code scanning: findings as results, waivers as suppressions, related places as such."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TypeAlias

from checker.foundation.model import Finding, Place, Report, Severity
from checker.reporting import escape, order
from checker.reporting.options import Options
from checker.version import __version__

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note", Severity.OFF: "none"}
Json: TypeAlias = dict[str, Any]


def render(report: Report, options: Options) -> Iterator[str]:
    """One run with a result a finding, waived ones suppressed with their reason; a result a line."""
    del options
    findings = order.worst_first(report.findings)
    rules = sorted({finding.rule for finding in findings})
    yield f'{{"$schema": {_dump(_SCHEMA)},\n"version": "2.1.0",\n"runs": [{{\n"tool": {_dump(_tool(report, rules))},\n'
    yield f'"columnKind": "unicodeCodePoints",\n"invocations": {_dump([_invocation(report)])},\n"results": ['
    for index, finding in enumerate(findings):
        yield f"{',' if index else ''}\n {_dump(_result(finding, rules.index(finding.rule)))}"
    yield "]}]}\n"


def _dump(value: Any) -> str:
    return escape.json_text(json.dumps(value, ensure_ascii=False, allow_nan=False))


def _tool(report: Report, rules: list[str]) -> Json:
    return {
        "driver": {
            "name": "footcheck",
            "semanticVersion": report.run.version or __version__,
            "rules": [{"id": rule} for rule in rules],
        }
    }


def _invocation(report: Report) -> Json:
    notices = [{"level": "warning", "message": {"text": notice}} for notice in report.run.notices]
    return {"executionSuccessful": True, "toolExecutionNotifications": notices}


def _result(finding: Finding, rule_index: int) -> Json:
    message = "\n".join(part for part in (finding.message, finding.tip) if part)
    result: Json = {
        "ruleId": finding.rule,
        "ruleIndex": rule_index,
        "level": _LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [_location(finding.place)],
        "partialFingerprints": {"findingId/v1": finding.id},
        "rank": round(100 * finding.confidence, 1),
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_location(related.place), "message": {"text": related.message}}
            for number, related in enumerate(finding.related, start=1)
        ]
    if finding.waived:
        reason = f"{finding.waived.by}, {finding.waived.on}: {finding.waived.reason}"
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": reason}]
    return result


def _location(place: Place) -> Json:
    physical: Json = {"artifactLocation": {"uri": escape.path_uri(place.path)}}
    if place.line:
        physical["region"] = {"startLine": place.line, **({"startColumn": place.column} if place.column else {})}
    return {"physicalLocation": physical}
