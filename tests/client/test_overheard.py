"""On screens over the phone one sees how long the phase lasts, and hears narrator and teacher."""

import pytest
from textual.pilot import Pilot

from client.little_server import until
from client.screens.stage import LOOK_S, PATIENCE, TEACHER, Stage, screen_text, settle, told
from goodpath_client.app import StudentApp
from goodpath_core.play.control import NextPhase, PauseWorld
from goodpath_core.play.narration import SpeakAsNarrator
from goodpath_core.play.safety import SpeakAside

HALF = "Half a minute is left in this phase."
DOG = SpeakAsNarrator(text="A dog [b]barks[/b].")
OVER_THE_PHONE = ("f12", "f2", "f3", "f5", "alt+k")


def playing() -> Stage:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    return stage


async def heard(pilot: Pilot[int], *words: str) -> None:
    """Wait until just this is told in passing."""
    assert isinstance(pilot.app, StudentApp)
    for _ in range(PATIENCE):
        if told(pilot.app) == [*words]:
            return
        await pilot.pause(LOOK_S)
    raise AssertionError(f"{words} is not what is told: {told(pilot.app)}")


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_the_time_left_stands_on_every_screen_over_the_phone(size: tuple[int, int]) -> None:
    stage = playing()
    stage.do(NextPhase(), TEACHER)
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for key in OVER_THE_PHONE:
            await pilot.press(key)
            await settle(pilot)
            assert screen_text(app).splitlines()[0].endswith("5 min left")
            await pilot.press("escape")
            await settle(pilot)
        await pilot.press("f12")
        stage.now_ms += 286_000
        app.tick()
        await settle(pilot)
        assert screen_text(app).splitlines()[0].endswith("14 s left")


async def test_what_the_narrator_tells_reaches_whoever_is_over_the_phone_and_stands_in_the_chat() -> None:
    stage = playing()
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        stage.do(SpeakAsNarrator(text="It rains."), TEACHER)
        await settle(pilot)
        await heard(pilot)
        await pilot.press("f12")
        await settle(pilot)
        stage.do(DOG, TEACHER)
        await heard(pilot, "~ A dog [b]barks[/b].")


async def test_what_the_narrator_tells_is_told_in_passing_in_a_chat_where_nobody_has_written() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await settle(pilot)
        app.write_to("1/haibo")
        await settle(pilot)
        stage.do(DOG, TEACHER)
        await until(lambda: "~ A dog [b]barks[/b]." in told(app))


async def test_what_the_teacher_says_reaches_whoever_is_over_the_phone() -> None:
    stage = playing()
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("f5")
        await settle(pilot)
        room = next(room.id for room in stage.world.rooms.values() if room.kind == "group")
        stage.do(SpeakAside(room=room, text="Please slow down."), TEACHER)
        await heard(pilot, "# Your teacher: Please slow down.")
        stage.do(PauseWorld(why="Look here."), TEACHER)
        await heard(pilot, "# Your teacher: Please slow down.", "PAUSED: Look here.")


async def test_what_was_told_long_before_somebody_was_back_is_not_told_again() -> None:
    stage = playing()
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("f5")
        await settle(pilot)
        stage.do(SpeakAsNarrator(text="Old."), TEACHER)
        stage.now_ms += 60_000
        await settle(pilot)
        await heard(pilot)


@pytest.mark.parametrize("key", ["f12", "f1", ""])
async def test_half_a_minute_before_the_end_it_is_told_on_any_screen_once(key: str) -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        if key:
            await pilot.press(key)
            await settle(pilot)
        stage.now_ms += 389_000
        app.tick()
        await heard(pilot)
        stage.now_ms += 1_000
        app.tick()
        app.tick()
        await heard(pilot, HALF)
