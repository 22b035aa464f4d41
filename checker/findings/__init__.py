"""Verdicts -> findings: what is worth telling, how loudly, how surely.

In: problems of the rooms, judged citations, judged references. Out: Findings, worst first.
To add a rule: a section in rules.toml, and a room that gives a Problem with its id (or a draft in from_*.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from checker.findings.drafts import Draft, settle, worst_first
from checker.findings.from_claims import from_citation
from checker.findings.from_links import from_reference
from checker.findings.rules import Rule, as_markdown, as_text, rules
from checker.foundation.model import (
    Article,
    Bibliography,
    Dangling,
    Finding,
    JudgedCitation,
    JudgedReference,
    Marker,
    MarkerKind,
    Place,
    Problem,
    Reference,
    Severity,
)

__all__ = ["Rule", "as_markdown", "as_text", "collect", "fails", "rules", "with_problems"]


def collect(
    articles: Iterable[Article],
    bibliography: Bibliography,
    citations: Iterable[JudgedCitation],
    references: Iterable[JudgedReference],
    problems: Iterable[Problem],
    *,
    severities: Mapping[str, Severity],
) -> tuple[Finding, ...]:
    """Every finding of a run; `problems` are those of the mapping and of the links, the rest is read off the arguments."""
    citations, references = tuple(citations), tuple(references)
    drafts = [
        *_from_articles(articles),
        *_from_bibliography(bibliography, citations),
        *map(_from_problem, problems),
        *_from_dangling(citations),
        *_from_references(citations, references),
    ]
    return worst_first(settle(drafts, severities))


def with_problems(
    findings: Iterable[Finding], problems: Iterable[Problem], *, severities: Mapping[str, Severity]
) -> tuple[Finding, ...]:
    """The findings and those that further problems make."""
    return worst_first((*findings, *settle(map(_from_problem, problems), severities)))


def fails(findings: Iterable[Finding], fail_on: str) -> bool:
    """True when a finding that is not waived is as loud as `fail_on` (`error`, `warning`, `never`)."""
    loud = {"error": {Severity.ERROR}, "warning": {Severity.ERROR, Severity.WARNING}, "never": set()}[fail_on]
    return any(finding.severity in loud and not finding.waived for finding in findings)


def _from_articles(articles: Iterable[Article]) -> Iterator[Draft]:
    for article in articles:
        yield from map(_from_problem, article.problems)
        if not article.markers:
            yield Draft("marker-none", article.path, "No marker and no citing link was found.", Place(article.path))
        for claim in article.uncited:
            yield Draft(
                rule="claim-uncited",
                subject=claim.text,
                message=f"No marker covers “{claim.text}”.",
                place=claim.place,
                confidence=0.5,
            )


def _from_problem(problem: Problem) -> Draft:
    return Draft(
        rule=problem.rule,
        subject=problem.message,
        message=problem.message,
        place=problem.place,
        related=problem.related,
        tip=problem.tip,
    )


def _from_bibliography(bibliography: Bibliography, citations: Iterable[JudgedCitation]) -> Iterator[Draft]:
    """The problems of the entries; one that could not be read is an error only when something cites it."""
    cited = {
        key
        for judged in citations
        if isinstance(judged.citation, Dangling) and judged.citation.rule == "entry-unparsed"
        for key in judged.citation.candidates
    }
    idle = {entry.place for entry in bibliography.failed if entry.key not in cited}
    for problem in bibliography.problems:
        quiet = problem.rule == "entry-unparsed" and problem.place in idle
        yield replace(_from_problem(problem), severity=Severity.WARNING if quiet else None)


def _from_dangling(citations: Iterable[JudgedCitation]) -> Iterator[Draft]:
    for judged in citations:
        if isinstance(judged.citation, Dangling):
            marker = judged.citation.marker
            yield Draft(
                rule=judged.citation.rule,
                subject=marker.id,
                message=f"{marker.text}: {judged.citation.reason}",
                place=marker.place,
                tip=_how_to_define(marker) if judged.citation.rule == "marker-undefined" else "",
            )


def _how_to_define(marker: Marker) -> str:
    """The ways out of an undefined marker, with its own label."""
    if marker.kind is not MarkerKind.NUMBER:
        return f"Add an entry or a footnote {marker.label}, or correct the marker."
    return (
        f"Add the entry, give an existing one `marker = {{{marker.label}}}`, "
        f'or write `{marker.label} = "key"` under [markers] in checker.toml.'
    )


def _from_references(citations: tuple[JudgedCitation, ...], references: tuple[JudgedReference, ...]) -> Iterator[Draft]:
    entries: dict[str, Reference] = {judged.reference.key: judged.reference for judged in references}
    labels: dict[str, str] = {}
    for judged in citations:
        if not isinstance(judged.citation, Dangling):
            for key in judged.citation.keys:
                labels.setdefault(key, judged.citation.marker.label)
    for reference in references:
        yield from from_reference(reference, cited=reference.reference.key in labels)
    for judged in citations:
        yield from from_citation(judged, entries, labels)
