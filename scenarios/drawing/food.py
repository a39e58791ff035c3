"""The food deck: one bowl, one cake, one fire, one screen."""

from __future__ import annotations

from scenarios.drawing.brush import Stage
from scenarios.drawing.curve import place, spread
from scenarios.drawing.figure import bust, hand
from scenarios.drawing.weather import dots, smoke


def five_spoons() -> Stage:
    stage = Stage("spoons", "#8a4a20", "#a8602a", "#7a3c18")
    for plank in range(0, 360, 45):
        stage.rect((0, plank, 480, plank + 3), "#4a220c")
    stage.light(180, 90, 300, 240, "#ffd08a", 1.3)
    stage.oval(254, 196, 156, 152, "#2a1006", blur=14, alpha=0.9)
    stage.oval(240, 180, 150, 146, ("#ffffff", "#c8d4e8"))
    stage.oval(240, 180, 138, 134, ("#2a6ad8", "#1a4aa8"))
    stage.oval(240, 180, 130, 126, ("#e8eef8", "#ffffff"))
    stage.oval(240, 180, 116, 112, ("#ff4a1a", "#e0240c", "#b8140c"))
    for _ in range(16):
        x, y = place([(0, -stage.dice.uniform(10, 92))], 240, 180, 1, stage.dice.uniform(0, 360))[0]
        stage.oval(x, y, stage.dice.uniform(6, 14), stage.dice.uniform(5, 10), "#ffb03a", alpha=0.8)
    for x, y in ((206, 150), (270, 140), (230, 216), (284, 200), (196, 196)):
        stage.oval(x, y, 21, 19, ("#fffbe8", "#f0d8a8"))
    for turn in (20, 95, 160, 230, 300):
        x, y = place([(0, -56)], 240, 180, 1, turn * 1.3)[0]
        stage.blob(place([(0, 0), (-0.4, -0.5), (0, -1.1), (0.4, -0.5)], x, y, 26, turn), "#3ae04a")
    for i in range(5):
        turn = 14 + i * 72
        handle = place([(0, -92), (0, -252)], 240, 180, 1, turn)
        bowl = place([(-19, -56), (0, -34), (19, -56), (17, -88), (0, -104), (-17, -88)], 240, 180, 1, turn)
        stage.line([(x + 8, y + 10) for x, y in handle], "#2a0c06", 14, blur=4, alpha=0.7)
        stage.line(handle, ("#ffffff", "#a8b8c8"), 13)
        stage.blob(bowl, ("#ffffff", "#8a9ab0"))
        stage.blob(
            place([(-11, -58), (0, -44), (11, -58), (9, -82), (0, -92), (-9, -82)], 240, 180, 1, turn),
            "#e84a1a",
        )
    smoke(stage, 240, 180, 34, 5, "#ffffff", 0.12)
    stage.vignette(0.5)
    return stage


def _friend(stage: Stage, x: float, y: float, size: float) -> None:
    """Show a face that the candles light, turned towards the middle."""
    turn = 1 if x < 240 else -1
    bust(stage, x, y, size, "#20101c")
    face = ("#c86a3a", "#ffa85a", "#e07838")
    stage.oval(x + turn * size * 0.06, y - size * 0.42, size * 0.31, size * 0.43, face)
    hair = [(-0.38, -0.5), (-0.3, -0.95), (0.3, -0.95), (0.38, -0.5), (0, -0.72)]
    stage.blob(place(hair, x, y, size), "#140a14")
    for side in (-0.1, 0.16):
        eye = x + size * (turn * 0.04 + side)
        stage.oval(eye, y - size * 0.44, size * 0.04, size * 0.05, "#2a0c0c")
    smile = [(-0.1, -0.2), (0.04, -0.13), (0.18, -0.2)]
    stage.stroke(place(smile, x, y, size), "#8a2020", 4)


def _candle(stage: Stage, x: float, y: float) -> None:
    stage.line([(x, y), (x, y - 42)], "#4ad8f0", 8)
    stage.light(x, y - 58, 52, 56, "#ffc04a", 1.5)
    flame = [(-8, -50), (-6, -62), (1, -80), (7, -62), (8, -50), (0, -44)]
    stage.blob(place(flame, x, y, 1), ("#fff4b0", "#ffa81a"))


def bunk_cake() -> Stage:
    stage = Stage("cake", "#100a1c", "#1c1028", "#0c0814")
    for x in (22.0, 446.0):
        stage.rect((x, 0, x + 14, 360), ("#3a4a5a", "#1a2028"))
    stage.light(240, 150, 290, 230, "#ff8a2a", 1.2)
    for x, y, size in ((84, 196, 86), (396, 200, 88), (180, 150, 74), (304, 148, 76)):
        _friend(stage, x, y, size)
    stage.rect((0, 306, 480, 360), ("#7a4a8a", "#2a1838"))
    stage.rect((0, 302, 480, 312), "#c89ae0")
    stage.oval(240, 316, 126, 17, ("#ffffff", "#a89ab8"))
    stage.rect((142, 226, 338, 312), ("#ff9ac0", "#f0609a", "#b8306a"), round_by=14)
    stage.oval(240, 230, 98, 22, ("#fff4f8", "#ffc8dc"))
    for x in spread(152, 328, 8):
        drop = stage.dice.uniform(16, 34)
        stage.line([(x, 234), (x, 234 + drop)], "#fff0f6", 20)
    for x in spread(156, 324, 7):
        stage.oval(x, 302, 11, 9, "#fff4f8")
    for x, y in ((176, 228), (208, 234), (240, 224), (272, 234), (304, 228)):
        _candle(stage, x, y)
    stage.vignette(0.55)
    return stage


def barbecue() -> Stage:
    stage = Stage("barbecue", "#080a1c", "#141432", "#2a1a30")
    stage.light(240, 250, 330, 240, "#ff7a2a", 1.3)
    for lamp in range(10, 480, 66):
        stage.light(lamp, 26 + lamp % 40, 40, 40, "#ffd070", 1.6)
        stage.oval(lamp, 26 + lamp % 40, 7, 8, "#fff6cf")
    for x, y, size in (
        (120.0, 240.0, 40),
        (200, 200, 54),
        (290, 180, 62),
        (390, 210, 50),
        (250, 110, 64),
        (340, 90, 56),
        (160, 110, 50),
    ):
        stage.oval(x, y, size * 1.3, size, "#ffb890", blur=size * 0.4, alpha=0.4)
    bust(stage, 150, 160, 92, "#0c0610")
    stage.blob([(100, 92), (96, 76), (128, 60), (176, 60), (208, 78), (204, 94)], "#0c0610")
    stage.stroke([(222, 230), (280, 246), (322, 200)], "#0c0610", 30)
    stage.blob(
        place([(0, 0), (-0.7, -0.7), (-0.4, -1.3), (0.4, -1.3), (0.7, -0.7)], 322, 204, 74, 24),
        ("#e8a04a", "#8a4a1a"),
    )
    smoke(stage, 300, 250, 40, 7, "#ffd0b0", 0.28)
    stage.rect((36, 276, 444, 346), ("#4a4048", "#16121a"), round_by=6)
    stage.rect((36, 268, 444, 288), "#ff3a0a", round_by=6, blur=12, add=True)
    stage.rect((44, 270, 436, 288), ("#ffb03a", "#ff3a0a"), round_by=6)
    for x in range(52, 436, 17):
        stage.oval(
            x + stage.dice.uniform(-3, 3),
            281,
            9,
            6,
            stage.dice.choice(("#8a1404", "#ffe07a", "#ff6a1a", "#3a0a08")),
        )
    for x in spread(72, 412, 8):
        stage.line([(x - 14, 322), (x + 10, 240)], "#e8c890", 4)
        for step, colour in enumerate(("#c8501a", "#8a2a10", "#d86a20")):
            stage.oval(x + 9 - step * 5, 244 + step * 15, 13, 9, colour)
            stage.oval(x + 6 - step * 5, 241 + step * 15, 5, 2.5, "#ffc890")
    dots(stage, 46, (40, 90, 440, 270), 0.9, 2.4, "#ffb83a", 0.95)
    stage.vignette(0.45)
    return stage


def four_hands() -> Stage:
    stage = Stage("hands", "#06060f", "#0c0a1c", "#06060f")
    stage.light(240, 180, 300, 240, "#3a8aff", 1.3)
    skins = ("#8a5a5a", "#7a4a48", "#96645a", "#6a4444")
    for (x, y, turn), skin in zip(
        ((146, 220, 70), (334, 220, -70), (150, 120, 112), (330, 122, -112)), skins, strict=True
    ):
        hand(stage, x, y, 84, turn, "#7ae0ff")
        hand(stage, x + (4 if x > 240 else -4), y + 4, 84, turn, (skin, "#2a1a2c"))
    stage.rect((156, 20, 324, 340), "#8ae8ff", blur=26, alpha=0.7, add=True)
    stage.rect((162, 24, 318, 336), ("#2a2a38", "#0c0c14"), round_by=20)
    stage.rect((172, 48, 308, 306), ("#ffffff", "#c8f4ff", "#7ac8ff"), round_by=4)
    for i, colour in enumerate(("#ff4a8a", "#ffb81a", "#3ad86a", "#5a6aff")):
        x, y = 182 + i % 2 * 62, 62 + i // 2 * 74
        stage.rect((x, y, x + 54, y + 62), colour, round_by=6)
    for y, wide in ((222, 110), (246, 80), (270, 98)):
        stage.rect((184, y, 184 + wide, y + 12), "#2a5ab0", round_by=6)
    for (x, y, turn), skin in zip(
        ((196, 250, 74), (286, 252, -74), (194, 116, 106), (288, 118, -106)), skins, strict=True
    ):
        hand(stage, x, y, 62, turn, ("#ffc8a0", skin, "#3a2030"), point=True)
    stage.vignette(0.5)
    return stage


PICTURES = (
    ("five-spoons", five_spoons),
    ("bunk-cake", bunk_cake),
    ("barbecue-smoke", barbecue),
    ("four-hands", four_hands),
)
