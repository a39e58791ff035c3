"""Rows that go together are numbered once, and those that stay keep their places and heights."""

import pytest

from goodpath_client.widgets.row_book import RowBook
from goodpath_client.widgets.rows import Row


class Counting(RowBook):
    """A book that counts how often it numbers its rows."""

    numbered = 0

    def _number(self) -> None:
        self.numbered += 1
        super()._number()


def book(count: int) -> Counting:
    """A book of so many rows, every third of two lines, all measured for twenty cells."""
    found = Counting()
    found.widen(20)
    found.insert(0, [Row(key, text="one" + "\ntwo" * (key % 3 == 0)) for key in range(count)])
    found.measure(range(count))
    found.numbered = 0
    return found


def test_however_many_rows_go_the_others_are_numbered_once() -> None:
    rows = book(600)
    rows.take(range(0, 600, 2))
    assert rows.numbered == 1
    assert [row.key for row in rows] == [*range(1, 600, 2)]


def test_what_stays_has_the_places_and_lines_of_a_book_that_never_had_more() -> None:
    rows, other = book(30), book(30)
    rows.take((0, 7, 8, 29))
    for key in (29, 8, 7, 0):
        other.take((key,))
    stays = [row.key for row in rows]
    assert stays == [row.key for row in other] and [rows.place(key) for key in stays] == [*range(26)]
    lines = [(rows.lines.top(place), rows.lines.height(place)) for place in range(26)]
    assert lines == [(other.lines.top(place), other.lines.height(place)) for place in range(26)]
    assert lines[:3] == [(0, 2), (2, 2), (4, 3)] and rows.lines.is_exact


def test_where_one_is_not_here_none_goes() -> None:
    rows = book(3)
    with pytest.raises(KeyError):
        rows.take((1, 9))
    assert len(rows) == 3
