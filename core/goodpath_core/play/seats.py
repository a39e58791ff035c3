"""Seats and cells: opening them, taking a persona, handing it over, watching."""

from typing import ClassVar, Literal

from goodpath_core.errors import Refused
from goodpath_core.play.cells import free_personas, fullest_cell, open_cells, roomiest_cell
from goodpath_core.play.event import By, Command, Draft, Event, Fact, Model, Now, cell_of, seat_audience
from goodpath_core.play.phone import reckon_battery, unplugged
from goodpath_core.play.places import live
from goodpath_core.play.refusals import no_such_persona, no_such_seat, nothing_changed
from goodpath_core.play.rows import CommandRow, EventRow
from goodpath_core.play.state import Page, Person, Seat, Version, World
from goodpath_core.play.turns import change_turn

SPARE_SEATS = 40
"""Seats on top of two for each persona.

One plays each persona, and each player may lose the way back to a seat once. On top comes a class of forty
that watches. So one cell stays small enough to be told who is here. Whoever has the code can open them all:
where the bound is met, the server first closes one in which nobody has done anything.
"""
WATCHES = "You watch already, so nothing has changed."
NO_SEAT_LEFT = "Every seat of this session is given away; ask your teacher to close one that nobody uses."


class OpenSeat(Command):
    """The server opens a seat for somebody who came with the code."""

    kind: ClassVar[str] = "open_seat"
    seat: int = 0
    """The number it is to have; 0 for the next."""
    role: Literal["student", "observer"] = "student"
    robot: bool = False
    """Whether a program plays, which then stands in the log as the author."""
    cell: int = 0
    """In which cell; 0 for the one that fits: for a student the roomiest, for an observer the fullest."""


class MarkHere(Command):
    """The server saw a seat's connection open or close."""

    kind: ClassVar[str] = "mark_here"
    seat: int
    here: bool


class TakePersona(Command):
    """Play this persona; an empty id asks for any that is free."""

    kind: ClassVar[str] = "take_persona"
    persona: str = ""
    """Id of a persona of the seat's cell."""


class Observe(Command):
    """Give up the persona, if any, and watch; no reason is asked."""

    kind: ClassVar[str] = "observe"


class HandOver(Command):
    """The teacher gives a persona to another seat."""

    kind: ClassVar[str] = "hand_over"
    persona: str
    """Id of the persona."""
    seat: int
    """Number of the seat that gets it."""
    holder: int | None = None
    """Number of the seat that played it when it was asked, 0 for nobody; None for whoever plays it."""


class PersonStart(Model):
    """A persona as a new cell finds it."""

    id: str
    """Cell and key: `1/yuting`."""
    house: str
    """Id of the house the persona lives in."""
    number: str
    """Its invented number, five to ten digits."""
    nickname: str = ""
    signature: str = ""


class CellOpened(Fact):
    """A parallel copy of the cast is ready."""

    kind: ClassVar[str] = "cell.opened"
    persons: tuple[PersonStart, ...]


class SeatOpened(Fact):
    """A seat is there."""

    kind: ClassVar[str] = "seat.opened"
    seat: int
    cell: int
    role: str = "student"
    robot: bool = False


class SeatMarked(Fact):
    """A seat's connection opened or closed."""

    kind: ClassVar[str] = "seat.marked"
    seat: int
    here: bool
    """Whether the connection is open now."""


class PersonaTaken(Fact):
    """A persona is now played, or played by somebody else."""

    kind: ClassVar[str] = "persona.taken"
    persona: str


class PersonaLeft(Fact):
    """Nobody plays a persona any more."""

    kind: ClassVar[str] = "persona.left"
    persona: str


class SeatChanged(Fact):
    """What a seat does now, and in the event's cell from now on; an empty persona means none."""

    kind: ClassVar[str] = "seat.changed"
    seat: int
    persona: str = ""
    role: str = "student"


def decide_open_seat(world: World, command: OpenSeat, by: By, now: Now) -> list[Draft]:
    """A seat with the next number; known to that seat and the teacher.

    It is in the cell that was asked for, else where it fits: a student is to have company, and an observer
    something to watch. Refused: a cell that is not there, and one seat too many.
    """
    number = command.seat or max(world.seats, default=0) + 1
    if number in world.seats:
        raise nothing_changed()
    cells = open_cells(world)
    if command.cell and command.cell not in cells:
        there = f"the cells are 1 to {max(cells)}" if max(cells) > 1 else "the only one is cell 1"
        raise Refused("no_such_cell", f"There is no cell {command.cell} here; {there}.")
    find = fullest_cell if command.role == "observer" else roomiest_cell
    check_room(world)
    cell = command.cell or find(world)
    fact = SeatOpened(seat=number, cell=cell, role=command.role, robot=command.robot)
    return [Draft(fact, seat_audience(number), cell)]


def check_room(world: World) -> None:
    """Refuse one more seat: once all are given away that a class can need."""
    given = sum(not seat.closed for seat in world.seats.values())
    if given >= 2 * len(world.persons) + SPARE_SEATS:
        raise Refused("no_seat", NO_SEAT_LEFT)


def decide_mark_here(world: World, command: MarkHere, by: By, now: Now) -> list[Draft]:
    """Whether a seat is connected, for the teacher only; refused for an unknown seat and without change."""
    seat = _seat(world, command.seat)
    if seat.here == command.here:
        raise nothing_changed()
    return [Draft(SeatMarked(seat=seat.number, here=command.here), "teacher", seat.cell)]


def decide_take(world: World, command: TakePersona, by: By, now: Now) -> list[Draft]:
    """The persona for this seat, drawn by lot among the free of its cell if none is named.

    Refused: to who plays somebody already, a persona that is not free in the cell, and if none is free.
    """
    if by.persona:
        raise Refused("has_persona", "You already play somebody; watch first if you want to change.")
    free = free_personas(world, by.cell, by.seat)
    if not free:
        raise Refused(
            "none_free", "No persona here is free; watch, or ask the teacher to hand one over to you."
        )
    wanted = command.persona or free[int(now.dice * len(free))]
    if wanted not in free:
        raise _not_free(world, by.cell, wanted)
    return _seat_drafts(by.seat, by.cell, wanted, "student") + [
        Draft(PersonaTaken(persona=wanted), "cell", by.cell)
    ]


def _not_free(world: World, cell: int, wanted: str) -> Refused:
    person = world.persons.get(wanted)
    if person is None or cell_of(wanted) != cell:
        return no_such_persona()
    if person.played:
        return Refused("not_free", "Somebody already plays that persona; choose another.")
    return Refused(
        "begun",
        "Somebody has played that persona before; ask the teacher to hand it over, or choose another.",
    )


def decide_observe(world: World, command: Observe, by: By, now: Now) -> list[Draft]:
    """The seat as an observer; a persona it had is free again. Refused to who watches already."""
    if by.role == "observer":
        raise Refused("no_change", WATCHES)
    return [*_seat_drafts(by.seat, by.cell, "", "observer"), *left(world, by.persona, by.cell)]


def left(world: World, persona: str, cell: int) -> list[Draft]:
    """That nobody plays a persona any more; none for no persona.

    Its phone leaves the socket as well: nobody would be there to take it off for those who wait.
    """
    if not persona:
        return []
    return [Draft(PersonaLeft(persona=persona), "cell", cell), *unplugged(world, persona, cell)]


def decide_hand_over(world: World, command: HandOver, by: By, now: Now) -> list[Draft]:
    """The persona for a seat that plays nobody, which moves to its cell; who played it becomes an observer.

    Refused: a persona or seat that is not there, a seat that plays somebody, and a persona that is played by
    somebody else than when it was asked.
    """
    seat = _seat(world, command.seat)
    if seat.closed:
        raise no_such_seat()
    person = world.persons.get(command.persona)
    if person is None:
        raise no_such_persona()
    if seat.persona:
        raise Refused(
            "has_persona",
            f"Seat {seat.number} already plays somebody; choose one that plays nobody, "
            "or let its student step out first.",
        )
    cell = cell_of(person.id)
    holder = next((s for s in world.seats.values() if s.persona == person.id), None)
    _must_be_held(holder, command.holder)
    drafts = _seat_drafts(holder.number, holder.cell, "", "observer") if holder else []
    drafts += _seat_drafts(seat.number, cell, person.id, "student")
    return [*drafts, Draft(PersonaTaken(persona=person.id), "cell", cell)]


def _must_be_held(holder: Seat | None, asked_of: int | None) -> None:
    """Refuse what was asked of another player: nobody was told from whom the persona would be taken."""
    if asked_of not in (None, holder.number if holder else 0):
        raise Refused(
            "other_holder",
            "Who plays it has changed since that was asked, so nothing was handed over; look, and ask again.",
        )


def _seat_drafts(number: int, cell: int, persona: str, role: str) -> list[Draft]:
    fact = SeatChanged(seat=number, persona=persona, role=role)
    return [Draft(fact, seat_audience(number), cell)]


def _seat(world: World, number: int) -> Seat:
    seat = world.seats.get(number)
    if seat is None:
        raise no_such_seat()
    return seat


def reduce_cell_opened(world: World, event: Event, fact: CellOpened) -> None:
    """Each of `persons` becomes a persona in `World.persons` and a page in `World.pages`.

    Nobody plays it, and it has no phone. The page has one version, with `seq` and `world_s` of the event."""
    for start in fact.persons:
        world.persons[start.id] = Person(start.id, start.house)
        face = Version(event.seq, event.world_s, start.nickname, start.signature)
        world.pages[start.id] = Page(start.id, start.number, [face])


def reduce_seat_opened(world: World, event: Event, fact: SeatOpened) -> None:
    """`World.seats` has the seat, with `cell`, `role` and `robot`; it plays nobody."""
    world.seats[fact.seat] = Seat(fact.seat, fact.cell, fact.role, fact.robot)


def reduce_seat_marked(world: World, event: Event, fact: SeatMarked) -> None:
    """`Seat.here` becomes `here`."""
    world.seats[fact.seat].here = fact.here


def reduce_seat_changed(world: World, event: Event, fact: SeatChanged) -> None:
    """`Seat.persona` and `Seat.role` become what it says, `Seat.cell` the event's `cell`.

    In the stage `playing`, end the turn; with a persona a new one (`Turn.since` is `world_s`) follows in
    `Seat.turns`, where of its turns with one persona the newest stay. The persona joins `Seat.own`, once."""
    seat = world.seats[fact.seat]
    change_turn(world, seat, fact.persona, event.world_s)
    seat.cell = event.cell
    seat.persona = fact.persona
    seat.role = fact.role
    if fact.persona and fact.persona not in seat.own:
        seat.own.append(fact.persona)


def reduce_persona_taken(world: World, event: Event, fact: PersonaTaken) -> None:
    """Count the time lived and reckon the battery; `Person.played` and `Person.taken` become true.

    Outside the lobby `Person.begun` does too. The persona leaves `Seat.own` of whoever does not play it."""
    person = world.persons[fact.persona]
    live(person, event.world_s)
    reckon_battery(world, person, event.world_s)
    person.played = True
    person.begun |= world.session.stage != "lobby"
    # What nobody has had is no former player's: in a large town nobody is looked for in vain.
    if person.taken:
        for seat in world.seats.values():
            if seat.persona != person.id and person.id in seat.own:
                seat.own.remove(person.id)
    person.taken = True


def begin_lives(world: World) -> None:
    """Whoever is played has begun as the world runs: who tries personas in the lobby can write nothing."""
    for person in world.persons.values():
        person.begun |= person.played


def reduce_persona_left(world: World, event: Event, fact: PersonaLeft) -> None:
    """Count the time lived and reckon the battery; `Person.played` becomes false."""
    person = world.persons[fact.persona]
    live(person, event.world_s)
    reckon_battery(world, person, event.world_s)
    person.played = False


COMMANDS = (
    CommandRow(OpenSeat, decide_open_seat, ("server",), ("open",)),
    CommandRow(MarkHere, decide_mark_here, ("server",)),
    CommandRow(TakePersona, decide_take, ("student", "observer"), ("open",)),
    CommandRow(Observe, decide_observe, ("student", "observer"), ("open",)),
    CommandRow(HandOver, decide_hand_over, ("teacher",), ("open",)),
)
EVENTS = (
    EventRow(CellOpened, reduce_cell_opened, ""),
    EventRow(SeatOpened, reduce_seat_opened, "A seat was opened."),
    EventRow(SeatMarked, reduce_seat_marked, ""),
    EventRow(SeatChanged, reduce_seat_changed, ""),
    EventRow(PersonaTaken, reduce_persona_taken, "{persona} was {taken}."),
    EventRow(PersonaLeft, reduce_persona_left, "{persona} was left by its player."),
)
