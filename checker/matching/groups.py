"""Several verdicts of one claim: of side-by-side markers, of several texts of one source, of other sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from checker.foundation.model import Claim, ClaimVerdict, Fact, FactKind, FactStatus, Support
from checker.language.values import Period
from checker.matching.features import FULL_TEXTS
from checker.matching.outcomes import Outcome, outcomes
from checker.matching.prepared import Prepared
from checker.matching.quotes import quotes
from checker.matching.scene import scene_of
from checker.matching.sightings import sight

_LIKE_HERE = 0.3  # share of the claim's words that another source must have beside the facts
_LIKE_HERE_ACROSS = 0.15
_BEST_FIRST = (Support.FOUND, Support.CONTRADICTED, Support.PARTIAL, Support.MISSING, Support.UNCHECKED)
_YEAR = re.compile(r"\d{4}")
_LAST_DIGITS = re.compile(r"\d{1,3}(?!\d)")  # of each run: `1.300`, `1,300` and `1300` share `300`
_TELLING = (FactKind.NUMBER, FactKind.DATE, FactKind.IDENTIFIER, FactKind.QUOTE)


def choose(verdicts: Sequence[ClaimVerdict]) -> ClaimVerdict:
    """The verdict that counts of one source with several texts: full texts decide, then notes and abstracts.

    A full text that could not be matched decides nothing. Raises ValueError for no verdicts at all.
    """
    full = [each for each in verdicts if each.evidence in FULL_TEXTS and each.support is not Support.UNCHECKED]
    return min(full or verdicts, key=lambda each: (_BEST_FIRST.index(each.support), -each.score))


def group_support(verdicts: Iterable[Sequence[ClaimVerdict]]) -> Support:
    """What side-by-side markers bear out together, fact by fact; each member has the verdicts of its sources.

    What one source says wrong and another says right is right: that is why both are cited. Unread sources leave
    what the read ones lack unchecked, never missing.
    """
    each = [verdict for member in verdicts for verdict in member]
    supports = {verdict.support for verdict in each}
    if not each or supports == {Support.UNCHECKED}:
        return Support.UNCHECKED
    if Support.FOUND in supports or _all_found(each):
        return Support.FOUND
    if any(
        not _settled(fact, each) for verdict in each for fact in verdict.facts if fact.status is FactStatus.CONFLICT
    ):
        return Support.CONTRADICTED
    if supports & {Support.PARTIAL, Support.CONTRADICTED}:
        return Support.PARTIAL
    return Support.UNCHECKED if Support.UNCHECKED in supports else Support.MISSING


def _all_found(verdicts: Sequence[ClaimVerdict]) -> bool:
    """True when every fact is found by a source that bears out a part of the claim."""
    facts = [fact for verdict in verdicts for fact in verdict.facts]
    parts = [verdict for verdict in verdicts if verdict.support in (Support.PARTIAL, Support.CONTRADICTED)]
    return bool(facts) and len(parts) > 1 and all(_settled(fact, parts) for fact in facts)


def _settled(fact: Fact, verdicts: Sequence[ClaimVerdict]) -> bool:
    """True when any of the sources has the fact as the claim says it."""
    return any(
        (other.kind, other.start, other.end) == (fact.kind, fact.start, fact.end) and other.status is FactStatus.FOUND
        for verdict in verdicts
        for other in verdict.facts
    )


def may_hold(verdict: ClaimVerdict, text: str) -> bool:
    """True when a text has the digits of everything that a verdict lacks: a look that costs next to nothing.

    Of dates the year alone counts, since months have names elsewhere; figures in words are looked for later.
    """
    lacking = [fact for fact in verdict.facts if fact.status is not FactStatus.FOUND and fact.kind in _TELLING]
    return bool(lacking) and all(digits in text for fact in lacking for digits in _digits(fact))


def _digits(fact: Fact) -> list[str]:
    return (_YEAR if fact.kind is FactKind.DATE else _LAST_DIGITS).findall(fact.claim)


def elsewhere(claim: Claim, verdict: ClaimVerdict, others: Iterable[tuple[str, Prepared]]) -> tuple[str, ...]:
    """The other sources of the article in which what this one lacks stands together: a marker in the wrong place.

    Said only when a figure, date, identifier or quotation is among what is lacking, all of it stands in one place of
    the other source, and the claim's words stand around it.
    """
    lacking = [fact for fact in verdict.facts if fact.status is not FactStatus.FOUND]
    if not any(fact.kind in _TELLING for fact in lacking):
        return ()
    spans = {(fact.kind, fact.start, fact.end) for fact in lacking}
    return tuple(key for key, source in others if key != verdict.key and _stands(claim, spans, source))


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
