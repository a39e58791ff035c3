"""What all screens share: each is whole before it shows anything, has one foot, and tells of a pause."""

from collections.abc import Callable

import pytest

from client.screens.full_stage import full_stage
from client.screens.stage import TEACHER, Stage, screen_text, settle
from client.screens.test_wholeness import SCREENS
from goodpath_client.link_state import LinkState
from goodpath_client.screens.contacts import ContactsScreen
from goodpath_client.screens.frame import Frame
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.key_hints import KeyHints
from goodpath_core.play.control import PauseWorld, ResumeWorld
from goodpath_core.wire.closing import RESET

KEYS = ("f1", "f2", "f3", "f5", "alt+c", "alt+k", "alt+i")


async def test_a_screen_is_whole_from_its_mounting_until_it_is_taken_down() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        contacts = ContactsScreen()
        assert not contacts.is_whole
        contacts.refresh_from_store(())
        app.push_screen(contacts)
        await settle(pilot)
        assert contacts.is_whole and "Long Haibo" in screen_text(app)
        await contacts.remove_children()
        assert not contacts.is_whole
        contacts.refresh_from_store(())
        app.tick()


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_a_seat_that_the_teacher_closed_says_so_whole_and_by_which_key_to_leave(
    size: tuple[int, int],
) -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        stage.store.set_link(LinkState("closed", text=RESET.text))
        await settle(pilot)
        assert "Your teacher has closed this seat. Leave and join anew." in screen_text(app)
        assert "Alt+Q leave" in screen_text(app).splitlines()[-1]


@pytest.mark.parametrize(
    ("key", "words"),
    [("", "PAUSED: Breathe."), *((key, "  PAUSED  F1 help  F9 stop") for key in KEYS)],
    ids=["phone", *KEYS],
)
async def test_a_pause_is_seen_on_every_screen_and_so_is_its_end(key: str, words: str) -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        if key:
            await pilot.press(key)
        stage.do(PauseWorld(why="Breathe."), TEACHER)
        await settle(pilot)
        assert words in screen_text(app) and screen_text(app).count("PAUSED") == 1
        stage.do(ResumeWorld(), TEACHER)
        await settle(pilot)
        assert "PAUSED" not in screen_text(app)


@pytest.mark.parametrize("size", [(60, 20), (80, 24)], ids=["60x20", "80x24"])
@pytest.mark.parametrize("make", SCREENS.values(), ids=SCREENS.keys())
async def test_the_way_back_and_the_keys_for_help_and_stop_stand_in_one_place_on_every_screen(
    make: Callable[[], Frame], size: tuple[int, int]
) -> None:
    stage = full_stage()
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        screen = make()
        app.push_screen(screen)
        await settle(pilot)
        foot = screen_text(app).splitlines()[-1]
        assert foot.startswith(" Esc back") is screen.CLOSES
        assert "  F1 help  F9 " in foot and len(foot) == size[0]
        assert "connected" not in foot


async def test_in_a_pause_the_keys_of_the_phone_stay_where_they_are_and_are_dimmed() -> None:
    stage = full_stage()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before, bold = screen_text(app).splitlines()[-1], _bold_keys(app.screen.query_one(KeyHints))
        assert {"Tab", "F4", "F9"} <= bold
        stage.do(PauseWorld(why="Breathe."), TEACHER)
        await settle(pilot)
        assert screen_text(app).splitlines()[-1] == before
        assert _bold_keys(app.screen.query_one(KeyHints)) == {"Tab", "F1", "F9"}
        assert "paused: type on; it goes out when the world goes on" in screen_text(app)


async def test_once_the_connection_is_closed_the_phone_offers_to_leave_and_nothing_that_would_be_sent() -> (
    None
):
    stage = full_stage()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        stage.store.set_link(LinkState("closed", text="Your teacher has closed this seat."))
        await settle(pilot)
        foot = screen_text(app).splitlines()[-1]
        assert foot.startswith(" Alt+Q leave  Tab chats ") and foot.endswith("  closed  F1 help")
        assert [words for words in ("F2", "F3", "F4", "F9", "F12") if words in foot.split()] == []
        assert "closed: nothing is sent any more; Alt+Q leaves" in screen_text(app)


async def test_the_empty_box_says_who_writes_and_what_sends() -> None:
    app = full_stage().app()
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        assert str(app.screen.query_one(Composer).placeholder) == "write as Pan Yuting · Enter sends"


def _bold_keys(hints: KeyHints) -> set[str]:
    drawn = hints.render()
    return {drawn.plain[one.start : one.end] for one in drawn.spans if "bold" in str(one.style)}
