"""Tells what each seat kept in the end on stepping out of the role from what it wrote on the way there.

What is kept by itself is kept again with every sentence that is added: one whole after the other.
"""

from goodpath_core.play.debrief import ReflectionWritten
from goodpath_core.play.state import Reflection, World
from goodpath_core.record import event_of
from goodpath_review.session_file import SessionFile


def newest_reflections(world: World) -> list[Reflection]:
    """The newest of each seat, in the order of the seats' first."""
    return list({one.seat: one for one in world.reflections}.values())


def replaced_reflections(file: SessionFile) -> dict[int, int]:
    """Events whose sentences the same seat has written anew: number -> number of the next."""
    found, last = dict[int, int](), dict[int, int]()
    for record in file.records():
        if record.kind == ReflectionWritten.kind and not record.erased:
            fact = event_of(record).fact
            assert isinstance(fact, ReflectionWritten)
            if fact.seat in last:
                found[last[fact.seat]] = record.seq
            last[fact.seat] = record.seq
    return found
