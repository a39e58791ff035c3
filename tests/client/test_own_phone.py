"""What the own phone tells reaches its owner wherever they are, once, and waits for whoever was away."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from client.little_server import until
from client.screens.stage import TEACHER, Stage, screen_text, seen, settle, told
from goodpath_client.app import StudentApp
from goodpath_client.joined import Joined
from goodpath_client.last_room import LastRooms
from goodpath_client.overheard import Overheard
from goodpath_client.plain.commands import ORDERS
from goodpath_client.plain.start import come
from goodpath_client.plain.table import Table
from goodpath_client.plain.teller import Teller
from goodpath_core.play.control import NextPhase
from goodpath_core.play.event import Draft
from goodpath_core.play.messages import PostMessage, private_room
from goodpath_core.play.phone import PhoneChanged
from goodpath_core.play.places import PickUpPhone, PlaceChanged, PutPhoneDown

TEXT = "Your account stands at [b]1[/b] yuan."
TOAST = f"Your phone: {TEXT}"
ROOM = "1/page-makers"


def playing() -> Stage:
    """On the phone, in a chat with a line."""
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.do(PostMessage(room=ROOM, text="hello"))
    return stage


def ring(stage: Stage, persona: str = "1/yuting") -> None:
    """Somebody's phone tells them something."""
    fact = PhoneChanged(persona=persona, balance_yuan=1, text=TEXT)
    stage.happen(Draft(fact, f"people:{persona}", 1, persona))


def go_to_shift(stage: Stage) -> None:
    fact = PlaceChanged(persona="1/yuting", place="shift", rule="shift")
    stage.happen(Draft(fact, "cell", 1, "1/yuting"))


async def look(pilot: Pilot[int]) -> list[str]:
    """A second passes; what is told in passing then."""
    assert isinstance(pilot.app, StudentApp)
    pilot.app.tick()
    await settle(pilot)
    return told(pilot.app)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_with_the_phone_in_the_hand_it_stands_in_the_open_chat_and_is_not_told_again(
    size: tuple[int, int],
) -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        ring(stage)
        ring(stage, "1/haibo")
        await seen(pilot, "Your account stands at [b]1")
        assert "+ your phone" in screen_text(app) and screen_text(app).count("Your account") == 1
        assert await look(pilot) == []
        stage.do(PutPhoneDown())
        await seen(pilot, "your phone: Your account stands at [b]1")
        await look(pilot)
        stage.do(PickUpPhone())
        await seen(pilot, "+ your phone")
        assert await look(pilot) == []


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_over_the_phone_and_in_an_empty_chat_it_is_told_in_passing_once(size: tuple[int, int]) -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("f12")
        await settle(pilot)
        ring(stage)
        await settle(pilot)
        assert await look(pilot) == [TOAST]
        await pilot.press("escape")
        await settle(pilot)
        app.clear_notifications()
        app.write_to("1/haibo")
        await settle(pilot)
        assert TOAST not in await look(pilot)
        app.clear_notifications()
        ring(stage)
        await settle(pilot)
        await look(pilot)
        assert await look(pilot) == [TOAST]


def away(tmp_path: Path, stage: Stage) -> StudentApp:
    """The client of somebody who had a chat without lines open last, and was away since."""
    rooms = LastRooms(tmp_path / "rooms")
    rooms.keep("s", 1, private_room("1/yuting", "1/haibo"))
    stage.now_ms += 120_000
    stage.join()
    return StudentApp(Joined(stage.link, stage.store, rooms), now=lambda: stage.now_ms)


async def test_whoever_was_away_when_the_phone_told_it_is_told_on_coming_back_however_late(
    tmp_path: Path,
) -> None:
    stage = playing()
    ring(stage)
    app = away(tmp_path, stage)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await until(lambda: TOAST in told(app))
        stage.join()
        await settle(pilot)
        app.clear_notifications()
        assert await look(pilot) == []


async def test_what_was_told_in_an_earlier_phase_is_not_told_to_whoever_comes_only_now(
    tmp_path: Path,
) -> None:
    stage = playing()
    ring(stage)
    stage.do(NextPhase(), TEACHER)
    async with away(tmp_path, stage).run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        assert TOAST not in await look(pilot)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_in_the_room_and_on_the_line_it_is_heard_among_what_happens_there(
    size: tuple[int, int],
) -> None:
    stage = playing()
    stage.do(PutPhoneDown())
    app = stage.app()
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        ring(stage)
        await seen(pilot, "your phone: Your account stands at [b]1")
        await look(pilot)
        go_to_shift(stage)
        stage.now_ms += 60_000
        ring(stage)
        await seen(pilot, "your phone: Your account stands at [b]1")
        assert await look(pilot) == []


async def test_before_the_phone_is_there_nothing_is_told_of_it() -> None:
    stage = playing()
    app = stage.app()
    heard = Overheard(app)
    ring(stage)
    heard.look()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        for _ in range(4):
            stage.do(NextPhase(), TEACHER)
        ring(stage)
        await settle(pilot)
        assert await look(pilot) == []


async def test_a_second_that_passes_once_the_last_screen_has_gone_does_nothing() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
    ring(stage)
    app.overheard.look()
    assert not app.screen_stack


def test_in_lines_of_text_it_is_told_at_once_read_again_and_told_to_whoever_was_away() -> None:
    stage, said = playing(), list[str]()
    table = Table(stage.link, stage.store, said.append, lambda: stage.now_ms)  # type: ignore[arg-type]
    stage.store.on_change(Teller(table).tell)
    ring(stage)
    assert said == [TOAST]
    come(table)
    assert said.count(TOAST) == 1
    again = next(order for order in ORDERS if order.name == "heard")
    again.do(table, "")
    assert said.count(TOAST) == 2
    late = list[str]()
    other = Table(stage.link, stage.store, late.append, lambda: stage.now_ms)  # type: ignore[arg-type]
    come(other)
    come(other)
    assert late.count(TOAST) == 1
