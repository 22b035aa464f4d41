"""Saved copies weighed: one is proposed for a dead or a changed source only when the claims that cite it stand in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker import links, matching
from checker.foundation.model import (
    Archive,
    Claim,
    ClaimVerdict,
    Evidence,
    EvidenceKind,
    JudgedCitation,
    Network,
    Source,
    Support,
)
from checker.pipeline.changing import Change
from checker.pipeline.desk import Desk
from checker.pipeline.looking import Looked, copies_of_then
from checker.pipeline.reading import ReferenceTexts, saved_passages

_BORNE_OUT = (Support.FOUND, Support.PARTIAL)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A saved copy after the match: the copy if it may be proposed, and the sentence that says why or why not."""

    archive: Archive | None = None
    said: str = ""


def weigh(
    key: str, archive: Archive, texts: ReferenceTexts, citations: Iterable[JudgedCitation], desk: Desk
) -> Weighed:
    """Hold every claim that cites the source against its saved copy; nothing cited leaves the judge's rules to decide.

    One claim that stands in the copy, in part at least, shows that it is the source. What else is missing in it is told as
    a finding of its own.
    """
    claims = _citing(key, citations)
    copy = next((each for each in texts.passages if each.evidence is EvidenceKind.SNAPSHOT), None)
    when = f" of {archive.date}" if archive.date else ""
    if copy is None:
        return Weighed(None, f"the saved copy{when} {archive.url} has no text that can be read")
    if not claims:
        return Weighed(archive, f"a saved copy{when} was read")
    prepared = matching.prepare(copy, desk.lexicons)
    verdicts = [_against(claim, verdict, prepared) for claim, verdict in claims]
    borne_out = sum(verdict.support in _BORNE_OUT for verdict in verdicts)
    total = f"{len(claims)} claims that cite it" if len(claims) > 1 else "the claim that cites it"
    if not borne_out:
        return Weighed(None, f"a saved copy{when} was read ({archive.url}), but it bears out none of {total}")
    share = total if len(claims) == 1 else f"{borne_out} of the {total}"
    return Weighed(archive, f"a saved copy{when} was read, and bears out {share}")


def _citing(key: str, citations: Iterable[JudgedCitation]) -> list[tuple[Claim, ClaimVerdict]]:
    """The distinct claims that cite a source, with their verdicts."""
    found: dict[tuple[str, str], tuple[Claim, ClaimVerdict]] = {}
    for judged in citations:
        for each in judged.claims:
            for verdict in each.verdicts:
                if verdict.key == key:
                    found.setdefault((each.claim.text, each.claim.context), (each.claim, verdict))
    return list(found.values())


def _against(claim: Claim, verdict: ClaimVerdict, copy: matching.Prepared) -> ClaimVerdict:
    """The verdict of the copy alone, where another text of the source decided."""
    return verdict if verdict.evidence is EvidenceKind.SNAPSHOT else matching.match(claim, copy)


def earlier_copies(changes: Sequence[Change], looked: Looked, desk: Desk) -> tuple[Archive | None, ...]:
    """For each change the saved copy nearest to the day of the earlier check, if the claim stands in it."""
    if looked.network is not Network.LIVE:
        return (None,) * len(changes)
    days = {change.url: dt.date.fromisoformat(change.then.seen) for change in changes}
    answers = copies_of_then(days, desk)
    return tuple(_earlier_copy(change, answers[change.url], looked, desk) for change in changes)


def _earlier_copy(change: Change, probes: tuple[Source, ...], looked: Looked, desk: Desk) -> Archive | None:
    today = next(iter(looked.answers(change.reference)), None)
    saved = links.rescue(change.reference, change.url, Evidence(today, probes)) if today else None
    passages = saved_passages(change.reference, saved[0]) if saved else None
    if saved is None or passages is None:
        return None
    verdict = matching.match(change.claim, matching.prepare(passages, desk.lexicons))
    return saved[1] if verdict.support is Support.FOUND else None
