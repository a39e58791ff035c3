"""The teacher's hand on the session: start, pause, resume, next phase, end; phases also end by themselves."""

from typing import Annotated, ClassVar

from pydantic import Field

from goodpath_core.errors import Refused
from goodpath_core.play.clock import all_played_ms, stop, world_s
from goodpath_core.play.debrief import open_debrief
from goodpath_core.play.event import By, Command, Draft, Event, Fact, Model, Now
from goodpath_core.play.gates import START_FIRST
from goodpath_core.play.hours import leave_out
from goodpath_core.play.phase_now import Permission, PhaseNow
from goodpath_core.play.phone import current_changes
from goodpath_core.play.places import close_books, phase_moves
from goodpath_core.play.rows import CommandRow, EventRow
from goodpath_core.play.seats import begin_lives
from goodpath_core.play.state import World
from goodpath_core.play.turns import begin_turns
from goodpath_core.scenario.durations import DAY_S
from goodpath_core.scenario.phases import Phase
from goodpath_core.scenario.value import Scenario
from goodpath_core.text import as_typed, check_length, clean_line

PAUSED = "The teacher has paused the world."
"""The reason of a pause for which none is given."""
WHY_LIMIT = 200
"""Characters of the reason of a pause."""


class StartWorld(Command):
    """Let the first phase begin."""

    kind: ClassVar[str] = "start_world"


class PauseWorld(Command):
    """Stop the world clock for everybody; nothing can be done until it resumes."""

    kind: ClassVar[str] = "pause_world"
    why: Annotated[str, Field(max_length=as_typed(WHY_LIMIT))] = PAUSED


class ResumeWorld(Command):
    """Let the world clock run on."""

    kind: ClassVar[str] = "resume_world"
    phase: int | None = None
    """Index of the phase that it was asked of; None for whichever is being played."""


class NextPhase(Command):
    """End this phase now, and a pause with it; after the last one the debrief begins."""

    kind: ClassVar[str] = "next_phase"
    phase: int | None = None
    """Index of the phase that it was asked of; None for whichever is being played."""


class EndSession(Command):
    """End the session for good."""

    kind: ClassVar[str] = "end_session"
    stage: str = ""
    """Stage of the session in which it was asked for; empty for whichever it is in."""


class SessionOpened(Fact):
    """A session of a scenario was opened; the lobby is waiting."""

    kind: ClassVar[str] = "session.opened"
    scenario: str
    """Key of the scenario."""
    title: str


class Allowed(Model):
    """What a phase permits, as an event says it."""

    chat: bool = False
    page: bool = False
    visit: bool = False
    pictures: int = 0
    """How many pictures a page may hold, in all its albums together."""
    swaps: int = 0
    """How many pictures may be exchanged in the phase; -1 for any number."""


class PhaseBegan(Fact):
    """A phase began; it says all that the phase's rules need."""

    kind: ClassVar[str] = "phase.began"
    index: int
    """0 for the first."""
    name: str
    seconds: int
    """Length in seconds of play."""
    world_from: int
    """World time at its beginning, in seconds since midnight of the first day."""
    speed: float
    """World seconds in one second of play."""
    ask: str = ""
    prompts: tuple[str, ...] = ()
    allow: Allowed = Allowed()


class WorldPaused(Fact):
    """The world clock stopped."""

    kind: ClassVar[str] = "world.paused"
    why: str


class WorldResumed(Fact):
    """The world clock runs on."""

    kind: ClassVar[str] = "world.resumed"


class SessionEnded(Fact):
    """The session is over; seats come and go, stop signals are heard, and the teacher removes what hurts."""

    kind: ClassVar[str] = "session.ended"


def scenario_of(world: World) -> Scenario:
    """The scenario behind a deciding world."""
    if world.scenario is None:
        raise Refused("no_scenario", "Only the server can decide this.")
    return world.scenario


def world_from(phase: Phase) -> int:
    """World seconds, since midnight of the scenario's first day, at which a phase begins."""
    return phase.day * DAY_S + phase.world_from_s


def phase_began(phase: Phase, index: int, begins: int) -> PhaseBegan:
    """What the event of a scenario's phase says that begins at this world second."""
    allow = phase.allow
    return PhaseBegan(
        index=index,
        name=phase.name,
        seconds=phase.seconds,
        world_from=begins,
        speed=phase.speed,
        ask=phase.ask,
        prompts=phase.prompts,
        allow=Allowed(
            chat=allow.chat, page=allow.page, visit=allow.visit, pictures=allow.pictures, swaps=allow.swaps
        ),
    )


def _begins(world: World, index: int, now: Now) -> int:
    """World second at which a phase begins: as written, but no second that has passed comes again.

    A phase before it may have been made longer, and may end within the minute for which it is written.
    """
    written = world_from(scenario_of(world).phases[index])
    return max(written, world_s(world.clock, now.wall_ms)) if index else written


def following(world: World, now: Now) -> list[Draft]:
    """The drafts that end the current phase: the next one, or the debrief."""
    scenario = scenario_of(world)
    index = world.phase.index + 1
    if index < len(scenario.phases):
        phase = scenario.phases[index]
        began = Draft(phase_began(phase, index, _begins(world, index, now)), "all")
        moves = phase_moves(world, phase.place, dict(phase.places))
        return [began, *moves, *current_changes(world, phase.current)]
    return open_debrief(world, now)


def decide_start(world: World, command: StartWorld, by: By, now: Now) -> list[Draft]:
    """The first phase and where it puts everybody; refused once the world has left the lobby."""
    if world.session.stage != "lobby":
        raise Refused("started", "The world has already started.")
    return following(world, now)


def decide_pause(world: World, command: PauseWorld, by: By, now: Now) -> list[Draft]:
    """The pause with its reason, PAUSED if none is given; refused outside of play and while paused."""
    must_play(world)
    if world.session.paused:
        raise Refused("paused", "The world is already paused.")
    why = clean_line(command.why).strip() or PAUSED
    check_length(why, WHY_LIMIT)
    return [Draft(WorldPaused(why=why), "all")]


def decide_resume(world: World, command: ResumeWorld, by: By, now: Now) -> list[Draft]:
    """The end of the pause; refused outside of play, while the clock runs, and if its phase is over."""
    must_play(world, command.phase)
    if not world.session.paused:
        raise Refused("running", "The world is not paused.")
    return [Draft(WorldResumed(), "all")]


def decide_end(world: World, command: EndSession, by: By, now: Now) -> list[Draft]:
    """The end, from any stage and also while paused.

    Refused if the session is already over, or no longer in the stage in which it was asked for.
    """
    if world.session.stage == "ended":
        raise Refused("ended", "The session is already over.")
    if command.stage not in ("", world.session.stage):
        raise Refused(
            "other_stage",
            "The class has come further meanwhile, so the session was not ended; look, and end it then.",
        )
    return [Draft(SessionEnded(), "all")]


def must_play(world: World, phase: int | None = None) -> None:
    """Refuse what is possible only while the scenario is being played, running or paused.

    What was asked of a phase, given by its index, is refused too unless it is the one being played.
    """
    if world.session.stage == "lobby":
        raise Refused("not_started", START_FIRST)
    is_playing = world.session.stage == "playing"
    if phase is not None and not (is_playing and world.phase.index == phase):
        raise Refused("other_phase", "That phase is not being played any more, so nothing was done.")
    if not is_playing:
        raise Refused("not_playing", "That is possible only while the scenario is being played.")


def reduce_opened(world: World, event: Event, fact: SessionOpened) -> None:
    """`Session.title` becomes `title`; the scenario itself stays with the server."""
    world.session.title = fact.title


def reduce_phase(world: World, event: Event, fact: PhaseBegan) -> None:
    """In this order, since each step stands on those before.

    In the lobby `Session.began` becomes `world_from`, and `Session.started` the number of the event.
    Elsewhere, if `world_from` is more than `world_s`, `Clock.unplayed` gets the two as its last, `world_s`
    first; where the last one in it ends with `world_s`, that one ends with `world_from` instead.
    `Session.stage` becomes `playing`, and `Person.begun` true of whoever is played. Every seat that plays
    somebody and has no turn that goes on gets one in `Seat.turns` that begins at `world_from`. `World.phase`
    becomes what it says (`PhaseNow.index`, `PhaseNow.name`, `PhaseNow.seconds`, `PhaseNow.ask`,
    `PhaseNow.prompts`, and in `PhaseNow.allow` `Permission.chat`, `Permission.page`, `Permission.visit`,
    `Permission.pictures`, `Permission.swaps`), and `PhaseNow.seq` the number of the event.
    Count the time lived and reckon the battery of everybody, up to `world_s`; `Person.since` and
    `PhoneNow.since` then become `world_from`. `Clock.before_ms` grows by what was played in the phase before.
    `Clock.running` becomes true, `Clock.since_ms` becomes `wall_ms`, `Clock.played_ms` 0, `Clock.ends_ms`
    1000 times `seconds`, `Clock.world_from` and `Clock.speed` what it says. Every `Page.swaps` becomes 0;
    every `Room.spoken`, and `World.armed`, become empty."""
    if world.session.stage == "lobby":
        world.session.began, world.session.started = fact.world_from, event.seq
    else:
        leave_out(world.clock, event.world_s, fact.world_from)
    world.session.stage = "playing"
    begin_lives(world)
    begin_turns(world, fact.world_from)
    a = fact.allow
    permission = Permission(a.chat, a.page, a.visit, a.pictures, a.swaps)
    world.phase = PhaseNow(fact.index, fact.name, fact.seconds, fact.ask, fact.prompts, permission, event.seq)
    close_books(world, event.world_s, fact.world_from)
    clock = world.clock
    clock.before_ms = all_played_ms(clock, event.wall_ms)
    clock.running, clock.since_ms, clock.played_ms = True, event.wall_ms, 0
    clock.world_from, clock.speed, clock.ends_ms = fact.world_from, fact.speed, fact.seconds * 1000
    for page in world.pages.values():
        page.swaps = 0
    for room in world.rooms.values():
        room.spoken.clear()
    world.armed.clear()


def reduce_paused(world: World, event: Event, fact: WorldPaused) -> None:
    """Stop the clock; `Session.paused` becomes `why`, `Session.still_since` the number of the event."""
    world.session.paused, world.session.still_since = fact.why, event.seq
    stop(world.clock, event.wall_ms)


def reduce_resumed(world: World, event: Event, fact: WorldResumed) -> None:
    """`Session.paused` becomes empty, `Clock.running` true and `Clock.since_ms` `wall_ms`."""
    world.session.paused = ""
    world.clock.running, world.clock.since_ms = True, event.wall_ms


def reduce_ended(world: World, event: Event, fact: SessionEnded) -> None:
    """Count the time lived and reckon the battery of everybody; stop the clock.

    `Session.stage` becomes `ended`, and `Session.paused` empty. If the clock ran till then, or if it ends in
    the lobby, `Session.still_since` becomes the number of the event."""
    close_books(world, event.world_s, event.world_s)
    if world.clock.running or world.session.stage == "lobby":
        world.session.still_since = event.seq
    world.session.stage, world.session.paused = "ended", ""
    stop(world.clock, event.wall_ms)


COMMANDS = (
    CommandRow(StartWorld, decide_start, ("teacher",)),
    CommandRow(PauseWorld, decide_pause, ("teacher",)),
    CommandRow(ResumeWorld, decide_resume, ("teacher",)),
    CommandRow(EndSession, decide_end, ("teacher",)),
)
EVENTS = (
    EventRow(SessionOpened, reduce_opened, "The session “{title}” was opened."),
    EventRow(PhaseBegan, reduce_phase, "Phase “{name}” began: {ask}"),
    EventRow(WorldPaused, reduce_paused, "The world was paused: {why}"),
    EventRow(WorldResumed, reduce_resumed, "The world went on."),
    EventRow(SessionEnded, reduce_ended, "The session ended."),
)
