"""Altered values: a borne-out claim with one figure, date or name changed, found by pattern, not by our own readers."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_FIGURE = re.compile(r"(?<![\w.,])\d[\d.,]*\d|(?<![\w.,])\d(?![\w])")
_YEAR = re.compile(r"1[5-9]\d\d|20[0-2]\d")
_BARE_YEAR = re.compile(rf"(?<![\w.,])(?:{_YEAR.pattern})(?![\w.,]\d|\w)")
_PLAIN = re.compile(rf"(?!(?:{_YEAR.pattern})(?!\w))(?:{_FIGURE.pattern})")
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


def misplaced(claim: str, source: str, rng: random.Random) -> Iterator[Altered]:
    """At most one figure, year and name of a claim replaced by another one of the same page: the wrong row, party or year."""
    for kind, pattern in (("number", _PLAIN), ("date", _BARE_YEAR), ("name", _NAME)):
        hits = [hit for hit in pattern.finditer(claim) if hit.group() in source and not _MONTHS.match(hit.group())]
        if not hits:
            continue
        hit = rng.choice(hits)
        others = sorted(
            {other.group() for other in pattern.finditer(source)} - {other.group() for other in pattern.finditer(claim)}
        )
        likely = [other for other in others if _like(other, hit.group(), kind) and other not in claim]
        if likely:
            new = rng.choice(likely)
            yield Altered(claim[: hit.start()] + new + claim[hit.end() :], f"{kind} of the page", hit.group(), new)


def _like(one: str, other: str, kind: str) -> bool:
    """True for values that a reader could take for each other: figures of one form, names of as many words."""
    if kind == "name":
        return one.count(" ") == other.count(" ") and not _MONTHS.match(one)
    return re.sub(r"\d+", "0", one) == re.sub(r"\d+", "0", other)


def names_in(claims: Sequence[str]) -> list[str]:
    """Names in the middle of sentences, for putting in each other's place."""
    return sorted({hit.group() for claim in claims for hit in _NAME.finditer(claim) if not _MONTHS.match(hit.group())})


def _other_year(year: str, rng: random.Random) -> str:
    return str(int(year) + rng.choice([-9, -5, -3, -2, -1, 1, 2, 3, 5, 9]))


def _other_digits(figure: str, rng: random.Random) -> str:
    """One digit another one, two digits in the other order, or a figure of like size: the ways in which people err."""
    way = rng.choice((_one_digit, _two_swapped, _of_like_size))
    return way(figure, rng)


def _one_digit(figure: str, rng: random.Random) -> str:
    places = [at for at, char in enumerate(figure) if char.isdigit()]
    at = rng.choice(places)
    low = 1 if at == 0 else 0
    digit = rng.choice([each for each in range(low, 10) if str(each) != figure[at]])
    return figure[:at] + str(digit) + figure[at + 1 :]


def _two_swapped(figure: str, rng: random.Random) -> str:
    """Two neighbouring digits swapped, the first one never a nought; one digit changed where all are alike."""
    places = [at for at, char in enumerate(figure) if char.isdigit()]
    pairs = [
        (one, other)
        for one, other in itertools.pairwise(places)
        if figure[one] != figure[other] and not (one == places[0] and figure[other] == "0")
    ]
    if not pairs:
        return _one_digit(figure, rng)
    one, other = rng.choice(pairs)
    return figure[:one] + figure[other] + figure[one + 1 : other] + figure[one] + figure[other + 1 :]


def _of_like_size(figure: str, rng: random.Random) -> str:
    """As many digits, separators where they were: a figure that is half to twice as large, and another one."""
    digits = "".join(char for char in figure if char.isdigit())
    value = int(digits)
    low, high = max(10 ** (len(digits) - 1), value // 2), min(10 ** len(digits) - 1, value * 2)
    if high - low < 2:
        return _one_digit(figure, rng)
    other = value
    while other == value:
        other = rng.randint(low, high)
    drawn = iter(str(other).zfill(len(digits)))
    return "".join(next(drawn) if char.isdigit() else char for char in figure)
