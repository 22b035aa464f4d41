"""Figures with their uncertainty: AUROC, shares and bootstrap intervals (Efron & Tibshirani 1993, percentile method)."""

from __future__ import annotations

import bisect
import random
from collections.abc import Callable, Sequence

RESAMPLES = 500


def auroc(scores: Sequence[float], positive: Sequence[bool]) -> float:
    """The chance that a positive row scores above a negative one, ties half (Hanley & McNeil 1982)."""
    above = sorted(score for score, yes in zip(scores, positive, strict=True) if not yes)
    ours = [score for score, yes in zip(scores, positive, strict=True) if yes]
    if not above or not ours:
        return float("nan")
    wins = sum(bisect.bisect_left(above, score) + bisect.bisect_right(above, score) for score in ours)
    return wins / 2 / len(above) / len(ours)


def interval(rows: Sequence[object], figure: Callable[[Sequence[object]], float]) -> str:
    """`.81 (.76–.86)`: the figure and its 95 % bootstrap interval, rows drawn with a fixed seed."""
    rng = random.Random(1)
    drawn = sorted(value for _ in range(RESAMPLES) if (value := figure(rng.choices(rows, k=len(rows)))) == value)
    if not drawn:
        return "–"
    low, high = drawn[int(0.025 * len(drawn))], drawn[min(len(drawn) - 1, int(0.975 * len(drawn)))]
    return f"{short(figure(rows))} ({short(low)}–{short(high)})"


def share(yes: Sequence[bool]) -> str:
    """`.83 (25/30)`, a dash for nothing."""
    return f"{short(sum(yes) / len(yes))} ({sum(yes)}/{len(yes)})" if yes else "–"


def short(value: float) -> str:
    """Two decimals without the leading zero."""
    return f"{value:.2f}".removeprefix("0") if value < 1 else f"{value:.2f}"
