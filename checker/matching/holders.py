"""Which other sources of the article are worth a close look for what one source lacks: those that have its figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from checker.foundation.model import Claim, ClaimVerdict, Fact, FactKind, FactStatus

TELLING = (FactKind.NUMBER, FactKind.DATE, FactKind.IDENTIFIER, FactKind.QUOTE)
_OPENED = 4  # other sources that are read closely for one claim; more would cost more than the hint is worth
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_FIGURE = re.compile(r"\d+(?:[.,\u00a0 ]\d{3})*")
_NAME = re.compile(r"[^\W\d_]{4,}")
_CLUSTER = re.compile(r"[0-9]+(?:[.,\u00a0 ][0-9]+)*")
_PARTS = re.compile(r"([.,\u00a0 ])")
_MOST_GROUPS = 7  # of three digits: what is longer is no count of anything


class Holders:
    """The texts of an article's sources by key; which of them has the figures that a claim lacks is looked up at once for all."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts

    def likely(self, lacking: Sequence[tuple[Claim, ClaimVerdict]]) -> list[list[str]]:
        """For every claim the keys of the few other sources worth a close look: the figures are there, then the names.

        Of dates the year alone counts, since months have names elsewhere; figures in words cannot be looked for so.
        """
        figures = [_figures_of(verdict) for _, verdict in lacking]
        places = self._places({form for each in figures for forms in each or () for form in forms})
        return [
            [] if own is None else self._ranked(claim, verdict, own, places)
            for (claim, verdict), own in zip(lacking, figures, strict=True)
        ]

    def _ranked(
        self, claim: Claim, verdict: ClaimVerdict, figures: Iterable[tuple[str, ...]], places: Mapping[str, set[str]]
    ) -> list[str]:
        keys = set(self._texts) - {verdict.key}
        for forms in figures:
            keys &= set().union(*(places[form] for form in forms))
        names = {word for word in _NAME.findall(claim.text) if word[0].isupper()}
        ranked = sorted((-sum(name in self._texts[key] for name in names), key) for key in keys)
        return [key for _, key in ranked[:_OPENED]]

    def _places(self, wanted: set[str]) -> Mapping[str, set[str]]:
        """In which texts every one of these figures stands."""
        places: dict[str, set[str]] = {form: set() for form in wanted}
        for key, text in self._texts.items() if wanted else ():
            for cluster in set(_CLUSTER.findall(text)):
                for form in wanted.intersection((cluster,) if cluster.isdigit() else _figures(cluster)):
                    places[form].add(key)
        return places


def _figures_of(verdict: ClaimVerdict) -> list[tuple[str, ...]] | None:
    """How the figures that a claim lacks may be written, a tuple for each; None where it lacks nothing telling."""
    lacking = [fact for fact in verdict.facts if fact.status is not FactStatus.FOUND and fact.kind in TELLING]
    return [forms for fact in lacking for forms in _written(fact)] if lacking else None


def _written(fact: Fact) -> Iterator[tuple[str, ...]]:
    """The ways in which the figures of a fact may be written, thousands set off by commas; a tuple for each figure."""
    if fact.kind is FactKind.DATE:
        yield from ((year,) for year in _YEAR.findall(fact.claim))
        return
    for figure in _FIGURE.findall(fact.claim):
        digits = re.sub(r"\D", "", figure)
        yield digits, f"{int(digits):,}"


def _figures(cluster: str) -> Iterator[str]:
    """The figures that may be meant where digits stand so closely: each run of them, and thousands set off by one mark.

    Whatever the mark is, it is given as a comma: `1 300` and `1.300` are both `1`, `300` and `1,300`.
    """
    parts = _PARTS.split(cluster)
    yield from parts[::2]
    for first in range(0, len(parts) - 2, 2):
        figure = parts[first]
        for at in range(first + 2, min(first + 2 * _MOST_GROUPS, len(parts)), 2):
            if len(parts[first]) > 3 or len(parts[at]) != 3 or parts[at - 1] != parts[first + 1]:
                break
            figure += f",{parts[at]}"
            yield figure
