"""Seats open where there is room, and a class is spread evenly over its cells."""

from typing import Literal

import pytest

from goodpath_core.play.cells import free_personas, fullest_cell, roomiest_cell
from goodpath_core.play.closed_seats import CloseSeat
from goodpath_core.play.control import EndSession, StartWorld
from goodpath_core.play.event import Draft
from goodpath_core.play.seats import (
    SPARE_SEATS,
    MarkHere,
    Observe,
    OpenSeat,
    SeatOpened,
    TakePersona,
)
from goodpath_core.play.state import Seat, World
from town import SERVER, TEACHER, Town


def test_seats_open_in_the_cell_with_most_room() -> None:
    town = Town(cells=2)
    opened = [town.do(OpenSeat(robot=robot), SERVER)[0] for robot in (False, True, False)]
    assert opened == [
        Draft(SeatOpened(seat=1, cell=1), "seat:1", 1),
        Draft(SeatOpened(seat=2, cell=2, robot=True), "seat:2", 2),
        Draft(SeatOpened(seat=3, cell=1), "seat:3", 1),
    ]
    assert town.world.seats[2] == Seat(2, 2, "student", robot=True)
    assert town.do(OpenSeat(role="observer", cell=2), SERVER)[0].fact == SeatOpened(
        seat=4, cell=2, role="observer"
    )
    assert town.do(OpenSeat(), SERVER)[0].cell == 2, "who watches takes no student's room"


def test_who_watches_comes_where_most_play_unless_a_cell_is_named() -> None:
    town = Town(cells=3)
    watch = OpenSeat(role="observer")
    assert town.do(watch, SERVER)[0].cell == 1, "nobody has come yet"
    for _ in range(5):
        town.do(OpenSeat(), SERVER)
    assert [town.world.seats[number].cell for number in range(2, 7)] == [2, 3, 1, 2, 3]
    assert town.do(watch, SERVER)[0].cell == 2, "two students each in cells 2 and 3"
    town.do(TakePersona(persona="3/ming"), town.seat(3))
    assert town.do(watch, SERVER)[0].cell == 3
    assert town.do(OpenSeat(role="observer", cell=1), SERVER)[0].cell == 1
    town.do(Observe(), town.seat(3))
    assert town.do(watch, SERVER)[0].cell == 2


def test_who_did_not_stay_to_choose_keeps_nobody_from_the_last_free_persona() -> None:
    town = Town(cells=2)
    for number in range(1, 7):
        town.do(OpenSeat(), SERVER)
        town.do(MarkHere(seat=number, here=True), SERVER)
        if number == 2:
            town.do(MarkHere(seat=2, here=False), SERVER)
        else:
            town.do(TakePersona(), town.seat(number))
    assert free_personas(town.world, 1, 7) == []
    assert town.do(OpenSeat(), SERVER)[0].cell == 2
    assert town.do(TakePersona(), town.seat(7))


def test_who_is_choosing_keeps_room_for_one_and_a_class_that_comes_at_once_is_spread() -> None:
    town = Town(cells=2)
    assert [town.do(OpenSeat(), SERVER)[0].cell for _ in range(6)] == [1, 2, 1, 2, 1, 2]
    for number in (1, 3, 5, 2, 4):
        town.do(MarkHere(seat=number, here=True), SERVER)
        if number != 1:
            town.do(TakePersona(), town.seat(number))
    assert free_personas(town.world, 1, 7) and free_personas(town.world, 2, 7)
    assert town.do(OpenSeat(), SERVER)[0].cell == 2, "seat 1 is choosing, and seat 6 is not here"


def test_a_persona_that_somebody_has_left_gives_no_room_to_who_is_new() -> None:
    town = Town(cells=2)
    town.play("1/yuting", "2/yuting", "1/chunmei", "2/chunmei")
    town.do(StartWorld(), TEACHER)
    town.do(Observe(), town.seat(1))
    town.play("1/ming")
    assert town.do(OpenSeat(), SERVER)[0].cell == 2


@pytest.mark.parametrize("role", ["student", "observer"])
def test_a_cell_that_is_not_there_is_refused(role: Literal["student", "observer"]) -> None:
    town = Town(cells=2)
    assert town.refused(OpenSeat(role=role, cell=3), SERVER) == "no_such_cell"
    assert town.world.seats == {}


def test_a_seat_may_be_given_its_number_and_no_number_is_given_twice() -> None:
    town = Town()
    assert town.do(OpenSeat(seat=5), SERVER)[0].fact == SeatOpened(seat=5, cell=1)
    assert town.refused(OpenSeat(seat=5), SERVER) == "no_change"
    assert town.do(OpenSeat(), SERVER)[0].fact == SeatOpened(seat=6, cell=1)


def test_who_came_as_a_student_and_watches_leaves_the_cells_evenly_filled() -> None:
    town = Town(cells=3)
    opened = []
    for number in range(1, 7):
        opened.append(town.do(OpenSeat(), SERVER)[0].cell)
        town.do(Observe(), town.seat(number))
    assert opened == [1, 2, 3] * 2


def test_a_session_has_a_bounded_number_of_seats_and_none_after_its_end() -> None:
    town = Town(cells=2)
    for _ in range(2 * 6 + SPARE_SEATS):
        town.do(OpenSeat(), SERVER)
    assert town.refused(OpenSeat(), SERVER) == "no_seat"
    town.do(CloseSeat(seat=3), SERVER)
    assert town.do(OpenSeat(), SERVER)
    town.do(EndSession(), TEACHER)
    assert town.refused(OpenSeat(), SERVER) == "ended"


def test_without_a_cast_there_is_one_cell() -> None:
    assert roomiest_cell(World()) == fullest_cell(World()) == 1
    assert roomiest_cell(World(seats={1: Seat(1, 3, "student")})) == 3
