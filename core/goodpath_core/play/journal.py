"""The journal of what is said and told outside the phone: how its oldest lines leave the state."""

from typing import ClassVar

from goodpath_core.play.event import Draft, Event, Fact, people, seat_audience
from goodpath_core.play.phone import housemates
from goodpath_core.play.rows import EventRow
from goodpath_core.play.state import JournalLine, World


class JournalCut(Fact):
    """The older lines of a voice outside the phone are in the log alone from now on."""

    kind: ClassVar[str] = "journal.cut"
    before: int
    """Number of the oldest line that stays."""
    seat: int = 0
    """The seat whose thoughts in that voice leave; 0 for what was said and told."""


def cut_if_full(world: World, voice: str, cell: int) -> list[Draft]:
    """The drafts that shorten what a voice has said and thought in a cell, if one more line is too much.

    Who hears a line depends on who was there, so the copies cannot count for themselves: they are told.
    Thoughts are known to the seat that had them, whoever plays the persona now: each is told of its own.
    """
    most = world.bounds.said
    lines = [line for line in world.journal if (line.voice, line.cell) == (voice, cell)]
    if len(lines) < most + most // 2:
        return []
    before = lines[-most].seq
    seats = sorted({line.seat for line in lines if line.seq < before})
    return [
        Draft(JournalCut(before=before, seat=seat), _readers(world, voice, cell, seat), cell, voice)
        for seat in seats
    ]


def _readers(world: World, voice: str, cell: int, seat: int) -> str:
    """Everybody who may know some of it."""
    if seat:
        return seat_audience(seat)
    person = world.persons.get(voice)
    if person:
        return people(*housemates(world, person.house))
    return "cell" if cell else "all"


def reduce_cut(world: World, event: Event, fact: JournalCut) -> None:
    """From `World.journal` the lines leave that are older than `before`, of this voice, cell and `seat`."""
    if not world.bounds.endless:
        world.journal = [line for line in world.journal if not _is_cut(line, event, fact)]


def _is_cut(line: JournalLine, event: Event, fact: JournalCut) -> bool:
    same = (line.voice, line.cell, line.seat) == (event.voice, event.cell, fact.seat)
    return same and line.seq < fact.before


COMMANDS = ()
EVENTS = (EventRow(JournalCut, reduce_cut, ""),)
