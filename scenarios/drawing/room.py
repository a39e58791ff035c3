"""The room deck: what is behind the page."""

from __future__ import annotations

from scenarios.drawing.brush import Pen, Stage
from scenarios.drawing.curve import Point, close, place, spread
from scenarios.drawing.weather import dots, smoke


def thermos_row() -> Stage:
    stage = Stage("thermos", "#4a3a8a", "#d06a9a", "#ffb080", "#ffe8b0")
    stage.oval(340, 250, 60, 58, "#fffbe0")
    stage.light(340, 250, 260, 220, "#ffe0a0", 1.3)
    for x, top in ((30.0, 190.0), (120, 210), (220, 200), (410, 206)):
        stage.rect((x, top, x + 50, 290), "#a8608a", alpha=0.6)
    for x in (0, 232):
        stage.rect((x, 0, x + 14, 300), "#2a1430")
    stage.rect((0, 284, 480, 360), ("#8a4a4a", "#3a1a30", "#1a0c1c"))
    stage.rect((0, 282, 480, 288), "#ffd0a0")
    colours = ("#e8243a", "#1a9a6a", "#2a5ae0", "#ff8a1a", "#e8247a", "#12a0b0", "#c01a2a")
    for x, colour in zip(spread(48, 432, 7), colours, strict=True):
        tall = stage.dice.uniform(128, 156)
        top = 316 - tall
        stage.oval(x + 8, 322, 34, 8, "#14080f", blur=4)
        stage.rect((x - 22, top, x + 22, 318), colour, round_by=9)
        stage.rect((x + 8, top + 6, x + 17, 310), "#ffffff", round_by=4, alpha=0.45)
        stage.rect((x - 22, top + 4, x - 10, 318), "#14082a", round_by=6, alpha=0.4)
        stage.rect((x - 22, 300, x + 22, 318), "#d8d0d8", round_by=5)
        stage.rect((x - 14, top - 16, x + 14, top + 6), "#e8e0e8", round_by=5)
        stage.rect((x - 10, top - 28, x + 10, top - 12), "#c89a60", round_by=5)
        stage.stroke(
            [(x + 20, top + 30), (x + 33, top + 44), (x + 33, top + 90), (x + 20, top + 104)], "#2a1424", 5
        )
    for x in (112, 304):
        smoke(stage, x, 140, 15, 6, "#ffffff", 0.3)
    stage.vignette(0.4)
    return stage


def curtain() -> Stage:
    stage = Stage("curtain", "#140a10", "#1c0e14")
    stage.rect((40, -10, 440, 320), ("#ff9a5a", "#ffb870", "#e8704a"))
    stage.light(280, 130, 300, 240, "#fff0b0", 1.2)

    for row in range(5):
        for column in range(6):
            x, y = 70 + column * 68 + row % 2 * 34, 26 + row * 66
            for i in range(5):
                px, py = place([(0, -14)], x, y, 1, i * 72 + row * 20)[0]
                stage.oval(px, py, 11, 11, "#d81a5a", alpha=0.75)
            stage.oval(x, y, 7, 7, "#ffe86a")
            stage.blob(
                place([(0, 0), (-0.3, -0.5), (0, -1), (0.3, -0.5)], x + 18, y + 28, 22, 130),
                "#1a8a5a",
                alpha=0.7,
            )

    def shadow(pen: Pen) -> None:
        pen.oval(318, 120, 38, 48)
        pen.poly(close([(236, 330), (250, 220), (292, 176), (344, 176), (386, 220), (400, 330)]))

    stage.paint(shadow, "#5a1a2c", blur=6, alpha=0.72)
    for x in range(56, 440, 32):
        stage.rect((x, -10, x + 12, 320), "#7a1c2a", blur=5, alpha=0.42)
    stage.rect((428, -10, 436, 316), "#fff8d8", blur=3, alpha=0.9)
    stage.rect((0, 0, 40, 360), ("#0c060a", "#1c1014"))
    stage.rect((440, 0, 480, 360), "#0a0508")
    stage.rect((30, 0, 46, 360), ("#4a5a5a", "#2a2a30"))
    stage.blob(
        [(-20, 380), (-20, 322), (80, 306), (200, 316), (330, 302), (500, 318), (500, 380)],
        ("#a8445a", "#3a1424"),
    )
    stage.blob([(60, 380), (92, 330), (136, 316), (186, 332), (214, 380)], "#12080c")
    stage.blob([(196, 380), (220, 336), (262, 322), (300, 338), (322, 380)], "#12080c")
    stage.vignette(0.5)
    return stage


CABLES = (
    (66, "#ff3a4a"), (136, "#ffb81a"), (206, "#3ae06a"), (276, "#1ac8f0"), (346, "#8a5aff"), (416, "#ff4ab0"),
)  # fmt: skip


def one_socket() -> Stage:
    stage = Stage("socket", "#5a6a68", "#48565a", "#2a3238")
    stage.light(240, 110, 240, 170, "#b8c8b8", 1.3)
    stage.rect((0, 286, 480, 360), ("#3a3434", "#14100f"))
    stage.rect((164, 22, 316, 152), "#20262a", round_by=16, blur=8, alpha=0.7)
    stage.rect((160, 16, 312, 146), ("#ffffff", "#c8ccc8"), round_by=14)
    for points in ([(214, 56), (204, 78)], [(258, 56), (268, 78)], [(236, 92), (236, 112)]):
        stage.line(points, "#14181c", 10)
    stage.line([(240, 146), (240, 178)], "#f0f0ea", 14)
    stage.rect((26, 172, 454, 226), "#14181c", round_by=12, blur=8, alpha=0.6)
    stage.rect((26, 166, 454, 220), ("#fffef6", "#b8b4a8"), round_by=12)
    for x, colour in CABLES:
        end = x + stage.dice.uniform(-90, 90)
        sway = stage.dice.uniform(-60, 60)
        path: list[Point] = [(x, 226), (x, 256), (x + sway, 292), (end - sway * 0.6, 322), (end, 370)]
        stage.stroke([(px + 3, py + 6) for px, py in path], "#0a0808", 12, alpha=0.6)
        stage.stroke(path, colour, 11)
    for x, colour in CABLES:
        stage.rect((x - 22, 176, x + 22, 238), colour, round_by=8)
        stage.rect((x - 22, 176, x - 10, 238), "#ffffff", round_by=6, alpha=0.35)
    stage.light(206, 206, 46, 46, "#6aff8a", 1.1)
    stage.oval(206, 206, 7, 7, "#f0fff0")
    stage.vignette(0.55)
    return stage


def _shoe(stage: Stage, x: float, y: float, size: float, colours: tuple[str, str], sole: str) -> None:
    stage.blob(
        place(
            [(-1, 0.3), (-1, -0.34), (-0.7, -0.5), (-0.34, -0.3), (0.2, -0.1), (0.9, 0.02), (1.05, 0.3)],
            x,
            y,
            size,
        ),
        colours,
    )
    stage.blob(place([(-0.94, -0.36), (-0.7, -0.48), (-0.38, -0.3), (-0.6, -0.2)], x, y, size), "#050507")
    stage.rect((x - size, y + size * 0.2, x + size * 1.05, y + size * 0.38), sole, round_by=4)


def shoes() -> Stage:
    stage = Stage("shoes", "#0c0e16", "#10121c", "#181a26")
    stage.rect((0, 0, 480, 96), ("#3a4a6a", "#2a3450"))
    for x in range(-40, 520, 44):
        stage.rect((x, 0, x + 20, 92), "#6a7aa0", alpha=0.5)
    stage.blob([(60, -20), (60, 96), (150, 124), (230, 100), (240, -20)], ("#8a9ac8", "#4a5a8a"))
    stage.rect((0, 88, 480, 108), ("#8a98a8", "#3a4450"))
    for x in (10, 452):
        stage.rect((x, 0, x + 18, 330), ("#9aa8b8", "#2a3038"))
    stage.rect((0, 250, 480, 360), ("#20222e", "#2a2c3a"))
    stage.poly(
        [(250, 360), (480, 360), (480, 236), (300, 108), (256, 108)],
        ("#ffe0a0", "#fff2c8"),
        blur=14,
        alpha=0.4,
        add=True,
    )
    stage.oval(350, 318, 130, 34, "#ffe8b0", blur=12, alpha=0.75)
    for x, y, size, colours, sole in (
        (80, 262, 44, ("#6a82b8", "#24345a"), "#8a98b0"), (172, 252, 40, ("#7a9a72", "#2a3c2a"), "#98a890"),
        (92, 322, 48, ("#9a90a8", "#38343f"), "#d0ccd8"), (204, 314, 46, ("#6a9ac0", "#243c54"), "#b8c8d8"),
    ):  # fmt: skip
        _shoe(stage, x, y, size, colours, sole)
    heel: list[Point] = [
        (-1, 0.5),
        (-0.92, -0.5),
        (-0.66, -0.66),
        (-0.4, -0.3),
        (0.1, 0.16),
        (0.66, 0.3),
        (1.06, 0.56),
        (0.3, 0.58),
        (-0.34, 0.2),
        (-0.74, -0.06),
    ]
    for x, y in ((334, 262), (376, 306)):
        stage.oval(x + 6, y + 38, 66, 7, "#5a3a20", blur=4, alpha=0.8)
        stage.poly(place([(-1, -0.2), (-0.74, -0.16), (-0.84, 0.62), (-0.94, 0.62)], x, y, 62), "#a00018")
        stage.blob(place(heel, x, y, 62), ("#ff4a5a", "#f0101e", "#a80014"))
        stage.stroke(place([(-0.78, -0.44), (-0.4, -0.08), (0.1, 0.28)], x, y, 62), "#ffd0c8", 4)
    stage.vignette(0.5)
    return stage


def one_ring() -> Stage:
    stage = Stage("ring", "#8a9a88", "#74847a", "#4a5a58")
    stage.light(120, 60, 360, 300, "#e0e8c0", 1.2)
    sheet: list[Point] = [(98, 36), (392, 28), (398, 330), (92, 336)]
    stage.poly([(x + 10, y + 12) for x, y in sheet], "#1a2422", blur=10, alpha=0.7)
    stage.poly(sheet, ("#fffdf4", "#f0e8d4"))
    stage.poly([(98, 36), (392, 28), (393, 86), (97, 92)], ("#e8303a", "#a8142a"))
    stage.oval(244, 30, 8, 8, "#2a2a2a")
    stage.rect((150, 50, 340, 70), "#ffe8c0", round_by=8)
    stage.blob([(372, 340), (398, 330), (396, 298), (382, 316)], ("#d8ccb0", "#a89a80"))
    ring: Point = (0, 0)
    for row in range(5):
        for column in range(6):
            x, y = 122.0 + column * 48, 118.0 + row * 46
            if (row, column) == (3, 4):
                ring = (x, y)
                continue
            stage.rect((x - 17, y - 15, x + 17, y + 15), "#ded4bc", round_by=3)
            for turn in (45, -45) if (row, column) < (3, 4) else ():
                stage.line(
                    place([(-15, 0), (15, 0)], x, y, 1, turn + stage.dice.uniform(-8, 8)), "#2a4a9a", 4
                )
    x, y = ring
    stage.oval(x, y, 26, 24, "#fff6a0", blur=6)
    stage.paint(lambda pen: pen.text(x - 14, y - 14, "27", 24, stroke=0.8), "#1a1a24")
    loop = [place([(0, -42 - i * 0.5)], x, y, 1, i * 24)[0] for i in range(18)]
    stage.stroke([(px + 3, py + 4) for px, py in loop], "#8a7a6a", 9, alpha=0.5)
    stage.stroke(loop, "#f01428", 10)
    stage.vignette(0.5)
    return stage


def old_phone() -> Stage:
    stage = Stage("old phone", "#24283c")
    for i in range(0, 500, 60):
        stage.rect((i, 0, i + 30, 360), "#5a6a98", alpha=0.45)
        stage.rect((0, i, 480, i + 30), "#8a4a6a", alpha=0.4)
    stage.light(240, 180, 270, 220, "#2ad0d0", 1.5)

    def at(points: list[Point]) -> list[Point]:
        return place(points, 240, 180, 1, 14)

    def box(left: float, top: float, right: float, base: float) -> list[Point]:
        return at([(left, top), (right, top), (right, base), (left, base)])

    body = at([(-74, -158), (0, -166), (74, -158), (84, 0), (74, 158), (0, 166), (-74, 158), (-84, 0)])
    stage.blob([(x + 12, y + 12) for x, y in body], "#05070f", blur=10, alpha=0.8)
    stage.blob(body, ("#5a6472", "#2a303a", "#14181f"))
    stage.poly(box(-60, -134, 60, -28), "#0a0c10")
    stage.poly(box(-54, -128, 54, -34), ("#d8ff9a", "#9ae06a", "#6ab84a"))
    stage.poly(box(-44, -118, 18, -106), "#1a3a1a")
    stage.poly(box(-44, -96, 40, -88), "#2a5a2a")
    stage.poly(box(-44, -78, 6, -70), "#2a5a2a")
    for crack in (
        [(54, -124), (18, -96), (28, -78), (-16, -56), (-24, -34)],
        [(18, -96), (-10, -104), (-40, -128)],
        [(28, -78), (54, -62)],
    ):
        stage.line(at(list(crack)), "#06120a", 3.5)
    stage.oval(*at([(0, -4)])[0], 24, 15, "#aef8f8")
    for row in range(4):
        for column in range(3):
            left, top = -60 + column * 42, 22 + row * 32
            key = box(left, top, left + 34, top + 22)
            stage.poly(key, "#2af0e8", blur=6, alpha=0.8, add=True)
            stage.poly(key, ("#c8fffa", "#3ad8d0"))
    for x, colour in ((-60, "#3ae04a"), (34, "#ff3a3a")):
        stage.poly(box(x, -14, x + 26, 4), colour)
    dots(stage, 12, (150, 60, 330, 300), 0.5, 1.2, "#ffffff", 0.5)
    stage.vignette(0.6)
    return stage


PICTURES = (
    ("thermos-dawn", thermos_row),
    ("curtain-inside", curtain),
    ("one-socket", one_socket),
    ("shoes-bunk", shoes),
    ("one-ring", one_ring),
    ("old-phone", old_phone),
)
