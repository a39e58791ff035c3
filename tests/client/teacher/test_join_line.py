"""The joining line stands out from all words beside it, and is the last that goes."""

from dataclasses import replace

import pytest

from goodpath_client.teacher.door import Door
from goodpath_client.teacher.join_line import JoinWords, join_words

DOOR = Door("192.168.100.200:8713", "ABCDEFGH")
LINE, SHORT = "goodpath join 192.168.100.200:8713 ABCD-EFGH", "192.168.100.200:8713 ABCD-EFGH"
NEAR = Door("127.0.0.1:8713", "ABCDEFGH")
NEAR_LINE, NEAR_SHORT = "goodpath join 127.0.0.1:8713 ABCD-EFGH", "127.0.0.1:8713 ABCD-EFGH"
TYPE, HERE = "Students type:", "7 of 8 here"


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        (78, JoinWords(TYPE, LINE, "", HERE)),
        (58, JoinWords("", LINE, "", HERE)),
        (50, JoinWords("", LINE)),
        (44, JoinWords("", SHORT, "", HERE)),
        (38, JoinWords("", SHORT)),
        (20, JoinWords("", "ABCD-EFGH")),
    ],
)
def test_where_it_is_narrow_all_other_words_go_before_the_code(cells: int, shown: JoinWords) -> None:
    assert join_words(DOOR, HERE, cells) == shown
    assert shown.cells <= cells


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        (118, JoinWords(TYPE, NEAR_LINE, "(this machine only: no --lan)", HERE)),
        (78, JoinWords("", NEAR_LINE, "(this machine only)", HERE)),
        (68, JoinWords("", NEAR_LINE, "(local only)", HERE)),
        (60, JoinWords("", NEAR_SHORT, "(this machine only)", HERE)),
        (54, JoinWords("", NEAR_SHORT, "(local only)", HERE)),
        (48, JoinWords("", NEAR_SHORT, "(this machine only)")),
        (30, JoinWords("", NEAR_SHORT)),
    ],
)
def test_a_line_that_brings_no_other_machine_here_says_so_apart_from_it(cells: int, shown: JoinWords) -> None:
    assert join_words(NEAR, HERE, cells) == shown
    assert shown.cells <= cells


OWN = replace(NEAR, program="/home/li/goodpath/.venv/bin/goodpath")
OWN_LINE = f"/home/li/goodpath/.venv/bin/{NEAR_LINE}"


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        (138, JoinWords(TYPE, OWN_LINE, "(this machine only: no --lan)", HERE)),
        (98, JoinWords("", OWN_LINE, "(local only)", HERE)),
        (85, JoinWords("", OWN_LINE, "(local only)")),
        (82, JoinWords("", OWN_LINE, "", HERE)),
        (78, JoinWords("", OWN_LINE)),
        (60, JoinWords("", NEAR_SHORT, "(this machine only)", HERE)),
    ],
)
def test_a_line_that_names_the_program_whole_stays_whole_while_it_fits(cells: int, shown: JoinWords) -> None:
    assert join_words(OWN, HERE, cells) == shown
    assert shown.cells <= cells


def test_before_the_code_is_told_the_address_stands_there() -> None:
    assert join_words(Door("127.0.0.1:1"), "0 of 0 here", 78).before == "Students join at 127.0.0.1:1"


def test_a_locked_door_says_so_and_no_code() -> None:
    locked = join_words(Door("127.0.0.1:1", "ABCDEFGH", locked=True), HERE, 78)
    assert locked == JoinWords("DOOR LOCKED: nobody new comes in. L opens it.", end=HERE)
