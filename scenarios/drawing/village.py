"""The village deck: what was left behind."""

from __future__ import annotations

import math

from scenarios.drawing.brush import Stage
from scenarios.drawing.curve import Point, bend, place
from scenarios.drawing.weather import dots, fog, smoke


def terraces() -> Stage:
    stage = Stage("terraces", "#2a3a7a", "#8a6ab0", "#ff9a9a", "#ffd89a")
    stage.light(350, 84, 260, 150, "#fff0b0", 1.4)
    stage.oval(350, 78, 34, 33, "#fffbe0")
    stage.blob(
        [
            (-40, 150),
            (60, 70),
            (150, 104),
            (250, 66),
            (340, 112),
            (430, 88),
            (520, 130),
            (520, 220),
            (-40, 220),
        ],
        "#6a5a9a",
    )
    fog(stage, 140, 50, "#ffd0c0", 0.7)
    for row in range(6):
        top, deep = 146 + row * 30 + row * row * 2.4, 24 + row * 5
        sway, wave, turn = 9 + row * 3, 80 + row * 8, row * 0.9
        rim = [(x, top + sway * math.sin(x / wave + turn)) for x in range(-20, 520, 12)]
        low = [(x, y + deep + 44) for x, y in reversed(rim)]
        stage.poly([*[(x, y - deep * 0.35) for x, y in rim], *low], ("#2a7a3c", "#0c2a18"))
        stage.line([(x, y - deep * 0.3) for x, y in rim], "#7ac84a", 2 + row * 0.5)
        stage.poly(
            [*[(x, y + deep * 0.1) for x, y in rim], *low], ("#fff6d0", "#ffb08a", "#c070a8", "#5a4aa0")
        )
    for x, y, tall in ((122, 262, 30), (392, 318, 44)):
        stage.poly([(x - tall * 0.9, y), (x, y - tall * 0.7), (x + tall * 0.9, y)], "#1a1a20")
        stage.rect((x - tall * 0.6, y, x + tall * 0.6, y + tall * 0.5), "#3a2420")
        stage.rect((x - 5, y + 4, x + 5, y + tall * 0.4), "#ffc860")
        smoke(stage, x + tall * 0.3, y - tall * 0.8, 9, 5, "#ffffff", 0.3)
    stage.vignette(0.35)
    return stage


def stove() -> Stage:
    stage = Stage("stove", "#1a0c0a", "#2a140e", "#120806")
    stage.light(170, 240, 330, 260, "#a83a0c", 1.5)
    stage.rect((0, 318, 480, 360), ("#4a2416", "#180a08"))
    stage.rect((30, 170, 300, 330), ("#4a3028", "#1c100e"), round_by=10)
    stage.rect((16, 156, 314, 182), ("#7a5444", "#3a241c"), round_by=8)
    stage.oval(164, 158, 96, 20, "#0a0606")
    stage.blob([(76, 152), (110, 108), (164, 98), (220, 108), (252, 152), (164, 164)], ("#5a4a48", "#241a1a"))
    stage.oval(164, 98, 14, 8, "#1a1010")
    mouth: list[Point] = [(100, 326), (98, 250), (130, 212), (164, 204), (198, 212), (230, 250), (228, 326)]
    stage.blob(mouth, ("#ff8a1a", "#ff4a0a", "#8a1404"))
    for x, high, wide, colour in (
        (130, 84, 22, "#ff9a1a"),
        (196, 78, 22, "#ff9a1a"),
        (164, 108, 28, "#ffc42a"),
        (150, 66, 16, "#fff2a0"),
        (178, 60, 14, "#fff2a0"),
    ):
        stage.blob(
            [
                (x - wide, 322),
                (x - wide * 0.8, 322 - high * 0.4),
                (x + 4, 322 - high),
                (x + wide * 0.9, 322 - high * 0.35),
                (x + wide, 322),
            ],
            colour,
        )
    for turn in (76, 100):
        stage.line(place([(0, -52), (0, 52)], 164, 318, 1, turn), "#2a0c06", 12)
    stage.light(164, 272, 190, 150, "#ff8a20", 1.3)
    stage.oval(164, 336, 150, 14, "#ff7a20", blur=8, alpha=0.6, add=True)
    coat: list[Point] = [(344, 350), (352, 262), (372, 204), (410, 186), (446, 210), (462, 270), (468, 350)]
    stage.blob([(x - 6, y) for x, y in coat], "#ff8a30")
    stage.blob(coat, ("#3a2440", "#1a1024"))
    stage.oval(378, 164, 33, 36, "#ff9a4a")
    stage.oval(382, 163, 32, 35, ("#c08058", "#7a4430"))
    stage.blob(
        [(362, 136), (386, 122), (416, 142), (418, 176), (400, 186), (394, 156)], ("#e8e0e0", "#8a8088")
    )
    stage.oval(420, 172, 14, 14, "#b8b0b8")
    for y in (238, 256):
        stage.stroke([(392, y - 10), (340, y + 18), (284, y + 2)], "#4a3050", 17)
        stage.oval(276, y + 1, 13, 9, "#ffb070")
    smoke(stage, 150, 96, 24, 6, "#e8c0a0", 0.22)
    dots(stage, 26, (90, 140, 270, 300), 0.8, 2.2, "#ffd060", 0.9)
    stage.vignette(0.5)
    return stage


def new_house() -> Stage:
    stage = Stage("house", "#3a8ad8", "#8ac8f0", "#e0f2f4")
    for x, y, r in ((80, 60, 36), (120, 50, 46), (170, 64, 34), (400, 40, 40), (440, 52, 34)):
        stage.oval(x, y, r, r * 0.5, "#ffffff", blur=6, alpha=0.85)
    stage.blob(
        [(-40, 260), (30, 160), (120, 190), (220, 150), (330, 186), (430, 140), (520, 190), (520, 260)],
        ("#5a9a8a", "#7ab88a"),
    )
    stage.rect((0, 236, 480, 360), ("#a8d84a", "#5aa828", "#2a6a1a"))
    for x in range(-60, 560, 30):
        stage.line([(240 + (x - 240) * 0.5, 244), (240 + (x - 240) * 2, 366)], "#3a8a20", 3, alpha=0.6)
    stage.poly([(330, 60), (384, 84), (384, 290), (330, 298)], ("#a85a3a", "#6a3020"))
    stage.rect((104, 60, 330, 298), ("#e88a5a", "#c8643a"))
    for y in range(68, 298, 10):
        stage.line([(104, y), (330, y)], "#a84e2c", 1.4, alpha=0.7)
    for y in (134, 212):
        stage.poly([(98, y), (334, y), (390, y + 16), (390, y + 26), (334, y + 12), (98, y + 12)], "#d8d0c8")
    stage.poly([(94, 48), (336, 48), (394, 76), (394, 88), (336, 64), (94, 64)], "#e8e0d8")
    for y in (78, 156):
        for x in (128, 200, 272):
            stage.rect((x, y, x + 44, y + 46), "#0c0808")
            stage.poly([(x, y), (x + 10, y), (x + 10, y + 38), (x, y + 46)], "#5a2c1a")
    stage.rect((190, 232, 250, 298), "#0c0808")
    stage.rect((122, 236, 166, 276), "#0c0808")
    stage.rect((272, 236, 316, 276), "#0c0808")
    for x in (112, 216, 322, 380):
        for lean in (-2, 3):
            stage.line([(x, 50), (x + lean, 22)], "#5a4a48", 2)
    stage.blob([(60, 318), (84, 292), (110, 318)], "#d8b070")
    stage.blob([(400, 322), (424, 300), (456, 324)], "#c0583a")
    stage.poly([(196, 298), (246, 298), (300, 366), (150, 366)], ("#e8cf9a", "#b8905a"))
    stage.vignette(0.3)
    return stage


def bus_stop() -> Stage:
    stage = Stage("stop", "#6a9ac0", "#a8c8d0", "#f0e0c0", "#ffd0a0")
    stage.light(130, 220, 260, 160, "#fff4d0", 1.3)
    stage.oval(130, 206, 42, 41, "#fffdf0")
    stage.blob(
        [(-40, 260), (60, 216), (180, 240), (300, 204), (420, 236), (520, 214), (520, 290), (-40, 290)],
        "#7a9a90",
    )
    stage.rect((0, 248, 480, 360), ("#a8a868", "#5a6a38"))
    road = bend([(118, 248), (150, 262), (150, 284), (90, 320), (40, 370)])
    other = bend([(360, 370), (250, 316), (190, 284), (172, 262), (126, 248)])
    stage.poly([*road, *other], ("#fff0d8", "#c8b8a0", "#9a8a80"))
    ink = "#1c2430"
    stage.line([(326, 330), (326, 70)], ink, 10)
    stage.oval(326, 74, 50, 48, ink)
    stage.oval(326, 74, 41, 39, ("#ff6a4a", "#d0302a"))
    stage.rect((298, 60, 354, 82), "#fff6e8", round_by=6)
    for x in (306, 338):
        stage.oval(x, 88, 7, 7, "#fff6e8")
    stage.rect((352, 262, 470, 276), ink, round_by=4)
    stage.rect((352, 222, 470, 234), ink, round_by=4)
    for x in (366, 456):
        stage.line([(x, 222), (x, 326)], ink, 8)
    stage.blob(
        [(388, 262), (384, 228), (398, 216), (428, 216), (440, 228), (436, 262)], ("#e8583a", "#8a2018")
    )
    stage.stroke([(400, 218), (412, 200), (424, 218)], "#5a1810", 4)
    stage.oval(400, 334, 90, 9, "#2a3420", blur=5, alpha=0.7)
    for x, y in ((40, 60), (64, 52), (90, 66)):
        stage.stroke([(x - 10, y - 4), (x, y + 2), (x + 10, y - 5)], ink, 2.5)
    stage.vignette(0.35)
    return stage


def dog() -> Stage:
    stage = Stage("dog", "#5a3a7a", "#d06a7a", "#ffb46a", "#ffe8a8")
    stage.oval(240, 176, 60, 58, "#fffbe0")
    stage.light(240, 176, 240, 190, "#ffe8a0", 1.3)
    stage.blob([(-40, 200), (60, 140), (160, 172), (240, 190), (240, 220), (-40, 220)], "#7a4a7a")
    stage.blob([(520, 200), (420, 132), (330, 170), (240, 190), (240, 220), (520, 220)], "#6a4070")
    stage.rect((0, 198, 480, 360), ("#8aa03a", "#3a5a24", "#1a3018"))
    for side in (-1, 1):
        for step in range(1, 9):
            stage.line(
                [(240 + side * step * 30, 202), (240 + side * step * 120, 366)], "#24441c", 3, alpha=0.6
            )
    stage.poly([(228, 198), (252, 198), (420, 362), (60, 362)], ("#fff4cc", "#e8b080", "#b8806a"))
    ink = "#140c14"
    stage.blob([(180, 350), (330, 338), (300, 352), (230, 358)], "#4a2a30", blur=5, alpha=0.8)
    body: list[Point] = [
        (196, 344),
        (186, 300),
        (196, 258),
        (226, 226),
        (256, 200),
        (286, 204),
        (296, 236),
        (290, 290),
    ]
    stage.blob([*body, (292, 340), (308, 346), (306, 352), (262, 352), (256, 318), (244, 350)], ink)
    stage.blob(
        [
            (250, 216),
            (246, 178),
            (262, 154),
            (292, 152),
            (308, 166),
            (344, 180),
            (346, 192),
            (308, 202),
            (290, 222),
        ],
        ink,
    )
    stage.blob([(262, 150), (274, 160), (270, 196), (256, 210), (244, 196), (248, 166)], "#2a1a20")
    stage.stroke([(196, 338), (160, 336), (138, 306), (142, 284)], ink, 13)
    stage.rect((252, 214, 294, 222), "#e8402a", round_by=4)
    for points in ([(264, 151), (292, 150), (310, 164), (344, 178)], [(298, 234), (294, 290), (297, 338)]):
        stage.stroke(points, "#ffd890", 3, alpha=0.9)
    stage.vignette(0.4)
    return stage


PICTURES = (
    ("terraces", terraces),
    ("grandmother-stove", stove),
    ("house-without-windows", new_house),
    ("village-bus-stop", bus_stop),
    ("dog-roads-end", dog),
)
