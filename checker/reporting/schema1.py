"""report.json, schema 1: the report as other programs read it, kept apart from the inner types.

The shape is `report.schema.json` beside this file (JSON Schema 2020-12). Within schema 1 fields may be added, none
renamed, retyped or taken away. One citation, reference or finding stands on one line, so that reports diff and stream.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

import msgspec

from checker.foundation.model import (
    ClaimVerdict,
    Dangling,
    Fact,
    Finding,
    JudgedCitation,
    JudgedClaim,
    JudgedReference,
    LinkVerdict,
    Passage,
    Report,
    Waiver,
)
from checker.reporting import escape, order, tally
from checker.reporting.options import Options
from checker.version import __version__

SCHEMA = 1
Json: TypeAlias = dict[str, Any]


def render(report: Report, options: Options) -> Iterator[str]:
    """The report as JSON text, an item a line. The same report gives the same text, whatever the options."""
    del options
    yield f'{{"schema": {SCHEMA},\n"tool": {_dump({"name": "footcheck", "version": report.run.version or __version__})},\n'
    yield f'"run": {_dump(_run(report))},\n"coverage": {_dump(_coverage(report))},\n'
    yield from _array("citations", map(_citation, order.citations(report)))
    yield ",\n"
    yield from _array("references", map(_reference, order.references(report)))
    yield ",\n"
    yield from _array("findings", map(_finding, order.by_place(report.findings)))
    yield "}\n"


def _dump(value: Any) -> str:
    return escape.json_text(msgspec.json.encode(value).decode())


def _array(name: str, items: Iterable[Json]) -> Iterator[str]:
    yield f'"{name}": ['
    for index, item in enumerate(items):
        yield f"{',' if index else ''}\n {_dump(item)}"
    yield "]"


def _run(report: Report) -> Json:
    run = report.run
    return {
        "started": _time(run.started),
        "finished": _time(run.finished),
        "network": run.network.value,
        "articles": [
            {"path": article.path, "language": article.language, "revision": article.revision}
            for article in report.articles
        ],
        "hosts_contacted": sorted(run.hosts),
        "notices": list(run.notices),
    }


def _coverage(report: Report) -> Json:
    seen = report.coverage
    return {
        "markers": seen.markers,
        "mapped": seen.mapped,
        "dangling": seen.dangling,
        "pleas": seen.pleas,
        "entries": seen.entries,
        "entries_failed": seen.entries_failed,
        "sources": dict(sorted(seen.sources)),
        "claims": dict(sorted(seen.claims)),
    }


def _citation(judged: JudgedCitation) -> Json:
    marker = judged.citation.marker
    return {
        "id": marker.id,
        "article": judged.article,
        "path": marker.place.path,
        "marker": marker.label,
        "locator": marker.locator,
        "line": marker.place.line,
        "column": marker.place.column,
        "start": marker.start,
        "end": marker.end,
        "keys": list(order.keys_of(judged.citation)),
        "group": marker.group,
        "problem": _problem(judged.citation) if isinstance(judged.citation, Dangling) else None,
        "claims": [_claim(claim) for claim in judged.claims],
    }


def _problem(dangling: Dangling) -> Json:
    return {"rule": dangling.rule, "reason": dangling.reason, "candidates": list(dangling.candidates)}


def _claim(judged: JudgedClaim) -> Json:
    claim = judged.claim
    return {
        "text": claim.text,
        "coverage": claim.coverage.value,
        "start": claim.start,
        "end": claim.end,
        "verdicts": [_verdict(verdict) for verdict in judged.verdicts],
        "group_support": judged.group.value if judged.group else None,
    }


def _verdict(verdict: ClaimVerdict) -> Json:
    return {
        "key": verdict.key,
        "support": verdict.support.value,
        "basis": verdict.basis.value,
        "evidence": verdict.evidence.value if verdict.evidence else None,
        "confidence": round(verdict.confidence, 4),
        "score": round(verdict.score, 4),
        "facts": [_fact(fact) for fact in verdict.facts],
        "passage": _passage(verdict.passage) if verdict.passage else None,
        "reason": verdict.reason,
        "elsewhere": list(verdict.elsewhere),
    }


def _fact(fact: Fact) -> Json:
    return {
        "kind": fact.kind.value,
        "claim": fact.claim,
        "claim_start": fact.start,
        "status": fact.status.value,
        "source": fact.source,
        "source_start": fact.source_start,
    }


def _passage(passage: Passage) -> Json:
    return {
        "text": passage.text,
        "language": passage.language,
        "url": passage.url,
        "page": passage.page,
        "digest": passage.digest,
        "start": passage.start,
        "gloss": [list(pair) for pair in passage.gloss],
    }


def _reference(judged: JudgedReference) -> Json:
    reference = judged.reference
    archive = reference.archive
    return {
        "key": reference.key,
        "markers": sorted(reference.markers, key=order.natural),
        "type": reference.type,
        "title": reference.title,
        "path": reference.place.path,
        "line": reference.place.line,
        "availability": reference.availability.value,
        "urls": [_link(link) for link in tally.links(judged)],
        "archive": {"url": archive.url, "date": str(archive.date) if archive.date else None} if archive else None,
        "unread": judged.unread,
    }


def _link(link: LinkVerdict) -> Json:
    history = link.history
    return {
        "url": link.url,
        "health": link.health.value,
        "rule": link.rule,
        "reason": link.reason,
        "status": link.status,
        "hops": [{"url": hop.url, "status": hop.status, "location": hop.location} for hop in link.hops],
        "final_url": link.final_url,
        "checked": _time(link.checked),
        "history": {
            "first_failed": _time(history.first_failed) if history else None,
            "failures": history.failures if history else 0,
        },
        "replacement": link.replacement,
        "notes": [note.text for note in link.notes],
    }


def _finding(finding: Finding) -> Json:
    place, about = finding.place, finding.about
    return {
        "id": finding.id,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "confidence": round(finding.confidence, 4),
        "message": finding.message,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "related": [
            {"path": related.place.path, "line": related.place.line, "message": related.message}
            for related in finding.related
        ],
        "tip": finding.tip,
        "about": {"key": about.key, "claim": about.claim, "passage": about.passage, "url": about.url},
        "waived": _waiver(finding.waived) if finding.waived else None,
    }


def _waiver(waiver: Waiver) -> Json:
    return {"reason": waiver.reason, "by": waiver.by, "on": waiver.on, "expires": waiver.expires}


def _time(moment: dt.datetime | None) -> str | None:
    """RFC 3339 in UTC, to the second; a time without a zone is taken for UTC."""
    if moment is None:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    return aware.astimezone(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
