"""The commonest error of editors: what a source lacks stands in another source of the same article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from checker.foundation.model import Claim, ClaimVerdict, Fact, FactKind, FactStatus
from checker.language.values import Period
from checker.matching.outcomes import Outcome, outcomes
from checker.matching.prepared import Prepared
from checker.matching.quotes import quotes
from checker.matching.scene import scene_of
from checker.matching.sightings import sight

_LIKE_HERE = 0.3  # share of the claim's words that another source must have beside the facts
_LIKE_HERE_ACROSS = 0.15
_TELLING = (FactKind.NUMBER, FactKind.DATE, FactKind.IDENTIFIER, FactKind.QUOTE)
_OPENED = 4  # other sources that are read closely for one claim; more would cost more than the hint is worth
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_FIGURE = re.compile(r"\d+(?:[.,\u00a0 ]\d{3})*")
_NAME = re.compile(r"[^\W\d_]{4,}")


def likely_holders(claim: Claim, verdict: ClaimVerdict, texts: Mapping[str, str]) -> list[str]:
    """The keys of the few other sources worth a close look, by their bare texts: the figures are there, then the names.

    Of dates the year alone counts, since months have names elsewhere; figures in words cannot be looked for so.
    """
    lacking = [fact for fact in verdict.facts if fact.status is not FactStatus.FOUND and fact.kind in _TELLING]
    if not lacking:
        return []
    figures = [forms for fact in lacking for forms in _written(fact)]
    names = {word for word in _NAME.findall(claim.text) if word[0].isupper()}
    holders = [
        (-sum(name in text for name in names), key)
        for key, text in texts.items()
        if key != verdict.key and all(any(_stands_alone(form, text) for form in forms) for forms in figures)
    ]
    return [key for _, key in sorted(holders)[:_OPENED]]


def _written(fact: Fact) -> list[tuple[str, ...]]:
    """The ways in which the figures of a fact may be written, a tuple for each figure."""
    if fact.kind is FactKind.DATE:
        return [(year,) for year in _YEAR.findall(fact.claim)]
    bare = [re.sub(r"\D", "", figure) for figure in _FIGURE.findall(fact.claim)]
    return [(digits, *(f"{int(digits):,}".replace(",", mark) for mark in ",. \u00a0")) for digits in bare]


def _stands_alone(figure: str, text: str) -> bool:
    """True when the figure is in the text and not a part of a longer one."""
    return figure in text and re.search(rf"(?<!\d){re.escape(figure)}(?!\d)", text) is not None


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
