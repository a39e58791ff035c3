"""More time for a class that is not done: the teacher makes the running phase longer, a minute at a time."""

from typing import ClassVar

from goodpath_core.errors import Refused
from goodpath_core.play.clock import end_with
from goodpath_core.play.control import must_play, scenario_of
from goodpath_core.play.event import By, Command, Draft, Event, Fact, Now
from goodpath_core.play.rows import CommandRow, EventRow
from goodpath_core.play.state import World

STEP_S = 60
"""Seconds of play that a phase is given at a time."""
MOST_S = 3600
"""Seconds of play that one phase is given in all."""


class ExtendPhase(Command):
    """Give the running phase one more minute."""

    kind: ClassVar[str] = "extend_phase"
    phase: int | None = None
    """Index of the phase that it was asked of; None for whichever is being played."""


class PhaseExtended(Fact):
    """The running phase was given more time."""

    kind: ClassVar[str] = "phase.extended"
    seconds: int
    """Seconds of play, on top of its length so far."""


def decide_extend(world: World, command: ExtendPhase, by: By, now: Now) -> list[Draft]:
    """One more minute, also while paused.

    Refused outside of play, if the phase that it was asked of is over, and to one that was given an hour.
    """
    must_play(world, command.phase)
    given = world.phase.seconds - scenario_of(world).phases[world.phase.index].seconds
    if given + STEP_S > MOST_S:
        raise Refused(
            "long_enough", "This phase has been given an hour more already; let the next one begin."
        )
    return [Draft(PhaseExtended(seconds=STEP_S), "all")]


def reduce_extended(world: World, event: Event, fact: PhaseExtended) -> None:
    """`Clock.played_ms` becomes what the clock gives at `wall_ms`, and `Clock.since_ms` `wall_ms`.

    Then `PhaseNow.seconds` grows by `seconds`, and `Clock.ends_ms` becomes 1000 times that."""
    end_with(world, world.phase.seconds + fact.seconds, event.wall_ms)


COMMANDS = (CommandRow(ExtendPhase, decide_extend, ("teacher",)),)
EVENTS = (EventRow(PhaseExtended, reduce_extended, "The teacher gave the phase {seconds} s more."),)
