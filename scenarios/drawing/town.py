"""The town itself, for the client's own screens: GoodPath at night, and the line in greys."""

from __future__ import annotations

from scenarios.drawing.brush import Pen, Stage
from scenarios.drawing.curve import Point, bend
from scenarios.drawing.figure import capped
from scenarios.drawing.weather import dots

LIT = ("#ffcf6a", "#ffb04a", "#ffe6a8", "#8ad8ff", "#ff9ad0")
ROOF, STREET = 232, 244

HOUSES: tuple[tuple[int, int, int], ...] = (
    (-6, 54, 168), (50, 34, 150), (86, 46, 176), (186, 36, 146), (224, 52, 162), (278, 30, 140),
    (310, 44, 172), (414, 34, 152), (450, 40, 166),
)  # fmt: skip
"""Left edge, width and top of each house: they stand so close that neighbours can shake hands."""


def _house(stage: Stage, left: int, wide: int, top: int) -> None:
    stage.rect((left, top, left + wide, STREET), ("#2c2a5c", "#181634"))
    stage.rect((left + 5, top - 7, left + 17, top), "#181634", round_by=2)
    for x in range(left + 5, left + wide - 7, 12):
        for y in range(top + 7, ROOF - 6, 13):
            if stage.dice.random() < 0.62:
                stage.rect((x, y, x + 7, y + 7), stage.dice.choice(LIT))


def _factory(stage: Stage, left: int, wide: int, top: int) -> None:
    """Build a hall with a saw-tooth roof, lit cold and even in every pane."""
    for x in range(left, left + wide, 18):
        stage.poly([(x, top), (x + 4, top - 15), (x + 18, top)], "#20244a")
    stage.rect((left, top, left + wide, STREET), ("#242a52", "#141832"))
    stage.light(left + wide / 2, top + 26, wide, 50, "#bff4ff", 1.6)
    for y in (top + 10, top + 26, top + 42):
        stage.rect((left + 5, y, left + wide - 5, y + 8), ("#f2fffc", "#a8e8f0"))
        for x in range(left + 14, left + wide - 5, 14):
            stage.rect((x, y, x + 4, y + 8), "#20244a")


def _hills(stage: Stage) -> None:
    for top, colour in ((118, "#241c58"), (136, "#1a1646")):
        ridge: list[Point] = bend(
            [(-40, top + 30), (60, top), (150, top + 22), (250, top - 6), (350, top + 20), (520, top + 26)]
        )
        stage.poly([*ridge, (520, 260), (-40, 260)], colour)


def town_night() -> Stage:
    stage = Stage("town", "#060a2a", "#101250", "#2a1a66", "#6a2a78", "#c85a78", "#ffa868")
    dots(stage, 90, (0, 0, 480, 130), 0.6, 1.8, "#dfe6ff", 0.8)
    _hills(stage)
    stage.light(240, 236, 330, 90, "#ff8a6a", 1.5)
    for left, wide, top in HOUSES:
        _house(stage, left, wide, top)
    _factory(stage, 134, 50, 182)
    _factory(stage, 354, 58, 178)
    stage.rect((148, 120, 154, 182), "#181634")
    stage.neon([(60, 140), (76, 140)], "#ff3aa8", 5)
    stage.neon([(283, 130), (303, 130)], "#2ae0e8", 5)
    stage.neon([(420, 142), (442, 142)], "#ffd23a", 5)
    stage.rect((-10, STREET - 3, 490, STREET + 2), "#0a0820")
    stage.mirror(STREET + 2, dim=0.5, ripple=5, tint="#060418")
    return stage


def _tubes(stage: Stage) -> None:
    for step in range(6):
        far = 0.72**step
        for side in (-1, 1):
            x, y = 240 + side * 118 * far, 128 - 112 * far
            stage.light(x, y, 110 * far, 60 * far, "#b4b4b4", 1.3)
            stage.line([(x - 46 * far, y), (x + 46 * far, y)], "#f4f4f4", 10 * far)


def _belt(stage: Stage) -> None:
    stage.poly([(228, 132), (252, 132), (344, 370), (136, 370)], ("#5a5a5a", "#8c8c8c", "#b4b4b4"))
    for step in range(7):
        far = 0.7**step
        y, half = 132 + 206 * far, 46 * far
        stage.rect((240 - half, y - 52 * far, 240 + half, y), ("#f0f0f0", "#9a9a9a"), round_by=3 * far)
        stage.rect((240 - half, y - 34 * far, 240 + half, y - 30 * far), "#5c5c5c")


def line() -> Stage:
    stage = Stage("line", "#2a2a2a", "#3a3a3a", "#484848")
    stage.poly([(0, 0), (480, 0), (252, 118), (228, 118)], ("#242424", "#4a4a4a"))
    stage.poly([(0, 360), (228, 138), (252, 138), (480, 360)], ("#5a5a5a", "#2c2c2c"))
    stage.rect((224, 112, 256, 140), "#d8d8d8", blur=6)
    _tubes(stage)
    _belt(stage)
    for step in (4, 3, 2, 1, 0):
        far = 0.66**step
        for side in (-1, 1):
            x, y = 240 + side * 176 * far, 132 + 92 * far
            shade = "#c4c4c4" if step else "#dadada"
            capped(stage, x, y, 62 * far, (shade, "#7a7a7a"), ("#6e6e6e", "#343434"))

    def edges(pen: Pen) -> None:
        for side in (-1, 1):
            pen.line([(240 + side * 12, 132), (240 + side * 104, 370)], 3)

    stage.paint(edges, "#e0e0e0", alpha=0.7)
    stage.vignette(0.5)
    # The brushes for people are in colour; on the line there is none.
    stage.image = stage.image.convert("L").convert("RGB")
    return stage


PICTURES = (
    ("town-night", town_night),
    ("line", line),
)
