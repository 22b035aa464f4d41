"""MATCH: every covered sentence against every source that its marker names, side-by-side markers also together."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping as MappingOf, Sequence
from dataclasses import replace

from checker import matching
from checker.foundation.model import (
    Article,
    Citation,
    Claim,
    ClaimVerdict,
    JudgedCitation,
    JudgedClaim,
    Mapping,
    Support,
)
from checker.matching import Prepared
from checker.pipeline.desk import Desk
from checker.pipeline.reading import ReferenceTexts

_LACKING = (Support.PARTIAL, Support.MISSING, Support.CONTRADICTED)


def judge_citations(
    articles: Sequence[Article], mappings: Sequence[Mapping], texts: MappingOf[str, ReferenceTexts], desk: Desk
) -> tuple[JudgedCitation, ...]:
    """Judged citations and dangling markers of all articles, in reading order."""
    bench = _Bench(texts, desk)
    judged: list[JudgedCitation] = []
    for article, mapping in zip(articles, mappings, strict=True):
        chosen = [citation for citation in mapping.citations if bench.wants(citation)]
        own = [JudgedCitation(citation, article.path, bench.judge(citation)) for citation in chosen]
        own = _with_groups(own)
        own += [JudgedCitation(dangling, article.path) for dangling in mapping.dangling]
        judged += sorted(own, key=lambda each: each.citation.marker.start)
    return tuple(judged)


_AT_HAND = 48  # prepared sources kept: each is some ten times its text, and articles cite the same few again soon


class _Bench:
    """The prepared sources of a run, the last ones used kept at hand."""

    def __init__(self, texts: MappingOf[str, ReferenceTexts], desk: Desk) -> None:
        self._texts = texts
        self._first_texts = {key: own.passages[0].text for key, own in texts.items() if own.passages}
        self._desk = desk
        self._prepared: OrderedDict[str, tuple[Prepared, ...]] = OrderedDict()
        self._verdicts: dict[tuple[str, str], ClaimVerdict] = {}
        self._done = 0

    def wants(self, citation: Citation) -> bool:
        """True when any source of the citation was chosen (`--only`)."""
        return any(key in self._texts for key in citation.keys)

    def judge(self, citation: Citation) -> tuple[JudgedClaim, ...]:
        """Every claim of the citation against each of its sources."""
        if self._desk.settings.links_only:
            return tuple(JudgedClaim(claim) for claim in citation.marker.claims)
        keys = [key for key in citation.keys if key in self._texts]
        return tuple(
            JudgedClaim(claim, tuple(self._verdict(claim, key) for key in keys)) for claim in citation.marker.claims
        )

    def _verdict(self, claim: Claim, key: str) -> ClaimVerdict:
        at = (f"{claim.coverage}\0{claim.context}\0{claim.text}", key)
        if at not in self._verdicts:
            self._verdicts[at] = self._match(claim, key)
            self._done += 1
            self._desk.progress("match", self._done, 0)
        return self._verdicts[at]

    def _match(self, claim: Claim, key: str) -> ClaimVerdict:
        recalled = self._recall(claim, key)
        verdicts = [*recalled, *(matching.match(claim, source) for source in self._sources(key))]
        if not verdicts:
            return matching.unchecked(key, self._texts[key].unread or "no text of the source was read")
        verdict = matching.choose(verdicts)
        if verdict.support in _LACKING and verdict not in recalled:
            likely = matching.likely_holders(claim, verdict, self._first_texts)
            others = [(other, self._sources(other)[0]) for other in likely]
            verdict = replace(verdict, elsewhere=matching.elsewhere(claim, verdict, others))
        return verdict

    def _recall(self, claim: Claim, key: str) -> tuple[ClaimVerdict, ...]:
        """The verdict of an earlier check where the web was not asked; a new claim is held against the words kept from it."""
        texts = self._texts[key]
        if texts.recalled is None or texts.kept is None:
            return ()
        return (texts.recalled.verdict_of(claim) or matching.match(claim, matching.prepare(texts.kept)),)

    def _sources(self, key: str) -> tuple[Prepared, ...]:
        if key not in self._prepared:
            self._prepared[key] = tuple(matching.prepare(passages) for passages in self._texts[key].passages)
        self._prepared.move_to_end(key)
        if len(self._prepared) > _AT_HAND:
            self._prepared.popitem(last=False)
        return self._prepared[key]


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
