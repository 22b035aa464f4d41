"""A report for readers of another language: the same one, its sentences told in that language.

For the formats that people read; programs compare the sentences of the others, and those stay English.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from checker.foundation.model import (
    Bibliography,
    Dangling,
    Finding,
    JudgedCitation,
    JudgedClaim,
    JudgedReference,
    LinkVerdict,
    Report,
)
from checker.reporting.phrasebook import tell

_Tell = Callable[[str], str]


def translated(report: Report, language: str) -> Report:
    """The report as its readers have it; the very same one in English."""
    if language == "en":
        return report
    said = partial(tell, language=language)
    return replace(
        report,
        run=replace(report.run, notices=tuple(map(said, report.run.notices))),
        bibliography=_bibliography(report.bibliography, said),
        citations=tuple(_citation(each, said) for each in report.citations),
        references=tuple(_reference(each, said) for each in report.references),
        findings=tuple(_finding(each, said) for each in report.findings),
    )


def _bibliography(own: Bibliography, said: _Tell) -> Bibliography:
    return replace(own, failed=tuple(replace(each, reason=said(each.reason)) for each in own.failed))


def _citation(judged: JudgedCitation, said: _Tell) -> JudgedCitation:
    citation = judged.citation
    if isinstance(citation, Dangling):
        return replace(judged, citation=replace(citation, reason=said(citation.reason)))
    return replace(judged, claims=tuple(_claim(each, said) for each in judged.claims))


def _claim(judged: JudgedClaim, said: _Tell) -> JudgedClaim:
    return replace(judged, verdicts=tuple(replace(each, reason=said(each.reason)) for each in judged.verdicts))


def _reference(judged: JudgedReference, said: _Tell) -> JudgedReference:
    return replace(judged, unread=said(judged.unread), links=tuple(_link(each, said) for each in judged.links))


def _link(link: LinkVerdict, said: _Tell) -> LinkVerdict:
    notes = tuple(replace(note, text=said(note.text)) for note in link.notes)
    return replace(link, reason=said(link.reason), notes=notes)


def _finding(finding: Finding, said: _Tell) -> Finding:
    related = tuple(replace(each, message=said(each.message)) for each in finding.related)
    return replace(finding, message=said(finding.message), tip=said(finding.tip), related=related)
