"""Ask before the start whether everybody is ready: who is here, who reads, who has a persona."""

from collections.abc import Mapping, Sequence
from typing import Final

from goodpath_client.plurals import counted
from goodpath_client.store import Store
from goodpath_client.teacher.seat_rows import STOP, Known, count_here, is_reading, name_seat, open_seats
from goodpath_core.play.event import cell_of
from goodpath_core.play.state import Seat

_NAMED: Final = 8
"""So many seats without a persona are named one by one."""


def who_is_here(store: Store, known: Mapping[int, Known]) -> str:
    """Whether everybody is ready to start: `Start? 7 of 8 here. No persona yet: seat 3 Ana.`"""
    seats = open_seats(store)
    if not seats:
        return "Nobody has joined yet. Start all the same?"
    missing = [seat.number for seat in seats if not seat.persona and seat.role != "observer"]
    names = [name_seat(known, number) for number in missing]
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    ready = f"No persona yet: {', '.join(names[:_NAMED])}{more}." if missing else _all_have(seats)
    watching = sum(seat.role == "observer" for seat in seats)
    here = f"{count_here(seats)}{f', {watching} only watching' if watching else ''}."
    said = ("Start?", here, _unanswered(seats), _reading(seats), ready, _played_words(store))
    return " ".join(filter(None, said))


def _reading(seats: Sequence[Seat]) -> str:
    """That some are not ready, without names: the table shows who."""
    reading = sum(map(is_reading, seats))
    verb = "reads" if reading == 1 else "read"
    return f"{counted(reading, 'seat')} still {verb} the briefing." if reading else ""


def _all_have(seats: Sequence[Seat]) -> str:
    """That whoever plays has a persona; nothing where nobody plays."""
    return "Everybody who plays has a persona." if any(seat.persona for seat in seats) else ""


def _unanswered(seats: Sequence[Seat]) -> str:
    """That signals wait, without names: the question may be on the wall."""
    stopped = sum(bool(seat.stopped_ms) for seat in seats)
    return f"{STOP} is wanted by {counted(stopped, 'student')} and not answered yet." if stopped else ""


def _played_words(store: Store) -> str:
    """How many personas are played of how many the scenario wants at least.

    Of several cells all with too few are named, as those in them feel it; an empty cell counts for nothing.
    """
    wanted = store.view.players if store.view else 1
    cells: dict[int, list[bool]] = {}
    for person in store.world.persons.values():
        cells.setdefault(cell_of(person.id), []).append(person.played)
    used = {cell: played for cell, played in cells.items() if any(played)} or cells
    few = [cell for cell in used if sum(used[cell]) < wanted]
    if not few and len(used) > 1:
        played, cast = sum(map(sum, used.values())), sum(map(len, used.values()))
        each = f"each has the {wanted} that the scenario wants at least"
        return f"{played} of {cast} personas are played in {len(used)} cells; {each}."
    first, *more = few or [*used] or [0]
    played, cast = sum(used.get(first, ())), len(used.get(first, ()))
    where = f" in cell {first}" if len(cells) > 1 else ""
    verb = "is" if played == 1 else "are"
    others = "".join(f", {sum(used[cell])} of {len(used[cell])} in cell {cell}" for cell in more)
    is_so = f"{played} of {counted(cast, 'persona')} {verb} played{where}{others}"
    lack = "; fewer leave pages empty" if few else ""
    return f"{is_so}, the scenario wants {wanted} at least{lack}.{_fewer_cells(used, bool(few))}"


def _fewer_cells(used: Mapping[int, Sequence[bool]], lacks: bool) -> str:
    """How few cells would hold all who play, where those there are lack players; empty for no fewer."""
    players, cast = sum(map(sum, used.values())), max(map(len, used.values()), default=0)
    if not lacks or not cast or -(-players // cast) >= len(used):
        return ""
    return f" A new session with --cells {-(-players // cast)} has room for all {players}."
