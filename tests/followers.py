"""Everybody's copy of a town: what each seat may see of what happens, folded, whomever it plays meanwhile."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from goodpath_core.play.event import Event
from goodpath_core.play.registry import reduce
from goodpath_core.play.seats import SeatChanged
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
        self._whole = World(bounds=town.world.bounds)
        """What has been told so far, folded."""
        self._copies: dict[int, World] = {TEACHER_S: World(bounds=town.world.bounds)}
        """By number of the seat."""
        self._done = 0
        self.follow()

    def follow(self) -> None:
        """Give each the newest events it may see, as decided after the whole batch.

        Where a seat begins to play somebody else the batch is cut: that seat hears what came before with its
        old eyes, must then have what they see, and asks for the state.
        """
        fresh, self._done = self._town.events[self._done :], len(self._town.events)
        changes = [place for place, event in enumerate(fresh) if isinstance(event.fact, SeatChanged)]
        for start, end in pairwise([0, *changes, len(fresh)]):
            self._hear(fresh[start:end])

    def compare(self) -> None:
        """Hold each copy against what its seat would be told now."""
        for seat in self._copies:
            self._compare(seat)

    def _hear(self, events: Sequence[Event]) -> None:
        changed = {event.fact.seat for event in events[:1] if isinstance(event.fact, SeatChanged)}
        for seat in changed & set(self._copies):
            self._compare(seat)
            del self._copies[seat]
        for event in events:
            reduce(self._whole, event)
        seats = self._whole.seats.values()
        present = {TEACHER_S, *(seat.number for seat in seats if not seat.closed)}
        self._copies = {seat: copy for seat, copy in self._copies.items() if seat in present}
        for event in events:
            scope, news = scope_of(event), heard(event)
            for seat, copy in self._copies.items():
                if sees(self._whole, self._eyes(seat), scope):
                    reduce(copy, news)
        for seat in present - set(self._copies):
            self._copies[seat] = travelled(visible(self._whole, self._eyes(seat)))
            self._copies[seat].bounds = self._town.world.bounds

    def _compare(self, seat: int) -> None:
        copy, whole = self._copies[seat], visible(self._whole, self._eyes(seat))
        assert replace(copy, seq=0) == replace(whole, seq=0), seat
        assert travelled(whole) == whole, seat

    def _eyes(self, number: int) -> Viewer:
        if number == TEACHER_S:
            return Viewer("teacher")
        seat = self._whole.seats[number]
        return Viewer(seat.role, seat.number, seat.cell, seat.persona)
