"""What must hold before a command is considered."""

import pytest

from goodpath_core.errors import Refused
from goodpath_core.play.event import By, Now
from goodpath_core.play.gates import GATES
from goodpath_core.play.state import Person, PhoneNow, Seat, Turn, World

BY = By("student", "seat:1", 1, 1, "1/a")
NOW = Now(0)


def world(stage: str = "playing", paused: str = "", place: str = "phone") -> World:
    made = World(persons={"1/a": Person("1/a", "1/h", place=place)})
    made.session.stage, made.session.paused = stage, paused
    made.phase.seconds = 600
    return made


def ending(place: str, seconds: int) -> World:
    """So many seconds are left of the phase."""
    made = world(place=place)
    made.clock.played_ms = (600 - seconds) * 1000
    return made


def charging(drains: bool) -> World:
    """The persona has a phone whose battery runs down, or never does."""
    made = world()
    made.persons["1/a"].phone = PhoneNow("Android", "poor", 50.0, 10.0, 1_000, drains)
    return made


@pytest.mark.parametrize(
    ("gate", "state", "code"),
    [
        ("open", world("lobby"), ""),
        ("open", world("debrief", "why"), ""),
        ("open", world("ended"), "ended"),
        ("running", world("lobby"), "not_started"),
        ("running", world("ended"), "ended"),
        ("running", world("ended", "why"), "ended"),
        ("running", world("playing", "why"), "paused"),
        ("running", world("playing"), ""),
        ("running", world("debrief"), ""),
        ("heard", world("lobby"), "not_started"),
        ("heard", world("playing", "why"), "paused"),
        ("heard", world("debrief"), ""),
        ("heard", world("ended"), "ended"),
        ("playing", world("lobby"), "not_started"),
        ("playing", world("ended"), "ended"),
        ("playing", world("playing", "why"), "paused"),
        ("playing", world("debrief"), "debrief"),
        ("playing", world("playing"), ""),
        ("debrief", world("playing"), "not_debrief"),
        ("debrief", world("debrief"), ""),
        ("debrief", world("ended"), "ended"),
        ("phone", world(place="room"), "phone_down"),
        ("phone", world(place="shift"), "on_shift"),
        ("phone", world(place="phone"), ""),
        ("phone_lately", world(place="room"), "phone_down"),
        ("phone_lately", world(place="shift"), "on_shift"),
        ("phone_lately", world(place="phone"), ""),
        ("phone_lately", ending("room", 13), "phone_down"),
        ("phone_lately", ending("room", 10), ""),
        ("phone_lately", ending("shift", 10), ""),
        ("phone", ending("room", 10), "phone_down"),
        ("offline", world(place="room"), ""),
        ("offline", world(place="shift"), ""),
        ("offline", world(place="phone"), "on_phone"),
        ("room", world(place="room"), ""),
        ("room", world(place="phone"), "on_phone"),
        ("room", world(place="shift"), "on_shift"),
        ("battery", world(), "no_battery"),
        ("battery", charging(drains=False), "no_battery"),
        ("battery", charging(drains=True), ""),
        ("chat", world(), "chat_closed"),
        ("page", world(), "page_closed"),
        ("visit", world(), "pages_closed"),
        ("persona", world(), ""),
    ],
)
def test_a_gate_lets_through_or_says_why_not(gate: str, state: World, code: str) -> None:
    if not code:
        GATES[gate](state, BY, NOW)
        return
    with pytest.raises(Refused) as no:
        GATES[gate](state, BY, NOW)
    assert no.value.code == code


TEACHER = By("teacher", "teacher")


@pytest.mark.parametrize("state", [world("playing", "why"), world("playing"), world("debrief")])
def test_a_teacher_is_heard_in_a_pause_too(state: World) -> None:
    GATES["heard"](state, TEACHER, NOW)


@pytest.mark.parametrize(
    ("gate", "state", "text"),
    [
        ("heard", world("lobby"), "The world has not started yet; start it first."),
        ("running", world("lobby"), "The world has not started yet; start it first."),
        ("running", world("playing", "why"), "The world is paused; let it go on first."),
        ("playing", world("playing", "why"), "The world is paused; let it go on first."),
    ],
)
def test_a_teacher_is_not_told_to_wait_for_the_teacher(gate: str, state: World, text: str) -> None:
    with pytest.raises(Refused) as no:
        GATES[gate](state, TEACHER, NOW)
    assert no.value.text == text


def test_a_gate_says_what_to_do_and_no_key_of_any_client() -> None:
    told = {}
    for gate, place in (("phone", "room"), ("offline", "phone")):
        with pytest.raises(Refused) as no:
            GATES[gate](world(place=place), BY, NOW)
        told[gate] = no.value.text
    assert told == {
        "phone": "Your phone is down; pick it up first.",
        "offline": "You are looking at your phone; put it down first.",
    }


@pytest.mark.parametrize("gate", ["phone", "phone_lately"])
def test_who_is_held_in_the_room_is_not_told_to_pick_up_a_phone_that_is_not_to_be_had(gate: str) -> None:
    state = world(place="room")
    state.persons["1/a"].rule = "room"
    with pytest.raises(Refused) as no:
        GATES[gate](state, BY, NOW)
    assert (no.value.code, no.value.text) == (
        "held_in_room",
        "There is no phone now; look at the room, it will pass.",
    )


@pytest.mark.parametrize("gate", ["chat", "page", "visit"])
def test_what_the_phase_permits_is_open(gate: str) -> None:
    state = world()
    setattr(state.phase.allow, gate, True)
    GATES[gate](state, BY, NOW)


def test_who_plays_nobody_takes_a_persona_first() -> None:
    with pytest.raises(Refused) as no:
        GATES["persona"](world(), By("student", "seat:1", 1, 1), NOW)
    assert no.value.code == "no_persona"


@pytest.mark.parametrize(
    ("by", "code"),
    [
        (BY._replace(asked_as="1/a"), ""),
        (BY._replace(asked_as="1/b"), "other_persona"),
        (BY._replace(persona="", asked_as="1/a"), "other_persona"),
    ],
    ids=["as whom one plays", "as somebody else", "as whom one played"],
)
def test_what_was_asked_as_somebody_one_no_longer_plays_does_not_happen(by: By, code: str) -> None:
    if not code:
        GATES["persona"](world(), by, NOW)
        return
    with pytest.raises(Refused) as no:
        GATES["persona"](world(), by, NOW)
    assert no.value.code == code


@pytest.mark.parametrize(
    ("seats", "asked_as", "code"),
    [
        ({}, "", "no_role"),
        ({1: Seat(1, 1, "student")}, "", "no_role"),
        ({1: Seat(1, 1, "student", persona="1/a")}, "1/a", ""),
        ({1: Seat(1, 1, "student", turns=[Turn("1/b", 0, 9)])}, "1/b", ""),
        ({1: Seat(1, 1, "student", turns=[Turn("1/b", 0, 9)])}, "1/a", "other_persona"),
    ],
    ids=["no seat", "who watched", "who plays", "who has played", "as whom one never played"],
)
def test_whoever_has_played_somebody_has_a_role_to_step_out_of(
    seats: dict[int, Seat], asked_as: str, code: str
) -> None:
    state, by = World(seats=seats), By("student", "seat:1", 1, 1, "", asked_as=asked_as)
    if not code:
        GATES["role"](state, by, NOW)
        return
    with pytest.raises(Refused) as no:
        GATES["role"](state, by, NOW)
    assert no.value.code == code
