"""A long row is folded until somebody opens it, and nobody loses their place when it is opened or folded."""

import pytest
from textual.pilot import Pilot

from client.little_server import until
from client.widgets.test_message_list import Shown, screen, some
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.rows import Row

SIZES = [(80, 24), (60, 20)]
CHINESE = "今天加班到晚上八点，明天再说吧。" * 40


def long(key: int, lines: int = 30) -> Row:
    text = "\n".join(f"word {number} of {key}" for number in range(1, lines + 1))
    return Row(key, speaker="Haibo", time="19:42", text=text)


def drawn(app: Shown) -> str:
    return "\n".join(screen(app))


def listed(app: Shown) -> MessageList:
    return app.query_one(MessageList)


async def in_the_middle(pilot: Pilot[None], shown: MessageList, key: int, above: int) -> None:
    """Let this row begin so many lines below the top of the screen, with the cursor on it."""
    shown.focus()
    shown.choose(key)
    top = shown._book.lines.top(shown._book.place(key))
    shown.scroll_to(y=top - above, animate=False)
    await pilot.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_a_long_row_leaves_room_for_what_others_said(size: tuple[int, int]) -> None:
    app = Shown(*some(20), long(20))
    async with app.run_test(size=size):
        text = drawn(app)
        assert "word 8 of 20" in text and "word 9 of 20" not in text
        assert ".. 22 lines more" in text and "line 18" in text and "line 19" in text


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", [long(20).text, CHINESE], ids=["lines", "chinese"])
async def test_opening_a_row_in_the_middle_moves_nothing_above_it(size: tuple[int, int], text: str) -> None:
    app = Shown(*some(20), Row(20, speaker="Haibo", text=text), *some(40, 21))
    async with app.run_test(size=size) as pilot:
        shown = listed(app)
        await in_the_middle(pilot, shown, 20, 3)
        before, y = screen(app), shown.scroll_offset.y
        fold = next(at for at, line in enumerate(before) if ".." in line)
        shown.turn(20)
        await pilot.pause()
        after = screen(app)
        assert shown.scroll_offset.y == y and after[:fold] == before[:fold]
        assert "lines more" not in "\n".join(after) and shown.chosen == shown.row(20)
        shown.turn(20)
        await pilot.pause()
        assert (screen(app), shown.scroll_offset.y) == (before, y)


async def test_opening_the_newest_row_shows_as_much_of_it_as_there_is_room_for() -> None:
    app = Shown(*some(20), long(20, 15), long(21, 40))
    async with app.run_test(size=(80, 24)) as pilot:
        shown = listed(app)
        assert shown.following
        shown.turn(21)
        await pilot.pause()
        assert "word 1 of 21" in screen(app)[0] and "word 23 of 21" in screen(app)[-1]
        assert not shown.following
        shown.turn(21)
        await pilot.pause()
        assert shown.following and ".. 32 lines more" in screen(app)[-1]
        shown.turn(20)
        await pilot.pause()
        assert "word 15 of 20" in drawn(app) and "word 1 of 20" in drawn(app)


async def test_a_row_that_fits_on_the_screen_whole_leaves_the_list_at_its_end() -> None:
    app = Shown(*some(20), long(20, 15))
    async with app.run_test(size=(80, 24)) as pilot:
        shown = listed(app)
        shown.turn(20)
        await pilot.pause()
        assert shown.following and "word 15 of 20" in screen(app)[-1] and "word 1 of 20" in drawn(app)
        shown.append(some(1, 21))
        await pilot.pause()
        assert "line 21" in screen(app)[-1]


async def test_a_row_that_is_folded_from_its_depth_shows_its_head() -> None:
    app = Shown(*some(20), long(20, 80), *some(40, 21))
    async with app.run_test(size=(80, 24)) as pilot:
        shown = listed(app)
        await in_the_middle(pilot, shown, 20, 3)
        shown.turn(20)
        await pilot.press("pagedown", "pagedown")
        assert "word 1 of 20" not in drawn(app)
        shown.turn(20)
        await pilot.pause()
        assert "word 1 of 20" in screen(app)[0] and ".. 72 lines more" in screen(app)[8]
        assert "line 21" in screen(app)[9]


async def test_an_open_row_is_read_on_with_down_before_the_next_one_is_chosen() -> None:
    app = Shown(*some(20), long(20, 60), *some(5, 80))
    async with app.run_test(size=(80, 24)) as pilot:
        shown = listed(app)
        await in_the_middle(pilot, shown, 20, 0)
        shown.turn(20)
        await pilot.press("down")
        assert "word 23 of 20" in screen(app)[0] and shown.chosen == shown.row(20)
        await pilot.press("down")
        assert "word 60 of 20" in screen(app)[-1] and shown.chosen == shown.row(20)
        await pilot.press("down")
        assert shown.chosen == shown.row(80)
        await pilot.press("up")
        assert shown.chosen == shown.row(20)
        shown.scroll_to(y=shown.scroll_offset.y + 30, animate=False)
        await pilot.press("up")
        assert "word 9 of 20" in screen(app)[0] and shown.chosen == shown.row(20)
        await pilot.press("up")
        assert "word 1 of 20" in screen(app)[0] and shown.chosen == shown.row(20)
        await pilot.press("up")
        assert shown.chosen == shown.row(19)


async def test_a_row_stays_open_while_lines_come_and_while_other_rows_are_shown() -> None:
    app = Shown(*some(20), long(20), long(21))
    async with app.run_test(size=(80, 100)) as pilot:
        shown = listed(app)
        shown.turn(20)
        shown.append(some(3, 22))
        shown.prepend(some(3, -3))
        shown.revise([long(20)])
        await pilot.pause()
        assert shown.is_open(20) and "word 30 of 20" in drawn(app) and shown.is_folded(21)
        shown.set_rows(some(5, 100))
        assert not shown.is_open(20)
        shown.set_rows([*some(20), long(20), long(21)])
        await pilot.pause()
        assert shown.is_open(20) and "word 30 of 20" in drawn(app) and shown.is_folded(21)


async def test_lines_that_come_below_an_open_row_are_counted_and_do_not_move_it() -> None:
    app = Shown(*some(20), long(20, 60))
    async with app.run_test(size=(80, 24)) as pilot:
        shown = listed(app)
        shown.turn(20)
        await pilot.pause()
        before = screen(app)
        shown.append(some(4, 21))
        await pilot.pause()
        assert shown.below == 4 and screen(app)[:-1] == before[:-1]
        assert "4 new, End to follow" in screen(app)[-1]
        shown.turn(20)
        await pilot.pause()
        assert shown.below == 0 and shown.following and "line 24" in screen(app)[-1]


@pytest.mark.parametrize("text", [long(20).text + " and so on" * 60, CHINESE], ids=["words", "chinese"])
async def test_how_many_lines_are_left_changes_with_the_width(text: str) -> None:
    app = Shown(*some(20), Row(20, Row(20).kind, "Haibo", text=text), *some(3, 21))
    async with app.run_test(size=(80, 24)) as pilot:
        shown, said = listed(app), set[str]()
        for wide in (80, 40, 120, 60, 80):
            await pilot.resize_terminal(wide, 24)
            await until(lambda: shown.outer_size.width == wide)  # noqa: B023
            await pilot.pause()
            line = next(line for line in screen(app) if ".." in line)
            left = int(line.partition("..")[2].split()[0])
            said.add(f"{wide}: {left}")
            shown.turn(20)
            whole = shown._book.lines.height(shown._book.place(20))
            shown.turn(20)
            assert whole - shown._book.lines.height(shown._book.place(20)) == left - 1
            assert shown.following and "line 23" in screen(app)[-1]
        assert len(said) == 4


async def test_a_row_that_is_long_no_more_in_a_wider_list_is_neither_folded_nor_open() -> None:
    app = Shown(Row(1, speaker="Haibo", text="overtime again " * 30))
    async with app.run_test(size=(40, 24)) as pilot:
        shown = listed(app)
        shown.turn(1)
        assert shown.is_open(1)
        await pilot.resize_terminal(160, 24)
        await until(lambda: shown.outer_size.width == 160)
        await pilot.pause()
        assert not shown.is_open(1) and not shown.is_folded(1)


async def test_what_is_copied_of_a_folded_row_is_what_is_shown_of_it() -> None:
    app = Shown(*some(5), long(5))
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.mouse_down(MessageList, offset=(0, 0))
        await pilot.hover(MessageList, offset=(70, 14))
        await pilot.mouse_up(MessageList, offset=(70, 14))
        await pilot.pause()
        selected = app.screen.get_selected_text() or ""
        assert "word 8 of 5" in selected and ".. 22 lines more" in selected and "word 9" not in selected
        listed(app).turn(5)
        await pilot.pause()
        assert app.screen.get_selected_text() is None
        row = listed(app).row(5)
        assert row is not None and row.text.endswith("word 30 of 5")


async def test_turning_a_row_that_is_short_or_not_here_does_nothing() -> None:
    app = Shown(*some(40), long(40))
    async with app.run_test(size=(80, 24)) as pilot:
        shown = listed(app)
        before = screen(app)
        shown.turn(39)
        shown.turn(77)
        await pilot.pause()
        assert screen(app) == before and shown.following and not shown.is_open(39)


async def test_a_thousand_long_rows_are_measured_and_the_end_stays_on_the_screen() -> None:
    app = Shown(*(long(key, 40) for key in range(1_000)))
    async with app.run_test(size=(60, 20)) as pilot:
        shown = listed(app)
        await until(lambda: shown.is_measured)
        await pilot.pause()
        assert shown.virtual_size.height == 10_000 and shown.visible_keys()[-1] == 999
