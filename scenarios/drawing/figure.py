"""People as dark shapes: a figure, a head, a hand, a capped head from behind."""

from __future__ import annotations

from scenarios.drawing.brush import Fill, Stage
from scenarios.drawing.curve import place

STANDING = [
    (-0.05, -0.86), (-0.13, -0.80), (-0.17, -0.62), (-0.18, -0.42), (-0.13, -0.42), (-0.11, -0.60),
    (-0.10, -0.42), (-0.11, 0.0), (-0.02, 0.0), (0.0, -0.38), (0.03, 0.0), (0.12, 0.0),
    (0.10, -0.42), (0.11, -0.60), (0.13, -0.42), (0.18, -0.42), (0.17, -0.62), (0.13, -0.80), (0.05, -0.86),
]  # fmt: skip
SEATED = [
    (-0.16, 0.0), (-0.20, -0.30), (-0.17, -0.52), (-0.06, -0.60), (0.06, -0.60), (0.17, -0.52),
    (0.20, -0.30), (0.16, 0.0), (0.15, 0.36), (0.03, 0.36), (0.02, 0.04),
    (-0.02, 0.04), (-0.03, 0.36), (-0.15, 0.36),
]  # fmt: skip
PALM = [
    (-0.30, 1.6), (-0.32, 0.6), (-0.46, 0.20), (-0.62, -0.10), (-0.58, -0.26), (-0.44, -0.20), (-0.26, 0.02),
    (-0.24, -0.50), (-0.14, -0.58), (-0.06, -0.48), (0.02, -0.62), (0.12, -0.62), (0.17, -0.46),
    (0.28, -0.50), (0.34, -0.36), (0.40, -0.32), (0.44, -0.10), (0.40, 0.40), (0.32, 0.7), (0.32, 1.6),
]  # fmt: skip
POINTING = [
    (-0.28, 1.8), (-0.30, 0.7), (-0.40, 0.25), (-0.30, 0.0), (-0.12, 0.02), (-0.13, -0.80), (-0.04, -0.98),
    (0.08, -0.90), (0.10, -0.02), (0.26, -0.02), (0.36, 0.10), (0.40, 0.40), (0.32, 0.75), (0.30, 1.8),
]  # fmt: skip


def stand(stage: Stage, x: float, y: float, tall: float, fill: Fill) -> None:
    """Let a figure stand with its feet at `x`, `y`."""
    stage.poly(place(STANDING, x, y, tall), fill)
    stage.oval(x, y - tall * 0.93, tall * 0.068, tall * 0.085, fill)


def sit(stage: Stage, x: float, y: float, tall: float, fill: Fill) -> None:
    """Let a figure sit on an edge at height `y`, legs hanging down."""
    stage.blob(place(SEATED, x, y, tall), fill)
    stage.oval(x, y - tall * 0.74, tall * 0.12, tall * 0.15, fill)


def bust(stage: Stage, x: float, y: float, size: float, fill: Fill) -> None:
    """Show head and shoulders; the chin is at `x`, `y`, the head one `size` high."""
    outline = [
        (-1.0, 1.3),
        (-0.92, 0.62),
        (-0.28, 0.28),
        (-0.22, -0.1),
        (0.22, -0.1),
        (0.28, 0.28),
        (0.92, 0.62),
    ]
    stage.blob(place([*outline, (1.0, 1.3)], x, y, size), fill)
    stage.oval(x, y - size * 0.45, size * 0.38, size * 0.5, fill)


def hand(stage: Stage, x: float, y: float, size: float, turn: float, fill: Fill, point: bool = False) -> None:
    """Reach a hand to `x`, `y` from the side that `turn` (degrees) says: 0 is from below."""
    stage.blob(place(POINTING if point else PALM, x, y, size, turn), fill)


def capped(stage: Stage, x: float, y: float, size: float, cap: Fill, body: Fill) -> None:
    """Show somebody with a cap from behind; the neck is at `x`, `y`."""
    shoulders = [(-1.0, 2.2), (-0.9, 0.85), (-0.36, 0.5), (0.36, 0.5), (0.9, 0.85), (1.0, 2.2)]
    stage.blob(place(shoulders, x, y, size), body)
    stage.rect((x - size * 0.19, y, x + size * 0.19, y + size * 0.62), ("#a8785a", "#6a4434"))
    for side in (-0.42, 0.42):
        stage.oval(x + size * side, y - size * 0.12, size * 0.09, size * 0.15, "#b8866a")
    stage.oval(x, y - size * 0.16, size * 0.41, size * 0.46, ("#1a1418", "#2a2024"))
    dome = [
        (-0.48, -0.16),
        (-0.46, -0.5),
        (-0.26, -0.74),
        (0.26, -0.74),
        (0.46, -0.5),
        (0.48, -0.16),
        (0, -0.06),
    ]
    stage.blob(place(dome, x, y, size), cap)
    stage.stroke(place([(-0.46, -0.2), (0, -0.1), (0.46, -0.2)], x, y, size), "#0a2a7a", size * 0.06)
