"""Who writes at the end of a chat, or presses End there, has read what stands above it."""

from textual import events
from textual.pilot import Pilot

from client.screens.stage import Stage, settle
from goodpath_client.app import StudentApp
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.row_view import UNREAD
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.seats import Observe

ROOM = "1/page-makers"


def playing() -> Stage:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.link.answers = True
    return stage


async def come_back(pilot: Pilot[int], stage: Stage) -> MessageList:
    """Sixty lines come while nobody looks; then somebody does, and has the end on the screen."""
    app = pilot.app
    assert isinstance(app, StudentApp)
    await settle(pilot)
    app.app_focus = False
    app.attention.notice(events.AppBlur())
    for number in range(60):
        stage.play_persona("haibo", PostMessage(room=ROOM, text=f"line {number}"))
    await settle(pilot)
    app.app_focus = True
    app.tick()
    assert 30 < stage.store.unread.count(ROOM) < 60
    assert isinstance(app.screen, OnlineScreen)
    lines = app.screen.query_one(MessageList)
    assert lines.following and lines.row(UNREAD) is not None
    return lines


async def test_a_line_written_at_the_end_says_that_all_above_was_read() -> None:
    stage = playing()
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await come_back(pilot, stage)
        await pilot.press("h", "i")
        assert stage.store.unread.count(ROOM) > 30
        await pilot.press("enter")
        await settle(pilot)
        assert stage.store.unread.count(ROOM) == 0


async def test_a_line_written_further_up_says_nothing_of_what_is_below() -> None:
    stage = playing()
    async with stage.app().run_test(size=(80, 24)) as pilot:
        lines = await come_back(pilot, stage)
        lines.scroll_to(y=0, animate=False)
        await settle(pilot)
        assert not lines.following
        await pilot.press("h", "i", "enter")
        await settle(pilot)
        assert stage.store.unread.count(ROOM) > 20


async def test_end_pressed_at_the_end_says_so_and_from_further_up_only_leads_there() -> None:
    stage = playing()
    async with stage.app().run_test(size=(80, 24)) as pilot:
        lines = await come_back(pilot, stage)
        lines.focus()
        lines.scroll_to(y=0, animate=False)
        await settle(pilot)
        await pilot.press("end")
        await settle(pilot)
        assert lines.following and stage.store.unread.count(ROOM) > 20
        await pilot.press("end")
        await settle(pilot)
        assert stage.store.unread.count(ROOM) == 0
        assert lines.row(UNREAD) is None


async def test_end_in_an_empty_box_is_for_the_lines_and_in_a_text_for_the_text() -> None:
    stage = playing()
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await come_back(pilot, stage)
        await pilot.press("h", "end")
        await settle(pilot)
        assert stage.store.unread.count(ROOM) > 30
        await pilot.press("backspace", "end")
        await settle(pilot)
        assert stage.store.unread.count(ROOM) == 0


async def test_who_watches_has_no_box_and_reads_to_the_end_with_the_same_key() -> None:
    stage = playing()
    stage.do(Observe())
    async with stage.app().run_test(size=(80, 24)) as pilot:
        lines = await come_back(pilot, stage)
        lines.scroll_to(y=0, animate=False)
        await settle(pilot)
        await pilot.press("end")
        await settle(pilot)
        assert lines.following
        await pilot.press("end")
        await settle(pilot)
        assert stage.store.unread.count(ROOM) == 0


async def test_who_watches_and_moves_the_mouse_reads_what_comes() -> None:
    stage = playing()
    stage.do(Observe())
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.tick()
        before = stage.store.unread.count(ROOM)
        stage.now_ms += 70_000
        stage.play_persona("haibo", PostMessage(room=ROOM, text="here"))
        await settle(pilot)
        app.tick()
        assert stage.store.unread.count(ROOM) == before + 1
        await pilot.hover(MessageList)
        app.tick()
        assert stage.store.unread.count(ROOM) == before
