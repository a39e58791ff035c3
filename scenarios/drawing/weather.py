"""Rain, snow, stars, smoke and lights out of focus."""

from __future__ import annotations

from scenarios.drawing.brush import Pen, Stage
from scenarios.drawing.curve import Point

Box = tuple[float, float, float, float]


def _somewhere(stage: Stage, box: Box) -> Point:
    return stage.dice.uniform(box[0], box[2]), stage.dice.uniform(box[1], box[3])


def rain(stage: Stage, count: int, length: float, slant: float, colour: str, alpha: float = 0.4) -> None:
    """Let `count` streaks fall, `length` points long, leaning by `slant` points."""
    drops = [(*_somewhere(stage, (-20, -40, 500, 360)), stage.dice.uniform(0.5, 1.3)) for _ in range(count)]

    def fall(pen: Pen) -> None:
        for x, y, size in drops:
            pen.line([(x, y), (x + slant * size, y + length * size)], 1.5 * size)

    stage.paint(fall, colour, alpha=alpha, add=True)


def dots(
    stage: Stage, count: int, box: Box, small: float, large: float, colour: str, alpha: float = 1
) -> None:
    """Scatter `count` round dots, as stars, snow, sparks or drops."""
    spots = [(*_somewhere(stage, box), stage.dice.uniform(small, large)) for _ in range(count)]

    def scatter(pen: Pen) -> None:
        for x, y, r in spots:
            pen.oval(x, y, r, r)

    stage.paint(scatter, colour, alpha=alpha)


def bokeh(stage: Stage, count: int, box: Box, radius: tuple[float, float], colours: tuple[str, ...]) -> None:
    """Scatter soft discs of light with a brighter rim, as a lens does with far lamps."""
    for _ in range(count):
        (x, y), r = _somewhere(stage, box), stage.dice.uniform(*radius)
        colour = stage.dice.choice(colours)
        stage.oval(x, y, r, r, colour, alpha=stage.dice.uniform(0.25, 0.6), add=True)
        stage.oval(x, y, r * 0.82, r * 0.82, colour, alpha=0.18, add=True)


def smoke(stage: Stage, x: float, y: float, size: float, puffs: int, colour: str, alpha: float = 0.2) -> None:
    """Let `puffs` clouds rise from `x`, `y`, larger and further apart as they climb."""
    for i in range(puffs):
        grow = size * (0.5 + i / puffs)
        sway = stage.dice.uniform(-0.8, 0.8) * grow
        stage.oval(x + sway, y - i * size * 0.55, grow, grow * 0.8, colour, blur=grow * 0.45, alpha=alpha)


def fog(stage: Stage, y: float, depth: float, colour: str, alpha: float = 0.5) -> None:
    """Lay a bank of mist across the picture at height `y`."""
    stage.rect((-60, y - depth / 2, 540, y + depth / 2), colour, blur=depth / 2, alpha=alpha)
