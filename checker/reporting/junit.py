"""JUnit XML for CI dashboards: a test case a citation, a reference, and a finding that belongs to neither.

A case fails by an unwaived finding at or above `fail_on` (claims are leads: by default they fail nothing and stand
in its output). What is waived or could not be checked is skipped, never passed. Elements and attributes are those
that Jenkins and GitLab ("Unit test reports", docs.gitlab.com) read; names do not change with the line.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checker.foundation import clean
from checker.foundation.model import Dangling, Finding, Health, JudgedCitation, JudgedReference, Report, Support
from checker.reporting import escape, order, plain, tally, worklist
from checker.reporting.options import Options


@dataclass(frozen=True, slots=True)
class Case:
    """One test case: `failed` beats `skipped`; `said` is its output."""

    suite: str
    name: str
    path: str
    line: int
    failed: tuple[Finding, ...] = ()
    skipped: str = ""
    said: tuple[Finding, ...] = ()


def render(report: Report, options: Options) -> Iterator[str]:
    """One suite each for citations, references and the rest."""
    cases = list(_cases(report, options))
    seconds = (report.run.finished - report.run.started).total_seconds()
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="footcheck" {_counts(cases)} time="{seconds:.3f}">\n'
    for suite in ("citations", "references", "findings"):
        own = [case for case in cases if case.suite == suite]
        yield f'<testsuite name="{suite}" {_counts(own)}>\n'
        yield from map(_case, own)
        yield "</testsuite>\n"
    yield "</testsuites>\n"


def _counts(cases: list[Case]) -> str:
    failures = sum(bool(case.failed) for case in cases)
    skipped = sum(bool(case.skipped) and not case.failed for case in cases)
    return f'tests="{len(cases)}" failures="{failures}" errors="0" skipped="{skipped}"'


def _cases(report: Report, options: Options) -> Iterator[Case]:
    index = worklist.by_place(report)
    told: set[str] = set()

    def case(suite: str, name: str, path: str, line: int, findings: Iterable[Finding], skipped: str) -> Case:
        own = tuple({finding.id: finding for finding in findings}.values())
        told.update(finding.id for finding in own)
        loud = tuple(
            finding for finding in own if not finding.waived and order.at_least(finding.severity, options.fail_on)
        )
        said = tuple(finding for finding in own if finding not in loud)
        return Case(suite, name, path, line, loud, _waived(own) or skipped, said)

    for citation in order.citations(report):
        marker = citation.citation.marker
        places = (marker.place, *(claim.claim.place for claim in citation.claims))
        findings = [finding for place in places for finding in index.get(place, ()) if _belongs(finding, citation)]
        name = " ".join((marker.text, *order.keys_of(citation.citation), f"({marker.id})"))
        yield case("citations", name, citation.article, marker.place.line, findings, _unchecked(citation))
    for judged in order.references(report):
        reference = judged.reference
        findings = [finding for finding in report.findings if _within(finding, judged)]
        yield case("references", reference.key, reference.place.path, reference.place.line, findings, _unread(judged))
    for finding in order.by_place(report.findings):
        if finding.id not in told:
            yield case(
                "findings", f"{finding.rule} {finding.place}", finding.place.path, finding.place.line, [finding], ""
            )


def _waived(findings: tuple[Finding, ...]) -> str:
    """The reason for which everything that was found is accepted; empty when anything is not."""
    waivers = [finding.waived for finding in findings]
    return waivers[0].reason if waivers and waivers[0] and all(waivers) else ""


def _belongs(finding: Finding, citation: JudgedCitation) -> bool:
    """A claim's finding belongs to the citation whose source it names, if it names one of those that cover the claim."""
    keys = order.keys_of(citation.citation)
    return not keys or not finding.rule.startswith(("claim-", "quote-")) or any(key in finding.message for key in keys)


def _within(finding: Finding, judged: JudgedReference) -> bool:
    place = judged.reference.place
    return finding.place.path == place.path and place.line <= finding.place.line <= max(
        judged.reference.end_line, place.line
    )


def _unchecked(citation: JudgedCitation) -> str:
    """Why a citation was not checked at all; empty when any verdict on it says something."""
    verdicts = [verdict for claim in citation.claims for verdict in claim.verdicts]
    if isinstance(citation.citation, Dangling):
        return citation.citation.reason
    if any(verdict.support is not Support.UNCHECKED for verdict in verdicts):
        return ""
    return next((verdict.reason for verdict in verdicts if verdict.reason), "not checked")


def _unread(judged: JudgedReference) -> str:
    """Why the links of a reference say nothing; empty when one of them does."""
    silent = (Health.UNCHECKED, Health.BLOCKED, Health.UNSTABLE)
    links = tally.links(judged)
    if any(link.health not in silent for link in links):
        return ""
    return next((link.reason for link in links if link.reason), judged.unread or "not checked")


def _case(case: Case) -> str:
    name, path = _attribute(case.name), _attribute(case.path)
    parts = [f'<testcase classname="{case.suite}.{path}" name="{name}" file="{path}" line="{case.line}">\n']
    if case.failed:
        first = case.failed[0]
        told = _text("\n".join(map(plain.told, case.failed)))
        parts.append(
            f'<failure type="{_attribute(first.rule)}" message="{_attribute(first.message)}">{told}</failure>\n'
        )
    elif case.skipped:
        parts.append(f'<skipped message="{_attribute(case.skipped)}"/>\n')
    if case.said:
        parts.append("<system-out>" + _text("\n".join(map(plain.told, case.said))) + "</system-out>\n")
    return "".join([*parts, "</testcase>\n"])


def _text(text: str) -> str:
    """Character data: what XML 1.0 forbids (2.2) is among what cleaning takes away."""
    return html.escape(escape.harmless(clean.text(text)), quote=False)


def _attribute(text: str) -> str:
    return html.escape(escape.line(text, 1000))
