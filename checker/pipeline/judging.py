"""MATCH: every covered sentence against every source that its marker names, side-by-side markers also together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping as MappingOf, Sequence
from dataclasses import replace

from checker import matching
from checker.foundation.model import (
    Article,
    ClaimVerdict,
    JudgedCitation,
    Mapping,
)
from checker.pipeline.desk import Desk
from checker.pipeline.docket import Docket
from checker.pipeline.reading import ReferenceTexts


def judge_citations(
    articles: Sequence[Article], mappings: Sequence[Mapping], texts: MappingOf[str, ReferenceTexts], desk: Desk
) -> tuple[JudgedCitation, ...]:
    """Judged citations and dangling markers of all articles, in reading order."""
    chosen = [
        [citation for citation in mapping.citations if any(key in texts for key in citation.keys)]
        for mapping in mappings
    ]
    docket = Docket(texts, desk)
    if not desk.settings.links_only:
        docket.hear(citation for citations in chosen for citation in citations)
    judged: list[JudgedCitation] = []
    for article, mapping, citations in zip(articles, mappings, chosen, strict=True):
        own = _with_groups(JudgedCitation(each, article.path, docket.judged(each)) for each in citations)
        own += [JudgedCitation(dangling, article.path) for dangling in mapping.dangling]
        judged += sorted(own, key=lambda each: each.citation.marker.start)
    return tuple(judged)


def _with_groups(judged: Iterable[JudgedCitation]) -> list[JudgedCitation]:
    """The same citations, each claim of side-by-side markers with what they bear out together."""
    judged = list(judged)
    together: dict[tuple[str, int], list[tuple[ClaimVerdict, ...]]] = {}
    for each in judged:
        for claim in each.claims:
            if each.citation.marker.group:
                together.setdefault((each.citation.marker.group, claim.claim.start), []).append(claim.verdicts)
    return [_grouped(each, together) for each in judged]


def _grouped(
    judged: JudgedCitation, together: MappingOf[tuple[str, int], list[tuple[ClaimVerdict, ...]]]
) -> JudgedCitation:
    group = judged.citation.marker.group
    claims = []
    for claim in judged.claims:
        verdicts = together.get((group, claim.claim.start), []) if group else [claim.verdicts]
        several = sum(len(each) for each in verdicts) > 1
        claims.append(replace(claim, group=matching.group_support(verdicts) if several else None))
    return replace(judged, claims=tuple(claims))
