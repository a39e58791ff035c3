"""Words in the teacher's boxes outlive Escape, F2 and a refusal; no console is closed over them unasked."""

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress

import pytest

from client.screens.stage import press_at_once, write
from client.teacher.classroom import Classroom, screen_text, seen, start, until
from goodpath_client.screens.confirm import ConfirmScreen
from goodpath_client.screens.unsent import UnsentScreen
from goodpath_client.teacher.boxes import loss_words
from goodpath_client.teacher.console import ConsoleScreen
from goodpath_client.teacher.notice import NoticeScreen
from goodpath_client.teacher.rooms import RoomsScreen
from goodpath_client.teacher.speak import SpeakScreen
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.row_list import RowList
from goodpath_core.play.control import EndSession
from goodpath_core.wire.closing import ENDED
from goodpath_server.log.memory import MemoryLog
from goodpath_server.log.port import Entry

ROOM = "1/page-makers"


class HeldLog(MemoryLog):
    """A log that stores nothing while it is held."""

    def __init__(self, meta: Mapping[str, str]) -> None:
        super().__init__(meta)
        self._free = threading.Event()
        self._free.set()

    def append(self, entries: Sequence[Entry]) -> None:
        self._free.wait()
        super().append(entries)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold it for as long as this lasts."""
        self._free.clear()
        try:
            yield
        finally:
            self._free.set()


def box_text(screen: object) -> str:
    assert isinstance(screen, SpeakScreen | NoticeScreen)
    return screen.query_one(Composer).text


async def test_what_the_narrator_was_to_say_is_back_after_escape_with_whom_it_was_for() -> None:
    async with Classroom() as room:
        await room.pupil("Ana", "1/yuting")
        async with room.console() as (app, pilot):
            await seen(app, "1 of 1 here")
            await start(app, pilot)
            await pilot.press("f4")
            await seen(app, "as the narrator, to everybody")
            app.screen.query_one("#targets", RowList).choose("persona:1/yuting")
            await seen(app, "as the narrator, to Pan Yuting alone")
            await write(pilot, "Rain", "escape")
            await until(lambda: isinstance(app.screen, ConsoleScreen))
            await pilot.press("f8")
            await seen(app, "who speaks")
            assert box_text(app.screen) == ""
            await pilot.press("escape", "f4")
            await seen(app, "as the narrator, to Pan Yuting alone")
            assert box_text(app.screen) == "Rain"
            await pilot.press(*"!", "enter")
            await seen(app, "as the narrator, to Pan Yuting alone · said; write on")
            await pilot.press("escape")
            await until(lambda: isinstance(app.screen, ConsoleScreen))
            await pilot.press("f4")
            await seen(app, "as the narrator, to everybody")
            assert box_text(app.screen) == ""


async def test_what_was_begun_for_one_seat_waits_for_that_seat() -> None:
    async with Classroom() as room:
        await room.pupil("Ana", "1/yuting")
        await room.pupil("Ben", "1/chunmei")
        async with room.console() as (app, pilot):
            await seen(app, "2 of 2 here")
            await start(app, pilot)
            await pilot.press("w")
            await seen(app, "to Pan Yuting alone")
            await pilot.press("enter", "enter")
            await write(pilot, "Psst", "escape")
            await pilot.press("down", "w")
            await seen(app, "to Wei Chunmei alone")
            assert box_text(app.screen) == ""
            await pilot.press("escape", "up", "w")
            await seen(app, "to Pan Yuting alone")
            assert box_text(app.screen) == "Psst" and app.screen.query_one(Composer).has_focus


async def test_a_notice_is_kept_as_it_was_changed_and_follows_the_one_that_stands_where_it_was_not() -> None:
    async with Classroom() as room, room.console() as (app, pilot):
        await seen(app, "LOBBY")
        await start(app, pilot)
        await pilot.press("f3", "e")
        await seen(app, "the notice of Page makers")
        standing = app.store.world.rooms[ROOM].notice
        await pilot.press("escape")
        await until(lambda: isinstance(app.screen, RoomsScreen))
        assert app.boxes.not_sent() == []
        await pilot.press("e")
        await write(pilot, " Be early.", "escape")
        await until(lambda: isinstance(app.screen, RoomsScreen))
        assert app.boxes.not_sent() == [f"{standing} Be early."]
        await pilot.press("e")
        await seen(app, "the notice of Page makers")
        assert box_text(app.screen) == f"{standing} Be early."


async def test_a_notice_that_is_not_set_after_all_is_a_draft_that_escape_keeps() -> None:
    async with Classroom() as room, room.console() as (app, pilot):
        await seen(app, "LOBBY")
        await start(app, pilot)
        await pilot.press("f3", "e")
        await seen(app, "the notice of Page makers")
        app.screen.query_one(Composer).clear()
        await write(pilot, "Be early", "enter")
        await seen(app, "Set this as the notice")
        await pilot.press("escape")
        await until(lambda: isinstance(app.screen, NoticeScreen))
        await pilot.press("escape")
        await until(lambda: isinstance(app.screen, RoomsScreen))
        await pilot.press("e")
        await seen(app, "Be early")
        assert box_text(app.screen) == "Be early"


async def test_f2_takes_a_box_away_but_none_of_its_words() -> None:
    async with Classroom() as room, room.console() as (app, pilot):
        await seen(app, "LOBBY")
        await start(app, pilot)
        await pilot.press("f4")
        await seen(app, "as the narrator, to everybody")
        press_at_once(app, *"Rain", "f2")
        await until(lambda: isinstance(app.screen, ConsoleScreen))
        await pilot.press("f4")
        await until(lambda: isinstance(app.screen, SpeakScreen))
        assert box_text(app.screen) == "Rain"


async def test_the_same_box_is_open_only_once() -> None:
    async with Classroom() as room, room.console() as (app, pilot):
        await seen(app, "LOBBY")
        await start(app, pilot)
        await pilot.press("f4")
        await seen(app, "as the narrator, to everybody")
        first = app.screen
        await write(pilot, "Rain", "f3")
        await until(lambda: isinstance(app.screen, RoomsScreen))
        await pilot.press("f4")
        await until(lambda: app.screen is first)
        assert box_text(first) == "Rain"


async def test_what_is_refused_after_its_box_was_closed_is_shown_and_back_in_it() -> None:
    async with Classroom() as room, room.console() as (app, pilot):
        await seen(app, "LOBBY")
        await pilot.press("f4")
        await seen(app, "as the narrator")
        press_at_once(app, *"Early", "enter", "escape")
        await until(lambda: isinstance(app.screen, UnsentScreen))
        await seen(app, "Early")
        # Only what has been drawn is read: a key that was pressed before was not meant for it.
        await pilot.pause()
        await pilot.press("escape")
        await until(lambda: isinstance(app.screen, ConsoleScreen))
        assert app.boxes.not_sent() == ["Early"]
        await pilot.press("f4")
        await until(lambda: isinstance(app.screen, SpeakScreen) and box_text(app.screen) == "Early")


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
@pytest.mark.parametrize("leaving", ["alt+q", "y"])
async def test_closing_the_console_names_what_is_begun_and_goes_on_the_same_key(
    leaving: str, size: tuple[int, int]
) -> None:
    async with Classroom() as room, room.console(*size) as (app, pilot):
        await seen(app, "LOBBY")
        await pilot.press("f4")
        await seen(app, "as the narrator")
        press_at_once(app, *"Rain", "alt+q")
        await seen(app, "Not sent, and lost then: “Rain”.")
        await seen(app, "Y or Alt+Q close the console Esc no")
        await pilot.press("enter")
        assert app.is_running and isinstance(app.screen, ConfirmScreen)
        await pilot.press("escape")
        await until(lambda: isinstance(app.screen, SpeakScreen))
        await pilot.press("escape")
        await until(lambda: isinstance(app.screen, ConsoleScreen))
        await pilot.press("alt+q")
        await seen(app, "Not sent, and lost then: “Rain”.")
        await pilot.press(leaving)
        await until(lambda: not app.is_running)
    assert app.return_code == 0


async def test_closing_the_console_names_what_was_sent_and_is_not_answered() -> None:
    log = HeldLog({"session": "s1"})
    async with Classroom(log=log) as room, room.console() as (app, pilot):
        await seen(app, "LOBBY")
        await start(app, pilot)
        await pilot.press("f4")
        await seen(app, "as the narrator")
        with log.held():
            await write(pilot, "Rain", "enter", "escape")
            await until(lambda: isinstance(app.screen, ConsoleScreen))
            await pilot.press("alt+q")
            await seen(app, "Not answered yet, and perhaps lost: “Rain”.")
            await pilot.press("escape")
        await until(lambda: app.boxes.not_answered() == [])
        await pilot.press("alt+q")
        await seen(app, "Close this console?")
        assert "lost" not in screen_text(app)
        await pilot.press("enter")
        await until(lambda: not app.is_running)


async def test_the_end_of_the_session_and_a_lost_server_are_not_held_up_by_the_question() -> None:
    async with Classroom() as room:
        other = await room.second_teacher()
        async with room.console() as (app, pilot):
            await seen(app, "LOBBY")
            await start(app, pilot)
            await pilot.press("f4")
            await seen(app, "as the narrator")
            await write(pilot, "Rain", "alt+q")
            await seen(app, "Not sent, and lost then: “Rain”.")
            await other.do(EndSession())
            await until(lambda: app.store.world.session.stage == "ended")
            await room.server.stop()
            await until(lambda: not app.is_running)
        assert app.closing == ENDED and app.left_behind == ["Rain"]


async def test_without_a_server_the_same_key_leaves_too() -> None:
    async with Classroom() as room, room.console() as (app, pilot):
        await seen(app, "LOBBY")
        await pilot.press("f4")
        await seen(app, "as the narrator")
        await write(pilot, "Rain")
        await room.server.stop()
        await until(lambda: not app.store.link.online)
        await pilot.press("alt+q")
        await seen(app, "Not sent, and lost then: “Rain”.")
        await pilot.press("alt+q")
        await until(lambda: not app.is_running)
    assert app.return_code == 0 and app.lost


def test_many_words_are_named_by_their_beginnings_and_counted() -> None:
    words = loss_words([f"{number} {'rain ' * 30}" for number in range(5)], ["Psst"])
    assert words.startswith("Not sent, and lost then: “0 rain")
    assert words.endswith(" and 2 more; not answered yet, and perhaps lost: “Psst”.")
    assert words.count("“") == 4 and len(words) < 250


async def test_a_console_that_crashes_leaves_what_was_not_sent_to_be_shown() -> None:
    def broken() -> None:
        raise KeyError("a fault of the program")

    async with Classroom() as room:
        with suppress(KeyError):
            async with room.console() as (app, pilot):
                await seen(app, "LOBBY")
                await start(app, pilot)
                await pilot.press("f4")
                await seen(app, "as the narrator")
                await write(pilot, "Rain")
                app.call_later(broken)
                await until(lambda: not app.is_running)
        assert app.left_behind == ["Rain"] and isinstance(app.fault, KeyError) and app.kept_words == ""
