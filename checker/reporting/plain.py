"""`path:line:column: severity rule: message`, a finding a line: what editors, grep and problem matchers read."""

from __future__ import annotations

from collections.abc import Iterator

from checker.foundation.model import Finding, Report
from checker.reporting import escape, order
from checker.reporting.options import Options
from checker.reporting.translated import translated


def render(report: Report, options: Options) -> Iterator[str]:
    """Findings in the order of the files; with `verbose` the waived ones too, as `waived`, each with its reason."""
    report = translated(report, options.language)
    for finding in order.by_place(report.findings):
        if finding.waived is None or options.verbose:
            yield f"{told(finding)}\n"


def told(finding: Finding) -> str:
    """One finding on one line."""
    place = escape.line(str(finding.place), 1000)
    message = escape.line(finding.message, 1000)
    if finding.waived is None:
        return f"{place}: {finding.severity} {finding.rule}: {message}"
    return f"{place}: waived {finding.rule}: {message} [{escape.line(finding.waived.by)}: {escape.line(finding.waived.reason)}]"
