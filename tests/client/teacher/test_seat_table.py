"""A seat in one line: its columns stand under their titles, and use the room there is."""

from dataclasses import replace

import pytest
from wcwidth import wcswidth

from goodpath_client.teacher.seat_rows import SeatRow
from goodpath_client.teacher.seat_table import columns_for, head_line, seat_line

ROW = SeatRow(
    7, "7", "Hüseyin 打工妹打工妹打工妹", "Pan Yuting", "雨后之城的打工妹", "phone", "here", "posted", "now"
)
ANA = SeatRow(3, "3", "Ana", "Pan Yuting", "City After Rain", "phone", "here", "wrote a line", "20 s")
BEN = SeatRow(4, "4", "Ben", "Zhou Ming", "Line 3 Zhou", "shift", "gone", "looked round", "10 min")


@pytest.mark.parametrize("cells", [9, 20, 43, 60, 77, 78, 97, 150])
def test_a_line_is_as_wide_as_the_head_and_no_wider_than_the_table(cells: int) -> None:
    for rows in ([], [ROW], [ROW, ANA, BEN]):
        columns = columns_for(cells, rows)
        assert wcswidth(seat_line(ROW, columns).plain) == len(head_line(columns).plain) <= cells


def test_where_it_is_narrow_the_state_the_seat_and_the_name_stay() -> None:
    assert [column.title for column, _ in columns_for(25)] == ["state", "seat", "name"]
    assert len(columns_for(75)) == 8


def test_after_play_it_says_who_has_stepped_out_and_nothing_of_what_was_done_in_play() -> None:
    titles = ["state", "seat", "name", "persona", "as", "stepped out"]
    for stage in ("debrief", "ended"):
        columns = columns_for(75, [replace(ANA, out="yes"), BEN], stage)
        assert [one.column.title for one in columns] == titles
        assert seat_line(replace(ANA, out="yes"), columns).plain.rstrip().endswith(" yes")
    assert [one.column.title for one in columns_for(75, [ANA, BEN], "ended")] == titles[:-1]
    lobby = [one.column.title for one in columns_for(75, [ANA], "lobby")]
    assert lobby == ["state", "seat", "name", "persona", "as", "silent"]


def test_a_nickname_takes_the_room_that_short_names_leave() -> None:
    columns = columns_for(75, [ANA, BEN])
    lines = [seat_line(row, columns).plain for row in (ANA, BEN)]
    assert "City After Rain" in lines[0] and "Line 3 Zhou" in lines[1]
    assert "Pan Yuting" in lines[0] and "wrote a line" in lines[0] and "looked round" in lines[1]


def test_what_changes_all_the_time_moves_no_column() -> None:
    before = columns_for(75, [ANA, BEN])
    after = columns_for(75, [replace(ANA, act="posted", silent="now", place="room"), BEN])
    assert [one.cells for one in before] == [one.cells for one in after]


def test_a_word_that_asks_to_stop_is_whole_in_a_narrow_table() -> None:
    gone = replace(ANA, state="STOP gone")
    assert seat_line(gone, columns_for(40, [gone, BEN])).plain.startswith("STOP gone 3    Ana")
