"""Where a terminal does not tell of focus, the open chat that shows its newest line has no number."""

from textual import events

from client.screens.stage import TEACHER, Stage, screen_text, settle
from goodpath_client.app import StudentApp
from goodpath_client.attention import ATTENTION_MS
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.screens.phone_deeds import mark_line_unread
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.row_view import UNREAD
from goodpath_core.play.control import NextPhase
from goodpath_core.play.messages import PostMessage

ROOM = "1/page-makers"
SIZE = (100, 32)


def playing() -> Stage:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.do(NextPhase(), TEACHER)
    return stage


def listed(app: StudentApp) -> str:
    """The row of the open chat in the list."""
    return next(line for line in screen_text(app).splitlines() if ">Page makers" in line)[:22]


def say(stage: Stage, many: int) -> None:
    for number in range(many):
        stage.play_persona("haibo", PostMessage(room=ROOM, text=f"line {number}"))


async def test_the_open_chat_has_no_number_while_it_follows_but_its_divider_and_f6_stay() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        stage.now_ms += ATTENTION_MS
        say(stage, 50)
        await settle(pilot)
        lines = app.screen.query_one(MessageList)
        assert stage.store.unread.count(ROOM) == 50 and lines.following
        assert listed(app).rstrip(" │") == "│>Page makers"
        assert lines.row(UNREAD) is not None
        await pilot.press("f6")
        await settle(pilot)
        first = stage.world.rooms[ROOM].messages[-50]
        assert first.text == "line 0" and first.seq in lines.visible_keys()
        app.tick()
        await settle(pilot)
        assert listed(app).rstrip(" │").rsplit(" ", 1)[1].isdecimal()


async def test_where_focus_is_known_to_be_elsewhere_the_number_is_shown() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        app.app_focus = False
        app.attention.notice(events.AppBlur())
        say(stage, 9)
        await settle(pilot)
        assert listed(app).rstrip(" │").endswith(" 9")


async def test_what_was_marked_as_new_by_hand_keeps_its_number() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        say(stage, 3)
        await settle(pilot)
        assert isinstance(app.screen, OnlineScreen)
        mark_line_unread(app.screen, ROOM, stage.world.rooms[ROOM].messages[-2].seq)
        await settle(pilot)
        assert listed(app).rstrip(" │").endswith(" 2")


async def test_another_chat_keeps_its_number() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        stage.now_ms += ATTENTION_MS
        stage.play_persona("haibo", PostMessage(room="private:1/haibo+1/yuting", text="news"))
        await settle(pilot)
        row = next(one for one in screen_text(app).splitlines() if "@" in one[:4])
        assert row[:22].rstrip(" │").endswith(" 1")
