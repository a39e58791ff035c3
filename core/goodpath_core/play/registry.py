"""The one table of all commands and all events; a new matter adds its module here."""

from collections.abc import Mapping
from types import MappingProxyType

from goodpath_core.errors import Refused
from goodpath_core.play import (
    absence,
    albums,
    briefing,
    closed_seats,
    control,
    debrief,
    extension,
    hidden_faces,
    journal,
    messages,
    moderation,
    narration,
    offline,
    phone,
    places,
    posts,
    profile,
    responses,
    safety,
    script,
    seats,
    shortening,
    taken_down,
    visits,
)
from goodpath_core.play.clock import world_s
from goodpath_core.play.event import By, Command, Draft, Event, Now
from goodpath_core.play.gates import GATES, Gate, must_still_play
from goodpath_core.play.rows import CommandRow, EventRow
from goodpath_core.play.state import World

MATTERS = (
    control,
    extension,
    shortening,
    seats,
    briefing,
    closed_seats,
    places,
    phone,
    messages,
    profile,
    posts,
    albums,
    responses,
    visits,
    moderation,
    hidden_faces,
    offline,
    journal,
    narration,
    script,
    safety,
    debrief,
    taken_down,
    absence,
)
COMMANDS: Mapping[str, CommandRow] = MappingProxyType(
    {row.command.kind: row for matter in MATTERS for row in matter.COMMANDS}
)
"""Command kind -> row."""
EVENTS: Mapping[str, EventRow] = MappingProxyType(
    {row.fact.kind: row for matter in MATTERS for row in matter.EVENTS}
)
"""Event kind -> row."""
_GATES: Mapping[str, tuple[Gate, ...]] = MappingProxyType(
    {kind: tuple(GATES[name] for name in row.needs) for kind, row in COMMANDS.items()}
)
"""Command kind -> its gates, in order."""


def decide(world: World, command: Command, by: By, now: Now) -> list[Draft]:
    """What a command makes happen, or Refused; changes nothing."""
    must_be_open(world, command.kind, by, now)
    return COMMANDS[command.kind].decide(world, command, by, now)


def must_be_open(world: World, kind: str, by: By, now: Now) -> None:
    """Refused where a kind of command is not open to this role, or not at this moment, whatever it says."""
    if by.role not in COMMANDS[kind].roles:
        # Whoever only watches by now may not know yet that the persona was handed on.
        must_still_play(by)
        raise Refused("not_allowed", "That is not yours to do in this session.")
    for gate in _GATES[kind]:
        gate(world, by, now)


def reduce(world: World, event: Event) -> None:
    """Fold one event into the state; never refuses."""
    EVENTS[event.fact.kind].reduce(world, event, event.fact)
    world.seq = event.seq


def stamp(world: World, draft: Draft, author: str, now: Now) -> Event:
    """The event that a draft becomes: numbered, timed, with place and author, `author` if it names none.

    Of what happened before play, and so has its own time, nobody knows the place.
    """
    fact, audience, cell, voice, room, at, own = draft
    wall_ms, place = now.wall_ms, ""
    if at is None:
        at = world_s(world.clock, wall_ms)
        person = world.persons.get(voice)
        place = person.place if person else ""
    return Event(
        world.seq + 1, wall_ms, at, world.phase.index, cell, place, own or author, voice, room, audience, fact
    )
