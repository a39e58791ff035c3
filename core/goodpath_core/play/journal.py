"""The journal of what is said and told outside the phone: how its oldest lines leave the state."""

from typing import ClassVar

from goodpath_core.play.event import Draft, Event, Fact, people
from goodpath_core.play.phone import housemates
from goodpath_core.play.rows import EventRow
from goodpath_core.play.state import JournalLine, World


class JournalCut(Fact):
    """The older lines of a voice outside the phone are in the log alone from now on."""

    kind: ClassVar[str] = "journal.cut"
    before: int
    """Number of the oldest line that stays."""


def cut_if_full(world: World, voice: str, cell: int) -> list[Draft]:
    """The draft that shortens what a voice has said in a cell, if that is too much with one more line.

    Who hears a line depends on who was there, so the copies cannot count for themselves: they are told.
    """
    most = world.bounds.said
    lines = [line.seq for line in world.journal if (line.voice, line.cell) == (voice, cell)]
    if len(lines) < most + most // 2:
        return []
    return [Draft(JournalCut(before=lines[-most]), _readers(world, voice, cell), cell, voice)]


def _readers(world: World, voice: str, cell: int) -> str:
    """Everybody who may have heard some of it."""
    person = world.persons.get(voice)
    if person:
        return people(*housemates(world, person.house))
    return "cell" if cell else "all"


def reduce_cut(world: World, event: Event, fact: JournalCut) -> None:
    """The oldest lines of the voice leave the journal; a review keeps them."""
    if not world.bounds.endless:
        world.journal = [line for line in world.journal if not _is_cut(line, event, fact.before)]


def _is_cut(line: JournalLine, event: Event, before: int) -> bool:
    return line.seq < before and (line.voice, line.cell) == (event.voice, event.cell)


COMMANDS = ()
EVENTS = (EventRow(JournalCut, reduce_cut, ""),)
