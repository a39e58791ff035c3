"""Seats and cells: opening them, taking a persona, handing it over, watching."""

from typing import ClassVar, Literal

from goodpath_core.errors import Refused
from goodpath_core.play.event import By, Command, Draft, Event, Fact, Model, Now, seat_audience
from goodpath_core.play.rows import CommandRow, EventRow
from goodpath_core.play.state import Page, Person, Seat, Version, World


class OpenSeat(Command):
    """The server opens a seat for somebody who came with the code."""

    kind: ClassVar[str] = "open_seat"
    role: Literal["student", "observer"] = "student"
    robot: bool = False


class MarkHere(Command):
    """The server saw a seat's connection open or close."""

    kind: ClassVar[str] = "mark_here"
    seat: int
    here: bool


class TakePersona(Command):
    """Play this persona; an empty id asks for any that is free."""

    kind: ClassVar[str] = "take_persona"
    persona: str = ""


class Observe(Command):
    """Give up the persona, if any, and watch; no reason is asked."""

    kind: ClassVar[str] = "observe"


class HandOver(Command):
    """The teacher gives a persona to another seat."""

    kind: ClassVar[str] = "hand_over"
    persona: str
    seat: int


class PersonStart(Model):
    """A persona as a new cell finds it."""

    id: str
    house: str
    number: str
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


class PersonaTaken(Fact):
    """A persona is now played."""

    kind: ClassVar[str] = "persona.taken"
    persona: str


class PersonaLeft(Fact):
    """A persona is free again."""

    kind: ClassVar[str] = "persona.left"
    persona: str


class SeatChanged(Fact):
    """What a seat does now; an empty persona means none."""

    kind: ClassVar[str] = "seat.changed"
    seat: int
    persona: str = ""
    role: str = "student"


def decide_open_seat(world: World, command: OpenSeat, by: By, now: Now) -> list[Draft]:
    number = max(world.seats, default=0) + 1
    if number > world.bounds.seats:
        raise Refused("no_seat_left", "The session has no seat left; ask your teacher.")
    cell = emptiest_cell(world)
    fact = SeatOpened(seat=number, cell=cell, role=command.role, robot=command.robot)
    return [Draft(fact, seat_audience(number), cell)]


def emptiest_cell(world: World) -> int:
    """The cell with the fewest seats, the lowest of equals."""
    filled = {person.id.partition("/")[0]: 0 for person in world.persons.values()}
    for seat in world.seats.values():
        if seat.role == "student":
            filled[str(seat.cell)] = filled.get(str(seat.cell), 0) + 1
    return min((count, int(cell)) for cell, count in filled.items())[1] if filled else 1


def decide_mark_here(world: World, command: MarkHere, by: By, now: Now) -> list[Draft]:
    seat = _seat(world, command.seat)
    if seat.here == command.here:
        raise Refused("no_change", "Nothing has changed.")
    return [Draft(SeatMarked(seat=seat.number, here=command.here), "teacher", seat.cell)]


def free_personas(world: World, cell: int) -> list[str]:
    """Ids of the personas in a cell that nobody plays, in the order of the cast."""
    return [p.id for p in world.persons.values() if p.id.startswith(f"{cell}/") and not p.played]


def decide_take(world: World, command: TakePersona, by: By, now: Now) -> list[Draft]:
    if by.persona:
        raise Refused("has_persona", "You already play somebody; step out first if you want to change.")
    free = free_personas(world, by.cell)
    if not free:
        raise Refused("none_free", "Every persona here is taken; you can watch as an observer.")
    wanted = command.persona or free[int(now.dice * len(free))]
    if wanted not in free:
        raise Refused("not_free", "Somebody already plays that persona; choose another.")
    return _seat_drafts(by.seat, by.cell, wanted, "student") + [
        Draft(PersonaTaken(persona=wanted), "cell", by.cell)
    ]


def decide_observe(world: World, command: Observe, by: By, now: Now) -> list[Draft]:
    drafts = _seat_drafts(by.seat, by.cell, "", "observer")
    return drafts + ([Draft(PersonaLeft(persona=by.persona), "cell", by.cell)] if by.persona else [])


def decide_hand_over(world: World, command: HandOver, by: By, now: Now) -> list[Draft]:
    seat = _seat(world, command.seat)
    person = world.persons.get(command.persona)
    if person is None:
        raise Refused("no_such_persona", "There is no such persona; choose one from the list.")
    if seat.persona:
        raise Refused("has_persona", f"Seat {seat.number} already plays somebody.")
    if not person.id.startswith(f"{seat.cell}/"):
        raise Refused("other_cell", f"Seat {seat.number} belongs to another cell.")
    holder = next((s for s in world.seats.values() if s.persona == person.id), None)
    drafts = _seat_drafts(holder.number, holder.cell, "", "observer") if holder else []
    drafts += _seat_drafts(seat.number, seat.cell, person.id, "student")
    return drafts + ([] if holder else [Draft(PersonaTaken(persona=person.id), "cell", seat.cell)])


def _seat_drafts(number: int, cell: int, persona: str, role: str) -> list[Draft]:
    fact = SeatChanged(seat=number, persona=persona, role=role)
    return [Draft(fact, seat_audience(number), cell)]


def _seat(world: World, number: int) -> Seat:
    seat = world.seats.get(number)
    if seat is None:
        raise Refused("no_such_seat", "There is no such seat; choose one from the list.")
    return seat


def reduce_cell_opened(world: World, event: Event, fact: CellOpened) -> None:
    for start in fact.persons:
        world.persons[start.id] = Person(start.id, start.house)
        face = Version(event.seq, event.world_s, start.nickname, start.signature)
        world.pages[start.id] = Page(start.id, start.number, [face])


def reduce_seat_opened(world: World, event: Event, fact: SeatOpened) -> None:
    world.seats[fact.seat] = Seat(fact.seat, fact.cell, fact.role, fact.robot)


def reduce_seat_marked(world: World, event: Event, fact: SeatMarked) -> None:
    world.seats[fact.seat].here = fact.here


def reduce_seat_changed(world: World, event: Event, fact: SeatChanged) -> None:
    seat = world.seats[fact.seat]
    seat.persona = fact.persona
    seat.role = fact.role


def reduce_persona_taken(world: World, event: Event, fact: PersonaTaken) -> None:
    world.persons[fact.persona].played = True


def reduce_persona_left(world: World, event: Event, fact: PersonaLeft) -> None:
    world.persons[fact.persona].played = False


COMMANDS = (
    CommandRow(OpenSeat, decide_open_seat, ("server",)),
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
    EventRow(PersonaTaken, reduce_persona_taken, "{persona} was taken by a player."),
    EventRow(PersonaLeft, reduce_persona_left, "{persona} was left by its player."),
)
