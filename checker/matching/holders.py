"""Which other sources of the article are worth a close look for what one source lacks: those that have its figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from checker.foundation.model import Claim, ClaimVerdict, Fact, FactKind, FactStatus

TELLING = (FactKind.NUMBER, FactKind.DATE, FactKind.IDENTIFIER, FactKind.QUOTE)
_OPENED = 4  # other sources that are read closely for one claim; more would cost more than the hint is worth
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_FIGURE = re.compile(r"\d+(?:[.,\u00a0 ]\d{3})*")
_NAME = re.compile(r"[^\W\d_]{4,}")
_MARKS = (".", ",", "\u00a0", " ")  # that set thousands off
_DIGITS = bytes(byte if chr(byte) in "0123456789" else ord(" ") for byte in range(256))  # all else is a blank
_COMMAS = bytes(ord(",") if chr(byte) in _MARKS else byte for byte in range(256))
_OTHERS = bytes(byte for byte in range(256) if chr(byte) not in "0123456789" and chr(byte) not in _MARKS)
_MOST_GROUPS = 7  # of three digits: what is longer is no count of anything


@dataclass(frozen=True, slots=True)
class _Lack:
    """What a claim lacks in the source of this `key`: figures, each in the ways of writing it, or None where none would tell.

    `names` are those of the claim; `ranked` are the other sources in which all of the figures stand, those with most names first when sorted.
    """

    key: str
    figures: list[tuple[str, ...]] | None
    names: set[str]
    ranked: list[tuple[int, str]] = field(default_factory=list)


class Holders:
    """The texts of an article's sources by key; which of them has the figures that a claim lacks is looked up at once for all.

    Each text is asked for once, and let go before the next, so that they need not all be at hand.
    """

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts

    def likely(self, lacking: Sequence[tuple[Claim, ClaimVerdict]]) -> list[list[str]]:
        """For every claim the keys of the few other sources worth a close look: the figures are there, then the names.

        Of dates the year alone counts, since months have names elsewhere; figures in words cannot be looked for so.
        """
        lacks = [
            _Lack(verdict.key, _figures_of(verdict), {word for word in _NAME.findall(claim.text) if word[0].isupper()})
            for claim, verdict in lacking
        ]
        wanted = {form for each in lacks for forms in each.figures or () for form in forms}
        grouped = {form: frozenset(form.split(",")) for form in wanted if "," in form}
        for key, text in self._texts.items() if any(each.figures is not None for each in lacks) else ():
            there = _standing(text, wanted, grouped) if wanted else set()
            is_named = cache(text.__contains__)
            for each in lacks:
                if each.figures is None or each.key == key or any(map(there.isdisjoint, each.figures)):
                    continue
                each.ranked.append((-sum(map(is_named, each.names)), key))
        return [[key for _, key in sorted(each.ranked)[:_OPENED]] for each in lacks]


def _standing(text: str, wanted: set[str], grouped: Mapping[str, frozenset[str]]) -> set[str]:
    """Which of the figures that are wanted stand in a text; of those with thousands set off also the groups are given."""
    plain = text.encode("latin-1", "replace")  # a byte a character: what Latin-1 lacks is no digit of ours
    digits = set(plain.translate(_DIGITS).decode("ascii").split())
    likely = [form for form, groups in grouped.items() if groups <= digits]
    if likely and _has_any(likely, plain.translate(_COMMAS, _OTHERS).replace(b",,", b" ")):
        return wanted & digits | grouped.keys() & _figures(text)
    return wanted & digits


def _has_any(forms: Iterable[str], marked: bytes) -> bool:
    """True when any of these figures may stand in a text of which figures and marks alone are left, every mark as a comma."""
    return any(form.encode("ascii") in marked for form in forms)


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
