"""Turns a few points into a soft outline."""

from __future__ import annotations

import math
from collections.abc import Sequence

Point = tuple[float, float]

STEPS = 10


def _between(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    """Return the Catmull-Rom point at `t` (0 to 1) on the way from `b` to `c`."""

    def along(p: float, q: float, r: float, s: float) -> float:
        return 0.5 * (
            2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t**2 + (3 * q - p - 3 * r + s) * t**3
        )

    return along(a[0], b[0], c[0], d[0]), along(a[1], b[1], c[1], d[1])


def bend(points: Sequence[Point]) -> list[Point]:
    """Return an open curve that runs softly through all `points`."""
    ends = [points[0], *points, points[-1]]
    soft = [
        _between(ends[i], ends[i + 1], ends[i + 2], ends[i + 3], step / STEPS)
        for i in range(len(points) - 1)
        for step in range(STEPS)
    ]
    return [*soft, points[-1]]


def close(points: Sequence[Point]) -> list[Point]:
    """Return a closed outline that runs softly through all `points`."""
    ring = [points[-1], *points, points[0], points[1]]
    return [
        _between(ring[i], ring[i + 1], ring[i + 2], ring[i + 3], step / STEPS)
        for i in range(len(points))
        for step in range(STEPS)
    ]


def place(points: Sequence[Point], x: float, y: float, size: float, turn: float = 0) -> list[Point]:
    """Return `points` made `size` times as large, turned by `turn` degrees and moved to `x`, `y`."""
    cos, sin = math.cos(math.radians(turn)) * size, math.sin(math.radians(turn)) * size
    return [(x + px * cos - py * sin, y + px * sin + py * cos) for px, py in points]


def flip(points: Sequence[Point], x: float) -> list[Point]:
    """Return `points` mirrored in the upright line at `x`."""
    return [(2 * x - px, py) for px, py in points]


def spread(start: float, end: float, count: int) -> list[float]:
    """Return `count` numbers from `start` to `end`, evenly apart."""
    return [start + (end - start) * i / (count - 1) for i in range(count)]
