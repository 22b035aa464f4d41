"""The calibration plot: of verdicts with a given confidence, how many are right (a reliability diagram), as plain SVG."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_SIZE, _MARGIN, _BINS = 360, 50, 10


def calibration_svg(points: Sequence[tuple[float, bool]]) -> str:
    """(confidence, right) pairs as a reliability diagram, circles by their number, with the table for screen readers."""
    side = _SIZE + 2 * _MARGIN
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" font-family="sans-serif" font-size="12">',
        "<title>Confidence against the share of verdicts that are right</title>",
        f"<desc>{'; '.join(f'{low:.1f}: {right} of {count}' for low, count, right in bins(points))}</desc>",
        f'<rect width="{side}" height="{side}" fill="white"/>',
        f'<path d="M{_x(0)} {_y(0)}H{_x(1)}M{_x(0)} {_y(0)}V{_y(1)}" stroke="#333" fill="none"/>',
        f'<path d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke="#999" stroke-dasharray="4 4"/>',
        *_ticks(),
        *_circles(points),
        f'<text x="{_x(0.5)}" y="{side - 10}" text-anchor="middle">confidence</text>',
        f'<text x="14" y="{_y(0.5)}" transform="rotate(-90 14 {_y(0.5)})" text-anchor="middle">share right</text>',
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def bins(points: Sequence[tuple[float, bool]]) -> Iterator[tuple[float, int, int]]:
    """(lower bound, verdicts, right ones) of each tenth that has any."""
    for number in range(_BINS):
        chosen = [right for confidence, right in points if min(int(confidence * _BINS), _BINS - 1) == number]
        if chosen:
            yield number / _BINS, len(chosen), sum(chosen)


def _circles(points: Sequence[tuple[float, bool]]) -> Iterator[str]:
    for low, count, right in bins(points):
        inside = [
            confidence for confidence, _ in points if min(int(confidence * _BINS), _BINS - 1) == round(low * _BINS)
        ]
        x, y, radius = _x(sum(inside) / len(inside)), _y(right / count), min(18.0, 3 + count**0.5)
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="#36c" fill-opacity=".6"/>'
        yield f'<text x="{x:.1f}" y="{y - radius - 3:.1f}" text-anchor="middle">{right}/{count}</text>'


def _ticks() -> Iterator[str]:
    for tenth in range(0, 11, 2):
        yield f'<text x="{_x(tenth / 10)}" y="{_y(0) + 16}" text-anchor="middle">{tenth / 10:.1f}</text>'
        yield f'<text x="{_x(0) - 6}" y="{_y(tenth / 10) + 4}" text-anchor="end">{tenth / 10:.1f}</text>'


def _x(value: float) -> float:
    return _MARGIN + value * _SIZE


def _y(value: float) -> float:
    return _MARGIN + (1 - value) * _SIZE
