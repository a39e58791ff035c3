"""Chats are listed in one order on the screens and in lines, so that the same one is open first."""

from client.screens.stage import TEACHER, Stage, settle
from goodpath_client.chat_order import in_order
from goodpath_client.plain.table import Table
from goodpath_client.screens.online import OnlineScreen
from goodpath_core.play.control import NextPhase
from goodpath_core.play.messages import PostMessage


def busy_stage() -> Stage:
    """The second phase of the Apple phone, phones in hand, and a private line from Zhou to Yuting."""
    stage = Stage("apple-phone", "yuting")
    stage.start()
    stage.do(NextPhase(), TEACHER)
    stage.play_persona("zhou", PostMessage(room="private:1/yuting+1/zhou", text="psst"))
    return stage


def test_groups_come_before_the_towns_board_and_private_chats_last() -> None:
    stage = busy_stage()
    kinds = [room.kind for room in in_order(stage.store.world.rooms.values())]
    assert kinds == ["group", "group", "group", "town", "private"]


async def test_the_first_chat_in_lines_is_the_one_that_the_screens_open() -> None:
    stage = busy_stage()
    table = Table(stage.link, stage.store, [].append, lambda: stage.now_ms)  # type: ignore[arg-type]
    async with stage.app().run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, OnlineScreen)
        assert table.room == screen.room == "1/line3"
