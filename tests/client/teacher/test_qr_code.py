"""The joining line can be scanned from the wall."""

import segno

from goodpath_client.teacher.door import Door, told_door
from goodpath_client.teacher.qr_code import QR_BORDER, qr_lines
from goodpath_client.widgets.big_letters import write_large

DOOR = Door("192.168.100.200:8713", "ABCDEFGH")


def test_the_qr_code_is_the_line_and_fits_beside_the_class_in_24_rows() -> None:
    lines = qr_lines(DOOR.line)
    assert (len(lines), {len(line) for line in lines}) == (17, {33})
    wanted = segno.make(DOOR.line, error="l", boost_error=False, micro=False).matrix
    drawn = [
        [{"█": 0, "▀": half, "▄": 1 - half, " ": 1}[sign] for sign in line]
        for line in lines
        for half in (0, 1)
    ]
    inner = [row[QR_BORDER:-QR_BORDER] for row in drawn[QR_BORDER : QR_BORDER + len(wanted)]]
    assert inner == [list(row) for row in wanted]


def test_a_long_code_is_read_aloud_in_two_halves_and_fits_large_and_scanned_into_80_columns() -> None:
    door = told_door(DOOR, {"code": "ABCDEFGHJK", "locked": False})
    assert door.line == "goodpath join 192.168.100.200:8713 ABCDE-FGHJK"
    assert len(write_large(door.grouped)[0]) <= 78
    assert len(qr_lines(door.line)) == len(qr_lines(DOOR.line))
