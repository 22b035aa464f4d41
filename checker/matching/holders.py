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
_MARKS = (".", ",", "\u00a0", " ")  # that set thousands off
_BARE = bytes(byte if chr(byte) in "0123456789" else ord("," if chr(byte) in _MARKS else " ") for byte in range(256))
_DIGITS = re.compile(rb"[0-9][0-9.,\xa0 ]*")  # figures with their marks: a search costs less than to cut at all blanks
_MOST_GROUPS = 7  # of three digits: what is longer is no count of anything


class Holders:
    """The texts of an article's sources by key; which of them has the figures that a claim lacks is looked up at once for all."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._named: dict[tuple[str, str], bool] = {}

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
        ranked = sorted((-sum(self._names(name, key) for name in names), key) for key in keys)
        return [key for _, key in ranked[:_OPENED]]

    def _names(self, name: str, key: str) -> bool:
        if (name, key) not in self._named:
            self._named[name, key] = name in self._texts[key]
        return self._named[name, key]

    def _places(self, wanted: set[str]) -> Mapping[str, set[str]]:
        """In which texts every one of these figures stands."""
        places: dict[str, set[str]] = {form: set() for form in wanted}
        grouped = {form for form in wanted if "," in form}
        for key, text in self._texts.items() if wanted else ():
            bare = _bare(text)
            found = wanted.intersection(bare.replace(",", " ").split())
            if any(form in bare for form in grouped):
                found |= grouped & _figures(text)
            for form in found:
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


def _bare(text: str) -> str:
    """The figures of a text without its words, each once, every mark between digits as a comma.

    Few texts have a given figure, so that this tells for most of them that nothing need be put together.
    """
    figures = set(_DIGITS.findall(text.encode("latin-1", "replace")))
    return b"x".join(figures).translate(_BARE).decode("ascii")


def _figures(text: str) -> set[str]:
    """The figures that may be meant by the digits of a text: each run of them, and thousands set off by one mark.

    Whatever the mark is, it is given as a comma: `1 300` and `1.300` are both `1`, `300` and `1,300`.
    """
    runs = _runs(text)
    found = {text[start:end] for start, end in runs}
    ends = dict(runs)
    for start, first in runs:
        figure, mark, end = text[start:first], text[first : first + 1], first
        if len(figure) > 3 or mark not in _MARKS:
            continue
        for _ in range(_MOST_GROUPS - 1):
            last = ends.get(end + 1)
            if last is None or last - end != 4 or text[end] != mark:
                break
            figure += f",{text[end + 1 : last]}"
            found.add(figure)
            end = last
    return found


def _runs(text: str) -> list[tuple[int, int]]:
    """The runs of digits, looked for digit by digit: four times as fast as by an expression, for most letters are none."""
    places: list[int] = []
    for digit in "0123456789":
        place = text.find(digit)
        while place >= 0:
            places.append(place)
            place = text.find(digit, place + 1)
    places.sort()
    runs: list[tuple[int, int]] = []
    start = end = -1
    for place in places:
        if place != end:
            if end >= 0:
                runs.append((start, end))
            start = place
        end = place + 1
    return [*runs, (start, end)] if places else runs
