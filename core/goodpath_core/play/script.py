"""The script: injects that hang on the clock or on something done, and phases that end by themselves."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import ClassVar, NamedTuple

from goodpath_core.errors import Refused
from goodpath_core.play.actions import drafts_of, is_for_town
from goodpath_core.play.clock import played_ms, played_until
from goodpath_core.play.control import following
from goodpath_core.play.event import By, Command, Draft, Event, Fact, Now, cell_of, key_of, people
from goodpath_core.play.journal import cut_if_full
from goodpath_core.play.narration import NARRATOR, Narrated
from goodpath_core.play.phone import empty_at
from goodpath_core.play.places import PlaceChanged
from goodpath_core.play.rows import CommandRow, EventRow
from goodpath_core.play.stand_in import reached
from goodpath_core.play.state import Person, PhoneNow, World
from goodpath_core.play.triggers import is_deed
from goodpath_core.scenario.phases import Inject


class FireInject(Command):
    """Make an inject happen now."""

    kind: ClassVar[str] = "fire_inject"
    inject: str
    cell: int


class SkipInject(Command):
    """Leave an inject out."""

    kind: ClassVar[str] = "skip_inject"
    inject: str
    cell: int


class DelayInject(Command):
    """Put an inject off by some seconds of play."""

    kind: ClassVar[str] = "delay_inject"
    inject: str
    cell: int
    seconds: int
    """1 to 3,600 seconds of play."""


class InjectFired(Fact):
    """An inject happened; what it did follows as events of its own."""

    kind: ClassVar[str] = "inject.fired"
    inject: str
    to: tuple[str, ...] = ()
    """Ids of the personas whose page or private chat it reached: where it went, if it was meant for one."""


class InjectSkipped(Fact):
    """An inject was left out."""

    kind: ClassVar[str] = "inject.skipped"
    inject: str


class InjectDelayed(Fact):
    """An inject was put off."""

    kind: ClassVar[str] = "inject.delayed"
    inject: str
    seconds: int
    """Seconds of play, on top of earlier delays."""


class InjectArmed(Fact):
    """What an inject was waiting for has happened."""

    kind: ClassVar[str] = "inject.armed"
    inject: str
    due_ms: int
    """Milliseconds of play in this phase at which it is due."""


SCRIPT = "script"
"""Author of what the script does."""
UNTIMED = frozenset(("message.posted", "seat.marked"))
"""Kinds of events that move nothing the clock waits for: after them `next_due` says what it said before."""


def cells_of(world: World) -> list[int]:
    """Numbers of the open cells."""
    return sorted({cell_of(person) for person in world.persons})


def fired_key(inject: str, cell: int) -> str:
    """Name of one cell's copy of an inject."""
    return f"{inject}@{cell}"


def waiting(world: World) -> Iterator[tuple[Inject, int, int | None]]:
    """The phase's injects that have not happened: (inject, cell, play milliseconds due or None)."""
    injects = _injects(world)
    for cell in cells_of(world) if injects else ():
        for inject in injects:
            if fired_key(inject.key, cell) not in world.fired:
                yield inject, cell, due_ms(world, inject, cell)


def due_ms(world: World, inject: Inject, cell: int) -> int | None:
    """Milliseconds of play in this phase at which an inject is due; None while what it waits for is not done.

    What was put off is due when the phase ends at the latest, so that it still happens.
    """
    key = fired_key(inject.key, cell)
    first = _planned_ms(world, inject, key)
    if first is None:
        return None
    return max(first, min(first + world.delays.get(key, 0) * 1000, _end_ms(world)))


def _planned_ms(world: World, inject: Inject, key: str) -> int | None:
    """When it is due if nobody puts it off; what hangs on the end moves with it, as far as the beginning."""
    if inject.trigger:
        return world.armed.get(key)
    if inject.before_end_s is not None:
        return max(0, _end_ms(world) - inject.before_end_s * 1000)
    return inject.at_s * 1000


def _end_ms(world: World) -> int:
    """Milliseconds of play at which the phase ends."""
    return world.phase.seconds * 1000


def armed_by(world: World, event: Event) -> list[Draft]:
    """The injects for which this event is what they were waiting for."""
    injects = _injects(world)
    if not injects or event.author == SCRIPT or event.voice not in world.persons:
        return []
    found = []
    cell = cell_of(event.voice)
    for inject in injects:
        key = fired_key(inject.key, cell)
        if _triggers(inject, event) and key not in world.fired and key not in world.armed:
            at = played_ms(world.clock, event.wall_ms) + inject.at_s * 1000
            found.append(Draft(InjectArmed(inject=inject.key, due_ms=at), "teacher", cell))
    return found


def _injects(world: World) -> Sequence[Inject]:
    """The injects of the phase that is being played."""
    if world.scenario is None or world.session.stage != "playing":
        return ()
    return world.scenario.phases[world.phase.index].injects


def _triggers(inject: Inject, event: Event) -> bool:
    trigger = inject.trigger
    if trigger is None or not is_deed(trigger.first, event.fact):
        return False
    return not trigger.by or key_of(event.voice) == trigger.by


class _Coming(NamedTuple):
    """Something the clock makes happen in this phase, unless something else happens first."""

    at_ms: int
    """Milliseconds of play in this phase at which it is due."""
    rank: int
    """What comes first of what is due at the same time: injects, batteries, the end of the phase."""
    cell: int
    """The cell in which an inject is due, the lower one first; 0 for what is no inject."""
    happen: Callable[[Now], list[Draft]]
    """Makes the drafts of it, called at its moment."""


def due(world: World, now: Now) -> list[Draft]:
    """The first thing that the clock makes happen by this moment; empty if there is none, and while paused.

    Ask again until it is empty: what comes later is decided in the world as the earlier has left it, so that
    the same happens in the same order however late somebody asks.
    """
    if world.session.stage != "playing" or world.session.paused:
        return []
    first = _first(world)
    return first.happen(now) if first.at_ms <= played_ms(world.clock, now.wall_ms) else []


def _first(world: World) -> _Coming:
    return min(_coming(world), key=lambda coming: coming[:3])


def _coming(world: World) -> Iterator[_Coming]:
    for inject, cell, at_ms in waiting(world):
        if at_ms is not None:
            yield _Coming(at_ms, 0, cell, partial(fire, world, inject, cell))
    for person, phone in _on_battery(world):
        yield _Coming(played_until(world.clock, empty_at(phone)), 1, 0, partial(_go_dark, world, person))
    yield _Coming(_end_ms(world), 2, 0, partial(following, world))


def fire(world: World, inject: Inject, cell: int, now: Now) -> list[Draft]:
    """The drafts of an inject in a cell; what it says to the whole town is said by the first cell alone."""
    told = any(world.fired.get(fired_key(inject.key, other)) for other in cells_of(world))
    actions = [action for action in inject.actions if not (told and is_for_town(world, action))]
    does = drafts_of(world, actions, cell, now)
    return [Draft(InjectFired(inject=inject.key, to=reached(does)), "teacher", cell), *does]


def _on_battery(world: World) -> Iterator[tuple[Person, PhoneNow]]:
    """Personas whose phone is in the hand of somebody who plays them, and runs down."""
    for person in world.persons.values():
        if person.played and person.place == "phone" and person.phone and person.phone.drains:
            yield person, person.phone


def _go_dark(world: World, person: Person, now: Now) -> list[Draft]:
    """The drafts with which an empty phone leaves the hand."""
    cell = cell_of(person.id)
    gone = PlaceChanged(persona=person.id, place="room", rule=person.rule)
    told = Narrated(text="The battery is empty. The screen goes black.", to=(person.id,))
    return [
        Draft(gone, "cell", cell, person.id),
        Draft(told, people(person.id), cell, NARRATOR),
        *cut_if_full(world, NARRATOR, cell),
    ]


def next_due(world: World) -> int | None:
    """Wall time in milliseconds at which `due` has something to say; None while nothing is waiting."""
    clock = world.clock
    if not clock.running or world.session.stage != "playing":
        return None
    return clock.since_ms + max(0, _first(world).at_ms - clock.played_ms)


def _named(world: World, key: str, cell: int) -> Inject:
    for inject, in_cell, _ in waiting(world):
        if inject.key == key and in_cell == cell:
            return inject
    raise Refused("no_such_inject", "That inject is not waiting in this phase.")


def decide_fire(world: World, command: FireInject, by: By, now: Now) -> list[Draft]:
    """All that the inject does, at once; refused if it is not waiting in this phase and cell."""
    fired, *does = fire(world, _named(world, command.inject, command.cell), command.cell, now)
    return [fired, *(draft._replace(author=SCRIPT) for draft in does)]


def decide_skip(world: World, command: SkipInject, by: By, now: Now) -> list[Draft]:
    """That it will not happen in this cell; refused if it is not waiting in this phase."""
    inject = _named(world, command.inject, command.cell)
    return [Draft(InjectSkipped(inject=inject.key), "teacher", command.cell)]


def decide_delay(world: World, command: DelayInject, by: By, now: Now) -> list[Draft]:
    """A delay of 1 to 3,600 seconds of play on top of those before.

    Refused for what is not waiting, and beyond the end of the phase: it would never happen.
    """
    inject = _named(world, command.inject, command.cell)
    if not 0 < command.seconds <= 3600:
        raise Refused("bad_delay", "An inject can be put off by 1 to 3,600 seconds.")
    most = _most_delay(world, inject, command.cell, now)
    if most < 1:
        raise Refused(
            "phase_ends",
            "The phase ends by then, so it cannot be put off further; let it happen now, or leave it out.",
        )
    if command.seconds > most:
        raise Refused(
            "phase_ends",
            f"The phase ends before that; put it off by at most {most} s, or let it happen now.",
        )
    fact = InjectDelayed(inject=inject.key, seconds=command.seconds)
    return [Draft(fact, "teacher", command.cell)]


def _most_delay(world: World, inject: Inject, cell: int, now: Now) -> int:
    """By how many seconds of play an inject can still be put off.

    One that waits for a deed is taken as if the deed were done now.
    """
    due = due_ms(world, inject, cell)
    if due is None:
        put_off = world.delays.get(fired_key(inject.key, cell), 0)
        due = played_ms(world.clock, now.wall_ms) + (inject.at_s + put_off) * 1000
    return (_end_ms(world) - due) // 1000


def reduce_fired(world: World, event: Event, fact: InjectFired) -> None:
    """`World.fired` of `inject@cell` becomes `seq`."""
    world.fired[fired_key(fact.inject, event.cell)] = event.seq


def reduce_skipped(world: World, event: Event, fact: InjectSkipped) -> None:
    """`World.fired` of `inject@cell` becomes 0."""
    world.fired[fired_key(fact.inject, event.cell)] = 0


def reduce_delayed(world: World, event: Event, fact: InjectDelayed) -> None:
    """`World.delays` of `inject@cell` grows by `seconds`."""
    key = fired_key(fact.inject, event.cell)
    world.delays[key] = world.delays.get(key, 0) + fact.seconds


def reduce_armed(world: World, event: Event, fact: InjectArmed) -> None:
    """`World.armed` of `inject@cell` becomes `due_ms`."""
    world.armed[fired_key(fact.inject, event.cell)] = fact.due_ms


COMMANDS = (
    CommandRow(FireInject, decide_fire, ("teacher",), ("playing",)),
    CommandRow(SkipInject, decide_skip, ("teacher",), ("playing",)),
    CommandRow(DelayInject, decide_delay, ("teacher",), ("playing",)),
)
EVENTS = (
    EventRow(InjectFired, reduce_fired, "{author} let “{inject}” happen{reached}."),
    EventRow(InjectSkipped, reduce_skipped, "The teacher left “{inject}” out."),
    EventRow(InjectDelayed, reduce_delayed, "The teacher put “{inject}” off by {seconds} s."),
    EventRow(InjectArmed, reduce_armed, ""),
)
