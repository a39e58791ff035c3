"""What was typed and not sent is there again after the terminal was lost, and nobody else ever sees it."""

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import Input

from client.little_server import until
from client.screens.stage import TEACHER, Stage, screen_text, settle, write
from goodpath_client.app import StudentApp
from goodpath_client.crash import SEAT, SEAT_AND_LINES
from goodpath_client.joined import Joined
from goodpath_client.kept_drafts import KeptDrafts
from goodpath_client.screens.page_editor import PageEditorScreen
from goodpath_client.screens.post import PostScreen
from goodpath_client.widgets.composer import Composer
from goodpath_core.play.control import EndSession
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.seats import HandOver
from goodpath_core.wire.closing import RESET, TAKEN_OVER, Closing


def playing() -> Stage:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.now_ms += 60_000
    stage.link.answers = True
    return stage


def terminal(stage: Stage, folder: Path) -> StudentApp:
    """A terminal of this computer at the seat of the stage."""
    return StudentApp(Joined(stage.link, stage.store, drafts=KeptDrafts(folder)), now=lambda: stage.now_ms)


def files(folder: Path) -> list[Path]:
    return list(folder.iterdir()) if folder.exists() else []


def text_in(app: StudentApp) -> str:
    return app.screen.query_one(Composer).text


async def test_a_line_that_was_begun_is_in_its_box_again_after_the_client_was_killed(
    tmp_path: Path,
) -> None:
    stage = playing()
    lost = terminal(stage, tmp_path)
    async with lost.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await write(pilot, "half a li")
        # Nothing tells a killed program that it ends: what is on the disk meanwhile is all there is.
        await until(lambda: bool(files(tmp_path)) and b"half a li" in files(tmp_path)[0].read_bytes())
        lost.at_end = ()
    again = terminal(stage, tmp_path)
    async with again.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert text_in(again) == "half a li"
        await pilot.press("enter")
        await until(lambda: bool(stage.link.commands))
        assert isinstance(stage.link.commands[-1], PostMessage) and files(tmp_path) == []
    last = terminal(stage, tmp_path)
    async with last.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert text_in(last) == ""


async def test_a_terminal_that_hangs_up_keeps_what_was_typed_that_moment(tmp_path: Path) -> None:
    stage = playing()
    lost = terminal(stage, tmp_path)
    async with lost.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press(*"now")
        os.kill(os.getpid(), signal.SIGHUP)
        await until(lambda: lost.return_code == 129)
    again = terminal(stage, tmp_path)
    async with again.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert text_in(again) == "now"


def fall(app: StudentApp) -> None:
    def broken() -> None:
        raise KeyError("a fault of the program")

    app.call_later(broken)


def panic(app: StudentApp) -> None:
    app.call_later(app.panic, "the keyboard is not read any more")


@pytest.mark.parametrize("end", [fall, panic], ids=["fault", "panic"])
async def test_a_client_that_crashes_keeps_what_was_typed_that_moment(
    tmp_path: Path, end: Callable[[StudentApp], None]
) -> None:
    stage = playing()
    lost = terminal(stage, tmp_path)
    with suppress(KeyError):
        async with lost.run_test(size=(100, 30)) as pilot:
            await settle(pilot)
            await pilot.press(*"now")
            end(lost)
            await until(lambda: not lost.is_running)
    assert lost.fault is not None and lost.return_code == 1 and lost.kept_words == SEAT_AND_LINES
    again = terminal(stage, tmp_path)
    async with again.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert text_in(again) == "now"


async def test_what_fails_while_a_crash_is_dealt_with_hides_nothing_and_nothing_is_said_to_be_kept() -> None:
    stage = playing()
    lost = StudentApp(Joined(stage.link, stage.store), now=lambda: stage.now_ms)

    def full() -> None:
        raise OSError("no space left")

    with suppress(KeyError):
        async with lost.run_test(size=(100, 30)) as pilot:
            await settle(pilot)
            lost.at_end = (full,)
            fall(lost)
            await until(lambda: not lost.is_running)
    assert isinstance(lost.fault, KeyError) and lost.kept_words == SEAT


async def test_without_a_place_on_disk_nothing_is_said_to_be_kept() -> None:
    stage = playing()
    lost = StudentApp(Joined(stage.link, stage.store), now=lambda: stage.now_ms)
    with suppress(KeyError):
        async with lost.run_test(size=(100, 30)) as pilot:
            await settle(pilot)
            await pilot.press(*"now")
            fall(lost)
            await until(lambda: not lost.is_running)
    assert lost.kept_words == SEAT


async def test_a_paste_that_waited_for_an_answer_is_asked_about_at_the_next_terminal(tmp_path: Path) -> None:
    stage = playing()
    lost = terminal(stage, tmp_path)
    async with lost.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        lost.screen.query_one(Composer).post_message(Paste("1\n2\n3\n4\n5"))
        await settle(pilot)
        lost.exit(129)
    again = terminal(stage, tmp_path)
    async with again.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert text_in(again) == "" and "Paste 5 lines as one?" in screen_text(again)
        await pilot.press("enter")
        await settle(pilot)
        assert text_in(again) == "1\n2\n3\n4\n5"
    assert stage.link.commands == []


async def test_what_was_to_be_said_in_the_room_is_kept_as_well(tmp_path: Path) -> None:
    stage = Stage("apple-phone", "yuting")
    stage.start()
    if stage.world.persons["1/yuting"].place == "phone":
        stage.do(PutPhoneDown())
    lost = terminal(stage, tmp_path)
    async with lost.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await write(pilot, "is there rice")
        lost.exit(129)
    again = terminal(stage, tmp_path)
    async with again.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert text_in(again) == "is there rice"


async def test_a_post_and_a_page_that_were_open_come_back_whole(tmp_path: Path) -> None:
    stage = playing()
    lost = terminal(stage, tmp_path)
    async with lost.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("f2")
        await settle(pilot)
        await pilot.press("f3", "tab", "space", "shift+tab")
        await write(pilot, "mine")
        await settle(pilot)
        lost.exit(129)
    page = terminal(stage, tmp_path)
    async with page.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        page.push_screen(PageEditorScreen())
        await settle(pilot)
        page.screen.query_one("#nickname", Input).value = "Rain 雨"
        page.exit(129)
    again = terminal(stage, tmp_path)
    async with again.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        again.push_screen(PageEditorScreen())
        await settle(pilot)
        assert again.screen.query_one("#nickname", Input).value == "Rain 雨"
        await pilot.press("escape", "f2")
        await settle(pilot)
        assert isinstance(again.screen, PostScreen)
        draft = again.screen.draft
        assert (draft.text, draft.cards, draft.visible_to) == ("mine", ("palace-fountain",), "me")


async def test_another_seat_and_another_persona_see_nothing_of_it(tmp_path: Path) -> None:
    stage = playing()
    lost = terminal(stage, tmp_path)
    async with lost.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await write(pilot, "as yuting")
        lost.exit(129)
    other = playing()
    assert other.store.welcome is not None
    other.store.welcome = other.store.welcome.model_copy(update={"token": "another"})
    beside = terminal(other, tmp_path)
    async with beside.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert text_in(beside) == ""
    stage.do(HandOver(persona="1/yuting", seat=2), TEACHER)
    stage.do(HandOver(persona="1/chunmei", seat=1), TEACHER)
    handed = terminal(stage, tmp_path)
    async with handed.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert text_in(handed) == ""
        await write(pilot, "as chunmei")
        handed.exit(129)
    stage.do(HandOver(persona="1/chunmei", seat=3), TEACHER)
    stage.do(HandOver(persona="1/yuting", seat=1), TEACHER)
    back = terminal(stage, tmp_path)
    async with back.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert text_in(back) == "as yuting"


async def test_once_the_session_is_over_nothing_is_kept(tmp_path: Path) -> None:
    stage = playing()
    app = terminal(stage, tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await write(pilot, "too late")
        app.tick()
        assert len(files(tmp_path)) == 1
        stage.do(EndSession(), TEACHER)
        await until(lambda: files(tmp_path) == [])
    assert files(tmp_path) == []


async def close_with(closing: Closing, folder: Path) -> bool:
    """Whether what was begun is still kept after the server has ended the connection so."""
    app = terminal(playing(), folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await write(pilot, "mine")
        app.tick()
        assert len(files(folder)) == 1
        app.closing = closing
        await pilot.press("x")
        app.tick()
    return bool(files(folder)) and b"minex" not in files(folder)[0].read_bytes()


async def test_a_seat_that_was_taken_away_leaves_nothing(tmp_path: Path) -> None:
    assert not await close_with(RESET, tmp_path)


async def test_another_terminal_that_has_the_seat_is_not_written_over(tmp_path: Path) -> None:
    assert await close_with(TAKEN_OVER, tmp_path)
