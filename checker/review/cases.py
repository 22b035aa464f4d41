"""A report.json as an editor goes through it: one Case a finding, the sentence and the passage with their facts marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from checker.foundation.model import Finding, Place, Severity, Subject

_LOUDNESS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2, Severity.OFF: 3}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text; `status` says how the source stands to the fact that it is, empty between facts."""

    text: str
    status: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A finding with what it rests on; a finding that is about no sentence has neither `ours` nor `theirs`."""

    finding: Finding
    support: str = ""
    ours: tuple[Piece, ...] = ()
    theirs: tuple[Piece, ...] = ()
    evidence: str = ""
    reason: str = ""
    address: str = ""


def cases(report: Any) -> tuple[Case, ...] | str:
    """The cases of a report, claims first and the loudest first among them; or what is wrong with the report."""
    if not isinstance(report, Mapping) or report.get("schema") != 1:
        return "is no report.json of schema 1"
    try:
        verdicts = dict(_verdicts(report["citations"]))
        found = [_case(row, verdicts) for row in report["findings"]]
    except (KeyError, TypeError, ValueError, AttributeError):
        return "was written by another version, or is damaged"
    return tuple(sorted(found, key=_order))


def _order(case: Case) -> tuple[object, ...]:
    finding = case.finding
    return not case.ours, _LOUDNESS[finding.severity], -finding.confidence, finding.place, finding.id


def _verdicts(citations: Sequence[Mapping[str, Any]]) -> Iterator[tuple[tuple[str, str], tuple[Any, Any]]]:
    """Claims and their verdicts by the claim's words and the entry's key."""
    for citation in citations:
        for claim in citation["claims"]:
            for verdict in claim["verdicts"]:
                yield (claim["text"], verdict["key"]), (claim, verdict)


def _case(row: Mapping[str, Any], verdicts: Mapping[tuple[str, str], tuple[Any, Any]]) -> Case:
    about = Subject(**row["about"])
    finding = Finding(
        id=row["id"],
        rule=row["rule"],
        severity=Severity(row["severity"]),
        confidence=row["confidence"],
        message=row["message"],
        place=Place(row["path"], row["line"], row["column"]),
        tip=row["tip"],
        about=about,
    )
    if (about.claim, about.key) not in verdicts:
        return Case(finding, address=about.url)
    _, verdict = verdicts[about.claim, about.key]
    passage = verdict["passage"] or {"text": "", "start": 0, "url": None}
    ours = [(fact["claim_start"], fact["claim"], fact["status"]) for fact in verdict["facts"]]
    theirs = [
        (fact["source_start"], fact["source"], fact["status"])
        for fact in verdict["facts"]
        if fact["source"] and fact["source_start"] is not None
    ]
    return Case(
        finding,
        verdict["support"],
        pieces(about.claim, ours),
        pieces(passage["text"], theirs),
        verdict["evidence"] or "",
        verdict["reason"],
        passage["url"] or "",
    )


def pieces(text: str, marks: Sequence[tuple[int, str, str]]) -> tuple[Piece, ...]:
    """A text cut at its facts (offset, words, status); a mark that does not stand there, or overlaps another, is left out."""
    cut: list[Piece] = []
    at = 0
    for start, words, status in sorted(marks):
        if start < at or not words or text[start : start + len(words)] != words:
            continue
        cut += [Piece(text[at:start]), Piece(words, status)]
        at = start + len(words)
    return tuple(piece for piece in (*cut, Piece(text[at:])) if piece.text)
