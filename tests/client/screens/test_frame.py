"""What all screens share: each is whole before anything is shown on it, and a pause is seen on every one."""

import pytest

from client.screens.stage import TEACHER, Stage, screen_text, settle
from goodpath_client.link_state import LinkState
from goodpath_client.screens.contacts import ContactsScreen
from goodpath_core.play.control import PauseWorld, ResumeWorld
from goodpath_core.wire.closing import RESET


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


@pytest.mark.parametrize("key", ["", "f1", "f2", "f3", "f5", "alt+c", "alt+k", "alt+i"])
async def test_a_pause_is_seen_on_every_screen_and_so_is_its_end(key: str) -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        if key:
            await pilot.press(key)
        stage.do(PauseWorld(why="Breathe."), TEACHER)
        await settle(pilot)
        assert screen_text(app).splitlines()[-1].endswith("PAUSED · connected")
        stage.do(ResumeWorld(), TEACHER)
        await settle(pilot)
        assert "PAUSED" not in screen_text(app)
