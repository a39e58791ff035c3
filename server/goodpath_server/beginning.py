"""What is stored before anything else: the opening, or that nothing was kept for a while."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from goodpath_core.play.absence import take_up
from goodpath_core.play.event import Draft, Now
from goodpath_core.play.state import World
from goodpath_server.log.port import Entry, Log


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a run begins with, and goes on with behind what could not be stored.

    It is not decided once: what could not be stored is decided anew.
    """

    found: int
    """Number of the last record that lay there before; 0 for a new session."""
    last_ms: int
    """Milliseconds since 1970 of that record, or of the first thing in this run that could not be stored."""
    opening: Sequence[Draft] = ()
    """The first events of a new session."""
    pauses: bool = False
    """Whether a world that was running waits for its teacher."""

    @classmethod
    def after(cls, log: Log, found: int) -> "Beginning":
        """Of a run that finds so many records."""
        return cls(found, max((record.wall_ms for record in log.records(found - 1)), default=0))

    def broken_off(self, stored: World, lost: Sequence[Entry]) -> "Beginning":
        """What comes first where these could not be stored: up to them the world went on, and no further.

        Where that has failed already, the world stands since the first failure.
        """
        if stored.seq == self.found or not lost:
            return self
        return replace(self, found=stored.seq, last_ms=lost[0].event.wall_ms, pauses=False)

    def is_owed(self, world: World) -> bool:
        """Whether nothing is decided yet since then: until it is, the clock counts an absence as played."""
        return world.seq == self.found

    def drafts(self, world: World, now: Now) -> Sequence[Draft]:
        """What is to happen first, if it happens now."""
        return take_up(world, self.last_ms, now, self.pauses) if self.found else self.opening
