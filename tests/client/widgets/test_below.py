"""What came below the screen counts while it stands; the divider of what is new moves nothing but itself."""

from client.widgets.test_message_list import Shown, screen, some
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.rows import Kind, Row


async def test_what_came_below_is_counted_by_its_key_whatever_that_becomes() -> None:
    app = Shown(*some(100))
    async with app.run_test(size=(80, 20)) as pilot:
        shown = app.query_one(MessageList)
        shown.focus()
        await pilot.press("pageup", "pageup")
        shown.append(some(3, 100))
        shown.replace(100, Row(200, text="under another number"))
        assert shown.below == 3
        shown.revise([Row(200, Kind.SYSTEM, text="taken back", inert=True)])
        shown.discard_all((101,))
        assert shown.below == 1
        assert screen(app)[-1].startswith(" 1 new, End to follow")
        shown.replace(102, Row(102, Kind.DIVIDER, text="a day"))
        assert shown.below == 0 and "new" not in screen(app)[-1]


async def test_a_divider_at_the_top_of_the_screen_goes_elsewhere_alone() -> None:
    app = Shown(*some(100))
    async with app.run_test(size=(80, 20)) as pilot:
        shown = app.query_one(MessageList)
        shown.mark_unread(49)
        shown.show_from(50)
        await pilot.pause()
        before = screen(app)
        shown.mark_unread(49, "50 new")
        assert "50 new" in screen(app)[0] and screen(app)[1:] == before[1:]
        shown.mark_unread(9, "90 new")
        assert shown.visible_keys()[0] == 50 and screen(app)[:5] == before[1:6]
