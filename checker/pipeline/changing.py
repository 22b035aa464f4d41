"""Sources that changed: the passage that bore a claim out at an earlier check is gone from the page, and so is the claim."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.foundation.model import (
    Archive,
    Claim,
    ClaimVerdict,
    JudgedCitation,
    JudgedClaim,
    Passages,
    Place,
    Problem,
    Reference,
    Related,
    Support,
)
from checker.language.text.normalise import fold
from checker.pipeline.remembering import Lost, Remembered, last_borne_out

_WORD = re.compile(r"\w+")
_SHOWN = 300  # code points of a passage that a finding shows


@dataclass(frozen=True, slots=True)
class Change:
    """A claim that its source bears out no longer: the verdict of today, what was said then, and where (`url`)."""

    claim: Claim
    verdict: ClaimVerdict
    then: Lost
    reference: Reference
    url: str


def changed(
    citations: Iterable[JudgedCitation],
    references: Mapping[str, Reference],
    pages: Mapping[str, Sequence[Passages]],
    before: Mapping[str, Remembered],
) -> Iterator[Change]:
    """Every claim that is borne out no longer because its passage is gone.

    `pages` are the whole texts that were read from the web today, by key. A passage of which only commas, case or line
    breaks moved is still there; one in which a single figure is another is not.
    """
    for judged, verdict in _distinct(citations):
        known, today = before.get(verdict.key), pages.get(verdict.key)
        if known is None or not today or verdict.support is Support.FOUND:
            continue
        then = _then(known, judged)
        if then is not None and not any(_stands(then.passage, page.text) for page in today):
            yield Change(judged.claim, verdict, then, references[verdict.key], known.url)


def _distinct(citations: Iterable[JudgedCitation]) -> Iterator[tuple[JudgedClaim, ClaimVerdict]]:
    """Every claim with each of its verdicts, once, however many markers cover it."""
    told: set[tuple[str, str]] = set()
    for citation in citations:
        for judged in citation.claims:
            for verdict in judged.verdicts:
                at = (judged.claim.text, verdict.key)
                if at not in told:
                    told.add(at)
                    yield judged, verdict


def _then(known: Remembered, judged: JudgedClaim) -> Lost | None:
    """Where the same sentence was last found, whatever stood around it then."""
    found = (last_borne_out(known, each) for each in known.claims if each.claim == judged.claim.text)
    return next((lost for lost in found if lost), None)


def _stands(passage: str, text: str) -> bool:
    """True when the words of a passage stand in a text in their order, whatever stands between them."""
    return f" {_words(passage)} " in f" {_words(text)} "


def _words(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))


def as_problem(change: Change, copy: Archive | None = None) -> Problem:
    """`source-changed`, then and now; `copy` is a saved copy that still bears the claim out."""
    passage, then = change.verdict.passage, _short(change.then.passage)
    like = passage if change.verdict.support in (Support.PARTIAL, Support.CONTRADICTED) else None
    now = f"it now says “{_short(like.text)}”" if like else "it now says nothing of it"
    message = (
        f"{change.verdict.key} has changed since {change.then.seen}, and no longer bears out "
        f"“{_short(change.claim.text)}”: it said “{then}”; {now}."
    )
    related = [
        Related(change.claim.place, "the sentence that it bore out"),
        Related(Place(change.url), f"as read on {change.then.seen}: “{then}”"),
    ]
    if like:
        related.append(Related(Place(like.url or change.url), f"as read now: “{_short(like.text)}”"))
    tip = ""
    if copy:
        date = f" and archivedate = {{{copy.date}}}" if copy.date else ""
        tip = f"A saved copy still bears it out: add archiveurl = {{{copy.url}}}{date}, or correct the sentence."
    return Problem("source-changed", message, change.reference.place, tuple(related), tip)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"
