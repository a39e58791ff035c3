"""While the box holds a group's notice it says so, and what stood there before comes back."""

import pytest

from client.screens.stage import Stage, screen_text, seen, settle, write
from goodpath_client.app import StudentApp
from goodpath_client.widgets.composer import Composer
from goodpath_core.play.messages import PostMessage, SetNotice

ROOM = "1/page-makers"
LONG = "Tonight we all meet at the gate of the factory at ten, bring a picture of your room. " * 2
READERS = "teacher"


def owner(notice: str) -> Stage:
    """Seat 1 plays whoever owns the group."""
    stage = Stage(play="xiaoyan")
    stage.start()
    stage.link.answers = True
    stage.do(SetNotice(room=ROOM, text=notice))
    return stage


def box(app: StudentApp) -> Composer:
    return app.screen.query_one(Composer)


def title(app: StudentApp) -> str:
    return str(box(app).border_title)


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 14)], ids=str)
async def test_the_title_of_the_box_says_that_it_holds_a_notice_and_what_its_keys_do(
    size: tuple[int, int],
) -> None:
    app = owner("Come all.").app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        before = title(app)
        await pilot.press("alt+n")
        await settle(pilot)
        for words in ("notice", "Enter", "for all", "Esc"):
            assert words in title(app)
            assert words in screen_text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert title(app) == before


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        (150, "notice of Page makers · Enter sets it for all · Esc leaves it as it is"),
        (130, "notice of Page makers: Enter sets it for all, Esc leaves it"),
        (80, "notice of Page makers: Enter for all, Esc leave it"),
    ],
)
async def test_the_title_names_the_group_whose_notice_it_is(columns: int, words: str) -> None:
    app = owner("Come all.").app()
    async with app.run_test(size=(columns, 30)) as pilot:
        await settle(pilot)
        await pilot.press("alt+n")
        await seen(pilot, words)


async def test_escape_leaves_the_notice_as_it_is_and_gives_the_draft_back() -> None:
    stage = owner("Come all.")
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await write(pilot, "half a line", "alt+n")
        await settle(pilot)
        assert box(app).text == "/notice Come all."
        await write(pilot, " Or not.", "alt+n", "escape")
        await settle(pilot)
        assert box(app).text == "half a line"
        await pilot.press("!", "enter")
        await settle(pilot)
        assert [line.text for line in stage.store.lines(ROOM)][-1] == "half a line!"
    assert stage.world.rooms[ROOM].notice == "Come all."


async def test_a_draft_with_what_it_answers_is_back_once_the_notice_is_set() -> None:
    stage = owner("Come all.")
    stage.play_persona("haibo", PostMessage(room=ROOM, text="who is awake?"))
    seq = stage.world.seq
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await write(pilot, "", "ctrl+up")
        await write(pilot, "I am")
        await seen(pilot, "answering")
        await pilot.press("alt+n")
        await settle(pilot)
        assert "answering" not in screen_text(app)
        await write(pilot, " At ten.", "enter")
        await settle(pilot)
        assert stage.world.rooms[ROOM].notice == "Come all. At ten."
        assert box(app).text == "I am"
        await seen(pilot, "answering")
        await pilot.press("enter")
        await settle(pilot)
    assert PostMessage(room=ROOM, text="I am", reply_to=seq, mentions=("1/haibo",)) in stage.link.commands


async def test_the_control_key_that_empties_a_line_takes_a_notice_whole() -> None:
    stage = owner(LONG)
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await write(pilot, "half a line", "alt+n")
        await settle(pilot)
        before = stage.world.rooms[ROOM].notice
        await pilot.press("ctrl+u")
        await settle(pilot)
        assert box(app).text == ""
        assert READERS in title(app) and "notice" not in title(app)
        assert "your draft comes back after this" in screen_text(app)
        await write(pilot, "hello", "enter")
        await settle(pilot)
        assert stage.world.rooms[ROOM].notice == before
        assert [line.text for line in stage.store.lines(ROOM)][-1] == "hello"
        assert box(app).text == "half a line"


async def test_escape_in_a_box_that_was_emptied_gives_the_draft_back() -> None:
    app = owner("Come all.").app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await write(pilot, "half a line", "alt+n", "ctrl+u", "escape")
        await settle(pilot)
        assert box(app).text == "half a line"
        assert "your draft comes back" not in screen_text(app)


async def test_a_draft_under_a_notice_outlives_another_chat() -> None:
    app = owner("Come all.").app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await write(pilot, "half a line", "alt+n")
        await settle(pilot)
        app.write_to("1/yuting")
        await settle(pilot)
        assert box(app).text == ""
        app.screen.open_room(ROOM)  # type: ignore[attr-defined]
        await settle(pilot)
        assert box(app).text == "/notice Come all."
        await pilot.press("escape")
        await settle(pilot)
        assert box(app).text == "half a line"


async def test_a_refused_notice_that_is_dropped_gives_the_draft_back_too() -> None:
    stage = owner("Come all.")
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await write(pilot, "half a line", "alt+n")
        await settle(pilot)
        await write(pilot, "x" * 400, "enter")
        await settle(pilot)
        assert box(app).text == "/notice Come all." + "x" * 400
        await pilot.press("escape")
        await settle(pilot)
        assert box(app).text == "half a line"
