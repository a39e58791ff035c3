"""Others hear that somebody types only of what that person does to the words, not of words that come back."""

from typing import Final

from textual import events

from client.screens.stage import RecordingLink, Stage, settle, write
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.widgets.composer import Composer

ROOM: Final = "1/page-makers"
OTHER: Final = "private:1/haibo+1/yuting"


class TellingLink(RecordingLink):
    """Records also where others are told that somebody types."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self.told: list[str] = []

    async def typing(self, room: str) -> None:
        self.told.append(room)


def playing() -> tuple[Stage, TellingLink]:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    link = stage.link = TellingLink(stage)
    return stage, link


async def test_what_is_typed_taken_out_or_pasted_is_told() -> None:
    stage, link = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await write(pilot, "hi")
        assert link.told == [ROOM, ROOM]
        await pilot.press("backspace")
        assert link.told == [ROOM, ROOM, ROOM]
        app.post_message(events.Paste("ello"))
        await settle(pilot)
        assert app.screen.query_one(Composer).text == "hello"
        assert link.told == [ROOM, ROOM, ROOM, ROOM]


async def test_a_draft_that_a_chat_holds_tells_nobody_anything_when_it_is_opened_or_taken_up_again() -> None:
    stage, link = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        screen = app.get_screen("online", OnlineScreen)
        await write(pilot, "not yet")
        screen.open_room(OTHER)
        await settle(pilot)
        link.told.clear()
        screen.open_room(ROOM)
        await settle(pilot)
        assert screen.query_one(Composer).text == "not yet"
        assert link.told == []


async def test_a_refused_line_that_comes_back_and_one_that_is_shown_again_tell_nobody_anything() -> None:
    stage, link = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await write(pilot, "hello", "enter")
        await settle(pilot)
        link.told.clear()
        await pilot.press("alt+up")
        assert app.screen.query_one(Composer).text == "hello"
        await pilot.press("down")
        stage.store.refuse("r1", "x", "Not now.")
        await settle(pilot)
        assert app.screen.query_one(Composer).text == "hello"
        assert link.told == []


async def test_a_command_is_nothing_that_others_are_told_of() -> None:
    stage, link = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await write(pilot, "/oo")
        assert link.told == []


async def test_a_line_that_begins_with_a_slash_and_is_no_command_is_told() -> None:
    stage, link = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await write(pilot, "/(o")
        assert set(link.told) == {ROOM}
