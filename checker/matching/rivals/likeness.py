"""How alike two facts are in what they are about, apart from their values, and how likely they are the same thing."""

from __future__ import annotations

import math
from dataclasses import dataclass

from checker.foundation.model import FactKind

_BOUND = 3.0  # no row of the fitted data has it: set so that a value for another year is no agreement
_MOST_ABSENT = 3
CONFLICT_FROM = 0.58  # a rival this likely to be the same thing makes a contradiction


@dataclass(frozen=True, slots=True)
class Likeness:
    """What speaks for two facts being about the same thing; shares are 0–1.

    `around` how much of the claim fact's neighbourhood stands around the rival as closely, `before` and `after` how many
    words right beside both are the same to the letter (0–2); `others` the share of the claim's other facts that agree in the
    rival's sentence, `kept` the same near the place; `noun` 1 for the same unit, counted noun or sort of name, -1 for another
    one, 0 for unknown; `named` that the claim names the rival's value itself, `near` and `far` that its own value stands at the
    place or farther off, `tied` the share of its ties (`Ties`), `told` of the other words of its clause that stand in the rival's sentence, `worded` how well the claim's wording stands in the source, `absent` how many of its other facts do not stand near, `lead` by how much that exceeds that of the place where its own value stands best, `bound` that
    the rival stands with the claim's date and its own value with another one; `close` how near the two values are, `digit` that
    one digit tells them apart, or one part of two whole dates; `place` that the claim's name is a known country or town, which writers add from what they
    know; `relative` that the rival is a date without a year of its own, `overdue` that it is the day of writing and the claim's year a later one, `current` the same
    for an earlier year where news is told, `only_year` that it is the claim's day and month in the year of writing, `coarse` that it leaves a day or
    month open that the claim gives.
    """

    kind: FactKind
    around: float
    before: int
    after: int
    others: float
    kept: float
    noun: int
    named: bool
    near: bool
    far: bool
    tied: float
    told: float
    worded: float
    absent: int
    lead: float
    bound: bool
    across: bool
    close: float
    digit: bool
    place: bool
    relative: bool
    overdue: bool
    current: bool
    only_year: bool
    coarse: bool
    alone: bool


@dataclass(frozen=True, slots=True)
class _Weights:
    """What each feature of a Likeness adds for one kind of fact (`python bench/matching.py fit`, rounded by hand).

    The bias is set so that CONFLICT_FROM accuses about one borne-out claim in a hundred for each kind.
    """

    bias: float
    around: float
    told: float
    worded: float
    tied: float = 0.0
    absent: float = 0.0
    kept: float = 0.0
    before: float = 0.0
    after: float = 0.0
    others: float = 0.0
    other_noun: float = 0.0
    same_noun: float = 0.0
    close: float = 0.0
    digit: float = 0.0
    named: float = -1.5
    far: float = -0.9
    near: float = -4.5
    lead: float = 4.0
    across: float = 0.0
    place: float = 0.0
    relative: float = 0.0
    overdue: float = 0.0
    current: float = 0.0
    only_year: float = 0.0
    coarse: float = 0.0
    alone: float = 0.0


_OF_KIND = {
    FactKind.NUMBER: _Weights(
        bias=-2.6, around=0.5, tied=0.5, told=1.4, worded=1.1, absent=-0.2, before=1.0, other_noun=-0.5, same_noun=0.5, close=2.2, digit=1.3,
        named=-1.7, far=-1.3, across=0.5,
    ),
    FactKind.DATE: _Weights(
        bias=-2.0, around=1.0, tied=0.8, told=0.4, worded=2.3, absent=-0.6, before=0.2, others=0.3, close=1.1, digit=1.4, named=-1.9, across=0.6,
        relative=-2.9, overdue=1.0, current=1.0, only_year=3.2, coarse=-1.1,
    ),
    FactKind.NAME: _Weights(
        bias=-2.2, around=0.9, told=0.0, worded=0.3, tied=0.9, kept=1.9, before=0.5, after=0.7, other_noun=-0.3, named=-1.1, far=-1.0,
        across=0.3, place=-0.5, alone=0.5,
    ),
    FactKind.IDENTIFIER: _Weights(bias=-1.6, around=2.0, told=0.5, worded=1.0, others=0.5, digit=1.0, far=-1.0),
}  # fmt: skip


def same_thing(like: Likeness) -> float:
    """How likely it is that a rival is the claim's own thing with another value (0–1)."""
    weights = _OF_KIND[like.kind]
    total = weights.bias + weights.around * like.around + weights.tied * like.tied + weights.told * like.told
    total += (
        weights.worded * like.worded + weights.absent * min(like.absent, _MOST_ABSENT) + weights.others * like.others
    )
    total += weights.kept * like.kept + weights.before * like.before + weights.after * like.after
    total += weights.other_noun * (like.noun < 0) + weights.same_noun * (like.noun > 0)
    total += weights.close * like.close + weights.digit * like.digit
    total += weights.named * like.named + weights.far * like.far + weights.across * like.across
    total += weights.place * like.place + weights.relative * like.relative + weights.overdue * like.overdue
    total += (
        weights.alone * like.alone
        + weights.coarse * like.coarse
        + weights.current * like.current
        + weights.only_year * like.only_year
    )
    if like.near:
        total += weights.near + weights.lead * max(0.0, like.lead) + _BOUND * like.bound
    return logistic(total)


def logistic(total: float) -> float:
    """The probability of a sum of weights."""
    return 1 / (1 + math.exp(-total))
