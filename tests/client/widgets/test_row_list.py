"""The cursor stays on its row, and in sight, whatever rises above it, and never slides onto another."""

from textual.app import App, ComposeResult
from textual.content import Content

from goodpath_client.widgets.row_list import Line, RowList


class ListApp(App[None]):
    """A list of ten lines that remembers which of its rows were meant by Enter."""

    def __init__(self, is_careful: bool = False) -> None:
        super().__init__()
        self.is_careful = is_careful
        self.meant: list[str | None] = []

    def compose(self) -> ComposeResult:
        yield RowList(id="seats", is_careful=self.is_careful)

    def on_option_list_option_selected(self, message: RowList.OptionSelected) -> None:
        self.meant.append(message.option_id)


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


async def test_the_first_row_is_chosen_once_there_is_one() -> None:
    async with ListApp().run_test(size=(40, 12)) as pilot:
        rows = pilot.app.query_one(RowList)
        rows.show([Line("", Content("nobody yet"))])
        assert rows.chosen == ""
        rows.show([Line("", Content("a title")), *lines([3, 4])])
        assert rows.chosen == "3"


async def test_the_cursor_goes_with_its_row_and_the_next_key_only_chooses_what_stands_there() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 12)) as pilot:
        rows = app.query_one(RowList)
        for key, then in (("down", "3"), ("up", "3")):
            rows.show(lines([1, 2, 3]))
            rows.choose("2")
            rows.show(lines([1, 3]))
            assert (rows.chosen, rows.lost) == ("", "2")
            await pilot.press("enter")
            assert app.meant == []
            await pilot.press(key)
            assert (rows.chosen, rows.lost) == (then, "")
        await pilot.press("enter")
        assert app.meant == ["3"]


async def test_a_row_that_comes_back_or_comes_first_is_not_chosen_by_itself() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 12)) as pilot:
        rows = app.query_one(RowList)
        rows.show(lines([1]))
        rows.show([Line("", Content("nobody"))])
        await pilot.press("down", "enter")
        rows.show(lines([1, 2]))
        assert rows.chosen == ""
        await pilot.press("enter")
        assert app.meant == []


async def test_a_row_that_is_not_there_cannot_be_chosen() -> None:
    async with ListApp().run_test(size=(40, 12)) as pilot:
        rows = pilot.app.query_one(RowList)
        rows.show(lines([1, 2]))
        rows.choose("7")
        assert (rows.chosen, rows.lost) == ("", "")


async def test_a_click_means_enter() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 12)) as pilot:
        app.query_one(RowList).show(lines([1, 2, 3]))
        await pilot.pause()
        await pilot.click("#seats", offset=(4, 2))
    assert app.meant == ["2"]


async def test_in_a_careful_list_only_a_second_click_on_a_row_that_has_not_moved_does() -> None:
    app = ListApp(is_careful=True)
    async with app.run_test(size=(40, 12)) as pilot:
        rows = app.query_one(RowList)
        rows.show([*lines([1, 2, 3]), Line("", Content("a divider"))])
        await pilot.pause()
        await pilot.click("#seats", offset=(4, 1))
        assert (app.meant, rows.chosen) == ([], "1")
        await pilot.click("#seats", offset=(4, 2))
        await pilot.click("#seats", offset=(4, 4))
        assert (app.meant, rows.chosen) == ([], "2")
        rows.show(lines([9, 1, 2, 3]))
        await pilot.pause()
        await pilot.click("#seats", offset=(4, 3))
        assert app.meant == []
        rows.show([Line("9", Content("other words")), *lines([1, 2, 3])])
        await pilot.pause()
        await pilot.click("#seats", offset=(4, 3))
        await pilot.press("enter")
    assert app.meant == ["2", "2"]


async def test_a_page_of_a_list_that_has_no_room_is_no_row() -> None:
    async with ListApp().run_test(size=(40, 12)) as pilot:
        rows = pilot.app.query_one(RowList)
        rows.styles.display = "none"
        await pilot.pause()
        rows.show(lines([1, 2, 3]))
        rows.choose("2")
        await rows.run_action("page_up")
        await rows.run_action("page_down")
        assert rows.chosen == "2"
        rows.styles.display = "block"
        await pilot.pause()
        await rows.run_action("page_down")
        assert rows.chosen == "3"


async def test_a_row_that_is_cut_ends_with_the_same_two_dots_as_everything_else() -> None:
    async with ListApp().run_test(size=(20, 6)) as pilot:
        rows = pilot.app.query_one(RowList)
        long = Content.assemble(("Half the time is gone.", "bold"), "\nshort\n雨后之城的打工妹小潘潘")
        rows.show([Line("1", long), Line("2", Content("fits"))])
        for size, cut in ((20, ("Half the time", "雨后之城的打工")), (16, ("Half the t", "雨后之城的"))):
            await pilot.resize_terminal(size, 6)
            await pilot.pause()
            drawn = ["".join(part.text for part in rows.render_line(y)).rstrip() for y in range(4)]
            assert drawn == [cut[0] + "..", "short", cut[1] + "..", "fits"]
