"""The cursor stays on its row, and in sight, whatever rises above it."""

from textual.app import App, ComposeResult
from textual.content import Content

from goodpath_client.teacher.row_list import Line, RowList


class ListApp(App[None]):
    """A list of ten lines."""

    def compose(self) -> ComposeResult:
        yield RowList(id="seats")


def lines(numbers: list[int]) -> list[Line]:
    return [Line(str(number), Content(f"seat {number}")) for number in numbers]


def shown(rows: RowList) -> list[str]:
    """Ids of the rows that are in sight."""
    top = rows.scroll_offset.y
    options = rows.options[top : top + rows.scrollable_content_region.height]
    return [option.id or "" for option in options]


async def test_a_row_that_rises_leaves_the_cursor_where_it_was() -> None:
    async with ListApp().run_test(size=(40, 12)) as pilot:
        rows = pilot.app.query_one(RowList)
        rows.show(lines([*range(1, 41)]))
        await pilot.pause()
        rows.show(lines([34, *range(1, 34), *range(35, 41)]))
        await pilot.pause()
        assert rows.chosen == "1" and shown(rows)[:3] == ["34", "1", "2"], "and what rose is seen"


async def test_a_chosen_row_that_moves_out_of_sight_takes_the_sight_along() -> None:
    async with ListApp().run_test(size=(40, 12)) as pilot:
        rows = pilot.app.query_one(RowList)
        rows.show(lines([*range(1, 41)]))
        rows.choose("30")
        await pilot.pause()
        before = shown(rows)
        assert "30" in before
        rows.show(lines([34, 36, 38, *(one for one in range(1, 41) if one not in (34, 36, 38))]))
        await pilot.pause()
        assert rows.chosen == "30" and "30" in shown(rows)
        rows.show(lines([30, *(one for one in range(1, 41) if one != 30)]))
        await pilot.pause()
        assert rows.chosen == "30" and "30" in shown(rows)
