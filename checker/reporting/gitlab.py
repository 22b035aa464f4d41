"""GitLab Code Quality: a JSON array in the CodeClimate subset that merge requests show.

docs.gitlab.com, "Code Quality report format": description, check_name, fingerprint, location, severity.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from checker.foundation.model import Finding, Report, Severity
from checker.reporting import escape, order
from checker.reporting.options import Options

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info", Severity.OFF: "info"}


def render(report: Report, options: Options) -> Iterator[str]:
    """One object a finding that nobody has waived, a line each."""
    del options
    yield "["
    for index, finding in enumerate(order.open_findings(report)):
        text = json.dumps(_issue(finding), ensure_ascii=False)
        yield f"{',' if index else ''}\n {escape.json_text(text)}"
    yield "\n]\n"


def _issue(finding: Finding) -> dict[str, object]:
    place = finding.place
    return {
        "description": finding.message,
        "check_name": finding.rule,
        # Made of the rule and what it is about, never of the line: an edit elsewhere does not make it a new issue.
        "fingerprint": finding.id,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": place.path, "lines": {"begin": max(place.line, 1)}},
    }
