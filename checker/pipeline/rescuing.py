"""Saved copies weighed: one is proposed for a dead link only when the claims that cite the source stand in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from checker import matching
from checker.foundation.model import (
    Archive,
    Claim,
    ClaimVerdict,
    EvidenceKind,
    JudgedCitation,
    Support,
)
from checker.pipeline.reading import ReferenceTexts

_BORNE_OUT = (Support.FOUND, Support.PARTIAL)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A saved copy after the match: the copy if it may be proposed, and the sentence that says why or why not."""

    archive: Archive | None = None
    said: str = ""


def weigh(key: str, archive: Archive, texts: ReferenceTexts, citations: Iterable[JudgedCitation]) -> Weighed:
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
    prepared = matching.prepare(copy)
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
