"""The web deck: what is collected from far away."""

from __future__ import annotations

from scenarios.drawing.brush import Pen, Stage
from scenarios.drawing.curve import Point, flip
from scenarios.drawing.weather import bokeh, dots

STONE = ("#fffbe8", "#ffd98a", "#e89a45")
SHADE = ("#8a4a3a", "#5a2a40")


def _wing(stage: Stage, left: float, right: float, top: float, base: float, arches: int) -> None:
    """Build one storey of a palace with lit stone and dark arches."""
    stage.rect((left, top, right, base), STONE)
    stage.rect((left - 5, top - 7, right + 5, top), "#fff8dd")
    step = (right - left) / arches
    for i in range(arches):
        x = left + step * (i + 0.5)
        stage.rect((x - step * 0.25, top + 16, x + step * 0.25, base), SHADE, round_by=step * 0.25)
        stage.light(x, base, step * 0.5, 40, "#ff9a30", 1.5)


def palace() -> Stage:
    stage = Stage("palace", "#070b33", "#1d1a66", "#5b2f8a", "#d4577f", "#ffb36b", "#ffd08a")
    dots(stage, 60, (0, 0, 480, 110), 0.5, 1.3, "#cfd6ff", 0.8)
    stage.light(240, 215, 330, 150, "#ff9a5a", 1.6)
    _wing(stage, 30, 450, 172, 236, 14)
    _wing(stage, 60, 120, 140, 236, 2)
    _wing(stage, 360, 420, 140, 236, 2)
    _wing(stage, 170, 310, 128, 236, 5)
    stage.rect((192, 96, 288, 124), STONE)
    stage.blob(
        [(192, 98), (196, 66), (218, 44), (240, 36), (262, 44), (284, 66), (288, 98)], ("#fffdf0", "#e6a04c")
    )
    stage.line([(240, 36), (240, 12)], "#fff8dd", 4)
    stage.mirror(236, dim=0.62, ripple=3)
    for reach in (26, 58, 92):
        for arc in (1, -1):
            jet: list[Point] = [(240, 292), (240 + arc * reach * 0.55, 292 - 150 + reach * 0.7)]
            jet.append((240 + arc * reach, 296))
            stage.stroke(jet, "#cfefff", 7, blur=4, alpha=0.8, add=True)
            stage.stroke(jet, "#ffffff", 3, alpha=0.8)
    stage.line([(240, 292), (240, 132)], "#dff4ff", 14, blur=7, add=True)
    stage.line([(240, 292), (240, 140)], "#ffffff", 4)
    stage.oval(240, 300, 128, 17, ("#fff0c0", "#b06a3a"))
    stage.oval(240, 297, 118, 12, ("#7fd6ff", "#2a57a8"))
    stage.vignette(0.5)
    return stage


def wedding() -> Stage:
    stage = Stage("wedding", "#3a1d5c", "#a23a78", "#f0708a", "#ffb48a", "#ffe0a8", "#c96a6a")
    stage.light(240, 170, 300, 230, "#ffd9a0", 1.4)
    stage.oval(240, 168, 74, 74, "#fff3cc")
    stage.blob(
        [(-30, 380), (-30, 262), (120, 240), (260, 252), (400, 236), (520, 256), (520, 380)],
        ("#7a2f55", "#2c1030"),
    )
    veil: list[Point] = [
        (226, 66),
        (196, 130),
        (168, 220),
        (110, 330),
        (190, 352),
        (310, 352),
        (380, 330),
        (312, 220),
    ]
    stage.blob([*veil, (284, 130), (254, 66)], "#fff2f4", alpha=0.45)
    skirt: list[Point] = [
        (212, 196),
        (190, 250),
        (140, 316),
        (88, 356),
        (240, 372),
        (392, 356),
        (340, 316),
        (290, 250),
    ]
    stage.blob([*skirt, (268, 196)], ("#ffffff", "#fff5f8", "#e8b9cf"))
    for x in (-92, -56, -18, 24, 60, 98):
        stage.stroke(
            [(240 + x * 0.2, 206), (240 + x * 0.55, 270), (240 + x * 1.25, 356)], "#d9a0bd", 4, alpha=0.6
        )
    stage.blob(
        [(206, 128), (214, 198), (240, 206), (266, 198), (274, 128), (240, 150)], ("#ffffff", "#f4dbe6")
    )
    stage.blob(
        [(204, 132), (214, 108), (232, 100), (248, 100), (266, 108), (276, 132), (240, 152)],
        ("#e8a888", "#c98068"),
    )
    for side in (False, True):
        arm: list[Point] = [(208, 118), (192, 160), (204, 204)]
        stage.stroke(flip(arm, 240) if side else arm, "#c98068", 11)
    stage.rect((231, 84, 249, 108), "#c98068")
    stage.oval(240, 70, 23, 27, "#25101c")
    stage.oval(240, 46, 15, 13, "#25101c")
    dots(stage, 9, (220, 40, 260, 62), 2, 3.6, "#fff6fa")
    stage.vignette(0.5)
    return stage


def _car(stage: Stage) -> None:
    body: list[Point] = [
        (52, 288),
        (50, 262),
        (66, 246),
        (122, 236),
        (176, 206),
        (226, 194),
        (284, 198),
        (330, 228),
    ]
    body += [(398, 240), (430, 256), (436, 284), (420, 292), (240, 294), (70, 294)]
    stage.oval(244, 302, 210, 13, "#050208", blur=6)
    stage.blob(body, ("#ff6a4a", "#f0122a", "#a80020", "#5a0018"))
    stage.blob([(152, 228), (184, 209), (228, 200), (232, 230)], ("#ffcf9a", "#3a1a4a"))
    stage.blob([(240, 200), (280, 204), (312, 229), (242, 231)], ("#ffb58a", "#2a1238"))
    stage.stroke([(66, 254), (150, 244), (260, 246), (420, 254)], "#ffb0a0", 3, alpha=0.9)
    stage.rect((90, 272, 400, 276), "#6a0018")
    for x in (124, 358):
        stage.oval(x, 286, 36, 34, "#08040c")
        stage.oval(x, 286, 22, 21, ("#fff2dd", "#8a8090"))
        stage.oval(x, 286, 8, 8, "#201820")
    stage.light(434, 264, 70, 34, "#fff3b0", 1.5)
    stage.oval(424, 262, 13, 6, "#fffbe0")
    stage.rect((50, 260, 66, 268), "#ff2030", round_by=4)


def red_car() -> Stage:
    stage = Stage(
        "car", "#1b0f52", "#5a1d8a", "#d13a8a", "#ff7a5a", "#ffc86a", "#ffc86a", "#ffc86a", "#ffc86a"
    )
    stage.light(270, 190, 300, 200, "#ff9a5a", 1.5)
    stage.oval(270, 172, 88, 88, ("#fff7c0", "#ffc04a", "#ff5a5a"))
    stage.rect((0, 206, 480, 262), ("#b03a8a", "#4a1a78", "#26104f"))
    for i, wide in enumerate((86, 66, 92, 50, 74, 40)):
        y = 210 + i * 8
        stage.rect((270 - wide, y, 270 + wide, y + 4), "#ffb85a", round_by=2, alpha=0.9)
    stage.blob([(-20, 214), (40, 176), (96, 190), (140, 210)], "#2a0f4a")
    stage.rect((0, 250, 480, 360), ("#3a2350", "#1a1028", "#0c0714"))
    stage.rect((0, 250, 480, 254), "#ff9a7a", alpha=0.7)
    for x in (-20, 120, 260, 400):
        stage.poly([(x, 338), (x + 84, 338), (x + 76, 346), (x - 12, 346)], "#ffe9a0")
    _car(stage)
    stage.vignette(0.35)
    return stage


def cafe_rain() -> Stage:
    stage = Stage("cafe", "#0a1230", "#16264f", "#2a2a55", "#3a2338")
    colours = ("#ff9a3a", "#ffcf6a", "#ff4f6a", "#3ad0e0", "#7a7aff")
    bokeh(stage, 26, (10, 50, 470, 230), (16, 36), colours)
    dots(stage, 260, (0, 0, 480, 260), 0.8, 2.6, "#cfe4ff", 0.5)
    for _ in range(16):
        x, y = stage.dice.uniform(0, 480), stage.dice.uniform(-40, 120)
        path = [(x + stage.dice.uniform(-5, 5), y + step * 30) for step in range(stage.dice.randint(4, 7))]
        stage.stroke(path, "#dff0ff", 2.6, alpha=0.5)
        stage.oval(*path[-1], 4, 6, "#f4fbff", alpha=0.85)
    stage.rect((148, 0, 160, 280), "#120a12")
    stage.rect((0, 266, 480, 360), ("#7a4526", "#3a1c12", "#1a0c0a"))
    stage.rect((0, 264, 480, 270), "#e09a5a")
    stage.oval(326, 322, 112, 20, ("#fff6e6", "#b08a70"))
    stage.blob(
        [(252, 202), (258, 258), (284, 302), (326, 314), (368, 302), (394, 258), (400, 202)],
        ("#ffffff", "#e9d9cc", "#8a6a60"),
    )
    stage.stroke([(394, 222), (420, 218), (430, 242), (414, 264), (384, 268)], ("#fff6ea", "#b59a8a"), 13)
    stage.oval(326, 204, 74, 15, "#fffaf2")
    stage.oval(326, 206, 64, 10, "#4a2412")
    for x in (302, 330, 356):
        stage.stroke([(x, 190), (x - 16, 150), (x + 12, 108), (x - 8, 60)], "#fff4e8", 12, blur=7, alpha=0.75)
    stage.vignette(0.5)
    return stage


def _tower(stage: Stage, left: float, right: float, top: float, fill: tuple[str, str]) -> None:
    stage.rect((left, top, right, 300), fill)
    stage.rect((left - 2, top - 6, right + 2, top), "#dfe9ff")
    windows = [
        (x, y) for x in range(int(left) + 9, int(right) - 12, 18) for y in range(int(top) + 14, 270, 24)
    ]
    lit = [window for window in windows if stage.dice.random() < 0.5]

    def panes(pen: Pen) -> None:
        for x, y in lit:
            pen.rect(x, y, x + 10, y + 14)

    stage.paint(panes, "#ffb84a", blur=6, add=True, alpha=0.7)
    stage.paint(panes, "#ffd76a")


def snow_city() -> Stage:
    stage = Stage("snow", "#0b1538", "#22356e", "#5a6aa0", "#a9a6c6", "#d8cfe0")
    for left, right, top in ((-10, 60, 120), (150, 214, 90), (300, 360, 130)):
        stage.rect((left, top, right, 300), ("#3a4a80", "#7a80b0"))
    _tower(stage, 46, 130, 66, ("#0d1638", "#26305f"))
    _tower(stage, 206, 286, 24, ("#0a1230", "#222b58"))
    _tower(stage, 392, 490, 84, ("#0d1638", "#26305f"))
    stage.blob(
        [(-30, 380), (-30, 290), (100, 276), (250, 292), (400, 278), (510, 290), (510, 380)],
        ("#f2f4ff", "#b9c2e6", "#7a86bd"),
    )
    stage.poly([(336, 140), (344, 140), (430, 322), (250, 322)], "#ffdf90", blur=8, alpha=0.75, add=True)
    stage.oval(340, 320, 92, 20, "#fff0b8", blur=8, alpha=0.9)
    stage.line([(340, 326), (340, 130)], "#0a0e22", 9)
    stage.blob([(312, 138), (324, 120), (340, 114), (356, 120), (368, 138)], "#0a0e22")
    stage.light(340, 140, 80, 80, "#ffdf80", 2)
    stage.oval(340, 142, 20, 8, "#fffbe6")
    dots(stage, 170, (0, 0, 480, 360), 1, 3, "#ffffff", 0.85)
    dots(stage, 26, (0, 0, 480, 360), 4, 8, "#ffffff", 0.75)
    stage.vignette(0.4)
    return stage


PICTURES = (
    ("palace-fountain", palace),
    ("white-wedding", wedding),
    ("red-car", red_car),
    ("cafe-rain", cafe_rain),
    ("snow-city", snow_city),
)
