"""What a report proposes to change in the .bib: new addresses for moved links, saved copies for dead ones, DOIs for publishers' pages."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from checker.bibliography import Change
from checker.foundation.model import (
    EvidenceKind,
    Health,
    JudgedReference,
    LinkVerdict,
    Report,
    Support,
)

_ARCHIVE_FIELDS = (("archiveurl", "archivedate"), ("archive-url", "archive-date"))


def proposals(report: Report) -> tuple[Change, ...]:
    """The changes that an editor may apply without looking up anything further.

    A new address only where its page was read and nothing cited to it is missing there; a saved copy only where the
    same claims were matched against it.
    """
    return tuple(change for judged in report.references for change in _of(judged, report))


def _of(judged: JudgedReference, report: Report) -> Iterator[Change]:
    reference = judged.reference
    if not judged.links or not reference.fields:
        return
    first = judged.links[0]
    written = reference.fields.get("url", "").strip()
    if first.url == written and first.health is Health.MOVED and first.replacement:
        if _still_carries(judged, report, EvidenceKind.PAGE):
            yield Change(reference, "url", first.replacement, f"moved for good: {first.reason}")
    elif first.health is Health.DEAD and judged.rescue and _still_carries(judged, report, EvidenceKind.SNAPSHOT):
        yield from _archive(judged, first)
    elif first.url == written and reference.doi and _is_publisher(first) and not _is_resolver(written):
        yield Change(reference, "url", f"https://doi.org/{reference.doi}", "the DOI outlives the publisher's address")


def _archive(judged: JudgedReference, dead: LinkVerdict) -> Iterator[Change]:
    if judged.rescue is None or judged.reference.archive is not None:
        return
    style = next(
        (pair for pair in _ARCHIVE_FIELDS if any(name in judged.reference.fields for name in pair)), _ARCHIVE_FIELDS[0]
    )
    yield Change(judged.reference, style[0], judged.rescue.url, f"the link is dead: {dead.reason}")
    if judged.rescue.date:
        yield Change(judged.reference, style[1], str(judged.rescue.date), "the day of the saved copy")


def _still_carries(judged: JudgedReference, report: Report, kind: EvidenceKind) -> bool:
    """True when claims were held against this text, and none was contradicted by it or missing in it."""
    supports = {
        verdict.support
        for citation in report.citations
        for claim in citation.claims
        for verdict in claim.verdicts
        if verdict.key == judged.reference.key and verdict.evidence is kind
    }
    cited = any(
        verdict.key == judged.reference.key
        for each in report.citations
        for claim in each.claims
        for verdict in claim.verdicts
    )
    if not cited:
        return kind in judged.texts
    return bool(supports & {Support.FOUND, Support.PARTIAL}) and not supports & {Support.CONTRADICTED, Support.MISSING}


def _is_publisher(verdict: LinkVerdict) -> bool:
    """True for an address that asks readers to pay or log in: its DOI says the same and stays."""
    return verdict.health in (Health.BLOCKED, Health.DEAD)


def _is_resolver(url: str) -> bool:
    return (urlsplit(url).hostname or "").removeprefix("dx.") == "doi.org"
