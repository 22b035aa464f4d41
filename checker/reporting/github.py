"""GitHub Actions annotations: `::error file=…,line=…,col=…,title=…::message`, worst first.

A step shows ten errors, ten warnings and ten notices, and drops the rest without a word (docs.github.com, "Usage
limits" of workflow commands), so that at most ten of each are annotated, the rest are plain lines, and it is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from checker.foundation.model import Finding, Report, Severity
from checker.reporting import escape, order, plain
from checker.reporting.options import Options
from checker.reporting.translated import translated
from checker.reporting.words import Words

_SHOWN = 10
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice", Severity.OFF: "debug"}


def render(report: Report, options: Options) -> Iterator[str]:
    """A command a finding, up to what a step shows; then how many are not shown, and those as plain lines."""
    report = translated(report, options.language)
    words = Words(options.language)
    rest: list[Finding] = []
    told: Counter[Severity] = Counter()
    for finding in order.open_findings(report):
        # One notice is kept for the sentence that says how many were left out.
        room = _SHOWN - 1 if finding.severity is Severity.INFO else _SHOWN
        if told[finding.severity] < room:
            told[finding.severity] += 1
            yield f"{_command(finding)}\n"
        else:
            rest.append(finding)
    if rest:
        yield f"::notice title=footcheck::{escape.github_data(words.say('github.rest', n=len(rest)))}\n"
    for finding in rest:
        yield f"{plain.told(finding)}\n"


def _command(finding: Finding) -> str:
    place = finding.place
    properties = {"file": place.path, "line": place.line, "col": place.column, "title": finding.rule}
    given = ",".join(f"{name}={escape.github_property(str(value))}" for name, value in properties.items() if value)
    message = "\n".join(part for part in (finding.message, finding.tip) if part)
    return f"::{_COMMANDS[finding.severity]} {given}::{escape.github_data(message)}"
