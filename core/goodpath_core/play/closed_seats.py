"""Closed seats: one is taken away by the teacher, or given back since nobody uses it, and counts no more."""

from typing import ClassVar

from goodpath_core.play.event import By, Command, Draft, Event, Fact, Now, seat_audience
from goodpath_core.play.refusals import no_such_seat
from goodpath_core.play.rows import CommandRow, EventRow
from goodpath_core.play.seats import left
from goodpath_core.play.state import Seat, World
from goodpath_core.play.turns import change_turn


class CloseSeat(Command):
    """The server closes a seat whose token it has made worthless."""

    kind: ClassVar[str] = "close_seat"
    seat: int


class SeatClosed(Fact):
    """Nobody comes back to a seat any more."""

    kind: ClassVar[str] = "seat.closed"
    seat: int


def is_unused(seat: Seat) -> bool:
    """Whether nobody is at a seat that is open, and it neither plays nor has played anybody."""
    return not (seat.closed or seat.here or seat.persona or seat.turns)


def decide_close_seat(world: World, command: CloseSeat, by: By, now: Now) -> list[Draft]:
    """The seat is closed for good; a persona it plays is free again. Refused: a seat that is not there."""
    seat = world.seats.get(command.seat)
    if seat is None or seat.closed:
        raise no_such_seat()
    closed = Draft(SeatClosed(seat=seat.number), seat_audience(seat.number), seat.cell)
    return [closed, *left(world, seat.persona, seat.cell)]


def reduce_seat_closed(world: World, event: Event, fact: SeatClosed) -> None:
    """`Seat.closed` becomes true, `Seat.stopped_ms` 0, `Seat.persona` and `Seat.own` empty.

    In the stage `playing`, end the turn."""
    seat = world.seats[fact.seat]
    change_turn(world, seat, "", event.world_s)
    seat.closed, seat.stopped_ms, seat.persona = True, 0, ""
    seat.own.clear()


COMMANDS = (CommandRow(CloseSeat, decide_close_seat, ("server",)),)
EVENTS = (EventRow(SeatClosed, reduce_seat_closed, "A seat was closed."),)
