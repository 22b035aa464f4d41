"""What the page shows, arranged from a Report: the template only has to lay it out."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from checker.foundation.model import (
    Claim,
    ClaimVerdict,
    Dangling,
    Fact,
    FactStatus,
    Finding,
    Health,
    JudgedCitation,
    JudgedClaim,
    JudgedReference,
    LinkVerdict,
    Passage,
    Place,
    Report,
    Severity,
    Support,
    Waiver,
)
from checker.reporting import escape, marking, order, shelf, tally, worklist

FACT_SIGNS = {FactStatus.FOUND: "✓", FactStatus.CONFLICT: "≠", FactStatus.ABSENT: "○"}
_LEADS = 50  # on the worklist; all of them stand among the citations
_PASSAGE = 900  # code points of a passage
_CLAIM = 3000  # code points of a sentence
_NO_ID = re.compile(r"[^A-Za-z0-9_-]")
_FRAGMENT_WORDS = 5  # at either end of a text fragment


@dataclass(frozen=True, slots=True)
class Comparison:
    """A sentence beside the passage of one source, the same facts marked in both."""

    citation: JudgedCitation
    judged: JudgedClaim
    verdict: ClaimVerdict
    links: tuple[LinkVerdict, ...]
    waiver: Waiver | None

    @property
    def claim(self) -> Claim:
        """The sentence."""
        return self.judged.claim

    @property
    def ours(self) -> list[marking.Piece]:
        """The sentence in pieces."""
        return marking.excerpt(marking.in_claim(self.claim.text, marking.looked_for(self.verdict)), _CLAIM)

    @property
    def theirs(self) -> list[marking.Piece]:
        """The passage in pieces; none when nothing could be read."""
        passage = self.verdict.passage
        return (
            marking.excerpt(marking.in_passage(passage.text, marking.looked_for(self.verdict)), _PASSAGE)
            if passage
            else []
        )

    @property
    def values(self) -> list[tuple[marking.Mark, Fact]]:
        """Facts that the source does not have, or has otherwise."""
        return marking.disagreeing(self.verdict)

    @property
    def source(self) -> str:
        """Where a click on the passage leads: to these very words where the browser can find them."""
        return passage_link(self.verdict.passage) if self.verdict.passage else ""


@dataclass(frozen=True, slots=True)
class CitationView:
    """A citation with its comparisons; `bare` are sentences without a verdict, `problem` why a marker leads nowhere."""

    judged: JudgedCitation
    comparisons: tuple[Comparison, ...]
    bare: tuple[JudgedClaim, ...]
    problem: Dangling | None


class Page:
    """One report, arranged; every part is made when the template comes to it."""

    def __init__(self, report: Report) -> None:
        """Index what the parts look each other up by."""
        self._report = report
        self._findings = worklist.by_place(report)
        self._links = {judged.reference.key: tally.links(judged) for judged in report.references}

    @property
    def title(self) -> str:
        """The article's title, or the files' names."""
        articles = self._report.articles
        if len(articles) == 1 and articles[0].title:
            return articles[0].title
        return ", ".join(article.path for article in articles)

    @functools.cached_property
    def has_verdicts(self) -> bool:
        """True when a sentence was held against a source."""
        return any(claim.verdicts for judged in self._report.citations for claim in judged.claims)

    @functools.cached_property
    def leads(self) -> list[Comparison]:
        """The worklist, worst first."""
        return [
            Comparison(lead.citation, lead.judged, lead.verdict, self._links.get(lead.verdict.key, ()), None)
            for lead in self._all_leads[:_LEADS]
        ]

    @property
    def more_leads(self) -> int:
        """How many leads the worklist leaves to the citations."""
        return len(self._all_leads) - len(self.leads)

    @functools.cached_property
    def _all_leads(self) -> list[worklist.Lead]:
        return worklist.leads(self._report)

    def citations(self) -> Iterator[CitationView]:
        """All citations in reading order."""
        for judged in order.citations(self._report):
            yield CitationView(
                judged,
                tuple(self._comparisons(judged)),
                tuple(claim for claim in judged.claims if not claim.verdicts),
                judged.citation if isinstance(judged.citation, Dangling) else None,
            )

    def _comparisons(self, citation: JudgedCitation) -> Iterator[Comparison]:
        for judged in citation.claims:
            for verdict in judged.verdicts:
                finding = worklist.finding_of(citation, judged.claim, verdict, self._findings)
                waiver = finding.waived if finding else None
                yield Comparison(citation, judged, verdict, self._links.get(verdict.key, ()), waiver)

    @functools.cached_property
    def references(self) -> list[tuple[JudgedReference, tuple[LinkVerdict, ...]]]:
        """The reference list in the article's own numbering, each with its addresses."""
        return [(judged, self._links[judged.reference.key]) for judged in order.references(self._report)]

    @functools.cached_property
    def keys(self) -> frozenset[str]:
        """Keys that stand in the reference list and can be linked to."""
        return frozenset(self._links)

    @functools.cached_property
    def works(self) -> list[shelf.Work]:
        """The shelf list."""
        return shelf.works(self._report)

    @functools.cached_property
    def findings(self) -> list[Finding]:
        """All findings, waived ones too, worst first."""
        return order.worst_first(self._report.findings)

    @functools.cached_property
    def citation_at(self) -> dict[Place, str]:
        """The id of the citation that a place in an article belongs to."""
        index: dict[Place, str] = {}
        for judged in order.citations(self._report):
            marker = judged.citation.marker
            for place in (marker.place, *(claim.claim.place for claim in judged.claims)):
                index.setdefault(place, marker.id)
        return index

    @functools.cached_property
    def supports(self) -> list[Segment]:
        """The bar of verdicts."""
        return segments(tally.supports(self._report))

    @functools.cached_property
    def healths(self) -> list[Segment]:
        """The bar of links, alive ones first."""
        groups = tally.by_health(self._report)
        return segments({health: len(groups[health]) for health in reversed(tally.WORST_HEALTH_FIRST)})

    @functools.cached_property
    def severities(self) -> dict[Severity, int]:
        """Findings that nobody has waived, by severity."""
        return tally.severities(self._report)


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar: what it counts, how many, and where it lies in percent of the bar's length."""

    member: Support | Health
    count: int
    start: float
    length: float


def segments(counts: dict[Support, int] | dict[Health, int]) -> list[Segment]:
    """Counts laid end to end, nothing counted taking no room."""
    total = sum(counts.values()) or 1
    laid: list[Segment] = []
    start = 0.0
    for member, count in counts.items():
        length = 100 * count / total
        laid.append(Segment(member, count, round(start, 3), round(length, 3)))
        start += length
    return laid


def anchor(identifier: str, prefix: str) -> str:
    """An id for links inside the page: different identifiers never give the same one."""
    return f"{prefix}-" + _NO_ID.sub(lambda match: f".{ord(match[0]):x}.", identifier)


def passage_link(passage: Passage) -> str:
    """The source's address with a fragment for the page of a PDF or for the passage's words.

    WICG Scroll to Text Fragment: `#:~:text=start,end`, with `-`, `,` and `&` percent-encoded; RFC 8118 for `#page=`.
    """
    address = escape.web_link(passage.url)
    if not address:
        return ""
    if passage.page:
        return f"{address.split('#', 1)[0]}#page={passage.page}"
    found = passage.text.strip("… \n").split()
    ends = [" ".join(found)]
    if len(found) > 2 * _FRAGMENT_WORDS:
        ends = [" ".join(found[:_FRAGMENT_WORDS]), " ".join(found[-_FRAGMENT_WORDS:])]
    directive = ",".join(quote(end, safe="", errors="replace").replace("-", "%2D") for end in ends)
    return f"{address}{'' if '#' in address else '#'}:~:text={directive}"
