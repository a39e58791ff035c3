"""Keeps since when each seat has asked for nothing, and what it last did, for the teacher's eyes only."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from goodpath_core.play.event import Draft
from goodpath_core.play.told_acts import ACTS


class LastAct(NamedTuple):
    """What is known of the last time that a seat asked for anything, else of when it came."""

    wall_ms: int = 0
    """By the server's clock, in milliseconds since 1970; 0 for never."""
    played_ms: int = 0
    """In milliseconds of play so far, in all phases and without pauses."""
    did: str = ""
    """Kind of the event that it last did; empty for nothing yet."""


class LastActs:
    """The last acts of all seats of a session, since its server began."""

    def __init__(self) -> None:
        """Nobody has done anything."""
        self._of: dict[int, LastAct] = {}
        """By number of the seat."""

    def note_come(self, seat: int, wall_ms: int, played_ms: int) -> None:
        """A seat is here; whoever has asked for nothing since the server began is silent from now on."""
        self._of.setdefault(seat, LastAct(wall_ms, played_ms))

    def note_asked(self, seat: int, wall_ms: int, played_ms: int) -> None:
        """A seat has asked for something, whether or not it may."""
        self._of[seat] = LastAct(wall_ms, played_ms, self.of(seat).did)

    def note_done(self, seat: int, drafts: Iterable[Draft]) -> None:
        """These drafts are what a seat has done with what it asked last."""
        for draft in drafts:
            if draft.fact.kind in ACTS:
                self._of[seat] = self.of(seat)._replace(did=draft.fact.kind)
                return

    def of(self, seat: int) -> LastAct:
        """What is known of a seat."""
        return self._of.get(seat, _NEVER)


_NEVER: Final = LastAct()
