"""What all screens share: each is whole before anything is shown on it, and a pause is seen on every one."""

import pytest

from client.screens.stage import TEACHER, Stage, screen_text, settle
from goodpath_client.screens.contacts import ContactsScreen
from goodpath_core.play.control import PauseWorld, ResumeWorld


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
