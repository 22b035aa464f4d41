"""The numbers behind score and confidence, fitted by `python bench/matching.py fit` and rounded by hand.

Logistic weights: a sum of features, through the logistic function, is a probability (Hosmer & Lemeshow, Applied
Logistic Regression). They are kept few and of the sign that reason expects, so that they carry over to other texts.
"""

from __future__ import annotations

import itertools
import math

from checker.foundation.model import Support
from checker.matching.rivals.likeness import logistic
from checker.matching.verdict.features import Features

# Below nine tenths of what is borne out; not lower, since one in four is only in part wrong.
_ACCUSED, _ACCUSED_BY = 0.3, 0.1


def score_of(features: Features) -> float:
    """How well a claim is borne out, for ranking (0–1, higher is better).

    The mean of two chances, that all of it stands in the source and that any of it does: all is 1, some a half, nothing 0.
    The one tells good claims from the rest, the other bad ones; a single sum did either at the cost of the other.
    """
    return round((_all(features) + _any(features)) / 2, 4)


def accused(score: float) -> float:
    """The score of what its source contradicts: among those of which next to nothing stands there, whatever its words."""
    return round(min(score, _ACCUSED + _ACCUSED_BY * score), 4)


def _all(features: Features) -> float:
    """The chance that the whole claim is borne out."""
    total = -5.2 + 1.5 * features.together + 1.3 * features.greedy + 1.3 * features.worst_clause
    total += 0.7 * features.figures_near + 1.3 * features.figures_page + 1.0 * features.names_near
    total -= 1.1 * math.log1p(features.absent) + 2.3 * features.conflict + 0.4 * features.suspicion
    total -= 0.4 * bool(features.quotes_failed) + 0.4 * (features.denied or features.turned)
    return logistic(total)


def _any(features: Features) -> float:
    """The chance that some part of the claim is borne out: one clause that stands well tells more than an average."""
    total = -1.4 + 1.2 * features.together + 1.4 * features.greedy + 0.8 * features.worst_clause
    total += 2.4 * features.best_clause + 0.35 * features.figures_page
    total -= 0.6 * math.log1p(features.telling) + 1.8 * features.conflict
    total -= 0.6 * bool(features.quotes_failed) + 0.2 * (features.denied or features.turned)
    return logistic(total)


# (score, share of verdicts that were right) for each kind of verdict, from the rows of docs/matching.md; between two
# points the line, beyond the last its value. `partial` and `missing` count as right where not everything is borne out.
_RIGHT = {
    Support.FOUND: ((0.70, 0.58), (0.80, 0.58), (0.85, 0.67), (0.90, 0.70), (0.94, 0.84)),
    Support.PARTIAL: ((0.40, 0.92), (0.50, 0.90), (0.54, 0.84), (0.60, 0.78), (0.67, 0.72), (0.79, 0.57)),
    Support.MISSING: ((0.10, 0.98), (0.37, 0.95)),
    Support.CONTRADICTED: ((0.28, 0.82), (0.335, 0.95), (0.35, 0.97)),
    Support.UNCHECKED: ((0.0, 1.0),),
}


def confidence_of(support: Support, score: float) -> float:
    """The probability that a verdict is right, as measured (docs/matching.md, calibration)."""
    points = _RIGHT[support]
    if score <= points[0][0]:
        return points[0][1]
    for (low, at_low), (high, at_high) in itertools.pairwise(points):
        if score <= high:
            return round(at_low + (at_high - at_low) * (score - low) / (high - low), 2)
    return points[-1][1]
