"""Where rows stand that share their lines, and which is next to which."""

from goodpath_client.widgets.row_bands import Area, area, band_at, lines_shown, place_at, place_beyond
from goodpath_client.widgets.row_book import RowBook
from goodpath_client.widgets.rows import Kind, Row, Spot

CELLS = 60
HEADING = Row("d", Kind.DIVIDER, text="posts")


def book(*rows: Row) -> RowBook:
    found = RowBook()
    found.widen(CELLS)
    for row in rows:
        found.append(row)
    return found


def page() -> RowBook:
    """A heading, three abreast of which the last is lower, a line of its own."""
    return book(
        HEADING,
        Row(1, Kind.TILE, spot=Spot(0, 20, 0, 8)),
        Row(2, Kind.TILE, spot=Spot(20, 20, 0, 8)),
        Row(3, Kind.TILE, spot=Spot(40, 20, 2, 6, 9)),
        Row(4, speaker="Wave", text="hi"),
    )


def test_rows_of_a_band_begin_at_one_line_and_its_last_row_has_its_height() -> None:
    lines = page().lines
    assert [lines.top(place) for place in range(5)] == [0, 1, 1, 1, 10]
    assert [lines.height(place) for place in range(5)] == [1, 0, 0, 9, 1]
    assert lines.total == 11


def test_a_band_is_found_from_each_of_its_rows() -> None:
    assert [band_at(page(), place) for place in range(5)] == [
        range(1),
        *[range(1, 4)] * 3,
        range(4, 5),
    ]


def test_every_row_has_its_own_area() -> None:
    assert [area(page(), place) for place in (0, 2, 3, 4)] == [
        Area(0, 1, 0, 60),
        Area(1, 9, 20, 40),
        Area(3, 9, 40, 60),
        Area(10, 11, 0, 60),
    ]


def test_a_cell_belongs_to_one_row_or_to_none() -> None:
    found = page()
    assert [place_at(found, line, cell) for line, cell in ((0, 5), (1, 19), (8, 20), (3, 59))] == [
        *(0, 1, 2, 3)
    ]
    assert [place_at(found, line, cell) for line, cell in ((2, 59), (9, 5), (40, 0))] == [5, 5, 5]


def test_below_and_above_are_stops_and_never_what_stands_beside() -> None:
    found = page()
    assert [place_beyond(found, place, 1) for place in (1, 2, 3, 4)] == [4, 4, 4, None]
    assert [place_beyond(found, place, -1) for place in (1, 4)] == [None, 1]


def test_what_of_a_row_is_among_some_lines_is_counted() -> None:
    found = page()
    assert [lines_shown(found, place, 2, 4) for place in (0, 1, 3, 4)] == [0, 4, 3, 0]
