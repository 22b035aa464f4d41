"""The commonest error of editors: what a source lacks stands in another source of the same article."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.foundation.model import Claim, ClaimVerdict, Fact, FactKind, FactStatus
from checker.language.values import Period
from checker.matching.facts.quotes import quotes
from checker.matching.facts.sightings import sight
from checker.matching.holders import TELLING
from checker.matching.place.scene import scene_of
from checker.matching.rivals.outcomes import Outcome, outcomes
from checker.matching.source.prepared import Prepared

_LIKE_HERE = 0.3  # share of the claim's words that another source must have beside the facts
_LIKE_HERE_ACROSS = 0.15
_DIGITS = re.compile(r"\d+")


def elsewhere(claim: Claim, verdict: ClaimVerdict, others: Iterable[tuple[str, Prepared]]) -> tuple[str, ...]:
    """The other sources of the article in which what this one lacks stands together: a marker in the wrong place.

    Said only when a figure, date, identifier or quotation is among what is lacking, all of it stands in one place of
    the other source, and the claim's words stand around it.
    """
    lacking = [fact for fact in verdict.facts if fact.status is not FactStatus.FOUND]
    if not any(fact.kind in TELLING and not _is_bare_year(fact) for fact in lacking):
        return ()
    spans = {(fact.kind, fact.start, fact.end) for fact in lacking}
    return tuple(key for key, source in others if key != verdict.key and _stands(claim, spans, source))


def _is_bare_year(fact: Fact) -> bool:
    """True for a date without a day: every source on the same events has it."""
    return fact.kind is FactKind.DATE and len(_DIGITS.findall(fact.claim)) < 2


def _stands(claim: Claim, spans: set[tuple[FactKind, int, int]], source: Prepared) -> bool:
    scene = scene_of(claim, source)
    if scene.wording.together < (_LIKE_HERE_ACROSS if scene.across else _LIKE_HERE):
        return False
    seen: list[Outcome] = [
        each
        for each in outcomes(sight(scene), scene)
        if each.near and each.status is FactStatus.FOUND and _as_exact(each)
    ]
    held = {(each.fact.kind, each.fact.start, each.fact.end) for each in seen}
    held |= {
        (each.fact.kind, each.fact.start, each.fact.end) for each in quotes(scene) if each.status is FactStatus.FOUND
    }
    return spans <= held


def _as_exact(outcome: Outcome) -> bool:
    """True unless the claim names a day or a month and the other source knows only the year."""
    if outcome.seen is None:
        return True
    said, there = outcome.fact.value, outcome.seen.mention.value
    if not isinstance(said, Period) or not isinstance(there, Period):
        return True
    return all(b is not None for a, b in zip(said.start.parts(), there.start.parts(), strict=True) if a is not None)
