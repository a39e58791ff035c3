"""The debrief: phones go dark, reasons are opened, everybody steps out of the role."""

from typing import Annotated, ClassVar

from pydantic import Field

from goodpath_core.errors import Refused
from goodpath_core.play.albums import standing_reasons
from goodpath_core.play.bounds import push_out
from goodpath_core.play.clock import stop, world_s
from goodpath_core.play.event import By, Command, Draft, Event, Fact, Now, cell_of, seat_audience
from goodpath_core.play.places import close_books
from goodpath_core.play.rows import CommandRow, EventRow
from goodpath_core.play.state import Reflection, Revealed, World
from goodpath_core.play.turns import role_of
from goodpath_core.text import as_typed, check_length, clean_block

ANSWER_LIMIT = 1000
"""Characters of one completed sentence."""
SENTENCES_MAX = 8
"""Sentences that are completed to step out of the role: a scenario has no more, and an answer has as many."""
REASONS_IN_ONE = 60
"""How many reasons one event says; more would not fit a frame."""

TURNS_IN_ONE = 200
"""How many turns one event reveals; a thousand would not fit a frame."""

Answer = Annotated[str, Field(max_length=as_typed(ANSWER_LIMIT))]


class Reflect(Command):
    """Complete the sentences on stepping out of the role."""

    kind: ClassVar[str] = "reflect"
    answers: Annotated[tuple[Answer, ...], Field(min_length=1, max_length=SENTENCES_MAX)]
    """One for each sentence, in order; empty for one left out."""


class DebriefBegan(Fact):
    """Phones go dark and the class steps out of the roles."""

    kind: ClassVar[str] = "debrief.began"
    questions: tuple[str, ...] = ()
    step_out: tuple[str, ...] = ()
    """Beginnings of the sentences that everybody completes."""


class ReasonsOpened(Fact):
    """Why each picture in an open album was chosen, readable for the whole cell from now on."""

    kind: ClassVar[str] = "reasons.opened"
    reasons: tuple[tuple[str, str, str], ...]
    """(page, card, reason)."""


class SeatsRevealed(Fact):
    """Which seats played whom, and when: the roles are put down."""

    kind: ClassVar[str] = "seats.revealed"
    seats: tuple[tuple[int, str], ...]
    """(seat, persona) of each turn; of one persona in the order of time."""
    times: tuple[tuple[int, int], ...]
    """World seconds at which each of these turns began and ended."""


class ReflectionWritten(Fact):
    """Somebody stepped out of the role."""

    kind: ClassVar[str] = "reflection.written"
    answers: tuple[str, ...]
    seat: int
    """Whose words they are, whoever plays the persona later."""


def open_debrief(world: World, now: Now) -> list[Draft]:
    """The drafts with which play ends and the debrief begins."""
    debrief = world.scenario.debrief if world.scenario else None
    questions = debrief.questions if debrief else ()
    step_out = debrief.step_out if debrief else ()
    began = Draft(DebriefBegan(questions=questions, step_out=step_out), "all")
    cells = sorted({cell_of(person) for person in world.persons})
    return [began, *(draft for cell in cells for draft in _open_cell(world, cell, now))]


def _open_cell(world: World, cell: int, now: Now) -> list[Draft]:
    pages = [page for page in world.pages.values() if cell_of(page.owner) == cell]
    reasons = tuple((page.owner, *reason) for page in pages for reason in standing_reasons(page).items())
    parts = [reasons[i : i + REASONS_IN_ONE] for i in range(0, max(1, len(reasons)), REASONS_IN_ONE)]
    opened = [Draft(ReasonsOpened(reasons=part), "cell", cell) for part in parts]
    return [*opened, *_reveal(world, cell, now)]


def _reveal(world: World, cell: int, now: Now) -> list[Draft]:
    """Who played the personas of a cell, also before they moved to another or were closed."""
    end = world_s(world.clock, now.wall_ms)
    turns = [(seat.number, turn) for seat in world.seats.values() for turn in seat.turns]
    here = [(seat, turn) for seat, turn in turns if cell_of(turn.persona) == cell]
    here.sort(key=lambda one: one[1].since)
    parts = [here[i : i + TURNS_IN_ONE] for i in range(0, max(1, len(here)), TURNS_IN_ONE)]
    facts = [
        SeatsRevealed(
            seats=tuple((seat, turn.persona) for seat, turn in part),
            times=tuple((turn.since, end if turn.until is None else turn.until) for _, turn in part),
        )
        for part in parts
    ]
    return [Draft(fact, "cell", cell) for fact in facts]


def decide_reflect(world: World, command: Reflect, by: By, now: Now) -> list[Draft]:
    """The completed sentences, known to their writer and the teacher.

    Refused: more of them than the debrief has, and nothing but empty ones.
    """
    asked = len(world.session.step_out)
    if len(command.answers) > asked:
        raise Refused(
            "too_many_answers", f"There are {asked} sentences to complete; give one answer for each at most."
        )
    answers = tuple(clean_block(answer).strip() for answer in command.answers)
    for answer in answers:
        check_length(answer, ANSWER_LIMIT)
    if not any(answers):
        raise Refused("empty", "There is nothing to keep; write at least one sentence.")
    role = role_of(world.seats[by.seat])
    fact = ReflectionWritten(answers=answers, seat=by.seat)
    return [Draft(fact, seat_audience(by.seat), cell_of(role), role)]


def reduce_debrief(world: World, event: Event, fact: DebriefBegan) -> None:
    """Stop the clock; count the time lived and reckon the battery of everybody.

    `Session.stage` becomes `debrief`, `Session.paused` empty, `Session.questions` and `Session.step_out` what
    it says, `Session.still_since` the number of the event."""
    world.session.stage, world.session.paused = "debrief", ""
    world.session.still_since = event.seq
    world.session.questions, world.session.step_out = fact.questions, fact.step_out
    stop(world.clock, event.wall_ms)
    close_books(world, event.world_s, event.world_s)


def reduce_reasons(world: World, event: Event, fact: ReasonsOpened) -> None:
    """`Page.reasons_open` becomes true on each page of the cell, and `Page.reasons` loses some.

    That happens where it was false; those stay that have words and are of a picture in an album of the page,
    or of the choice as a whole: what an owner still knew of pictures put away goes, so that all know the same
    of what is open. Then each of `reasons` is set in `Page.reasons` of its page."""
    for page in world.pages.values():
        if cell_of(page.owner) == event.cell and not page.reasons_open:
            page.reasons = standing_reasons(page, own=True)
            page.reasons_open = True
    for owner, card, text in fact.reasons:
        world.pages[owner].reasons[card] = text


def reduce_revealed(world: World, event: Event, fact: SeatsRevealed) -> None:
    """`World.revealed` of each persona gets a turn for each of `seats`, with its `times`."""
    for (seat, persona), (since, until) in zip(fact.seats, fact.times, strict=False):
        world.revealed.setdefault(persona, []).append(Revealed(seat, since, until))


def reduce_reflection(world: World, event: Event, fact: ReflectionWritten) -> None:
    """`World.reflections` gets it as its last, with the voice as persona; an older one of the seat leaves."""
    world.reflections.append(Reflection(event.seq, event.voice, fact.answers, fact.seat))
    push_out(world.reflections, world.bounds.reflections, lambda one: one.seat == fact.seat)


COMMANDS = (CommandRow(Reflect, decide_reflect, ("student", "observer"), ("role", "debrief")),)
EVENTS = (
    EventRow(DebriefBegan, reduce_debrief, "The debrief began; phones are dark."),
    EventRow(ReasonsOpened, reduce_reasons, ""),
    EventRow(SeatsRevealed, reduce_revealed, ""),
    EventRow(ReflectionWritten, reduce_reflection, "The player of {voice} stepped out{replaced}: {answers}"),
)
