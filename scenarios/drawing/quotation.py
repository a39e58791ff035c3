"""The quotation deck: short sentences of our own on wistful grounds."""

from __future__ import annotations

from scenarios.drawing.brush import Pen, Stage
from scenarios.drawing.curve import spread
from scenarios.drawing.figure import sit
from scenarios.drawing.weather import dots

Line = tuple[float, float, str, float]


def _letter(stage: Stage, lines: tuple[Line, ...], ink: str, shadow: str) -> None:
    """Set the lines (left, top, words, size) in bold, on a soft shadow that keeps them readable."""

    def words(pen: Pen) -> None:
        for x, y, text, size in lines:
            pen.text(x, y, text, size, stroke=size / 30)

    stage.paint(words, shadow, blur=7, alpha=0.9)
    stage.paint(words, ink)


def leaving() -> Stage:
    stage = Stage("leaving", "#081430", "#123a6a", "#3a7aa8", "#ffc09a", "#ffd8a8")
    stage.light(240, 262, 260, 110, "#ffb07a", 1.4)
    stage.oval(240, 258, 36, 34, "#fff3d0")
    stage.blob([(-40, 280), (40, 222), (110, 246), (190, 256), (240, 262), (240, 290)], "#1a3a5c")
    stage.blob([(520, 280), (430, 214), (350, 244), (280, 256), (240, 262), (240, 290)], "#1a3a5c")
    stage.rect((0, 262, 480, 360), ("#24466a", "#0a1626"))
    stage.poly([(232, 262), (248, 262), (390, 360), (90, 360)], ("#3a5a78", "#101c2c"))
    for y in (270, 280, 294, 312, 336):
        wide = (y - 255) * 1.3
        stage.line([(240 - wide, y), (240 + wide, y)], "#0a121e", 1 + (y - 262) / 11)
    for side in (-1, 1):
        stage.poly(
            [(240 + side * 3, 262), (240 + side * 5, 262), (240 + side * 106, 360), (240 + side * 90, 360)],
            ("#ffe0b0", "#a8c8e0"),
        )
    for x, top in ((56, 150), (20, 90), (424, 150), (460, 90)):
        stage.line([(x, 330), (x, top + 84)], "#0a1626", 4)
    _letter(
        stage,
        ((34, 14, "I left so quietly", 53), (34, 78, "the road", 53), (34, 142, "did not wake.", 53)),
        "#ffffff",
        "#04101f",
    )
    stage.vignette(0.4)
    return stage


def looked_down() -> Stage:
    stage = Stage("looked", "#04061c", "#0a1244", "#1a2470", "#4a3a8a")
    stage.poly([(240, -60), (520, -60), (300, 330), (20, 330)], "#7a8aff", blur=44, alpha=0.4, add=True)
    dots(stage, 230, (0, 0, 480, 280), 0.6, 1.9, "#ffffff", 0.9)
    for _ in range(10):
        x, y = stage.dice.uniform(10, 470), stage.dice.uniform(6, 270)
        stage.light(x, y, 16, 16, "#cfe0ff", 1.2)
        stage.oval(x, y, 2.6, 2.6, "#ffffff")
    for x, top, wide in ((-20, 300, 120), (84, 282, 96), (170, 306, 100), (262, 288, 90), (346, 300, 150)):
        stage.rect((x, top, x + wide, 370), "#04040f")
        stage.poly([(x - 10, top + 2), (x + wide / 2, top - 34), (x + wide + 10, top + 2)], "#04040f")
    for x, y in ((30, 326), (112, 312), (300, 316)):
        stage.light(x + 9, y + 10, 34, 34, "#ffb040", 1.4)
        stage.rect((x, y, x + 18, y + 20), "#ffcf60")
    lines = ((36, 24, "Look down on me.", 52), (36, 130, "I am", 66), (36, 196, "looking up.", 66))
    _letter(stage, lines, "#ffffff", "#02041a")
    stage.vignette(0.3)
    return stage


def friends() -> Stage:
    stage = Stage("friends", "#fff0b0", "#ffc86a", "#ff944a", "#e8503a")
    stage.oval(384, 128, 80, 76, "#fffbe0")
    stage.light(384, 128, 220, 190, "#fff0a0", 1.3)
    stage.rect((0, 300, 480, 360), ("#3a1424", "#1a0a18"))
    stage.rect((0, 296, 480, 306), "#5a2030")
    for x, tall in zip(spread(62, 418, 5), (98, 110, 92, 114, 102), strict=True):
        sit(stage, x, 300, tall, "#2a0c20")
        stage.line([(x - 16, 248), (x + 66, 246)], "#2a0c20", 13) if x < 400 else None
    _letter(
        stage,
        ((26, 0, "Same shift.", 58), (26, 60, "Same rain.", 58), (26, 120, "Still us.", 58)),
        "#2a0c20",
        "#ffe8b0",
    )
    return stage


def late_love() -> Stage:
    stage = Stage("late", "#140a3a", "#2a1460", "#4a2078", "#7a3a8a")
    dots(stage, 70, (0, 0, 480, 300), 0.6, 1.4, "#e8dcff", 0.7)
    stage.poly([(280, 360), (280, 60), (392, 14), (500, 60), (500, 360)], ("#1a0c38", "#08041a"))
    stage.light(384, 190, 230, 210, "#ff9a30", 1.5)
    stage.rect((326, 108, 442, 268), ("#fff2b8", "#ffc04a", "#ff9030"))
    stage.poly([(326, 108), (362, 108), (340, 268), (326, 268)], "#e86a3a", alpha=0.9)
    stage.poly([(442, 108), (406, 108), (428, 268), (442, 268)], "#e86a3a", alpha=0.9)
    for box in ((380, 108, 388, 268), (326, 178, 442, 186), (318, 266, 450, 278)):
        stage.rect(box, "#1a0a28")
    stage.blob([(396, 266), (398, 246), (404, 240), (412, 246), (414, 266)], "#3a1430")
    for turn, y in ((-12, 226), (0, 218), (12, 226)):
        stage.oval(405 + turn, y, 8, 9, "#ff4a7a")
    lines = ((24, 24, "You are late.", 60), (24, 186, "I kept", 60), (24, 250, "the light on.", 48))
    _letter(stage, lines, "#fff4e0", "#10052a")
    stage.vignette(0.35)
    return stage


PICTURES = (
    ("quote-leaving", leaving),
    ("quote-looked-down", looked_down),
    ("quote-friends", friends),
    ("quote-late-love", late_love),
)
