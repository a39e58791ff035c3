"""The menu of a line offers what the rules would let this seat do with that line at this moment."""

from collections.abc import Callable

import pytest

from client.screens.stage import TEACHER, Stage, screen_text, settle
from goodpath_client.screens.line_menu import LineMenu
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.widgets.message_list import MessageList
from goodpath_core.play.control import PauseWorld
from goodpath_core.play.messages import HideMessage, PostMessage, SetNotice, TakeBackMessage
from goodpath_core.play.seats import Observe

ROOM = "1/page-makers"
ANSWER, BACK, UNREAD = "Enter or A  answer it", "T  take it back", "U  unread from here"
TWO_MINUTES_MS = 120_000


def owner() -> Stage:
    """Seat 1 owns the group."""
    stage = Stage("ten-pictures", "xiaoyan")
    stage.start()
    stage.link.answers = True
    return stage


def own(stage: Stage) -> None:
    stage.do(PostMessage(room=ROOM, text="mine"))


def own_of_two_minutes_ago(stage: Stage) -> None:
    own(stage)
    stage.now_ms += TWO_MINUTES_MS


def own_of_longer_ago(stage: Stage) -> None:
    own(stage)
    stage.now_ms += TWO_MINUTES_MS + 1


def own_in_a_pause(stage: Stage) -> None:
    own(stage)
    stage.do(PauseWorld(why="Breathe."), TEACHER)


def notice(stage: Stage) -> None:
    stage.do(SetNotice(room=ROOM, text="Come all."))


def of_somebody_else(stage: Stage) -> None:
    stage.play_persona("haibo", PostMessage(room=ROOM, text="his"))


def watched(stage: Stage) -> None:
    of_somebody_else(stage)
    stage.do(Observe())
    stage.join()


@pytest.mark.parametrize(
    ("prepare", "offered"),
    [
        (own, [ANSWER, BACK, UNREAD]),
        (own_of_two_minutes_ago, [ANSWER, BACK, UNREAD]),
        (own_of_longer_ago, [ANSWER, UNREAD]),
        (own_in_a_pause, [ANSWER, BACK, UNREAD]),
        (notice, [ANSWER, UNREAD]),
        (of_somebody_else, [ANSWER, UNREAD]),
        (watched, [UNREAD]),
    ],
)
async def test_only_what_the_rules_allow_is_offered(
    prepare: Callable[[Stage], None], offered: list[str]
) -> None:
    stage = owner()
    prepare(stage)
    app = stage.app()
    async with app.run_test(size=(90, 30)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+up", "enter")
        await settle(pilot)
        assert isinstance(app.screen, LineMenu)
        assert [words for words in (ANSWER, BACK, UNREAD) if words in screen_text(app)] == offered


async def test_once_two_minutes_are_over_the_open_menu_offers_to_take_back_no_more() -> None:
    stage = owner()
    own(stage)
    app = stage.app()
    async with app.run_test(size=(90, 30)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+up", "enter")
        await settle(pilot)
        assert BACK in screen_text(app)
        stage.now_ms += TWO_MINUTES_MS + 1
        app.tick()
        await pilot.pause()
        assert BACK not in screen_text(app)
        await pilot.press("t")
        await settle(pilot)
        assert isinstance(app.screen, LineMenu)
    assert stage.link.commands == []


@pytest.mark.parametrize("whose", ["haibo", "xiaoyan"])
async def test_the_cursor_passes_over_a_line_that_is_gone(whose: str) -> None:
    stage = owner()
    stage.play_persona(whose, PostMessage(room=ROOM, text="stays"))
    stays = stage.world.seq
    stage.play_persona(whose, PostMessage(room=ROOM, text="goes"))
    goes = stage.world.seq
    if whose == "haibo":
        stage.do(HideMessage(room=ROOM, message=goes), TEACHER)
    else:
        stage.do(TakeBackMessage(room=ROOM, message=goes))
    app = stage.app()
    async with app.run_test(size=(90, 30)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+up")
        await settle(pilot)
        chosen = app.screen.query_one(MessageList).chosen
        assert chosen is not None and chosen.key == stays


async def test_what_is_typed_while_the_chosen_line_goes_answers_nothing() -> None:
    stage = owner()
    of_somebody_else(stage)
    seq = stage.world.seq
    app = stage.app()
    async with app.run_test(size=(90, 30)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+up")
        stage.do(HideMessage(room=ROOM, message=seq), TEACHER)
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, OnlineScreen)
        await pilot.press(*"ok", "enter")
        await settle(pilot)
    assert stage.link.commands == [PostMessage(room=ROOM, text="ok")]


async def test_reply_answers_no_line_that_is_gone() -> None:
    stage = owner()
    of_somebody_else(stage)
    stays = stage.world.seq
    of_somebody_else(stage)
    stage.do(HideMessage(room=ROOM, message=stage.world.seq), TEACHER)
    app = stage.app()
    async with app.run_test(size=(90, 30)) as pilot:
        await settle(pilot)
        assert app.run_slash("/reply yes")
        await settle(pilot)
    assert stage.link.commands == [PostMessage(room=ROOM, text="yes", reply_to=stays, mentions=("1/haibo",))]
