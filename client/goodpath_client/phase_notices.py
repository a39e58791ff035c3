"""Take away what was told in passing of a phase, once that phase is over."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from goodpath_client.app import StudentApp

_OF_A_PHASE: Final = ("this phase", "The phase is about to end")
"""Stands in what is told in passing and is true in one phase alone."""


class PhaseNotices:
    """What was told of the phase that is played, at one terminal."""

    def __init__(self, app: "StudentApp") -> None:
        self._app = app
        self._seen: tuple[str, int] | None = None
        """Stage of the session and index of the phase."""

    def look(self) -> None:
        """See whether another phase, or what comes after them all, has begun."""
        world = self._app.store.world
        before, self._seen = self._seen, (world.session.stage, world.phase.index)
        if before not in (None, self._seen):
            self._app.unsay_about(*_OF_A_PHASE)
