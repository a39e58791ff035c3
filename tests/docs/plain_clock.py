"""What a stranger folds of the world clock alone: a plain map, by docs/wire.md and nothing else."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any


def played(clock: Any, wall: int) -> Any:
    """Milliseconds of play in the phase."""
    so_far = clock["played_ms"] + (wall - clock["since_ms"] if clock["running"] else 0)
    return so_far if clock["ends_ms"] is None else min(so_far, clock["ends_ms"])


def begin(clock: Any, wall: int, said: Any) -> None:
    """A phase begins."""
    before = clock["before_ms"] + played(clock, wall)
    clock.update(before_ms=before, played_ms=0, since_ms=wall, running=True)
    clock.update(world_from=said["world_from"], speed=said["speed"], ends_ms=said["seconds"] * 1000)


def leave_out(clock: Any, until: int, since: int) -> None:
    """Nobody plays from one world second to another, if that is later."""
    *before, last = clock["unplayed"] or ((until, until),)
    if since > until:
        between = ((last[0], since),) if last[1] == until else (last, (until, since))
        clock["unplayed"] = (*before, *between)


def stop(clock: Any, wall: int, said: Any) -> None:
    """The clock stands from now on."""
    clock.update(played_ms=played(clock, wall), running=False)


def go_on(clock: Any, wall: int, said: Any) -> None:
    """The clock runs from now on."""
    clock.update(since_ms=wall, running=True)


def take_up(clock: Any, wall: int, said: Any) -> None:
    """The clock goes on from where the record broke off."""
    stop(clock, wall - said["away_ms"], said)
    go_on(clock, wall, said)


def lengthen(clock: Any, wall: int, said: Any) -> None:
    """The phase gets a later end."""
    clock.update(played_ms=played(clock, wall), since_ms=wall)
    clock["ends_ms"] += said["seconds"] * 1000


def shorten(clock: Any, wall: int, said: Any) -> None:
    """The phase gets a sooner end."""
    lengthen(clock, wall, {"seconds": -said["seconds"]})


STEPS: Mapping[str, Callable[[Any, int, Any], None]] = MappingProxyType(
    {
        "world.paused": stop,
        "debrief.began": stop,
        "session.ended": stop,
        "world.resumed": go_on,
        "server.returned": take_up,
        "phase.extended": lengthen,
        "phase.shortened": shorten,
    }
)
"""Kind of event -> what it does to the clock and to nothing that hangs on world time."""
