"""What a report proposes to change in the .bib: new addresses for moved links, saved copies for dead ones, DOIs for publishers' pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from checker.bibliography import Change
from checker.foundation.model import (
    Archive,
    EvidenceKind,
    Health,
    JudgedReference,
    LinkVerdict,
    Report,
    Support,
)

_ARCHIVE_FIELDS = (("archiveurl", "archivedate"), ("archive-url", "archive-date"), ("archive_url", "archive_date"))
_WRAPPED = re.compile(r"^(?:\\url\s*)?[{<\s]+|[}>\s]+$")
_ESCAPED = re.compile(r"\\([_%#&~$])")


def proposals(report: Report) -> tuple[Change, ...]:
    """The changes that an editor may apply without looking up anything further.

    A new address only where its page was read and nothing cited to it is missing there; a saved copy only where the
    same claims were matched against it; a DOI only where it was asked and lives.
    """
    return tuple(change for judged in report.references for change in _of(judged, report))


def _of(judged: JudgedReference, report: Report) -> Iterator[Change]:
    reference = judged.reference
    field = reference.fields.get("url", "").strip()
    own = next((verdict for verdict in judged.links if verdict.url in (field, _bare(field))), None)
    first = judged.links[0] if judged.links else None
    if first is None or not reference.fields:
        return
    if own and own.health is Health.MOVED and own.replacement:
        if _still_carries(judged, report, EvidenceKind.PAGE):
            yield Change(reference, "url", own.replacement, f"moved for good: {own.reason}")
    elif first.health is Health.DEAD and judged.rescue and _still_carries(judged, report, EvidenceKind.SNAPSHOT):
        yield from _archive(judged, judged.rescue, first)
    elif own and _doi_serves_better(judged, own):
        yield Change(reference, "url", f"https://doi.org/{reference.doi}", "the DOI outlives the publisher's address")


def _archive(judged: JudgedReference, copy: Archive, dead: LinkVerdict) -> Iterator[Change]:
    """The fields of a saved copy, by the names that the entry has; nothing when its own copy is the one that holds."""
    fields = judged.reference.fields
    if copy == judged.reference.archive:
        return
    style = next((pair for pair in _ARCHIVE_FIELDS if any(name in fields for name in pair)), _ARCHIVE_FIELDS[0])
    if copy.date:  # before the address: each new field is written right behind `url`
        yield Change(judged.reference, style[1], str(copy.date), "the day of the saved copy")
    yield Change(judged.reference, style[0], copy.url, f"the link is dead: {dead.reason}")


def _doi_serves_better(judged: JudgedReference, own: LinkVerdict) -> bool:
    """True when the entry's DOI lives, and its address is the publisher's own: closed to readers, or where the DOI leads."""
    doi = judged.reference.doi
    if not doi or _is_resolver(own.url):
        return False
    by_doi = next((verdict for verdict in judged.links if _is_resolver(verdict.url)), None)
    if by_doi is None or by_doi.health not in (Health.OK, Health.MOVED, Health.BLOCKED):
        return False
    same_page = by_doi.final_url is not None and by_doi.final_url == own.final_url
    return same_page or own.health in (Health.BLOCKED, Health.DEAD)


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


def _bare(field: str) -> str:
    """The address that a field holds and nothing else: braces or a command around it and escapes of signs taken off."""
    return _ESCAPED.sub(r"\1", _WRAPPED.sub("", field))


def _is_resolver(url: str) -> bool:
    return (urlsplit(url).hostname or "").removeprefix("dx.") == "doi.org"
