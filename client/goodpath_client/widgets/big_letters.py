"""Write digits, capitals and a few signs in large letters, to be read from far away."""

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
. ././././#
: ./#/./#/.
- .../.../###/.../...
[ ##/#./#./#./##
] ##/.#/.#/.#/##
, ../../../.#/#.
; ../.#/../.#/#.
? ###./...#/.##./..../.#..
! #/#/#/./#
' #/#/././.
" #.#/#.#/.../.../...
/ ....#/...#./..#../.#.../#....
( .#/#./#./#./.#
) #./.#/.#/.#/#.
"""
_BLANK: Final = "....."
_ROWS: Final = 5
_HALVES: Final = MappingProxyType({("#", "#"): "█", ("#", "."): "▀", (".", "#"): "▄", (".", "."): " "})


def write_large(text: str, times: int = 1) -> list[str]:
    """The text as three lines, a letter six cells wide; or so many `times` as high and wide.

    Signs that there are no letters for stay empty.
    """
    shapes = [_shapes().get(sign, [_BLANK] * _ROWS) for sign in text.upper()]
    rows = [".".join(shape[at] for shape in shapes) for at in range(_ROWS)]
    rows.append("." * len(rows[0]))
    rows = ["".join(dot * times for dot in row) for row in rows for _ in range(times)]
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return ["".join(_HALVES[pair] for pair in zip(up, down, strict=True)) for up, down in pairs]


def can_write(text: str) -> bool:
    """Whether there are letters for every sign of the text."""
    return {*text.upper()} <= {*_shapes(), " "}


def _shapes() -> dict[str, list[str]]:
    """Sign -> its five rows."""
    return {line[0]: line[2:].split("/") for line in _FONT.split("\n") if line}
