"""The end of a phase by the teacher's hand: at once, or after ten seconds in which pages are saved."""

from dataclasses import replace
from typing import ClassVar

from goodpath_core.errors import Refused
from goodpath_core.play.clock import LAST_S, end_with, seconds_left
from goodpath_core.play.control import NextPhase, WorldResumed, following, must_play
from goodpath_core.play.event import By, Command, Draft, Event, Fact, Now
from goodpath_core.play.rows import CommandRow, EventRow
from goodpath_core.play.script import InjectSkipped, due_ms, fired_key, waiting
from goodpath_core.play.state import World
from goodpath_core.scenario.phases import Inject


class ShortenPhase(Command):
    """Let the running phase end in ten seconds, in which pages are saved."""

    kind: ClassVar[str] = "shorten_phase"
    phase: int | None = None
    """Index of the phase that it was asked of; None for whichever is being played."""


class PhaseShortened(Fact):
    """The running phase was cut short; its last ten seconds began."""

    kind: ClassVar[str] = "phase.shortened"
    seconds: int
    """Seconds of play, off its length so far."""


def has_last_seconds(world: World, now: Now) -> bool:
    """Whether pages could be saved in LAST_S more of the phase that is played, and it is that long."""
    return is_saved_in(world) and seconds_left(world, now.wall_ms) > LAST_S


def is_saved_in(world: World) -> bool:
    """Whether pages can be changed in the phase that is played, and somebody has one."""
    return world.phase.allow.page and any(person.played for person in world.persons.values())


def comes_too_late(world: World, inject: Inject, cell: int) -> bool:
    """Whether an inject that waits belongs to a moment of the phase that its last LAST_S come after.

    What is told of an end that is a minute away is not true any more when they begin.
    """
    put_off = world.delays.get(fired_key(inject.key, cell), 0)
    return inject.before_end_s is not None and inject.before_end_s - put_off > LAST_S


def is_left_out(world: World, inject: Inject, cell: int, seconds: int) -> bool:
    """Whether an inject that waits has a time in this phase and never happens if that is only `seconds` long.

    0 where it ends now. What waits for a deed is not left out: nobody can say whether it would have happened.
    """
    due = due_ms(world, inject, cell)
    has_time = due is not None and due <= world.phase.seconds * 1000
    short = replace(world, phase=replace(world.phase, seconds=seconds))
    return has_time and not _happens(short, inject, cell)


def _happens(world: World, inject: Inject, cell: int) -> bool:
    due, end_ms = due_ms(world, inject, cell), world.phase.seconds * 1000
    is_due = due is not None and bool(end_ms) and due <= end_ms
    return is_due and not comes_too_late(world, inject, cell)


def decide_shorten(world: World, command: ShortenPhase, by: By, now: Now) -> list[Draft]:
    """LAST_S from now; a paused world resumes first, since nothing is saved while it stands still.

    What hangs on the end and would have come before these seconds is left out.

    Refused outside of play, if the phase that it was asked of is over, and where nothing is gained by it:
    nobody can change a page, or the phase ends within these seconds by itself.
    """
    must_play(world, command.phase)
    if not is_saved_in(world):
        raise Refused("nothing_to_save", "Nobody can change a page now; let the next phase begin at once.")
    if not has_last_seconds(world, now):
        raise Refused("ends_soon", f"This phase ends within {LAST_S} seconds by itself.")
    sooner = seconds_left(world, now.wall_ms) - LAST_S
    out = _skipped(world, world.phase.seconds - sooner)
    return [*_resumed(world), *out, Draft(PhaseShortened(seconds=sooner), "all")]


def decide_next(world: World, command: NextPhase, by: By, now: Now) -> list[Draft]:
    """The next phase or the debrief; a paused world resumes first, since every phase begins running.

    What the script had still to do at a time of this phase is left out. Refused outside of play, and if the
    phase that it was asked of is over.
    """
    must_play(world, command.phase)
    return [*_resumed(world), *_skipped(world, 0), *following(world, now)]


def _resumed(world: World) -> list[Draft]:
    return [Draft(WorldResumed(), "all")] if world.session.paused else []


def _skipped(world: World, seconds: int) -> list[Draft]:
    return [
        Draft(InjectSkipped(inject=inject.key), "teacher", cell)
        for inject, cell, _ in waiting(world)
        if is_left_out(world, inject, cell, seconds)
    ]


def reduce_shortened(world: World, event: Event, fact: PhaseShortened) -> None:
    """`Clock.played_ms` becomes what the clock gives at `wall_ms`, and `Clock.since_ms` `wall_ms`.

    Then `PhaseNow.seconds` becomes less by `seconds`, and `Clock.ends_ms` 1000 times what it is; what was put
    off to the end is due sooner too."""
    end_with(world, world.phase.seconds - fact.seconds, event.wall_ms)


COMMANDS = (
    CommandRow(NextPhase, decide_next, ("teacher",)),
    CommandRow(ShortenPhase, decide_shorten, ("teacher",)),
)
EVENTS = (EventRow(PhaseShortened, reduce_shortened, "The teacher cut the phase short by {seconds} s."),)
