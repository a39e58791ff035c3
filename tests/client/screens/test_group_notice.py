"""The notice of a group stands in one quiet line above its lines, and a key shows one that is cut whole."""

import pytest
from textual.screen import Screen

from client.screens.stage import TEACHER, Stage, screen_text, settle, told, write
from goodpath_client.app import StudentApp
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.message_list import MessageList
from goodpath_core.play.messages import HideMessage, PostMessage, SetNotice, private_room
from goodpath_core.play.seats import Observe

ROOM = "1/page-makers"
STANDING = "Tonight everybody makes a new page. Show it here when it is done."
LONG = "Tonight we all meet at the gate of the factory at ten, bring a picture of your room. " * 4
SIZES = pytest.mark.parametrize("size", [(140, 40), (80, 24), (60, 20)], ids=str)


def playing() -> Stage:
    """Seat 1 is a member of the group, whose notice the scenario has set."""
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    return stage


def set_notice(stage: Stage, text: str) -> None:
    """The owner of the group sets its notice, and so much is written after it that it leaves the screen."""
    stage.play_persona("xiaoyan", SetNotice(room=ROOM, text=text))
    for number in range(40):
        stage.play_persona("haibo", PostMessage(room=ROOM, text=f"line {number}"))


def notices(app: StudentApp) -> list[str]:
    """The lines of the screen that begin with the sign of a notice, without what stands beside the chat."""
    left = app.screen.query_one("#room").region.x
    return [line[left:] for line in screen_text(app).splitlines() if line[left:].startswith(" ! ")]


@SIZES
async def test_it_stands_in_one_line_right_above_what_is_written(size: tuple[int, int]) -> None:
    app = playing().app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        (notice,) = notices(app)
        assert notice.startswith(" ! Tonight everybody makes a new page.")
        lines = app.screen.query_one(MessageList).region
        rows = screen_text(app).splitlines()
        assert "Tonight everybody" in rows[lines.y - 1] and "Page makers" in rows[lines.y]


@SIZES
async def test_a_long_one_is_cut_before_the_key_that_shows_it_whole(size: tuple[int, int]) -> None:
    stage = playing()
    set_notice(stage, LONG.strip())
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert len(notices(app)) == 1
        words, _, key = notices(app)[0].partition("..")
        assert words.startswith(" ! Tonight we all meet") and key.split()[0] == "Alt+N"
        await pilot.press("alt+n")
        await settle(pilot)
        text = " ".join(screen_text(app).split())
        assert "Notice of Page makers" in text and LONG.strip() in text
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, OnlineScreen)
    assert stage.link.commands == []


async def test_one_that_fits_names_no_key() -> None:
    stage = playing()
    set_notice(stage, "Come\nall.")
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert [line.rstrip() for line in notices(app)] == [" ! Come all."]


async def test_where_there_is_none_no_line_is_lost_to_it() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = app.screen.query_one(MessageList)
        before = lines.region.height
        stage.play_persona("xiaoyan", SetNotice(room=ROOM, text=""))
        await settle(pilot)
        assert notices(app) == [] and lines.region.height == before + 1
        await write(pilot, "/notice", "enter")
        await settle(pilot)
        assert told(app) == ["There is no notice in this chat."]


async def test_in_a_window_of_few_rows_the_lines_have_them_and_the_key_shows_it() -> None:
    app = playing().app()
    async with app.run_test(size=(40, 12)) as pilot:
        await settle(pilot)
        assert notices(app) == []
        await pilot.press("alt+n")
        await settle(pilot)
        assert STANDING in " ".join(screen_text(app).split())


async def test_a_private_chat_has_none() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, OnlineScreen)
        app.screen.open_room(private_room("1/yuting", "1/haibo"))
        await settle(pilot)
        assert notices(app) == []
        app.screen.open_room(ROOM)
        await settle(pilot)
        assert len(notices(app)) == 1


async def test_a_new_one_takes_its_place_and_one_that_the_teacher_removed_is_gone() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        set_notice(stage, "[b]Early[/b] tomorrow.")
        await settle(pilot)
        assert [line.rstrip() for line in notices(app)] == [" ! [b]Early[/b] tomorrow."]
        notice = stage.world.rooms[ROOM].noticed
        await pilot.press("alt+n")
        await settle(pilot)
        assert "[b]Early[/b] tomorrow." in screen_text(app)
        stage.do(HideMessage(room=ROOM, message=notice), TEACHER)
        await settle(pilot)
        assert "Early" not in screen_text(app) and "There is no notice in this chat." in screen_text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert notices(app) == []


async def test_whoever_watches_sees_it_and_reads_it_whole() -> None:
    stage = playing()
    stage.do(Observe())
    stage.join()
    set_notice(stage, LONG.strip())
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert len(notices(app)) == 1
        await pilot.press("alt+n")
        await settle(pilot)
        assert LONG.strip() in " ".join(screen_text(app).split())


async def test_words_behind_the_command_are_for_the_owner_alone_and_come_back() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await write(pilot, "/notice Come all.", "enter")
        await settle(pilot)
        assert told(app) == [
            "Only the owner of a group changes its notice; open the chat of a group that is yours."
        ]
        assert app.screen.query_one(Composer).text == "/notice Come all."
    assert stage.link.commands == []


async def test_a_line_that_comes_below_a_notice_lays_nothing_out() -> None:
    stage = playing()
    set_notice(stage, LONG)
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        laid_out = list[Screen[None]]()
        app.screen.screen_layout_refresh_signal.subscribe(app.screen, laid_out.append)
        stage.play_persona("haibo", PostMessage(room=ROOM, text="one more"))
        await settle(pilot)
        assert "one more" in screen_text(app) and laid_out == []
