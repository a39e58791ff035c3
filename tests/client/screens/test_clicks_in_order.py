"""A click acts behind what was typed before it, and what is typed behind it is for where it leads."""

from collections.abc import Sequence

import pytest
from textual import events
from textual.widget import Widget

from client.screens.stage import Stage, press_at_once, settle
from client.screens.test_keys_in_order import KITCHEN, LINE, chatting, line
from goodpath_client.app import StudentApp
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.side_list import SideList
from goodpath_core.play.event import Command
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.safety import SpeakAside

CLICK = "click on the kitchen"


def click(app: StudentApp, part: Widget, row: int) -> None:
    """Press and let go of the mouse on a row of a part of the screen, as a terminal tells of it."""
    x, y = part.content_region.x + 3, part.content_region.y + row
    for kind in (events.MouseDown, events.MouseUp):
        app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, x, y))


def do_at_once(app: StudentApp, deeds: Sequence[str]) -> None:
    """Press keys, and click on another chat, faster than the screen answers."""
    side = app.screen.query_one(SideList)
    row = [option.id for option in side.options].index(f"room:{KITCHEN}")
    for deed in deeds:
        if deed == CLICK:
            click(app, side, row)
        else:
            press_at_once(app, deed)


def invited() -> Stage:
    """Seat 1 has a chat open, and something was said in another one."""
    stage = chatting()
    stage.play_persona("jia", PostMessage(room=KITCHEN, text="tea?"))
    return stage


@pytest.mark.parametrize(
    ("deeds", "sent"),
    [
        ([*"secret", "enter", CLICK], [line(LINE, "secret")]),
        ([*"one", "alt+enter", *"two", "enter", CLICK], [line(LINE, "one\ntwo")]),
        ([*"one", "left", *"two", "enter", CLICK], [line(LINE, "ontwoe")]),
        ([*"/ooc", "space", *"hi", "enter", CLICK], [SpeakAside(room=LINE, text="hi")]),
        ([*"one", "enter", CLICK, *"two", "enter"], [line(LINE, "one"), line(KITCHEN, "two")]),
    ],
    ids=["a line", "a line of two", "a mended line", "out of character", "a line in each chat"],
)
async def test_a_line_is_said_where_it_was_typed_before_the_click_behind_it_acts(
    deeds: list[str], sent: list[Command]
) -> None:
    stage = invited()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        do_at_once(app, deeds)
        await pilot.pause(0.2)
        await settle(pilot)
        phone = app.screen
        assert isinstance(phone, OnlineScreen)
        assert (stage.link.commands, phone.room) == (sent, KITCHEN)


async def test_what_is_begun_before_a_click_stays_in_its_chat_and_what_follows_stands_in_the_other() -> None:
    app = invited().app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        do_at_once(app, [*"secret", CLICK, *"tea"])
        await pilot.pause(0.2)
        await settle(pilot)
        assert app.screen.query_one(Composer).drafts == {LINE: "secret", KITCHEN: "tea"}


async def test_a_click_on_a_line_behind_words_chooses_it_and_what_is_typed_then_answers_it() -> None:
    stage = invited()
    stage.play_persona("haibo", PostMessage(room=LINE, text="who comes?"))
    asked = stage.world.seq
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        lines = app.screen.query_one(MessageList)
        row = lines.scrollable_content_region.height - 2
        press_at_once(app, *"one")
        click(app, lines, row)
        press_at_once(app, *"me", "enter")
        await pilot.pause(0.2)
        await settle(pilot)
        assert stage.link.commands == [
            PostMessage(room=LINE, text="oneme", reply_to=asked, mentions=("1/haibo",))
        ]
