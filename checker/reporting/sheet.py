"""CSV for spreadsheets: a row for each sentence and source, and one for each marker that leads nowhere.

RFC 4180 with CRLF, and a byte-order mark, without which Excel takes Vietnamese for Latin-1; machines read the JSON.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from checker.foundation.model import Dangling, FactStatus, JudgedCitation, JudgedClaim, Report
from checker.reporting import escape, marking, order
from checker.reporting.options import Options

_COLUMNS = (
    "article", "line", "column", "marker", "locator", "key", "coverage", "claim", "support", "confidence", "score",
    "basis", "evidence", "article_values", "source_values", "passage", "page", "url", "reason", "elsewhere",
)  # fmt: skip
Row = dict[str, str]


def render(report: Report, options: Options) -> Iterator[str]:
    """A header and a row a verdict, in reading order; `article_values` and `source_values` are the facts that disagree."""
    del options
    yield "\ufeff" + _line(dict(zip(_COLUMNS, _COLUMNS, strict=True)))
    for citation in order.citations(report):
        for row in _rows(citation):
            yield _line(row)


def _line(row: Row) -> str:
    page = io.StringIO()
    csv.DictWriter(page, _COLUMNS, restval="").writerow({name: escape.cell(value) for name, value in row.items()})
    return page.getvalue()


def _rows(citation: JudgedCitation) -> Iterator[Row]:
    marker = citation.citation.marker
    where = {"article": citation.article, "marker": marker.label, "locator": marker.locator or ""}
    at_marker = {"line": str(marker.place.line), "column": str(marker.place.column)}
    if isinstance(citation.citation, Dangling):
        yield {**where, **at_marker, "support": citation.citation.rule, "reason": citation.citation.reason}
        return
    for judged in citation.claims:
        yield from ({**where, **row} for row in _verdicts(judged))
    if not citation.claims:
        yield {**where, **at_marker, "key": " ".join(citation.citation.keys)}


def _verdicts(judged: JudgedClaim) -> Iterator[Row]:
    claim = judged.claim
    said = {
        "line": str(claim.place.line),
        "column": str(claim.place.column),
        "coverage": claim.coverage.value,
        "claim": claim.text,
    }
    for verdict in judged.verdicts:
        passage = verdict.passage
        apart = [fact for _, fact in marking.disagreeing(verdict)]
        theirs = [fact.source or "" for fact in apart if fact.status is FactStatus.CONFLICT]
        yield {
            **said,
            "key": verdict.key,
            "support": verdict.support.value,
            "confidence": f"{verdict.confidence:.2f}",
            "score": f"{verdict.score:.2f}",
            "basis": verdict.basis.value,
            "evidence": verdict.evidence.value if verdict.evidence else "",
            "article_values": "; ".join(fact.claim for fact in apart),
            "source_values": "; ".join(theirs),
            "passage": passage.text if passage else "",
            "page": str(passage.page) if passage and passage.page else "",
            "url": (passage.url or "") if passage else "",
            "reason": verdict.reason,
            "elsewhere": " ".join(verdict.elsewhere),
        }
    if not judged.verdicts:
        yield said
