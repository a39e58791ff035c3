"""Write digits and capitals three lines high, drawn in half-blocks, for a code on a projector."""

from types import MappingProxyType
from typing import Final

_FONT: Final = """
0 .###./#..##/#.#.#/##..#/.###.
1 ..#../.##../..#../..#../.###.
2 ####./....#/.###./#..../#####
3 ####./....#/.###./....#/####.
4 #..#./#..#./#####/...#./...#.
5 #####/#..../####./....#/####.
6 .###./#..../####./#...#/.###.
7 #####/....#/...#./..#../..#..
8 .###./#...#/.###./#...#/.###.
9 .###./#...#/.####/....#/.###.
A .###./#...#/#####/#...#/#...#
B ####./#...#/####./#...#/####.
C .####/#..../#..../#..../.####
D ####./#...#/#...#/#...#/####.
E #####/#..../####./#..../#####
F #####/#..../####./#..../#....
G .####/#..../#..##/#...#/.####
H #...#/#...#/#####/#...#/#...#
I .###./..#../..#../..#../.###.
J ....#/....#/....#/#...#/.###.
K #...#/#..#./###../#..#./#...#
L #..../#..../#..../#..../#####
M #...#/##.##/#.#.#/#...#/#...#
N #...#/##..#/#.#.#/#..##/#...#
O .###./#...#/#...#/#...#/.###.
P ####./#...#/####./#..../#....
Q .###./#...#/#...#/#..#./.##.#
R ####./#...#/####./#..#./#...#
S .####/#..../.###./....#/####.
T #####/..#../..#../..#../..#..
U #...#/#...#/#...#/#...#/.###.
V #...#/#...#/#...#/.#.#./..#..
W #...#/#...#/#.#.#/##.##/#...#
X #...#/.#.#./..#../.#.#./#...#
Y #...#/.#.#./..#../..#../..#..
Z #####/...#./..#../.#.../#####
"""
_BLANK: Final = "....."
_ROWS: Final = 5
_HALVES: Final = MappingProxyType({("#", "#"): "█", ("#", "."): "▀", (".", "#"): "▄", (".", "."): " "})


def write_large(text: str) -> list[str]:
    """The text as three lines, a sign six cells wide; signs other than digits and capitals stay empty."""
    shapes = [_shapes().get(sign, [_BLANK] * _ROWS) for sign in text.upper()]
    rows = [".".join(shape[at] for shape in shapes) for at in range(_ROWS)]
    rows.append("." * len(rows[0]))
    return ["".join(_HALVES[pair] for pair in zip(*rows[at : at + 2], strict=True)) for at in (0, 2, 4)]


def _shapes() -> dict[str, list[str]]:
    """Sign -> its five rows."""
    return {line[0]: line[2:].split("/") for line in _FONT.split("\n") if line}
