"""The factory deck: what nobody posts."""

from __future__ import annotations

from scenarios.drawing.brush import Pen, Stage
from scenarios.drawing.curve import Point
from scenarios.drawing.figure import capped
from scenarios.drawing.weather import dots

SEGMENTS = {
    "1": "bc",
    "5": "acdfg",
    "9": "abcdfg",
}
BARS: dict[str, tuple[Point, Point]] = {
    "a": ((0, 0), (1, 0)),
    "b": ((1, 0), (1, 1)),
    "c": ((1, 1), (1, 2)),
    "d": ((0, 2), (1, 2)),
    "f": ((0, 0), (0, 1)),
    "g": ((0, 1), (1, 1)),
}


def blue_caps() -> Stage:
    stage = Stage("caps", "#4a6a8a", "#8aa4b8", "#c8d4d8")
    stage.rect((0, 40, 480, 260), ("#5a6470", "#3a424c"))
    for left in range(10, 480, 60):
        for top in (58, 104):
            if not 110 < left + 20 < 370:
                stage.rect((left, top, left + 36, top + 26), ("#a8c8d8", "#5a7a90"))
    stage.rect((120, 26, 360, 300), "#2a3038")
    stage.light(240, 150, 230, 190, "#ffffff", 1.1)
    stage.rect((138, 60, 342, 300), ("#ffffff", "#f4fbff", "#d8ecf8"))
    stage.rect((112, 18, 368, 62), ("#3a444e", "#1c2228"))
    stage.rect((150, 32, 330, 46), "#ffd84a", round_by=3)
    stage.rect((0, 256, 480, 360), ("#8a98a4", "#3a444e"))
    stage.poly([(138, 256), (342, 256), (440, 360), (40, 360)], "#f0f8ff", blur=10, alpha=0.7)
    rows: tuple[tuple[float, float, tuple[float, ...]], ...] = (
        (196, 17, (180, 214, 250, 288)),
        (214, 25, (156, 204, 256, 310)),
        (236, 38, (126, 196, 272, 346)),
        (272, 60, (70, 184, 300, 414)),
        (330, 96, (30, 240, 450)),
    )
    for y, size, columns in rows:
        for x in columns:
            dip = stage.dice.uniform(-0.12, 0.12) * size
            capped(stage, x, y + dip, size, ("#5ab8ff", "#1a6ae8", "#0c3aa8"), ("#8aa0b8", "#42526a"))
    stage.vignette(0.45)
    return stage


def perfect_tray() -> Stage:
    stage = Stage("tray", "#2a3a40", "#1a2428")
    stage.light(240, 150, 300, 240, "#a8e0e0", 1.3)
    stage.rect((34, 22, 458, 350), "#04080a", round_by=20, blur=12)
    stage.rect((26, 14, 454, 342), ("#3a4248", "#14181c"), round_by=18)
    stage.rect((40, 28, 440, 328), ("#0a0c0e", "#1a2024"), round_by=10)
    for row in range(4):
        for column in range(4):
            x, y = 92 + column * 99, 66 + row * 75
            stage.rect((x - 43, y - 33, x + 43, y + 33), "#050608", round_by=8)
            stage.oval(x + 4, y + 6, 34, 27, "#000000", blur=4)
            stage.oval(x, y, 36, 29, ("#ffe0a0", "#ff9a1a", "#d8580a"))
            stage.oval(x, y, 11, 9, "#160a04")
            for dx, dy in ((0, -20), (0, 20), (-25, 0), (25, 0)):
                stage.oval(x + dx, y + dy, 3.5, 3, "#6a2a04")
            stage.oval(x - 15, y - 14, 7, 4, "#fff6e0", alpha=0.9)
    stage.poly([(-20, -20), (150, -20), (330, 380), (160, 380)], "#d8ffff", blur=26, alpha=0.2, add=True)
    stage.vignette(0.6)
    return stage


def _figures(text: str, left: float, top: float, wide: float, gap: float) -> list[tuple[Point, Point]]:
    """Return the lit bars of a row of seven-bar figures; a blank leaves room for the colon."""
    bars = []
    x = left
    for sign in text:
        for bar in SEGMENTS.get(sign, ""):
            (x0, y0), (x1, y1) = BARS[bar]
            bars.append(((x + x0 * wide, top + y0 * wide), (x + x1 * wide, top + y1 * wide)))
        x += (wide if sign in SEGMENTS else 0) + gap
    return bars


def clock() -> Stage:
    stage = Stage("clock", "#060a10", "#0c141c", "#101c24")
    for side in (-1, 1):
        for step in range(7):
            far = 0.82**step
            x, y = 240 + side * 300 * far, 268 - 110 * far
            stage.light(x, y, 90 * far, 46 * far, "#a8f0e0", 1.4)
            stage.line([(x - 34 * far, y), (x + 34 * far, y)], "#e8fffa", 9 * far)
    stage.poly([(226, 262), (254, 262), (330, 370), (150, 370)], ("#3a5a5a", "#16282a"))
    for step in range(7):
        far = 0.78**step
        for side in (-1, 1):
            stage.rect(
                (
                    240 + side * 150 * far - 20 * far,
                    262 + 70 * far - 30 * far,
                    240 + side * 150 * far + 20 * far,
                    262 + 84 * far,
                ),
                "#04070a",
                round_by=2,
            )
    stage.rect((26, 24, 454, 202), "#ff1a1a", blur=24, alpha=0.5, add=True)
    stage.rect((30, 28, 450, 198), ("#16080a", "#080304"), round_by=12)
    bars = _figures("19 59", 26, 58, 60, 36)

    def lit(pen: Pen) -> None:
        for start, end in bars:
            pen.line([start, end], 17)
        for y in (92, 144):
            pen.oval(242, y, 10, 10)

    stage.paint(lit, "#ff2020", blur=12, add=True)
    stage.paint(lit, ("#ff6a4a", "#ff2a1a"))
    for start, end in bars:
        stage.line([start, end], "#ffd8c0", 5, alpha=0.8)
    stage.oval(240, 330, 120, 30, "#ff2020", blur=16, alpha=0.4, add=True)
    dots(stage, 20, (0, 200, 480, 360), 0.5, 1.2, "#a8f0e0", 0.4)
    stage.vignette(0.5)
    return stage


PICTURES = (
    ("blue-caps", blue_caps),
    ("perfect-tray", perfect_tray),
    ("clock-1959", clock),
)
