"""Seats: opening, taking a persona, handing over, watching."""

from typing import NoReturn

import pytest

from goodpath_core.play.cells import free_personas
from goodpath_core.play.closed_seats import CloseSeat
from goodpath_core.play.control import NextPhase, StartWorld
from goodpath_core.play.debrief import Reflect
from goodpath_core.play.event import Command, Draft, Now
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.offline import Think
from goodpath_core.play.phone import PlugIn, SocketsChanged, battery_at, charging
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.registry import stamp
from goodpath_core.play.seats import (
    HandOver,
    MarkHere,
    Observe,
    OpenSeat,
    PersonaLeft,
    PersonaTaken,
    SeatChanged,
    SeatMarked,
    TakePersona,
    reduce_persona_taken,
)
from goodpath_core.play.sight import Viewer, visible
from goodpath_core.play.state import Page, Person, Seat, Version, World
from town import SERVER, TEACHER, Town, lobby, playing


def test_a_new_cell_has_its_persons_and_their_pages() -> None:
    town = Town(cells=2)
    assert list(town.world.persons) == [
        f"{cell}/{key}" for cell in (1, 2) for key in ("yuting", "chunmei", "ming")
    ]
    person = town.world.persons["2/ming"]
    assert person == Person("2/ming", "2/dorm", phone=person.phone)
    page = town.world.pages["2/ming"]
    assert page == Page("2/ming", "3049981276", [Version(page.face.seq, 0)])


def test_the_server_marks_who_is_here() -> None:
    town = lobby()
    assert town.do(MarkHere(seat=1, here=True), SERVER) == [
        Draft(SeatMarked(seat=1, here=True), "teacher", 1)
    ]
    assert town.world.seats[1].here
    assert town.refused(MarkHere(seat=1, here=True), SERVER) == "no_change"
    assert town.refused(MarkHere(seat=9, here=True), SERVER) == "no_such_seat"


@pytest.mark.parametrize(("dice", "persona"), [(0.0, "1/yuting"), (0.5, "1/chunmei"), (0.999, "1/ming")])
def test_any_free_persona_is_drawn_by_lot(dice: float, persona: str) -> None:
    town = Town()
    town.do(OpenSeat(), SERVER)
    town.dice = dice
    assert town.do(TakePersona(), town.seat(1)) == [
        Draft(SeatChanged(seat=1, persona=persona), "seat:1", 1),
        Draft(PersonaTaken(persona=persona), "cell", 1),
    ]
    assert town.world.persons[persona].played
    assert town.world.seats[1].persona == persona


def test_a_persona_that_is_not_free_cannot_be_taken() -> None:
    town = Town(cells=2)
    town.play("1/yuting", "2/chunmei")
    town.do(OpenSeat(), SERVER)
    third = town.seat(3)
    assert town.refused(TakePersona(), town.seat(1)) == "has_persona"
    codes = [town.refused(TakePersona(persona=one), third) for one in ("1/yuting", "2/yuting", "yuting")]
    assert codes == ["not_free", "no_such_persona", "no_such_persona"]


def test_when_all_are_taken_one_can_watch() -> None:
    town = lobby()
    assert town.refused(TakePersona(), town.seat(5)) == "none_free"
    assert town.do(Observe(), town.seat(5)) == [Draft(SeatChanged(seat=5, role="observer"), "seat:5", 1)]
    assert town.world.seats[5].role == "observer"


def test_who_watches_already_is_told_so_and_nothing_is_written() -> None:
    town = lobby()
    assert town.refused(Observe(), town.seat(4)) == "no_change"
    town.do(Observe(), town.seat(1))
    assert town.refused(Observe(), town.seat(1)) == "no_change"
    town.do(TakePersona(persona="1/yuting"), town.seat(4))
    assert town.do(Observe(), town.seat(4))[0] == Draft(SeatChanged(seat=4, role="observer"), "seat:4", 1)


def test_whoever_steps_out_leaves_the_persona_to_the_next() -> None:
    town = lobby()
    assert town.do(Observe(), town.seat(1)) == [
        Draft(SeatChanged(seat=1, role="observer"), "seat:1", 1),
        Draft(PersonaLeft(persona="1/yuting"), "cell", 1),
    ]
    assert not town.world.persons["1/yuting"].played


def at_the_socket() -> Town:
    """Yuting charges at the only socket of the house, and Chunmei waits for it."""
    town = playing()
    for key in ("1/yuting", "1/chunmei"):
        town.do(PutPhoneDown(), town.player(key))
        town.do(PlugIn(), town.player(key))
    return town


def test_whoever_leaves_a_persona_leaves_the_socket_to_the_house() -> None:
    town = at_the_socket()
    assert town.do(Observe(), town.seat(1)) == [
        Draft(SeatChanged(seat=1, role="observer"), "seat:1", 1),
        Draft(PersonaLeft(persona="1/yuting"), "cell", 1),
        Draft(
            SocketsChanged(house="1/row", live=1, plugs=("1/chunmei",)),
            "people:1/yuting,1/chunmei",
            1,
        ),
    ]
    assert charging(town.world, town.world.persons["1/chunmei"])
    town.wait(60)
    chunmei = town.world.persons["1/chunmei"]
    assert battery_at(town.world, chunmei, 64_800 + 480) == 58.0


def test_whoever_takes_a_persona_over_finds_the_phone_where_it_charges() -> None:
    town = at_the_socket()
    town.do(HandOver(persona="1/yuting", seat=5), TEACHER)
    assert town.world.sockets["1/row"].plugs == ("1/yuting", "1/chunmei")


def left_with_private_words() -> Town:
    """Seat 1 has written privately and thought as yuting and watches now; seat 2 watches too."""
    town = playing()
    town.do(PostMessage(room="private:1/chunmei+1/yuting", text="not for you"), town.seat(1))
    town.do(PutPhoneDown(), town.seat(1))
    town.do(Think(text="nobody reads this"), town.seat(1))
    town.do(Observe(), town.seat(1))
    town.do(Observe(), town.seat(3))
    return town


@pytest.mark.parametrize("seat", [3, 4, 5])
def test_nobody_takes_a_persona_that_somebody_else_has_played(seat: int) -> None:
    town = left_with_private_words()
    assert "1/yuting" not in free_personas(town.world, 1, seat)
    town.do(TakePersona(), town.seat(3))
    assert town.seat(3).persona == "1/ming", "the lot falls on none that somebody else has played"
    assert town.refused(TakePersona(persona="1/yuting"), town.seat(5)) == "none_free"


def test_what_a_class_tries_before_the_start_stays_free_for_all() -> None:
    town = Town()
    town.play("1/yuting")
    town.do(OpenSeat(), SERVER)
    for wanted in ("1/chunmei", "1/ming", "1/yuting"):
        town.do(Observe(), town.seat(1))
        town.do(TakePersona(persona=wanted), town.seat(1))
    assert free_personas(town.world, 1, 2) == ["1/chunmei", "1/ming"]
    town.do(TakePersona(persona="1/ming"), town.seat(2))
    town.do(StartWorld(), TEACHER)
    begun = [person.id for person in town.world.persons.values() if person.begun]
    assert begun == ["1/yuting", "1/ming"]
    town.do(Observe(), town.seat(2))
    assert free_personas(town.world, 1, 1) == ["1/chunmei"]
    assert free_personas(town.world, 1, 2) == ["1/chunmei", "1/ming"]


class Unlooked(dict[int, Seat]):
    """Seats that are found by their number, and never looked through."""

    def values(self) -> NoReturn:
        raise AssertionError("all seats were looked through")


def test_a_persona_that_nobody_had_is_taken_without_a_look_at_everybody_else() -> None:
    fact = PersonaTaken(persona="1/ming")
    own = Seat(1, 1, "student", persona="1/ming", own=["1/ming"])
    world = World(persons={"1/ming": Person("1/ming", "row")}, seats=Unlooked({1: own}))
    taken = stamp(world, Draft(fact, "cell", 1), "seat:1", Now(0, 0.0))
    reduce_persona_taken(world, taken, fact)
    assert world.persons["1/ming"].played
    with pytest.raises(AssertionError, match="looked through"):
        reduce_persona_taken(world, taken, fact)


def test_what_is_taken_after_the_start_is_begun() -> None:
    town = Town()
    town.play("1/yuting")
    town.do(StartWorld(), TEACHER)
    town.play("1/ming")
    town.do(Observe(), town.seat(2))
    assert free_personas(town.world, 1, 1) == ["1/chunmei"]


def test_of_several_the_one_that_somebody_else_has_played_is_not_free() -> None:
    town = Town()
    town.play("1/yuting")
    town.do(StartWorld(), TEACHER)
    town.do(Observe(), town.seat(1))
    town.do(OpenSeat(), SERVER)
    assert town.refused(TakePersona(persona="1/yuting"), town.seat(2)) == "begun"
    assert free_personas(town.world, 1, 2) == ["1/chunmei", "1/ming"]
    assert free_personas(town.world, 1, 1) == ["1/yuting", "1/chunmei", "1/ming"]


def test_a_seat_goes_on_with_its_own_persona_until_somebody_else_has_played_it() -> None:
    town = left_with_private_words()
    assert town.do(TakePersona(persona="1/yuting"), town.seat(1))
    town.do(HandOver(persona="1/yuting", seat=5), TEACHER)
    town.do(Observe(), town.seat(5))
    assert "1/yuting" not in free_personas(town.world, 1, 1)
    assert town.do(TakePersona(persona="1/yuting"), town.seat(5))


def test_thoughts_and_reflections_stay_with_who_wrote_them() -> None:
    town = left_with_private_words()
    town.do(TakePersona(persona="1/yuting"), town.seat(1))
    for _ in range(2):
        town.do(NextPhase(), TEACHER)
    town.do(Reflect(answers=("I made up the dog.",)), town.seat(1))
    town.do(HandOver(persona="1/yuting", seat=5), TEACHER)

    def knows(viewer: Viewer) -> tuple[int, int, int]:
        world = visible(town.world, viewer)
        thoughts = sum(line.kind == "thought" for line in world.journal)
        return thoughts, len(world.reflections), "private:1/chunmei+1/yuting" in world.rooms

    assert knows(Viewer("student", 5, 1, "1/yuting")) == (0, 0, 1)
    assert knows(Viewer("observer", 1, 1)) == (1, 1, 0)
    assert knows(Viewer("teacher")) == (1, 1, 1)


def test_the_teacher_hands_a_played_persona_over_and_its_player_watches() -> None:
    town = lobby()
    assert town.do(HandOver(persona="1/yuting", seat=5), TEACHER) == [
        Draft(SeatChanged(seat=1, role="observer"), "seat:1", 1),
        Draft(SeatChanged(seat=5, persona="1/yuting"), "seat:5", 1),
        Draft(PersonaTaken(persona="1/yuting"), "cell", 1),
    ]
    assert town.world.persons["1/yuting"].played
    assert (town.seat(1).persona, town.seat(5).persona) == ("", "1/yuting")


def test_the_teacher_hands_a_free_persona_over() -> None:
    town = lobby()
    town.do(Observe(), town.seat(1))
    assert town.do(HandOver(persona="1/yuting", seat=5), TEACHER) == [
        Draft(SeatChanged(seat=5, persona="1/yuting"), "seat:5", 1),
        Draft(PersonaTaken(persona="1/yuting"), "cell", 1),
    ]


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (HandOver(persona="1/yuting", seat=99), "no_such_seat"),
        (HandOver(persona="1/nobody", seat=7), "no_such_persona"),
        (HandOver(persona="1/yuting", seat=3), "has_persona"),
        (HandOver(persona="2/chunmei", seat=1), "has_persona"),
    ],
)
def test_a_hand_over_that_does_not_fit_is_refused(command: Command, code: str) -> None:
    town = Town(cells=2)
    town.play("1/yuting", "2/yuting", "1/ming")
    for _ in range(4):
        town.do(OpenSeat(), SERVER)
    assert town.seat(7).cell == 1
    assert town.refused(command, TEACHER) == code


def test_no_persona_is_handed_to_a_seat_that_is_closed_or_not_there() -> None:
    town = lobby()
    town.do(CloseSeat(seat=5), SERVER)
    for seat in (5, 9):
        assert town.refused(HandOver(persona="1/ming", seat=seat), TEACHER) == "no_such_seat"


@pytest.mark.parametrize(("persona", "holder"), [("1/yuting", 0), ("1/yuting", 3), ("1/ming", 1)])
def test_a_hand_over_that_was_asked_of_another_player_is_refused(persona: str, holder: int) -> None:
    town = lobby()
    town.do(Observe(), town.player("1/ming"))
    assert town.refused(HandOver(persona=persona, seat=5, holder=holder), TEACHER) == "other_holder"


@pytest.mark.parametrize(("persona", "holder"), [("1/yuting", 1), ("1/ming", 0), ("1/yuting", None)])
def test_a_hand_over_is_done_where_who_plays_was_asked_about(persona: str, holder: int | None) -> None:
    town = lobby()
    town.do(Observe(), town.player("1/ming"))
    town.do(HandOver(persona=persona, seat=5, holder=holder), TEACHER)
    assert town.seat(5).persona == persona
