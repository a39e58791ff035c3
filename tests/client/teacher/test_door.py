"""The joining line in three ways: typed, read from the back row, scanned."""

import pytest
import segno

from goodpath_client.teacher.door import QR_BORDER, Door, guess_words, join_words, qr_lines, told_door
from goodpath_client.widgets.big_letters import write_large

SYMBOLS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
DOOR = Door("192.168.100.200:8713", "ABCDEFGH")


def test_the_line_is_what_a_student_types() -> None:
    assert DOOR.line == "goodpath join 192.168.100.200:8713 ABCD-EFGH"
    assert Door("10.0.0.5:8713").line == ""


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


@pytest.mark.parametrize(
    ("typed", "told", "shown"),
    [
        ("127.0.0.1:8713", "192.168.1.20:8713", "192.168.1.20:8713"),
        ("localhost:9000", "192.168.1.20:8713", "192.168.1.20:8713"),
        ("127.0.0.1:8713", "127.0.0.1:8713", "127.0.0.1:8713"),
        ("127.0.0.1:8713", "", "127.0.0.1:8713"),
        ("class.example.org:8713", "192.168.1.20:8713", "class.example.org:8713"),
    ],
)
def test_students_are_told_an_address_that_brings_them_here(typed: str, told: str, shown: str) -> None:
    assert told_door(Door(typed), {"code": "ABCDEFGH", "address": told}).address == shown


def test_guesses_are_told_from_five_a_minute_on_and_in_one_line() -> None:
    told = {"code": "ABCDEFGH", "guesses": 30, "guesses_from": "192.168.100.200"}
    words = guess_words(told_door(DOOR, told))
    assert words == "30 wrong codes, most from 192.168.100.200, hold newcomers up. C: longer code."
    assert len(words) <= 78
    for other in ({"guesses": 4}, {"locked": True}, {"guesses": "many"}, {"guesses": None}):
        assert guess_words(told_door(DOOR, {**told, **other})) == ""


def test_every_symbol_of_a_code_has_letters_of_its_own() -> None:
    shapes = {tuple(write_large(sign)) for sign in SYMBOLS}
    assert len(shapes) == len(SYMBOLS)
    assert {len(line) for line in write_large("ABCD EFGH")} == {53}
    assert write_large("?") == ["     "] * 3


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        (78, ("Students type:  goodpath join 192.168.100.200:8713 ABCD-EFGH", "7 of 8 here")),
        (58, ("goodpath join 192.168.100.200:8713 ABCD-EFGH", "7 of 8 here")),
        (50, ("goodpath join 192.168.100.200:8713 ABCD-EFGH", "")),
        (43, ("192.168.100.200:8713 ABCD-EFGH", "7 of 8 here")),
        (38, ("192.168.100.200:8713 ABCD-EFGH", "")),
        (20, ("ABCD-EFGH", "")),
    ],
)
def test_where_it_is_narrow_all_other_words_go_before_the_code(cells: int, shown: tuple[str, str]) -> None:
    assert join_words(DOOR, "7 of 8 here", cells) == shown


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        (
            110,
            (
                "Students type:  goodpath join 127.0.0.1:8713 ABCD-EFGH",
                "this machine only, no --lan · 7 of 8 here",
            ),
        ),
        (78, ("Students type:  goodpath join 127.0.0.1:8713 ABCD-EFGH", "no --lan · 7 of 8 here")),
        (61, ("goodpath join 127.0.0.1:8713 ABCD-EFGH", "no --lan · 7 of 8 here")),
        (58, ("127.0.0.1:8713 ABCD-EFGH", "no --lan · 7 of 8 here")),
        (38, ("127.0.0.1:8713 ABCD-EFGH", "no --lan")),
        (30, ("127.0.0.1:8713 ABCD-EFGH", "")),
    ],
)
def test_a_line_that_brings_no_other_machine_here_says_so(cells: int, shown: tuple[str, str]) -> None:
    assert join_words(Door("127.0.0.1:8713", "ABCDEFGH"), "7 of 8 here", cells) == shown


def test_before_the_code_is_told_the_address_stands_there() -> None:
    assert join_words(Door("127.0.0.1:1"), "0 of 0 here", 78)[0] == "Students join at 127.0.0.1:1"
