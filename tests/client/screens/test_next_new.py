"""F6 leads to what is new, where it begins, and chooses nothing."""

import pytest

from client.screens.stage import Stage, settle
from client.screens.test_online import ROOM, playing
from client.screens.test_phone_deeds import PRIVATE, lines_of, listening
from goodpath_client.app import StudentApp
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.widgets.composer import Composer
from goodpath_core.play.messages import PostMessage


async def test_f6_goes_to_the_line_marked_by_hand_where_nothing_else_is_new() -> None:
    stage = listening(3)
    app = stage.app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await pilot.press("up", "up", "enter", "u")
        await settle(pilot)
        await pilot.press("f6")
        await settle(pilot)
        assert lines_of(app).chosen is None
        app.tick()
        assert stage.store.unread.count(ROOM) == 0


def shown(app: StudentApp) -> list[str]:
    lines = lines_of(app)
    return [row.text for key in lines.visible_keys() if (row := lines.row(key)) is not None]


def crowded() -> Stage:
    """Haibo has said fifty lines in the group, and named the reader in one of them."""
    stage = playing()
    for number in range(50):
        mentions = (stage.store.me,) if number == 30 else ()
        stage.play_persona("haibo", PostMessage(room=ROOM, text=f"line {number}", mentions=mentions))
    return stage


def mark_all_new(stage: Stage) -> None:
    """What was said before play has been read, and what Haibo said has not."""
    stage.store.unread.seen(ROOM, stage.world.seq)
    first = next(line.seq for line in stage.store.lines(ROOM) if line.text == "line 0")
    stage.store.unread.mark_unread(ROOM, first)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_f6_shows_the_line_that_names_one_and_then_the_oldest_new_ones(size: tuple[int, int]) -> None:
    stage = crowded()
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, OnlineScreen)
        screen.open_room(PRIVATE)
        mark_all_new(stage)
        await settle(pilot)
        await pilot.press("f6")
        await settle(pilot)
        assert "line 30" in shown(app) and "line 0" not in shown(app)
        assert stage.store.unread.mentions(ROOM) == 0
        await pilot.press("f6")
        await settle(pilot)
        assert "line 0" in shown(app)
        seen = stage.store.unread.count(ROOM)
        await pilot.press("pagedown")
        await settle(pilot)
        app.tick()
        assert app.screen.focused is app.screen.query_one(Composer)
        assert "line 0" not in shown(app) and stage.store.unread.count(ROOM) < seen


async def test_what_is_typed_after_f6_answers_nothing() -> None:
    stage = crowded()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        mark_all_new(stage)
        await pilot.press("f6")
        await settle(pilot)
        await pilot.press(*"hello", "enter")
        await settle(pilot)
    assert stage.link.commands == [PostMessage(room=ROOM, text="hello")]
