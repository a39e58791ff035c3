"""Life in the room: saying something aloud, thinking, looking around; and how a room changes."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, ClassVar

from pydantic import Field

from goodpath_core.play.event import By, Command, Draft, Event, Fact, Now, people, seat_audience
from goodpath_core.play.journal import cut_if_full
from goodpath_core.play.phone import housemates
from goodpath_core.play.rows import CommandRow, EventRow
from goodpath_core.play.state import JournalLine, World
from goodpath_core.text import as_typed, clean_speech

LINE_LIMIT = 280
"""Characters of what is said or thought in one go."""

Words = Annotated[str, Field(min_length=1, max_length=as_typed(LINE_LIMIT))]


class SayAloud(Command):
    """Say something in the room; those who are in the same house and off the phone hear it."""

    kind: ClassVar[str] = "say_aloud"
    text: Words


class Think(Command):
    """Write a thought; no classmate reads it, only teacher and reviewer."""

    kind: ClassVar[str] = "think"
    text: Words


class LookAround(Command):
    """Look at the room."""

    kind: ClassVar[str] = "look_around"


class SaidAloud(Fact):
    """Something was said in a room."""

    kind: ClassVar[str] = "said.aloud"
    gone: ClassVar[Mapping[str, object]] = MappingProxyType({"text": ""})
    text: str
    heard: tuple[str, ...]
    """Ids of those who were there, the speaker included."""


class Thought(Fact):
    """Somebody thought something."""

    kind: ClassVar[str] = "thought"
    text: str
    seat: int
    """Who thought it; whoever plays the persona later does not read it."""


class LookedAround(Fact):
    """Somebody looked at the room."""

    kind: ClassVar[str] = "looked.around"


class RoomChanged(Fact):
    """What somebody's room has become."""

    kind: ClassVar[str] = "room.changed"
    persona: str
    text: str


def present(world: World, house: str) -> list[str]:
    """Ids of those who are played, in a house and not on the phone; whom nobody plays hears nothing."""
    mates = [world.persons[mate] for mate in housemates(world, house)]
    return [mate.id for mate in mates if mate.played and mate.place == "room"]


def decide_say(world: World, command: SayAloud, by: By, now: Now) -> list[Draft]:
    """Words aloud, at most LINE_LIMIT characters; refused if there are none.

    In the room all housemates hear them who are off the phone as well; on the line only the speaker does.
    """
    person = world.persons[by.persona]
    heard = tuple(present(world, person.house)) if person.place == "room" else (person.id,)
    fact = SaidAloud(text=clean_speech(command.text, LINE_LIMIT), heard=heard)
    said = Draft(fact, people(*heard), by.cell, by.persona, "")
    return [said, *cut_if_full(world, by.persona, by.cell)]


def decide_think(world: World, command: Think, by: By, now: Now) -> list[Draft]:
    """A thought of at most LINE_LIMIT characters, for the thinker and the record; refused without words."""
    fact = Thought(text=clean_speech(command.text, LINE_LIMIT), seat=by.seat)
    thought = Draft(fact, seat_audience(by.seat), by.cell, by.persona, "")
    return [thought, *cut_if_full(world, by.persona, by.cell)]


def decide_look(world: World, command: LookAround, by: By, now: Now) -> list[Draft]:
    """That somebody looked; never refused where the gates are open, however often."""
    return [Draft(LookedAround(), people(by.persona), by.cell, by.persona, "")]


def reduce_said(world: World, event: Event, fact: SaidAloud) -> None:
    """`World.journal` gets a line `said` that those in `heard` know."""
    line = JournalLine(event.seq, event.world_s, fact.heard, "said", event.voice, fact.text, event.cell)
    world.journal.append(line)


def reduce_thought(world: World, event: Event, fact: Thought) -> None:
    """`World.journal` gets a line `thought` that the seat knows, with the voice as its one of `people`."""
    line = JournalLine(
        event.seq, event.world_s, (event.voice,), "thought", event.voice, fact.text, event.cell, fact.seat
    )
    world.journal.append(line)


def reduce_looked(world: World, event: Event, fact: LookedAround) -> None:
    """Nothing."""


def reduce_room(world: World, event: Event, fact: RoomChanged) -> None:
    """`Person.room_text` becomes `text`."""
    world.persons[fact.persona].room_text = fact.text


_NEEDS = ("persona", "playing", "offline")
COMMANDS = (
    CommandRow(SayAloud, decide_say, ("student",), _NEEDS),
    CommandRow(Think, decide_think, ("student",), _NEEDS),
    CommandRow(LookAround, decide_look, ("student",), _NEEDS),
)
EVENTS = (
    EventRow(SaidAloud, reduce_said, "{voice} said aloud: {text}"),
    EventRow(Thought, reduce_thought, "{voice} thought: {text}"),
    EventRow(LookedAround, reduce_looked, "{voice} looked around the room."),
    EventRow(RoomChanged, reduce_room, "The room of {persona} changed: {text}"),
)
