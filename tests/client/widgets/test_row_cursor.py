"""A reader puts the cursor on a row with the mouse, in a list with a frame as in one without."""

from client.widgets.test_message_list import Shown, some
from goodpath_client.widgets.message_list import MessageList


async def test_a_click_puts_the_cursor_on_a_row() -> None:
    app = Shown(*some(5))
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.click(MessageList, offset=(20, 2))
        chosen = app.query_one(MessageList).chosen
        assert chosen is not None and chosen.key == 2


async def test_a_click_in_a_framed_list_is_for_the_row_under_the_pointer_and_none_on_the_frame() -> None:
    app = Shown(*some(5))
    async with app.run_test(size=(80, 20)) as pilot:
        shown = app.query_one(MessageList)
        shown.styles.border = ("round", "white")
        await pilot.pause()
        await pilot.click(MessageList, offset=(20, 0))
        assert shown.chosen is None
        await pilot.click(MessageList, offset=(20, 3))
        assert shown.chosen is not None and shown.chosen.key == 2
