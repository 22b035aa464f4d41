"""Altered values: a borne-out claim with one figure, date or name changed, found by pattern, not by our own readers."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_FIGURE = re.compile(r"(?<![\w.,])\d[\d.,]*\d|(?<![\w.,])\d(?![\w])")
_YEAR = re.compile(r"1[5-9]\d\d|20[0-2]\d")
_MONTHS = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")
_NAME = re.compile(r"(?<=[a-z,;] )(?!I\b)[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*")


@dataclass(frozen=True, slots=True)
class Altered:
    """A claim with one value changed, and what was changed into what."""

    claim: str
    kind: str
    old: str
    new: str


def altered(claim: str, source: str, names: Sequence[str], rng: random.Random) -> Iterator[Altered]:
    """At most one altered figure, year and name of a claim; only of values that the source has as written."""
    figures = [hit for hit in _FIGURE.finditer(claim) if hit.group() in source]
    years = [hit for hit in figures if _YEAR.fullmatch(hit.group())]
    plain = [hit for hit in figures if hit not in years]
    for kind, hits in (("number", plain), ("date", years)):
        if hits:
            hit = rng.choice(hits)
            new = _other_year(hit.group(), rng) if kind == "date" else _other_digits(hit.group(), rng)
            yield Altered(claim[: hit.start()] + new + claim[hit.end() :], kind, hit.group(), new)
    runs = [hit for hit in _NAME.finditer(claim) if hit.group() in source and not _MONTHS.match(hit.group())]
    others = [name for name in names if name not in claim and name not in source]
    if runs and others:
        hit, new = rng.choice(runs), rng.choice(others)
        yield Altered(claim[: hit.start()] + new + claim[hit.end() :], "name", hit.group(), new)


def names_in(claims: Sequence[str]) -> list[str]:
    """Names in the middle of sentences, for putting in each other's place."""
    return sorted({hit.group() for claim in claims for hit in _NAME.finditer(claim) if not _MONTHS.match(hit.group())})


def _other_year(year: str, rng: random.Random) -> str:
    return str(int(year) + rng.choice([-9, -5, -3, -2, -1, 1, 2, 3, 5, 9]))


def _other_digits(figure: str, rng: random.Random) -> str:
    places = [at for at, char in enumerate(figure) if char.isdigit()]
    at = rng.choice(places)
    low = 1 if at == 0 else 0
    digit = rng.choice([each for each in range(low, 10) if str(each) != figure[at]])
    return figure[:at] + str(digit) + figure[at + 1 :]
