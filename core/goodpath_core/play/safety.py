"""People are not their roles: the private stop signal, its answer, and words out of character."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, ClassVar

from pydantic import Field

from goodpath_core.errors import Refused
from goodpath_core.play.event import By, Command, Draft, Event, Fact, Now, seat_audience, seat_label
from goodpath_core.play.messages import add_line, enter, room_audience
from goodpath_core.play.refusals import no_such_chat, nothing_to_send
from goodpath_core.play.rows import CommandRow, EventRow
from goodpath_core.play.state import Message, World
from goodpath_core.text import as_typed, check_length, clean_block

ASIDE_LIMIT = 1000
"""Characters of what is said out of character."""


class SignalStop(Command):
    """Tell the teacher, and nobody else, that this should stop; no reason is asked."""

    kind: ClassVar[str] = "signal_stop"


class AnswerStop(Command):
    """The teacher has seen a stop signal and taken care of it."""

    kind: ClassVar[str] = "answer_stop"
    seat: int


class SpeakAside(Command):
    """Say something out of character in a room, under the seat's label."""

    kind: ClassVar[str] = "speak_aside"
    room: str
    text: Annotated[str, Field(min_length=1, max_length=as_typed(ASIDE_LIMIT))]


class StopSignalled(Fact):
    """A student gave the stop signal."""

    kind: ClassVar[str] = "stop.signalled"
    seat: int


class StopAnswered(Fact):
    """The teacher answered a stop signal."""

    kind: ClassVar[str] = "stop.answered"
    seat: int


class AsideSpoken(Fact):
    """Something was said out of character."""

    kind: ClassVar[str] = "aside.spoken"
    gone: ClassVar[Mapping[str, object]] = MappingProxyType({"text": ""})
    text: str
    label: str
    """Seat label, or teacher."""


def decide_stop(world: World, command: SignalStop, by: By, now: Now) -> list[Draft]:
    """The signal, known to this seat and the teacher, also after the end; refused only while one waits."""
    seat = world.seats[by.seat]
    if seat.stopped_ms:
        raise Refused(
            "stopped", "Your signal waits for your teacher already; raise your hand if nobody comes."
        )
    return [Draft(StopSignalled(seat=seat.number), seat_audience(seat.number), seat.cell)]


def decide_answer(world: World, command: AnswerStop, by: By, now: Now) -> list[Draft]:
    """The answer, known to that seat and the teacher; refused for a seat that has no signal waiting."""
    seat = world.seats.get(command.seat)
    if seat is None or not seat.stopped_ms:
        raise Refused("no_signal", "That seat has given no stop signal.")
    return [Draft(StopAnswered(seat=seat.number), seat_audience(seat.number), seat.cell)]


def decide_aside(world: World, command: SpeakAside, by: By, now: Now) -> list[Draft]:
    """Words out of character under the seat's label, never the persona's name; they may begin a private chat.

    However many there are: whoever has to step out of a role is not counted, in the town's group neither.
    Refused: no words, for a student a room that is closed to the persona, and for the teacher one that is
    not there.
    """
    if by.role == "teacher":
        room, label = world.rooms.get(command.room), "teacher"
        if room is None:
            raise no_such_chat()
    else:
        room, label = enter(world, command.room, by.persona), seat_label(by.seat)
    text = clean_block(command.text).strip()
    check_length(text, ASIDE_LIMIT)
    if not text:
        raise nothing_to_send()
    fact = AsideSpoken(text=text, label=label)
    cell = room.cell if room else by.cell
    return [Draft(fact, room_audience(command.room), cell, "", command.room)]


def reduce_stop(world: World, event: Event, fact: StopSignalled) -> None:
    """`Seat.stopped_ms` becomes `wall_ms` of the event."""
    world.seats[fact.seat].stopped_ms = event.wall_ms


def reduce_answer(world: World, event: Event, fact: StopAnswered) -> None:
    """`Seat.stopped_ms` becomes 0."""
    world.seats[fact.seat].stopped_ms = 0


def reduce_aside(world: World, event: Event, fact: AsideSpoken) -> None:
    """Add a line of the kind `aside`, with `label` as its voice."""
    add_line(world, event.room, Message(event.seq, event.world_s, fact.label, fact.text, "aside"))


COMMANDS = (
    CommandRow(SignalStop, decide_stop, ("student", "observer")),
    CommandRow(AnswerStop, decide_answer, ("teacher",)),
    CommandRow(SpeakAside, decide_aside, ("student", "teacher"), ("heard",)),
)
EVENTS = (
    EventRow(StopSignalled, reduce_stop, ""),
    EventRow(StopAnswered, reduce_answer, ""),
    EventRow(AsideSpoken, reduce_aside, "Out of character, {label} in {room}: {text}"),
)
