"""Address and code can be read from the last row where there is room; the code is never cut."""

import pytest

from goodpath_client.teacher.door import Door
from goodpath_client.teacher.large_code import large_rows
from goodpath_client.widgets.big_letters import write_large

DOOR = Door("192.168.1.20:8713", "ABCDEFGH")
CODE, TWICE = write_large("ABCD EFGH"), write_large("ABCD EFGH", 2)
ADDRESS = write_large("192.168.1.20:8713")


@pytest.mark.parametrize(
    ("cells", "rows", "shown"),
    [
        (118, 36, [*ADDRESS, "", *TWICE]),
        (158, 50, [*ADDRESS, "", *TWICE]),
        (118, 32, [*ADDRESS, "", *CODE]),
        (98, 36, [*ADDRESS, "", *CODE]),
        (78, 50, CODE),
        (78, 24, CODE),
        (118, 31, CODE),
        (52, 24, ["", "ABCD-EFGH", ""]),
        (52, 50, ["", "ABCD-EFGH", ""]),
    ],
)
def test_what_is_typed_is_as_large_as_the_window_has_room_for(
    cells: int, rows: int, shown: list[str]
) -> None:
    assert [text for text, _ in large_rows(DOOR, cells, rows)] == shown


def test_an_address_with_signs_that_have_no_letters_stands_only_in_the_line() -> None:
    assert [text for text, _ in large_rows(Door("雨.local:8713", "ABCDEFGH"), 158, 32)] == CODE


def test_without_a_code_there_is_nothing_to_read() -> None:
    assert large_rows(Door("192.168.1.20:8713"), 158, 50) == []
