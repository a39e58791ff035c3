"""What one run of a server stores before anything else: the opening, or that it was away."""

from collections.abc import Sequence
from dataclasses import dataclass

from goodpath_core.play.absence import take_up
from goodpath_core.play.event import Draft, Now
from goodpath_core.play.state import World
from goodpath_server.log.port import Log


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a run begins with. It is not decided once: what could not be stored is decided anew."""

    found: int
    """Number of the last record that lay there before this run; 0 for a new session."""
    last_ms: int
    """Wall time of that record, in milliseconds."""
    opening: Sequence[Draft] = ()
    """The first events of a new session."""
    pauses: bool = False
    """Whether a world that was running waits for its teacher."""

    @classmethod
    def after(cls, log: Log, found: int) -> "Beginning":
        """Of a run that finds so many records."""
        return cls(found, max((record.wall_ms for record in log.records(found - 1)), default=0))

    def is_owed(self, world: World) -> bool:
        """Whether nothing of this run is decided yet: until then the clock counts an absence as played."""
        return world.seq == self.found

    def drafts(self, world: World, now: Now) -> Sequence[Draft]:
        """What is to happen first, if it happens now."""
        return take_up(world, self.last_ms, now, self.pauses) if self.found else self.opening
