"""The numbers behind score and confidence, fitted by `python bench/matching.py fit` and rounded by hand.

Logistic weights: a sum of features, through the logistic function, is a probability (Hosmer & Lemeshow, Applied
Logistic Regression). They are kept few and of the sign that reason expects, so that they carry over to other texts.
"""

from __future__ import annotations

import math
from typing import assert_never

from checker.foundation.model import Support
from checker.matching.features import Features
from checker.matching.likeness import logistic


def score_of(features: Features) -> float:
    """How well a claim is borne out, for ranking (0–1, higher is better); fitted on wording and facts together."""
    total = -4.2 + 1.9 * features.together + 1.4 * features.greedy + 1.1 * features.worst_clause
    total += 0.3 * features.figures_near + 0.7 * features.figures_page + 0.9 * features.names_near
    total -= 0.8 * math.log1p(features.absent) + 1.4 * features.conflict + 0.5 * features.suspicion
    total -= 0.5 * bool(features.quotes_failed) + 0.5 * features.denied
    return round(logistic(total), 4)


def confidence_of(support: Support, score: float, features: Features) -> float:
    """The probability that a verdict is right, as measured (docs/matching.md, calibration)."""
    match support:
        case Support.FOUND:
            return round(score, 2)
        case Support.CONTRADICTED:
            return round(features.conflict, 2)
        case Support.PARTIAL | Support.MISSING:
            return round(1.0 - score, 2)
        case Support.UNCHECKED:
            return 1.0
        case _ as never:
            assert_never(never)
