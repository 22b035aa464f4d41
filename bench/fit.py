"""Fitting the weights of checker/matching: logistic regression with a ridge, and signs that reason expects.

Newton's method on a few thousand rows (Hastie, Tibshirani & Friedman, The Elements of Statistical Learning, 4.4.1): no
numerical library is needed, and the result is rounded by hand anyway.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

_STEPS, _RIDGE = 12, 1.0


@dataclass(frozen=True, slots=True)
class Fitted:
    """A bias and a weight for each named feature."""

    bias: float
    weights: dict[str, float]

    def __str__(self) -> str:
        """One line a weight."""
        return "\n".join(
            [f"  bias {self.bias:+.2f}", *(f"  {name} {value:+.2f}" for name, value in self.weights.items())]
        )


def fit(
    rows: Sequence[tuple[dict[str, float], bool]],
    negative: frozenset[str] = frozenset(),
    free: frozenset[str] = frozenset(),
) -> Fitted:
    """Weights for (features, true) rows; those in `negative` come out at or below 0, those in `free` either way.

    A weight of the wrong sign is set to 0 and the rest fitted again.
    """
    names = list(rows[0][0])
    while True:
        fitted = _newton(rows, names)
        wrong = [
            name
            for name, value in fitted.weights.items()
            if name not in free and (value > 0) == (name in negative) and value != 0
        ]
        if not wrong:
            return Fitted(fitted.bias, {name: fitted.weights.get(name, 0.0) for name in rows[0][0]})
        names = [name for name in names if name not in wrong]


def _newton(rows: Sequence[tuple[dict[str, float], bool]], names: Sequence[str]) -> Fitted:
    matrix = [[1.0, *(features[name] for name in names)] for features, _ in rows]
    size = len(names) + 1
    weights = [0.0] * size
    for _ in range(_STEPS):
        slope = [0.0] + [-_RIDGE * value for value in weights[1:]]
        bend = [[_RIDGE * (at == other and at > 0) for other in range(size)] for at in range(size)]
        for row, (_, yes) in zip(matrix, rows, strict=True):
            chance = 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(map(float.__mul__, weights, row))))))
            spread = chance * (1 - chance)
            held = [(at, value) for at, value in enumerate(row) if value]
            for at, value in held:
                slope[at] += value * (yes - chance)
                bent, much = bend[at], value * spread
                for other, second in held:
                    bent[other] += much * second
        step = _solved(bend, slope)
        weights = [value + change for value, change in zip(weights, step, strict=True)]
    return Fitted(weights[0], dict(zip(names, weights[1:], strict=True)))


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a small symmetric system, by elimination with pivots."""
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for at in range(size):
        pivot = max(range(at, size), key=lambda row: abs(rows[row][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        for below in range(size):
            if below != at and rows[below][at]:
                ratio = rows[below][at] / rows[at][at]
                rows[below] = [a - ratio * b for a, b in zip(rows[below], rows[at], strict=True)]
    return [rows[at][size] / rows[at][at] for at in range(size)]
