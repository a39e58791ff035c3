"""The briefing: that a seat has read it, so that its teacher sees when the class is ready."""

from typing import ClassVar

from goodpath_core.errors import Refused
from goodpath_core.play.event import By, Command, Draft, Event, Fact, Now, seat_audience
from goodpath_core.play.rows import CommandRow, EventRow
from goodpath_core.play.state import World


class ReadBriefing(Command):
    """Say that this seat has read the briefing to its end."""

    kind: ClassVar[str] = "read_briefing"


class BriefingRead(Fact):
    """The briefing was read in a seat."""

    kind: ClassVar[str] = "briefing.read"
    seat: int


def decide_read(world: World, command: ReadBriefing, by: By, now: Now) -> list[Draft]:
    """That it was read, known to this seat and the teacher; refused a second time."""
    seat = world.seats[by.seat]
    if seat.briefed:
        raise Refused("no_change", "The briefing was read in this seat already.")
    return [Draft(BriefingRead(seat=seat.number), seat_audience(seat.number), seat.cell)]


def reduce_read(world: World, event: Event, fact: BriefingRead) -> None:
    """`Seat.briefed` becomes true."""
    world.seats[fact.seat].briefed = True


COMMANDS = (CommandRow(ReadBriefing, decide_read, ("student", "observer"), ("open",)),)
EVENTS = (EventRow(BriefingRead, reduce_read, ""),)
