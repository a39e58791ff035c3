"""Which personas of a cell are free, and which cell fits a new seat best."""

from collections import Counter
from collections.abc import Iterable

from goodpath_core.play.event import cell_of
from goodpath_core.play.state import Person, Seat, World


def is_free(world: World, person: Person, seat: int) -> bool:
    """Whether a seat may take a persona by itself.

    Not if somebody else has begun it: what that one wrote in private would go with it.
    """
    own = world.seats[seat].own if seat in world.seats else ()
    return not person.played and (not person.begun or person.id in own)


def free_personas(world: World, cell: int, seat: int) -> list[str]:
    """Ids of the personas in a cell that a seat may take, in the order of the cast."""
    cast = [p for p in world.persons.values() if cell_of(p.id) == cell]
    return [person.id for person in cast if is_free(world, person, seat)]


def roomiest_cell(world: World) -> int:
    """The cell in which most personas are free beyond those that students are choosing now.

    Of equals the one with the fewest students, then with the fewest seats, then the lowest. Who has just been
    given a seat is not connected yet, so all who have not chosen count; but cells come first that have more
    free personas than students who are here and choose.
    """
    seats = [seat for seat in world.seats.values() if not seat.closed]
    students = [seat for seat in seats if seat.role == "student"]
    choosing = [seat for seat in students if not seat.persona]
    free = Counter(cell_of(person.id) for person in world.persons.values() if is_free(world, person, 0))
    waiting, waiting_here = _by_cell(choosing), _by_cell(seat for seat in choosing if seat.here)
    fill, total = _by_cell(students), _by_cell(seats)

    def order(cell: int) -> tuple[bool, int, int, int, int]:
        none_left = free[cell] <= waiting_here[cell]
        return none_left, waiting[cell] - free[cell], fill[cell], total[cell], cell

    return min(open_cells(world), key=order)


def _by_cell(seats: Iterable[Seat]) -> Counter[int]:
    return Counter(seat.cell for seat in seats)


def fullest_cell(world: World) -> int:
    """The cell in which most personas are played; of equals the one with most students, then the lowest."""
    seats = [seat for seat in world.seats.values() if not seat.closed and seat.role == "student"]
    playing, students = _by_cell(seat for seat in seats if seat.persona), _by_cell(seats)
    return min(open_cells(world), key=lambda cell: (-playing[cell], -students[cell], cell))


def open_cells(world: World) -> set[int]:
    """The cells there are; one where there is no cast."""
    seats = {seat.cell for seat in world.seats.values() if not seat.closed}
    return {cell_of(person) for person in world.persons} | seats or {1}
