"""The anti-mainstream deck: half a face, eyes on bricks, hair, bent letters, black roses."""

from __future__ import annotations

import math

from PIL import Image
from scenarios.drawing.brush import FULL, SHARP, Pen, Stage
from scenarios.drawing.curve import Point, bend, place
from scenarios.drawing.weather import dots, fog


def _eye(stage: Stage, x: float, y: float, wide: float, colours: tuple[str, ...], white: str) -> None:
    """Paint one almond eye with iris, pupil, spark and lashes."""
    upper = bend(
        [
            (x - wide, y + wide * 0.1),
            (x - wide * 0.4, y - wide * 0.42),
            (x + wide * 0.35, y - wide * 0.46),
            (x + wide, y),
        ]
    )
    lower = bend(
        [
            (x + wide, y),
            (x + wide * 0.3, y + wide * 0.42),
            (x - wide * 0.4, y + wide * 0.4),
            (x - wide, y + wide * 0.1),
        ]
    )
    stage.poly([*upper, *lower], white)
    stage.oval(x, y - wide * 0.03, wide * 0.44, wide * 0.42, colours)
    stage.oval(x, y - wide * 0.03, wide * 0.2, wide * 0.2, "#05030a")
    stage.oval(x + wide * 0.14, y - wide * 0.18, wide * 0.1, wide * 0.1, "#ffffff")
    stage.line(upper, "#05030a", wide * 0.16)
    stage.line(lower, "#05030a", wide * 0.06)


def _long_hair(stage: Stage) -> None:
    hair: list[Point] = [
        (260, -10),
        (120, -10),
        (70, 60),
        (66, 180),
        (50, 300),
        (84, 330),
        (98, 220),
        (112, 130),
        (140, 84),
    ]
    stage.blob([*hair, (206, 96), (262, 60)], "#02020a")
    for x, low in ((96, 190), (120, 120), (150, 104)):
        stage.stroke([(x + 40, 10), (x, 70), (x - 14, low)], "#2a7aff", 2.5, alpha=0.8)


def blue_face() -> Stage:
    stage = Stage("face", "#020208", "#04040f", "#020206")
    stage.light(150, 300, 240, 220, "#1040c0", 1.5)
    face: list[Point] = [
        (250, 20),
        (170, 34),
        (120, 90),
        (104, 160),
        (112, 226),
        (146, 286),
        (196, 330),
        (250, 346),
    ]
    stage.blob([*face, (262, 300), (244, 180)], ("#0a2a8a", "#1a5aff", "#3aa0ff", "#2a6af0"))
    stage.blob([(120, 190), (160, 200), (206, 240), (190, 300), (140, 270)], "#7ae0ff", blur=16, alpha=0.8)
    stage.blob([(128, 100), (200, 84), (236, 110), (160, 120)], "#5ac0ff", blur=14, alpha=0.6)
    stage.blob([(248, 110), (262, 180), (232, 232), (222, 226), (236, 170)], "#8aeaff", blur=5, alpha=0.8)
    stage.rect((252, -10, 500, 380), "#020208")
    stage.blob(
        [
            (250, -20),
            (252, 120),
            (256, 200),
            (246, 236),
            (262, 262),
            (252, 300),
            (256, 380),
            (300, 380),
            (300, -20),
        ],
        "#020208",
    )
    _eye(stage, 184, 160, 48, ("#0a3ab0", "#5affff"), "#dff4ff")
    stage.stroke([(128, 126), (176, 104), (236, 122)], "#02020a", 10)
    stage.blob([(206, 282), (232, 270), (254, 276), (254, 300), (228, 302)], ("#1a2a9a", "#6a5aff"))
    _long_hair(stage)
    stage.rect((96, 346, 260, 366), "#aef4ff", blur=12, alpha=0.9, add=True)
    stage.vignette(0.4)
    return stage


def brick_eyes() -> Stage:
    stage = Stage("bricks", "#3a1410", "#240c0c")
    shades = ("#b8482c", "#a03a26", "#8a3022", "#c45a38")

    def course(shade: str) -> None:
        boxes = [box for box in bricks if box[4] == shade]

        def lay(pen: Pen) -> None:
            for left, top, right, base, _ in boxes:
                pen.rect(left, top, right, base, round_by=2)

        stage.paint(lay, shade)

    bricks = [
        (x, y, x + 55, y + 26, stage.dice.choice(shades))
        for row, y in enumerate(range(0, 360, 30))
        for x in range(-60 + row % 2 * 30, 480, 60)
    ]
    for shade in shades:
        course(shade)
    stage.light(240, 140, 330, 240, "#6a3a10", 1.2)
    for x, drips in ((128, (84, 130, 168)), (352, (316, 350, 396))):
        for drip in drips:
            deep = stage.dice.uniform(250, 340)
            stage.line([(drip, 190), (drip, deep)], "#20e070", 9)
            stage.oval(drip, deep, 7, 10, "#20e070")
        stage.oval(x, 154, 100, 62, "#20f080", blur=14, alpha=0.55)
        _eye(stage, x, 156, 92, ("#c8ff4a", "#20e070", "#067a40"), "#f4ffe8")
    stage.stroke([(24, 90), (110, 52), (214, 86)], "#0a0608", 18)
    stage.stroke([(266, 86), (370, 52), (456, 90)], "#0a0608", 18)

    def seams(pen: Pen) -> None:
        for row, y in enumerate(range(0, 360, 30)):
            pen.line([(0, y + 28), (480, y + 28)], 2.5)
            for x in range(-60 + row % 2 * 30, 480, 60):
                pen.line([(x + 57, y), (x + 57, y + 28)], 2.5)

    stage.paint(seams, "#1a0808", alpha=0.45)
    stage.vignette(0.65)
    return stage


def neon_hair() -> Stage:
    stage = Stage("hair", "#1a0430", "#3a0a5a", "#12041f")
    stage.light(240, 160, 320, 260, "#8a1a90", 1.2)
    for x, colour in ((30, "#2af0ff"), (84, "#ff2aa0"), (396, "#2af0ff"), (450, "#ff2aa0")):
        stage.neon([(x, 16), (x, 344)], colour, 9)
    ring = [place([(0, -142)], 240, 160, 1, angle)[0] for angle in range(0, 361, 10)]
    stage.neon(ring, "#ff2aa0", 11)
    ink = "#05020a"
    spikes: list[Point] = [
        (200, 262),
        (150, 268),
        (168, 232),
        (104, 236),
        (150, 196),
        (78, 176),
        (146, 158),
        (84, 100),
        (164, 124),
    ]
    spikes += [
        (136, 40),
        (198, 96),
        (206, 6),
        (240, 84),
        (288, 4),
        (292, 94),
        (356, 44),
        (326, 124),
        (404, 96),
        (340, 158),
    ]
    spikes += [(408, 174), (336, 194), (376, 236), (318, 230), (334, 266), (286, 262)]
    for grow, colour in ((1.05, "#2af0ff"), (1.0, ink)):
        stage.poly([(240 + (x - 240) * grow, 170 + (y - 170) * grow) for x, y in spikes], colour)
    stage.blob(
        [(176, 180), (182, 240), (210, 284), (240, 294), (270, 284), (298, 240), (304, 180), (240, 130)], ink
    )
    stage.rect((208, 270, 272, 330), ink)
    stage.blob(
        [(60, 400), (84, 346), (150, 322), (208, 304), (272, 304), (330, 322), (396, 346), (420, 400)], ink
    )
    for points in ([(290, 262), (304, 226), (306, 190)], [(272, 296), (330, 320), (394, 346)]):
        stage.stroke(points, "#ff4ab8", 4)
    for points in ([(190, 262), (176, 226), (174, 190)], [(208, 302), (150, 321), (86, 346)]):
        stage.stroke(points, "#4af4ff", 4)
    stage.oval(308, 246, 6, 8, "#ffe86a")
    stage.vignette(0.4)
    return stage


def _bend_rows(picture: Image.Image) -> Image.Image:
    """Sway each column up and down and swell it, as water does."""
    bent = Image.new("L", FULL)
    for x in range(0, FULL[0], 3):
        turn = x / FULL[0] * math.tau * 1.25
        tall = FULL[1] * (1 + 0.2 * math.sin(turn + 0.6))
        strip = picture.crop((x, 0, x + 3, FULL[1])).resize((3, round(tall)))
        bent.paste(strip, (x, round((FULL[1] - tall) / 2 + 52 * math.sin(turn * 1.4))))
    return bent


def bent_letters() -> Stage:
    stage = Stage("letters", "#0a0416", "#1c0638", "#34085a", "#120424")
    for i in range(9):
        y = 20 + i * 42
        wave = bend([(x, y + 26 * math.sin(x / 70 + i)) for x in range(-20, 520, 30)])
        stage.line(wave, "#7a1ac0", 7, alpha=0.55)

    def words(pen: Pen) -> None:
        for line, x, y, size in (("NOT", 92, 8, 138), ("FOR", 110, 112, 138), ("YOU", 92, 216, 138)):
            pen.text(x, y, line, size, stroke=7)

    pen = Pen(SHARP)
    words(pen)
    mask = _bend_rows(pen.mask)

    def shifted(move: float) -> Image.Image:
        return mask.transform(FULL, Image.Transform.AFFINE, (1, 0, -move * SHARP, 0, 1, -move * SHARP / 2))

    for move, colour in ((9, "#ff1a8a"), (-5, "#1ae8ff"), (0, "#b8ff1a")):
        stage.lay(shifted(move), colour if move else ("#f4ff5a", "#a0ff1a", "#3ae84a"))
    stage.vignette(0.5)
    return stage


def _rose(stage: Stage, x: float, y: float, size: float) -> None:
    for ring, count in ((1.0, 7), (0.74, 6), (0.48, 5)):
        for i in range(count):
            turn = i * 360 / count + ring * 70
            px, py = place([(0, -size * ring * 0.55)], x, y, 1, turn)[0]
            petal = place(
                [(-0.62, 0.3), (-0.5, -0.3), (0, -0.52), (0.5, -0.3), (0.62, 0.3), (0, 0.5)],
                px,
                py,
                size * ring,
                turn,
            )
            stage.blob(petal, "#d0143a")
            inner = place(
                [(-0.61, 0.36), (-0.49, -0.24), (0, -0.47), (0.49, -0.24), (0.61, 0.36), (0, 0.55)],
                px,
                py,
                size * ring,
                turn,
            )
            stage.blob(inner, ("#1c0a1a", "#040206"))
    stage.oval(x, y, size * 0.24, size * 0.24, "#d0143a")
    stage.oval(x + 2, y + 2, size * 0.18, size * 0.18, "#08030a")


def black_roses() -> Stage:
    stage = Stage("roses", "#0a0a1c", "#24183a", "#5a2a4a", "#2a1226")
    stage.light(250, 128, 300, 240, "#8a7090", 1.5)
    stage.oval(250, 128, 118, 114, ("#fff4ea", "#e0c8d0", "#b08aa8"))
    for x, y, r in ((210.0, 96.0, 20), (290, 150, 28), (262, 70, 12)):
        stage.oval(x, y, r, r * 0.8, "#c0a4b8", blur=6, alpha=0.6)
    fog(stage, 250, 70, "#c08aa8", 0.35)
    for points in (
        [(146, 190), (166, 270), (220, 370)],
        [(262, 150), (250, 260), (244, 370)],
        [(366, 214), (330, 290), (270, 370)],
    ):
        stage.stroke(points, "#08060c", 9)
        for x, y in bend(points)[5::5]:
            stage.poly([(x - 2, y - 5), (x + 16, y - 12), (x + 2, y + 5)], "#08060c")
    for x, y, turn in ((196, 300, -60), (300, 300, 50), (252, 250, 70), (160, 262, -80)):
        stage.blob(
            place([(0, 0), (-0.3, -0.5), (0, -1.1), (0.3, -0.5)], x, y, 48, turn), ("#142018", "#060a0a")
        )
    _rose(stage, 140, 184, 62)
    _rose(stage, 366, 206, 58)
    _rose(stage, 256, 132, 76)
    fog(stage, 340, 50, "#a06a90", 0.5)
    dots(stage, 40, (0, 0, 480, 330), 0.6, 1.6, "#ffdfe8", 0.5)
    stage.vignette(0.55)
    return stage


PICTURES = (
    ("blue-face", blue_face),
    ("brick-eyes", brick_eyes),
    ("neon-hair", neon_hair),
    ("bent-letters", bent_letters),
    ("black-roses", black_roses),
)
