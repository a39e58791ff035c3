"""The one table of all commands and all events; a new matter adds its module here."""

from collections.abc import Mapping
from types import MappingProxyType

from goodpath_core.errors import Refused
from goodpath_core.play import (
    albums,
    control,
    debrief,
    messages,
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
    visits,
)
from goodpath_core.play.clock import world_s
from goodpath_core.play.event import By, Command, Draft, Event, Now
from goodpath_core.play.gates import GATES
from goodpath_core.play.rows import CommandRow, EventRow
from goodpath_core.play.state import World

MATTERS = (
    control,
    seats,
    places,
    phone,
    messages,
    profile,
    posts,
    albums,
    responses,
    visits,
    offline,
    narration,
    script,
    safety,
    debrief,
)
COMMANDS: Mapping[str, CommandRow] = MappingProxyType(
    {row.command.kind: row for matter in MATTERS for row in matter.COMMANDS}
)
"""Command kind -> row."""
EVENTS: Mapping[str, EventRow] = MappingProxyType(
    {row.fact.kind: row for matter in MATTERS for row in matter.EVENTS}
)
"""Event kind -> row."""


def decide(world: World, command: Command, by: By, now: Now) -> list[Draft]:
    """What a command makes happen, or Refused; changes nothing."""
    row = COMMANDS[command.kind]
    if by.role not in row.roles:
        raise Refused("not_allowed", "That is not yours to do in this session.")
    for gate in row.needs:
        GATES[gate](world, by)
    return row.decide(world, command, by, now)


def reduce(world: World, event: Event) -> None:
    """Fold one event into the state; never refuses."""
    EVENTS[event.fact.kind].reduce(world, event, event.fact)
    world.seq = event.seq


def stamp(world: World, draft: Draft, author: str, now: Now) -> Event:
    """The event that a draft becomes: numbered, timed, with author and place."""
    person = world.persons.get(draft.voice)
    at = world_s(world.clock, now.wall_ms) if draft.at is None else draft.at
    return Event(
        world.seq + 1,
        now.wall_ms,
        at,
        world.phase.index,
        draft.cell,
        person.place if person else "",
        author,
        draft.voice,
        draft.room,
        draft.audience,
        draft.fact,
    )
