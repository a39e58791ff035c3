"""While nobody keeps the record the world stands still: the server is away, or its log takes nothing."""

from typing import ClassVar

from goodpath_core.play.clock import stop, world_s
from goodpath_core.play.control import WorldPaused
from goodpath_core.play.event import Draft, Event, Fact, Now
from goodpath_core.play.rows import CommandRow, EventRow
from goodpath_core.play.state import World

AWAY = (
    "The server was away. The world goes on from the last thing that was stored, once your teacher lets it."
)
"""The reason of a pause in which a server that has come back waits for the class."""


class ServerReturned(Fact):
    """The record of a running world is kept again; its clock goes on from where the record broke off."""

    kind: ClassVar[str] = "server.returned"
    away_ms: int
    """Milliseconds that are not played: since the record before, or since something could not be stored."""


def take_up(world: World, last_ms: int, now: Now, pauses: bool = False) -> list[Draft]:
    """What happens when the record of a session is kept again; nothing if its clock stood anyway.

    `last_ms` is the wall time at which it broke off: that of the last record, since what was lived after it
    nobody knows, or that of the first thing that a server which went on could not store. `pauses` says that
    the world does not go on before a teacher lets it: the class comes back later than its server.
    """
    if not world.clock.running:
        return []
    fact = ServerReturned(away_ms=now.wall_ms - last_ms)
    # In the world no time has passed: it is as late as it was when the record broke off.
    returned = Draft(fact, "all", at=world_s(world.clock, last_ms))
    return [returned, Draft(WorldPaused(why=AWAY), "all")] if pauses else [returned]


def reduce_returned(world: World, event: Event, fact: ServerReturned) -> None:
    """`Clock.played_ms` grows by what was played up to `wall_ms` - `away_ms`.

    `Clock.since_ms` becomes `wall_ms`, and `Clock.running` true."""
    stop(world.clock, event.wall_ms - fact.away_ms)
    world.clock.running, world.clock.since_ms = True, event.wall_ms


COMMANDS: tuple[CommandRow, ...] = ()
EVENTS = (
    EventRow(
        ServerReturned,
        reduce_returned,
        "Nothing was kept for a while; the world goes on from where that began.",
    ),
)
