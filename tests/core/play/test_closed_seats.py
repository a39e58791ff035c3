"""Closing a seat: it counts no more, and its persona is for the teacher to give."""

from goodpath_core.play.cells import free_personas
from goodpath_core.play.closed_seats import CloseSeat, SeatClosed
from goodpath_core.play.event import Draft
from goodpath_core.play.phone import PlugIn, SocketsChanged
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.safety import AnswerStop, SignalStop
from goodpath_core.play.seats import HandOver, PersonaLeft
from goodpath_core.play.state import Seat
from town import SERVER, TEACHER, lobby, playing


def test_a_closed_seat_leaves_its_persona_and_asks_for_nobody() -> None:
    town = playing()
    town.do(SignalStop(), town.seat(1))
    assert town.do(CloseSeat(seat=1), SERVER) == [
        Draft(SeatClosed(seat=1), "seat:1", 1),
        Draft(PersonaLeft(persona="1/yuting"), "cell", 1),
    ]
    assert town.world.seats[1] == Seat(1, 1, "student", closed=True)
    assert not town.world.persons["1/yuting"].played
    assert town.refused(AnswerStop(seat=1), TEACHER) == "no_signal"
    assert free_personas(town.world, 1, 5) == []
    assert town.do(HandOver(persona="1/yuting", seat=5), TEACHER)


def test_a_closed_seat_leaves_the_socket_to_the_house() -> None:
    town = playing()
    for key in ("1/yuting", "1/chunmei"):
        town.do(PutPhoneDown(), town.player(key))
        town.do(PlugIn(), town.player(key))
    assert town.do(CloseSeat(seat=1), SERVER)[-1] == Draft(
        SocketsChanged(house="1/row", live=1, plugs=("1/chunmei",)), "people:1/yuting,1/chunmei", 1
    )
    assert town.world.sockets["1/row"].plugs == ("1/chunmei",)


def test_a_seat_without_a_persona_is_closed_too_and_none_is_closed_twice() -> None:
    town = lobby()
    assert town.do(CloseSeat(seat=4), SERVER) == [Draft(SeatClosed(seat=4), "seat:4", 1)]
    for seat in (4, 99):
        assert town.refused(CloseSeat(seat=seat), SERVER) == "no_such_seat"
    assert town.refused(HandOver(persona="1/yuting", seat=4), TEACHER) == "no_such_seat"
