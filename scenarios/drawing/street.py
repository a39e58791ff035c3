"""The street deck: what the town has to show."""

from __future__ import annotations

from scenarios.drawing.brush import Pen, Stage
from scenarios.drawing.curve import Point, bend, place, spread
from scenarios.drawing.figure import bust, hand, stand
from scenarios.drawing.weather import dots, smoke


def night_market() -> Stage:
    stage = Stage("market", "#0a0a2c", "#1c1450", "#4a1f5c", "#8a3a4a", "#3a1a2a")
    stage.light(240, 210, 200, 130, "#ffb050", 1.3)
    for side in (-1, 1):
        for step, far in enumerate((0.35, 0.6, 1.0)):
            x, low, high = 240 + side * 250 * far, 215 + 90 * far, 215 - 70 * far
            inner = 240 + side * 88 * far - side * 4
            stage.poly(
                [(inner, 215 + 30 * far), (x, 215 + 40 * far), (x, low + 80), (inner, low + 10)],
                ("#6a2a20", "#1c0a14"),
            )
            stage.poly(
                [
                    (inner - side * 10, 215 - 24 * far),
                    (x, high - 6),
                    (x, high + 44 * far),
                    (inner - side * 10, 215 - 2 * far),
                ],
                ("#ff5a3a", "#c01830", "#7a0c28"),
            )
            stage.light((inner + x) / 2, 215 + 10 * far, 70 * far, 50 * far, "#ffd060", 1.4)
            stage.line(
                [(inner - side * 10, 215 - 2 * far), (x, high + 44 * far)], "#ffd890", 1 + 3 * far * step / 2
            )
    stage.poly([(214, 234), (266, 234), (420, 360), (60, 360)], ("#ffcf70", "#c0583a", "#4a1c2c"))
    for sag, top in ((26, 118), (52, 66), (78, 8)):
        rope = bend(
            [
                (-20, top - 24),
                (120, top + sag * 0.6),
                (240, top + sag * 0.85),
                (360, top + sag * 0.6),
                (500, top - 24),
            ]
        )
        stage.line(rope, "#2a1430", 2)
        for x, y in rope[2::4]:
            reach = 16 + sag * 0.28
            stage.light(x, y + 8, reach * 1.7, reach * 1.7, "#ffa030", 2.2)
            stage.oval(x, y + 8, 3 + sag * 0.06, 4 + sag * 0.075, "#fff6cf")
    for x, y, tall in ((226, 268, 56), (262, 278, 70), (196, 300, 96), (300, 318, 118)):
        stand(stage, x, y, tall, "#1c0c20")
    bust(stage, 96, 330, 74, "#0c0614")
    bust(stage, 388, 322, 84, "#0c0614")
    stage.vignette(0.5)
    return stage


def phone_poster() -> Stage:
    stage = Stage("poster", "#120a2a", "#2a1250", "#1a0a30")
    stage.rect((96, 14, 384, 312), "#4ad0ff", blur=26, alpha=0.8, add=True)
    stage.rect((96, 14, 384, 312), ("#f6fbff", "#bfe6ff", "#7ab8ff"))
    stage.light(240, 150, 150, 150, "#ffffff", 1)
    phone = [(172, 46), (290, 30), (318, 262), (196, 280)]
    stage.poly([(x + 14, y + 14) for x, y in phone], "#4a6aa0", blur=12, alpha=0.7)
    stage.poly(phone, ("#2a2a3a", "#08080f"))
    stage.poly(
        [(184, 64), (284, 50), (306, 240), (206, 254)],
        ("#ff4fa0", "#ff8a4a", "#ffd84a", "#3ae0c0", "#3a6aff"),
    )
    stage.poly([(184, 64), (250, 55), (220, 252), (206, 254)], "#ffffff", alpha=0.25)
    stage.oval(258, 259, 9, 7, "#3a3a50")
    for y, wide in ((286, 92), (298, 60)):
        stage.rect((240 - wide, y, 240 + wide, y + 6), "#2a4a8a", round_by=3)
    stage.rect((0, 318, 480, 360), ("#2a5a9a", "#0c0a24"))
    stage.oval(240, 330, 210, 22, "#6ac8ff", blur=12, alpha=0.8, add=True)
    for x in (30, 450):
        stage.neon([(x, 20), (x, 300)], "#ff3aa0", 7)
    stand(stage, 108, 350, 176, "#07040f")
    stage.stroke([(99, 190), (92, 214), (94, 260)], "#6ac8ff", 2, alpha=0.7)
    stage.vignette(0.4)
    return stage


WHEEL_SPOKES = 9


def _wheel(stage: Stage, x: float, y: float, r: float) -> None:
    stage.oval(x, y, r, r, "#08060c")
    stage.oval(x, y, r * 0.74, r * 0.74, "#8a4a2c")
    for i in range(WHEEL_SPOKES):
        stage.line(place([(0, 0), (0, -r * 0.76)], x, y, 1, i * 360 / WHEEL_SPOKES), "#16101a", 3)
    stage.oval(x, y, r * 0.24, r * 0.24, "#c0b0a8")


def motorbike() -> Stage:
    stage = Stage("motorbike", "#ffb04a", "#f0802a", "#d0561c", "#a83a18")
    for x, y, wide in ((30, 40, 90), (330, 150, 120), (90, 190, 70), (250, 30, 60)):
        stage.rect((x, y, x + wide, y + 16), "#a8401a", round_by=6, alpha=0.35)
    stage.light(90, 30, 320, 260, "#ffe08a", 1.6)
    stage.rect((0, 284, 480, 360), ("#6a3420", "#24100c"))
    stage.oval(250, 316, 200, 16, "#140806", blur=6)
    _wheel(stage, 122, 258, 58)
    _wheel(stage, 372, 258, 58)
    ink = "#0c0a12"
    stage.line([(372, 258), (326, 122)], ink, 13)
    stage.line([(366, 250), (322, 124)], "#c8c0c8", 3)
    stage.blob(
        [(120, 262), (150, 222), (226, 200), (300, 208), (318, 250), (290, 284), (220, 290), (150, 276)],
        ("#2c2630", ink),
    )
    stage.oval(236, 250, 36, 32, ("#b8aeb0", "#3a343c"))
    stage.oval(236, 250, 20, 18, "#1a161c")
    stage.blob(
        [(196, 196), (212, 156), (262, 142), (312, 152), (322, 186), (270, 206)], ("#ff3a3a", "#8a0c1c")
    )
    stage.stroke([(222, 162), (258, 152), (300, 158)], "#ffc0a0", 4)
    stage.blob([(70, 176), (110, 164), (204, 180), (214, 200), (140, 206), (84, 194)], ("#3a2c34", ink))
    stage.line([(140, 284), (40, 268), (30, 262)], "#c8c0c8", 11)
    stage.stroke([(332, 116), (300, 104), (270, 112)], ink, 9)
    stage.stroke([(330, 118), (320, 84), (342, 70)], ink, 5)
    stage.oval(344, 66, 15, 10, ink)
    stage.blob([(318, 196), (338, 190), (428, 214), (432, 232), (380, 206)], ink)
    stage.oval(352, 136, 26, 28, ink)
    stage.light(366, 136, 130, 120, "#fff6c8", 1.6)
    stage.oval(362, 136, 17, 23, "#fffdf0")
    stage.line([(214, 288), (196, 320)], ink, 8)
    stage.vignette(0.5)
    return stage


def bridge_rain() -> Stage:
    stage = Stage("bridge", "#060818", "#101338", "#281a55", "#5a2a6a")
    for x, wide, top in ((20.0, 60, 96), (110, 50, 120), (330, 70, 84), (420, 60, 110)):
        stage.rect((x, top, x + wide, 200), "#0a0a22")
        for storey in range(top + 12, 190, 20):
            stage.rect((x + 10, storey, x + 22, storey + 8), "#ffb85a", alpha=0.8)
    arch: list[Point] = bend(
        [(-30, 236), (60, 168), (150, 128), (240, 114), (330, 128), (420, 168), (510, 236)]
    )
    under = [(x, y + 38) for x, y in reversed(arch)]
    stage.light(240, 150, 300, 120, "#8a2a80", 1.2)
    stage.poly([*arch, *under], ("#6a2a8a", "#2a1050"))
    stage.line([(x, y - 20) for x, y in arch], "#0a0618", 4)
    for x, y in arch[4::4]:
        stage.line([(x, y), (x, y - 20)], "#0a0618", 2.5)
    for x, y in arch[10:-8:10]:
        stage.line([(x, y), (x, y - 62)], "#0a0618", 4)
        stage.light(x, y - 64, 46, 46, "#ffe8a0", 1.6)
        stage.oval(x, y - 64, 8, 7, "#fff8d8")
    stage.neon([(x, y + 4) for x, y in arch], "#ff3aa8", 9)
    stage.neon([(x, y - 2) for x, y in under], "#2ae0e8", 6)
    stand(stage, 212, 120, 82, "#04020a")
    stand(stage, 246, 120, 76, "#04020a")
    stage.mirror(226, dim=0.42, ripple=6, tint="#060414")
    stage.rect((-10, 222, 490, 228), "#05050f")
    dots(stage, 60, (0, 210, 480, 360), 0.6, 1.5, "#bfe8ff", 0.6)
    stage.vignette(0.5)
    return stage


def _lamps_and_scissors(stage: Stage) -> None:
    for angle in range(0, 360, 24):
        (x, y) = place([(0, -160)], 240, 172, 1, angle)[0]
        stage.light(x, y * 0.97 + 5, 40, 40, "#ffd890", 1.8)
        stage.oval(x, y * 0.97 + 5, 9, 9, "#fffbe8")
    hand(stage, 410, 196, 70, -64, ("#7a3a34", "#2a0c1c"))
    for turn in (-96, -74):
        stage.poly(place([(-5, 0), (-3, -112), (4, -112), (5, 0)], 402, 186, 1, turn), ("#ffffff", "#8aa0b0"))
    for y in (168, 204):
        stage.oval(418, y, 16, 13, "#e8f0f4")
        stage.oval(418, y, 9, 7, "#5a1c34")


def hair_mirror() -> Stage:
    stage = Stage("mirror", "#5a1038", "#8a1c4a", "#3a0c30")
    stage.oval(240, 172, 176, 168, "#ffd08a", blur=20, alpha=0.5, add=True)
    stage.oval(240, 172, 164, 156, ("#f0c070", "#8a4a2a"))
    stage.oval(240, 172, 138, 131, ("#bfeee8", "#5ab8c0", "#2a6a80"))
    stage.poly([(150, 80), (200, 52), (140, 200), (116, 200)], "#ffffff", alpha=0.25)
    cut = [(134, 290), (170, 262), (214, 244), (222, 226), (258, 226), (266, 244), (310, 262), (346, 290)]

    def cape(pen: Pen) -> None:
        pen.poly([*cut, (300, 303), (180, 303)])

    stage.paint(cape, ("#ffffff", "#c0d8e8"))
    stage.rect((226, 206, 254, 248), "#c88a68")
    stage.oval(240, 184, 42, 50, ("#f0b890", "#d09070"))
    hair: list[Point] = [
        (196, 206),
        (180, 168),
        (166, 130),
        (184, 136),
        (176, 92),
        (202, 112),
        (206, 62),
        (230, 98),
    ]
    hair += [
        (248, 50),
        (262, 98),
        (290, 66),
        (286, 112),
        (316, 100),
        (298, 138),
        (312, 144),
        (296, 176),
        (284, 206),
    ]
    hair += [(282, 168), (262, 150), (236, 172), (214, 158), (200, 172)]
    stage.poly(hair, ("#ffb04a", "#f0682a", "#a82a18"))
    for x in (216.0, 240.0, 266.0):
        stage.stroke([(x, 140), (x - 3, 112), (x + 4, 84)], "#ffe09a", 3, alpha=0.8)
    for x in (224, 258):
        stage.oval(x, 188, 6, 4, "#2a1018")
    stage.stroke([(230, 214), (241, 218), (252, 213)], "#a83a4a", 4)
    stage.rect((0, 326, 480, 360), ("#e0a060", "#5a2418"))
    _lamps_and_scissors(stage)
    stage.vignette(0.45)
    return stage


def county_bus() -> Stage:
    stage = Stage("bus", "#070b26", "#141a4a", "#3a2a6a", "#b85a5a", "#ffb45a")
    dots(stage, 80, (0, 0, 480, 150), 0.5, 1.5, "#dfe6ff", 0.8)
    stage.rect((0, 230, 480, 360), ("#1a1230", "#0a0818"))
    stage.light(400, 220, 200, 130, "#ffb050", 1.4)
    for i, x in enumerate(spread(340, 470, 9)):
        stage.rect((x, 214 - (i * 37 % 30), x + 10, 232), "#3a1c3a")
    stage.blob([(-40, 260), (40, 178), (130, 196), (220, 168), (330, 214), (520, 226), (520, 262)], "#120c28")
    stage.poly([(-10, 300), (490, 268), (490, 360), (-10, 360)], ("#2a2238", "#0c0a16"))
    stage.line([(0, 344), (480, 330)], "#e8d080", 4, alpha=0.8)
    stage.poly([(388, 268), (500, 238), (500, 326), (388, 292)], "#ffe890", blur=8, alpha=0.6, add=True)
    stage.oval(220, 312, 190, 10, "#04030a", blur=5)
    stage.rect((44, 152, 398, 300), ("#3aa0a8", "#1c5a78", "#0c2440"), round_by=18)
    stage.rect((44, 250, 398, 262), "#ffffff", alpha=0.8)
    stage.rect((56, 170, 386, 232), "#ffc860", round_by=6, blur=10, alpha=0.9, add=True)
    for x in range(58, 340, 56):
        stage.rect((x, 172, x + 48, 232), ("#fff4bf", "#ffc850"), round_by=6)
    stage.rect((342, 172, 390, 246), ("#fff8d8", "#ffd470"), round_by=8)
    for x in (84, 196, 252, 306):
        bust(stage, x, 222, 26, "#2a1430")
        stage.rect((x - 28, 233, x + 28, 250), "#1c5a78")
    stage.rect((44, 244, 398, 256), "#ffffff", alpha=0.85)
    for x in (112, 330):
        stage.oval(x, 300, 30, 28, "#06050c")
        stage.oval(x, 300, 13, 12, "#8a90a0")
    stage.light(398, 276, 60, 40, "#fff6c0", 1.6)
    stage.oval(394, 276, 8, 10, "#fffbe8")
    stage.oval(47, 274, 5, 9, "#ff3030")
    smoke(stage, 30, 296, 16, 4, "#8a80a0", 0.35)
    stage.vignette(0.45)
    return stage


PICTURES = (
    ("night-market", night_market),
    ("phone-poster", phone_poster),
    ("motorbike", motorbike),
    ("bridge-rain", bridge_rain),
    ("hair-mirror", hair_mirror),
    ("county-bus", county_bus),
)
