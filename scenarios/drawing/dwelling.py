"""The eight rooms of the Apple phone: grey, but for the light of the window."""

from __future__ import annotations

from scenarios.drawing.brush import Fill, Pen, Stage
from scenarios.drawing.curve import Point, place, spread
from scenarios.drawing.figure import bust

Box = tuple[float, float, float, float]

BLACK, DARK, DIM, MID, PALE, WHITE = "#0c0c0c", "#242424", "#404040", "#6a6a6a", "#9a9a9a", "#d4d4d4"


def _shell(seed: str, back: Box) -> Stage:
    """Build ceiling, walls and floor around the back wall."""
    stage = Stage(seed, "#303030")
    left, top, right, base = back
    stage.poly([(0, 0), (480, 0), (right, top), (left, top)], ("#3a3a3a", "#4c4c4c"))
    stage.poly([(0, 0), (left, top), (left, base), (0, 360)], ("#505050", "#303030"))
    stage.poly([(480, 0), (right, top), (right, base), (480, 360)], ("#484848", "#282828"))
    stage.poly([(0, 360), (left, base), (right, base), (480, 360)], ("#5c5c5c", "#2a2a2a"))
    stage.rect(back, ("#7a7a7a", "#5a5a5a"))
    for x in spread(left, right, 5)[1:-1]:
        stage.line([(x, base), (240 + (x - 240) * 2.2, 364)], "#3a3a3a", 1.5)
    return stage


def _window(stage: Stage, box: Box, light: Fill, glow: str, reach: float = 1.8) -> None:
    """Open a window; its light alone has colour, and it falls into the room."""
    left, top, right, base = box
    x, y, rx, ry = (left + right) / 2, (top + base) / 2, (right - left), (base - top)
    stage.light(x, y, rx * reach, ry * reach, glow, 1.3)
    stage.rect((left - 8, top - 8, right + 8, base + 8), DARK)
    stage.rect(box, light)
    stage.rect((x - 3, top, x + 3, base), DARK)
    stage.rect((left, y - 3, right, y + 3), DARK)
    stage.rect((left - 14, base + 6, right + 14, base + 16), MID)


def _beam(stage: Stage, points: list[Point], glow: str) -> None:
    """Let the window's light fall on floor or bed."""
    stage.poly(points, glow, blur=8, alpha=0.5, add=True)


def _mattress(stage: Stage, left: float, right: float, top: float, pillow: bool = True) -> None:
    stage.rect((left, top, right, top + 26), (WHITE, PALE, MID), round_by=8)
    stage.rect((left + (right - left) * 0.3, top - 6, right, top + 24), (PALE, DIM), round_by=9)
    if pillow:
        stage.rect((left + 4, top - 16, left + 54, top + 6), ("#f0f0f0", PALE), round_by=9)


def _bunk(stage: Stage, left: float, right: float, high: float, low: float, base: float) -> None:
    """Stand an iron bunk: two boards, four posts, a ladder."""
    for y in (high, low):
        _mattress(stage, left + 6, right - 6, y - 22)
        stage.rect((left, y, right, y + 12), (MID, DARK))
    stage.rect((left, low + 12, right, base - 6), BLACK, alpha=0.7)
    for x in (left, right - 10):
        stage.rect((x, high - 46, x + 10, base), (PALE, DIM))
    stage.line([(left, high - 34), (right, high - 34)], MID, 5)
    for y in spread(high, base - 20, 6):
        stage.line([(right - 44, y), (right - 10, y)], PALE, 4)
    stage.line([(right - 46, high - 20), (right - 46, base - 4)], PALE, 5)


def _fan(stage: Stage, x: float, y: float, size: float) -> None:
    stage.line([(x, y), (x, y + size * 2.1)], DARK, size * 0.16)
    stage.oval(x, y + size * 2.15, size * 0.7, size * 0.16, DARK)
    stage.oval(x, y, size, size, DARK)
    stage.oval(x, y, size * 0.9, size * 0.9, MID)
    for turn in (10, 130, 250):
        stage.blob(place([(0, 0), (-0.34, -0.4), (-0.1, -0.82), (0.3, -0.66)], x, y, size, turn), WHITE)
    for reach in (0.62, 0.9):
        ring = [place([(0, -size * reach)], x, y, 1, i * 20)[0] for i in range(19)]
        stage.line(ring, DARK, 1.6)
    stage.oval(x, y, size * 0.2, size * 0.2, BLACK)


def _drape(stage: Stage, left: float, right: float, base: float) -> None:
    """Hang a curtain from a line across the room."""
    stage.rect((left, 34, right, base), (PALE, MID, DIM))
    for x in range(int(left) + 6, int(right), 22):
        stage.rect((x, 34, x + 9, base), BLACK, blur=4, alpha=0.4)
        stage.oval(x + 11, 34, 5, 5, BLACK)


def yuting() -> Stage:
    stage = _shell("yuting", (90, 50, 400, 250))
    _window(stage, (126, 72, 214, 164), ("#ff7ab8", "#ffb070", "#ffe08a"), "#c0508a")
    stage.line([(0, 30), (480, 30)], BLACK, 3)
    _bunk(stage, 292, 486, 128, 242, 344)
    _drape(stage, 236, 304, 330)
    _mattress(stage, 10, 232, 262)
    stage.rect((0, 288, 238, 302), (MID, DARK))
    stage.rect((6, 302, 20, 350), DARK)
    stage.rect((214, 302, 228, 350), DARK)
    _beam(stage, [(90, 250), (226, 250), (246, 290), (70, 290)], "#e06a90")
    for x, turn in ((34, -4), (64, 3)):
        for y in (110, 156, 200):
            stage.poly(
                place([(-13, -17), (13, -17), (13, 17), (-13, 17)], x, y, 1, turn + y % 7 - 3), (WHITE, MID)
            )
    stage.vignette(0.5)
    return stage


def chunmei() -> Stage:
    stage = _shell("chunmei", (80, 44, 400, 246))
    _window(stage, (276, 66, 372, 166), ("#ffd060", "#ff9a3a", "#ff6a3a"), "#c0702a")
    stage.rect((120, 66, 190, 160), (WHITE, PALE))
    stage.rect((120, 66, 190, 84), DIM)
    for y in (100, 118, 136):
        for x in (136, 155, 174):
            stage.rect((x - 5, y - 4, x + 5, y + 6), MID)
    stage.rect((0, 226, 150, 240), (PALE, DIM))
    for x in (10, 132):
        stage.rect((x, 240, x + 10, 350), DARK)
    stage.rect((30, 168, 112, 226), ("#f0f0f0", PALE, DIM), round_by=16)
    stage.oval(71, 170, 40, 12, (WHITE, MID))
    stage.oval(71, 158, 9, 7, DARK)
    stage.rect((56, 196, 86, 214), DARK, round_by=5)
    for x in (60, 76):
        stage.stroke([(x, 150), (x - 8, 126), (x + 6, 100)], WHITE, 6, blur=5, alpha=0.6)
    _mattress(stage, 196, 470, 276)
    stage.rect((186, 302, 490, 320), (MID, DARK))
    stage.rect((196, 320, 210, 356), DARK)
    _beam(stage, [(250, 268), (400, 268), (440, 304), (240, 304)], "#d8843a")
    _fan(stage, 164, 226, 38)
    stage.vignette(0.5)
    return stage


def guoqiang() -> Stage:
    stage = _shell("guoqiang", (60, 40, 420, 236))
    box = (176, 54, 304, 170)
    stage.light(240, 112, 190, 170, "#c89a4a", 1.3)
    stage.rect((box[0] - 8, box[1] - 8, box[2] + 8, box[3] + 8), DARK)
    stage.rect(box, ("#fff4c0", "#ffd060"))
    cloth: list[Point] = [(188, 50), (290, 50), (294, 176), (266, 168), (240, 178), (212, 170), (184, 178)]
    stage.poly(cloth, (DIM, DARK))
    for x in (206, 232, 262):
        stage.line([(x, 54), (x + 2, 166)], BLACK, 3)
    _beam(stage, [(304, 60), (316, 170), (420, 300), (380, 300)], "#e8b050")
    stage.rect((20, 250, 460, 300), (WHITE, PALE, DIM), round_by=10)
    stage.rect((10, 296, 470, 318), (MID, DARK))
    for x in (24, 440):
        stage.rect((x, 316, x + 16, 358), DARK)
    stage.rect((28, 222, 124, 262), ("#f4f4f4", PALE), round_by=16)
    stage.oval(104, 218, 30, 27, ("#b0b0b0", MID))
    stage.blob([(74, 214), (80, 190), (106, 184), (122, 196), (98, 206)], BLACK)
    body: list[Point] = [
        (126, 262),
        (132, 222),
        (170, 196),
        (224, 206),
        (290, 222),
        (350, 208),
        (410, 230),
        (436, 264),
    ]
    stage.blob([*body, (280, 276)], (PALE, MID, DIM))
    stage.stroke([(160, 214), (132, 192), (92, 208)], WHITE, 17)
    stage.rect((60, 72, 140, 82), MID)
    stage.rect((70, 82, 128, 150), (DIM, DARK), round_by=8)
    stage.vignette(0.5)
    return stage


def jun() -> Stage:
    stage = _shell("jun", (100, 50, 390, 240))
    box = (176, 64, 318, 176)
    stage.light(247, 130, 260, 190, "#b03a9a", 1.3)
    stage.rect((box[0] - 8, box[1] - 8, box[2] + 8, box[3] + 8), DARK)
    stage.rect(box, ("#4a1a5a", "#c02a8a", "#ff5ab0"))
    for row, y in enumerate(range(64, 176, 16)):
        stage.line([(176, y), (318, y)], "#2a0c34", 2)
        for x in range(176 + row % 2 * 16, 318, 32):
            stage.line([(x, y), (x, y + 16)], "#2a0c34", 2)
    stage.rect((244, 64, 250, 176), DARK)
    stage.rect((26, 228, 360, 246), (WHITE, MID))
    for x in (36, 336):
        stage.rect((x, 246, x + 12, 356), (DIM, BLACK))
    stage.rect((60, 246, 180, 290), (MID, DARK))
    for x in (70, 108, 146):
        stage.poly(place([(-13, -24), (13, -24), (13, 24), (-13, 24)], x, 206, 1, -10), (DARK, BLACK))
        stage.poly(place([(-9, -18), (9, -18), (9, 14), (-9, 14)], x, 206, 1, -10), WHITE)
    stage.stroke([(210, 228), (196, 178), (236, 150)], DARK, 7)
    stage.poly([(222, 138), (252, 146), (256, 182), (208, 168)], (PALE, DIM))
    stage.poly([(212, 170), (254, 182), (300, 228), (196, 228)], WHITE, blur=6, alpha=0.5)
    for x in (300, 314, 328, 342):
        stage.line([(x, 226), (x, 190 + x % 9)], PALE, 4)
    stage.rect((296, 210, 348, 230), DIM)
    _mattress(stage, 366, 500, 288)
    stage.rect((356, 314, 490, 330), (MID, DARK))
    stage.oval(250, 300, 36, 10, MID)
    stage.rect((244, 300, 256, 352), DIM)
    _beam(stage, [(190, 226), (310, 226), (330, 244), (170, 244)], "#e04aa8")
    stage.vignette(0.45)
    return stage


def xiaoyan() -> Stage:
    stage = _shell("xiaoyan", (176, 60, 304, 216))
    _window(stage, (200, 76, 280, 170), ("#4a9aff", "#9ad0ff", "#ffe8c0"), "#3a7ad0")
    _beam(stage, [(204, 216), (276, 216), (330, 360), (150, 360)], "#4a8ad8")
    for left, right, high, low, base in ((108, 172, 132, 188, 240), (308, 372, 132, 188, 240)):
        _bunk(stage, left, right, high, low, base)
    _bunk(stage, -20, 100, 152, 262, 352)
    _bunk(stage, 380, 500, 152, 262, 352)
    stage.rect((-10, 20, 104, 152), (PALE, DIM))
    for row in range(3):
        for column in range(3):
            x, y = 14 + column * 36, 40 + row * 42
            turn = stage.dice.uniform(-7, 7)
            stage.poly(place([(-15, -18), (15, -18), (15, 18), (-15, 18)], x, y, 1, turn), "#f4f4f4")
            stage.poly(place([(-12, -15), (12, -15), (12, 9), (-12, 9)], x, y, 1, turn), (DARK, MID))
            stage.oval(x, y - 2, 5, 6, WHITE)
    stage.line([(-10, 18), (110, 18)], BLACK, 3)
    for x, low in ((392, 118), (420, 128), (450, 112)):
        stage.blob([(x - 13, 40), (x, 34), (x + 13, 40), (x + 11, low), (x - 11, low)], (WHITE, MID))
    stage.line([(376, 32), (480, 24)], BLACK, 3)
    stage.vignette(0.5)
    return stage


def haibo() -> Stage:
    stage = _shell("haibo", (60, 40, 330, 232))
    _window(stage, (90, 58, 178, 150), ("#2ae0c0", "#5affc8", "#d8ffb0"), "#1a9a80")
    stage.rect((176, 0, 494, 66), (DIM, DARK))
    for x in (184, 460):
        stage.rect((x, 0, x + 14, 356), (PALE, DIM))
    stage.rect((176, 56, 494, 72), (MID, DARK))
    stage.rect((192, 72, 466, 190), BLACK, alpha=0.45)
    _mattress(stage, 200, 460, 200)
    stage.rect((176, 226, 494, 242), (PALE, DARK))
    bust(stage, 326, 168, 56, "#161616")
    hair: list[Point] = [
        (296, 172),
        (288, 140),
        (274, 118),
        (298, 120),
        (298, 92),
        (320, 106),
        (338, 84),
        (346, 110),
    ]
    stage.poly([*hair, (372, 102), (362, 130), (378, 144), (356, 172), (346, 132), (310, 134)], BLACK)
    stage.rect((176, 242, 494, 350), BLACK, alpha=0.6)
    stage.oval(250, 306, 52, 40, (WHITE, MID))
    stage.oval(318, 306, 40, 31, (WHITE, MID))
    stage.rect((250, 275, 320, 337), (WHITE, MID))
    stage.oval(294, 306, 17, 16, BLACK)
    stage.rect((330, 297, 452, 314), (DIM, DARK))
    stage.rect((446, 290, 476, 321), PALE, round_by=5)
    for y in (302, 306, 310):
        stage.line([(236, y), (450, y)], "#f0f0f0", 1)
    stage.rect((226, 288, 236, 324), DARK)
    _beam(stage, [(80, 236), (170, 236), (150, 360), (0, 360)], "#2aba98")
    stage.rect((24, 268, 96, 330), (MID, DARK), round_by=6)
    for x, y in ((42, 284), (78, 284), (42, 314), (78, 314)):
        stage.oval(x, y, 13, 12, BLACK)
        stage.oval(x, y, 5, 5, PALE)
    stage.vignette(0.5)
    return stage


def jiayi() -> Stage:
    stage = _shell("jiayi", (70, 40, 410, 250))
    _window(stage, (96, 56, 250, 190), ("#4ab8ff", "#a0e0ff", "#fff0c0"), "#4a90c0", 1.4)
    for x in (76, 240):
        stage.rect((x, 44, x + 30, 222), ("#f0f0f0", PALE))
        for fold in (6, 18):
            stage.rect((x + fold, 44, x + fold + 5, 222), DIM, alpha=0.5)
    stage.rect((280, 60, 396, 98), ("#ffffff", PALE), round_by=8)
    for y in (84, 90):
        stage.line([(292, y), (384, y)], DIM, 2)
    for x in (300, 338, 376):
        stage.stroke([(x, 104), (x - 8, 122), (x + 4, 140)], WHITE, 4, blur=3, alpha=0.7)
    stage.rect((276, 204, 480, 220), (WHITE, MID))
    stage.rect((286, 220, 298, 340), DARK)
    stage.rect((310, 150, 390, 204), (DARK, BLACK), round_by=5)
    stage.rect((316, 156, 384, 196), (WHITE, PALE))
    stage.rect((404, 168, 436, 204), MID, round_by=4)
    for x in (410, 420, 430):
        stage.line([(x, 168), (x + 3, 142)], WHITE, 4)
    stage.rect((0, 262, 270, 320), ("#ffffff", WHITE, MID), round_by=22)
    stage.rect((0, 300, 280, 346), (PALE, DIM), round_by=10)
    stage.blob([(14, 262), (20, 232), (70, 226), (98, 246), (90, 270)], ("#ffffff", PALE))
    stage.oval(142, 250, 21, 20, (PALE, MID))
    for x in (126, 158):
        stage.oval(x, 232, 9, 9, MID)
    for x in (135, 149):
        stage.oval(x, 248, 2.5, 2.5, BLACK)
    _beam(stage, [(110, 262), (250, 262), (280, 308), (100, 308)], "#5aa8d8")
    stage.vignette(0.4)
    return stage


def ming() -> Stage:
    stage = _shell("ming", (120, 50, 360, 226))
    _window(stage, (140, 66, 222, 160), ("#ffe8a0", "#ffb85a", "#e86a4a"), "#b06a30")
    sheet = place([(-44, -34), (44, -34), (44, 34), (-44, 34)], 296, 112, 1, 3)
    stage.poly([(x + 4, y + 5) for x, y in sheet], BLACK, blur=5, alpha=0.6)
    stage.poly(sheet, "#fafafa")

    def child(pen: Pen) -> None:
        pen.oval(322, 94, 8, 8)
        pen.line([(272, 130), (272, 112), (288, 98), (304, 112), (304, 130), (272, 130)], 3)
        for x, tall in ((256, 20), (318, 14)):
            pen.oval(x, 132 - tall - 4, 5, 5)
            pen.line([(x, 132 - tall), (x, 132)], 3)
            pen.line([(x - 7, 132 - tall * 0.6), (x + 7, 132 - tall * 0.6)], 2.5)

    stage.paint(child, DARK)
    _bunk(stage, -16, 124, 128, 246, 352)
    _bunk(stage, 356, 496, 128, 246, 352)
    stage.rect((178, 234, 314, 246), (WHITE, MID))
    for x in (186, 296):
        stage.rect((x, 246, x + 10, 322), DARK)
    stage.rect((196, 214, 220, 234), WHITE, round_by=4)
    stage.rect((238, 224, 298, 234), PALE)
    stage.oval(246, 214, 18, 12, (MID, DARK))
    _beam(stage, [(150, 230), (240, 230), (280, 360), (130, 360)], "#c07a3a")
    stage.vignette(0.5)
    return stage


PICTURES = (
    ("room-yuting", yuting),
    ("room-chunmei", chunmei),
    ("room-guoqiang", guoqiang),
    ("room-jun", jun),
    ("room-xiaoyan", xiaoyan),
    ("room-haibo", haibo),
    ("room-jiayi", jiayi),
    ("room-ming", ming),
)
