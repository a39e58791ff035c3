"""Say once that a phase is about to end."""

from typing import Final

from goodpath_client.store import Store
from goodpath_core.play.clock import LAST_S, seconds_left

_LAST_S: Final = 30
"""So many seconds before its end it is told that a phase ends, unless it is hardly longer itself."""


class LastSeconds:
    """What was told of the ends of phases."""

    def __init__(self) -> None:
        self._phase = -1

    def due(self, store: Store, now_ms: int) -> list[str]:
        """What is to be said at the own time `now_ms`, while the world runs."""
        session, world = store.world.session, store.world
        left = seconds_left(world, store.shown_ms(now_ms))
        if left > _LAST_S:
            # A phase that was given more time comes to its last seconds once more.
            self._phase = -1
        runs = session.stage == "playing" and not session.paused
        if not runs or self._phase == world.phase.index or left > _LAST_S:
            return []
        self._phase = world.phase.index
        # What the teacher cuts short is told by itself.
        is_worth_it = left > LAST_S and world.phase.seconds >= 2 * _LAST_S
        return ["Half a minute is left in this phase."] if is_worth_it else []
