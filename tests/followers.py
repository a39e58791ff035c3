"""Everybody's copy of a town: what each seat may see of what happens, folded, whomever it plays meanwhile."""

from dataclasses import replace

from goodpath_core.play.event import Event
from goodpath_core.play.registry import reduce
from goodpath_core.play.seats import SeatChanged, SeatOpened
from goodpath_core.play.sight import Viewer, scope_of, sees, visible
from goodpath_core.play.state import World
from goodpath_core.wire.codec import event_blob, event_from, pack, unpack
from goodpath_core.wire.limits import ANSWER_BYTES
from goodpath_core.wire.values import world_from, world_value
from town import Town

TEACHER_S = 0
"""In place of a seat's number: the teacher has none."""


def travelled(world: World) -> World:
    """A state as it comes out of the wire at the other end."""
    return world_from(unpack(pack(world_value(world)), ANSWER_BYTES))


def heard(event: Event) -> Event:
    """An event as it comes out of the wire at the other end."""
    found = event_from(unpack(event_blob(event)))
    assert found is not None
    return found


class Followers:
    """The copies of all seats that are not closed, and of the teacher."""

    def __init__(self, town: Town) -> None:
        """Follow a town from its first event."""
        self._town = town
        self._copies: dict[int, World] = {TEACHER_S: World(bounds=town.world.bounds)}
        """By number of the seat."""
        self._done = 0
        self.follow()

    def follow(self) -> None:
        """Give each the newest events it may see, as decided after the whole batch.

        A seat that has just come, or plays somebody else from now on, asks for the state instead.
        """
        fresh, self._done = self._town.events[self._done :], len(self._town.events)
        anew = {event.fact.seat for event in fresh if isinstance(event.fact, SeatOpened | SeatChanged)}
        seats = self._town.world.seats.values()
        present = {TEACHER_S, *(seat.number for seat in seats if not seat.closed)}
        self._copies = {seat: copy for seat, copy in self._copies.items() if seat in present - anew}
        for event in fresh:
            scope, news = scope_of(event), heard(event)
            for seat, copy in self._copies.items():
                if sees(self._town.world, self._eyes(seat), scope):
                    reduce(copy, news)
        for seat in anew & present:
            self._copies[seat] = travelled(visible(self._town.world, self._eyes(seat)))
            self._copies[seat].bounds = self._town.world.bounds

    def compare(self) -> None:
        """Hold each copy against what its seat would be told now."""
        for seat, copy in self._copies.items():
            whole = visible(self._town.world, self._eyes(seat))
            assert replace(copy, seq=0) == replace(whole, seq=0), seat
            assert travelled(whole) == whole, seat

    def _eyes(self, number: int) -> Viewer:
        if number == TEACHER_S:
            return Viewer("teacher")
        seat = self._town.world.seats[number]
        return Viewer(seat.role, seat.number, seat.cell, seat.persona)
