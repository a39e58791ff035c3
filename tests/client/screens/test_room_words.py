"""What is said of the room is whole however much was said there, and of this evening and place alone."""

import pytest

from client.little_server import until
from client.screens.stage import TEACHER, Stage, screen_text, seen, settle, told
from client.screens.test_offline import at_home, on_shift, words_of
from goodpath_client.changes import Change
from goodpath_client.sockets import socket_words
from goodpath_client.widgets.slow_text import SlowText
from goodpath_core.play.control import NextPhase
from goodpath_core.play.narration import SpeakAsNarrator
from goodpath_core.play.offline import SayAloud, Think
from goodpath_core.play.phone import PlugIn, Unplug
from goodpath_core.play.places import PickUpPhone, PutPhoneDown
from goodpath_core.play.seats import TakePersona

SIZES = pytest.mark.parametrize("size", [(60, 20), (80, 24)], ids=["60x20", "80x24"])


@SIZES
@pytest.mark.parametrize("said", [0, 5])
@pytest.mark.parametrize(("battery", "bar"), [(0, "Battery [    ] 0%"), (64, "Battery [### ] 64%")])
async def test_who_is_here_the_battery_and_the_way_to_the_phone_are_whole_however_much_was_said(
    size: tuple[int, int], said: int, battery: int, bar: str
) -> None:
    stage = at_home()
    for person in stage.world.persons.values():
        person.rule = "free"
        if person.phone:
            person.phone.battery = battery
    if not battery:
        stage.do(SpeakAsNarrator(text="The battery is empty. The screen goes black."), TEACHER)
    for number in range(said):
        stage.do(SayAloud(text=f"line {number} of what is said here"))
    stage.join()
    app = stage.app()
    way = (
        "or pick up the phone (F4)"
        if battery
        else "The battery is empty; plug the phone in and wait a little."
    )
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await until(lambda: way in words_of(app))
        assert "In this room: Wei Chunmei." in words_of(app) and bar in screen_text(app)
        assert "you have been here." in " ".join(app.screen.query_one(SlowText).text.split())
        # The newest line is scrolled to once everything has its place.
        await until(lambda: not said or "you: line 4 of what is said here" in words_of(app))


async def test_of_many_in_a_narrow_room_it_says_how_many_they_are() -> None:
    stage = at_home()
    stage.do(TakePersona(persona="1/guoqiang"), stage.student(3))
    app = stage.app()
    async with app.run_test(size=(44, 20)) as pilot:
        await settle(pilot)
        await until(lambda: "In this room: 2 others. Battery [" in screen_text(app))


@SIZES
async def test_who_is_at_the_socket_or_waits_for_it_is_told_so_and_sees_it_behind_the_battery(
    size: tuple[int, int],
) -> None:
    stage = at_home()
    for number in range(5):
        stage.do(SayAloud(text=f"line {number} of what is said here"))
    app = stage.app()
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        stage.play_persona("chunmei", PlugIn())
        await settle(pilot)
        assert not any("socket" in words or "charging" in words for words in told(app))
        # As it comes from a server: that it is done is heard before what has happened.
        stage.store.tell(Change("done"))
        stage.do(PlugIn())
        await settle(pilot)
        assert told(app)[-1] == "You wait for the socket; you are number 2 in line."
        await until(lambda: "%, no. 2 in line" in screen_text(app))
        stage.play_persona("chunmei", Unplug())
        await settle(pilot)
        assert told(app)[-1] == "It is your turn at the socket: your phone is charging."
        await until(lambda: "%, charging" in screen_text(app))
        stage.do(Unplug())
        await settle(pilot)
        stage.do(PlugIn())
        await settle(pilot)
        assert told(app)[-1] == "Your phone is charging."


@SIZES
async def test_while_the_current_is_cut_the_room_says_so_and_offers_no_plug(size: tuple[int, int]) -> None:
    stage = at_home()
    stage.do(PlugIn())
    while stage.world.phase.name != "The Apple phone":
        stage.do(NextPhase(), TEACHER)
    stage.do(PutPhoneDown())
    app = stage.app()
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        stage.do(NextPhase(), TEACHER)
        await settle(pilot)
        assert "Your phone does not charge: there is no current." in told(app)
        await until(lambda: "%, no current" in screen_text(app) or "nothing comes out" in words_of(app))
        assert "charging" not in screen_text(app) and "/plug in" not in screen_text(app)
        assert socket_words(stage.store, "1/row") == (
            "One socket, 1 plug, and nothing comes out: there is no current."
        )
        stage.do(Unplug())
        await settle(pilot)
        assert socket_words(stage.store, "1/row") == "One socket; there is no current."


async def test_whose_turn_comes_with_the_phone_in_the_hand_is_told_to_put_it_down() -> None:
    stage = at_home()
    for command in (PlugIn(), Unplug(), PlugIn()):
        stage.play_persona("chunmei", command)
    stage.do(PlugIn())
    for person in stage.world.persons.values():
        person.rule = "free"
    stage.do(PickUpPhone())
    stage.join()
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        stage.join()
        await settle(pilot)
        stage.play_persona("chunmei", Unplug())
        await settle(pilot)
        assert told(app)[-1] == "It is your turn at the socket: put your phone down, and it charges."


def on_monday(place: str) -> Stage:
    """It is Monday in that place; on Sunday evening somebody spoke in the room."""
    stage = at_home()
    stage.play_persona("chunmei", SayAloud(text="The mattress is warm still."))
    stage.do(SpeakAsNarrator(text="A moth goes round the lamp."), TEACHER)
    phase = {"shift": "Monday shift", "room": "The Apple phone"}[place]
    while stage.world.phase.name != phase:
        stage.do(NextPhase(), TEACHER)
    if place == "room":
        stage.do(PutPhoneDown())
    return stage


@pytest.mark.parametrize("place", ["room", "shift"])
async def test_what_was_said_on_another_evening_is_not_in_the_air_any_more(place: str) -> None:
    stage = on_monday(place)
    app = stage.app()
    async with app.run_test(size=(110, 40)) as pilot:
        await settle(pilot)
        stage.do(Think(text="so early"))
        await seen(pilot, "(you think) so early")
        assert "Mon " in words_of(app)
        assert "mattress" not in words_of(app) and "A moth" not in words_of(app)


async def test_on_the_line_nothing_is_heard_of_what_was_said_at_home_an_hour_ago() -> None:
    stage = at_home()
    stage.play_persona("chunmei", SayAloud(text="The mattress is warm still."))
    stage.now_ms += 10_000
    on_shift(stage)
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "on the line" in words_of(app) and "mattress" not in words_of(app)


async def test_what_was_said_earlier_the_same_evening_is_still_in_the_air() -> None:
    stage = at_home()
    stage.play_persona("chunmei", SayAloud(text="The mattress is warm still."))
    stage.do(NextPhase(), TEACHER)
    for person in stage.world.persons.values():
        person.rule = "free"
    stage.join()
    stage.do(PutPhoneDown())
    app = stage.app()
    async with app.run_test(size=(110, 40)) as pilot:
        await seen(pilot, "Wei Chunmei: The mattress is warm still.")
