"""Which other sources of the article are worth a close look for what one source lacks: those that have its figures."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

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
    """The texts of an article's sources by key, and in which of them every figure stands; indexed when first asked."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._index: dict[str, set[str]] | None = None

    def likely(self, claim: Claim, verdict: ClaimVerdict) -> list[str]:
        """The keys of the few other sources worth a close look: the figures are there, then the names.

        Of dates the year alone counts, since months have names elsewhere; figures in words cannot be looked for so.
        """
        lacking = [fact for fact in verdict.facts if fact.status is not FactStatus.FOUND and fact.kind in TELLING]
        if not lacking:
            return []
        keys = set(self._texts) - {verdict.key}
        for forms in (forms for fact in lacking for forms in _written(fact)):
            keys &= set().union(*(self._indexed().get(form, ()) for form in forms))
        names = {word for word in _NAME.findall(claim.text) if word[0].isupper()}
        ranked = sorted((-sum(name in self._texts[key] for name in names), key) for key in keys)
        return [key for _, key in ranked[:_OPENED]]

    def _indexed(self) -> Mapping[str, set[str]]:
        if self._index is None:
            self._index = defaultdict(set)
            for key, text in self._texts.items():
                for cluster in set(_CLUSTER.findall(text)):
                    for figure in _figures(cluster):
                        self._index[figure].add(key)
        return self._index


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
