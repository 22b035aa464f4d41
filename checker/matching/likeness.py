"""How alike two facts are in what they are about, apart from their values, and how likely they are the same thing."""

from __future__ import annotations

import math
from dataclasses import dataclass

from checker.foundation.model import FactKind

_BOUND = 3.0  # no row of the fitted data has it: set so that a value for another year is no agreement
CONFLICT_FROM = 0.5  # a rival this likely to be the same thing makes a contradiction


@dataclass(frozen=True, slots=True)
class Likeness:
    """What speaks for two facts being about the same thing; shares are 0–1.

    `around` how much of the claim fact's neighbourhood stands around the rival as closely, `others` the share of the
    claim's other facts that agree in the rival's sentence, `kept` the same near the place, `noun` 1 for
    the same unit, counted noun or sort of name, -1 for another one, 0 for unknown; `named` that the claim names the
    rival's value itself, `near` and `far` that its own value stands at the place or farther off, `lead` by how much
    `around` exceeds that of the place where its own value stands best, `bound`
    that the rival stands with the claim's date and its own value with another one; `strange` the share of a name's words that
    stand nowhere in the source, `close` how near the two values are.
    """

    kind: FactKind
    around: float
    others: float
    kept: float
    noun: int
    named: bool
    near: bool
    far: bool
    lead: float
    bound: bool
    across: bool
    strange: float
    close: float


@dataclass(frozen=True, slots=True)
class _Weights:
    """What each feature of a Likeness adds for one kind of fact (`python bench/matching.py fit`, rounded by hand).

    The bias is set so that CONFLICT_FROM accuses about one borne-out claim in a hundred for each kind.
    """

    bias: float
    around: float
    kept: float
    others: float = 0.0
    same_noun: float = 0.0
    other_noun: float = 0.0
    close: float = 0.0
    strange: float = 0.0
    named: float = -1.5
    far: float = -1.0
    near: float = -3.0
    lead: float = 1.5
    across: float = 0.0


_OF_KIND = {
    FactKind.NUMBER: _Weights(
        -2.5, around=3.1, kept=1.3, other_noun=-0.4, close=1.8, named=-1.3, far=-0.2, near=-2.3, lead=2.6, across=-0.3
    ),
    FactKind.DATE: _Weights(
        -2.8, around=1.6, kept=2.2, others=0.2, close=1.8, named=-0.6, far=-1.5, near=-3.2, lead=1.8, across=-0.2
    ),
    FactKind.NAME: _Weights(
        -6.9, around=4.5, kept=2.4, same_noun=0.3, other_noun=-1.5, strange=3.2, named=-1.8, far=-1.4, lead=0.0
    ),
    FactKind.IDENTIFIER: _Weights(-1.1, around=2.0, kept=1.0, others=0.5, named=-1.5, far=-1.0, lead=4.0),
}


def same_thing(like: Likeness) -> float:
    """How likely it is that a rival is the claim's own thing with another value (0–1)."""
    weights = _OF_KIND[like.kind]
    total = weights.bias + weights.around * like.around + weights.kept * like.kept + weights.others * like.others
    total += weights.close * like.close + weights.strange * like.strange
    total += weights.same_noun * (like.noun > 0) + weights.other_noun * (like.noun < 0)
    total += weights.named * like.named + weights.far * like.far + weights.across * like.across
    if like.near:
        total += weights.near + weights.lead * max(0.0, like.lead) + _BOUND * like.bound
    return logistic(total)


def logistic(total: float) -> float:
    """The probability of a sum of weights."""
    return 1 / (1 + math.exp(-total))
