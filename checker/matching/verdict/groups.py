"""Several verdicts of one claim: of side-by-side markers, of several texts of one source, of other sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.foundation.model import ClaimVerdict, Fact, FactStatus, Support
from checker.matching.verdict.features import FULL_TEXTS

_BEST_FIRST = (Support.FOUND, Support.CONTRADICTED, Support.PARTIAL, Support.MISSING, Support.UNCHECKED)


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
