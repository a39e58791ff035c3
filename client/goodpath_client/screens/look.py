"""Ask for a look at what somebody shows, and close the screen that shows it once the server refuses it."""

from collections.abc import Callable

from goodpath_client.changes import Change
from goodpath_client.screens.frame import Frame
from goodpath_core.play.visits import LookAtPicture, VisitPage


def _hear_nothing() -> None:
    """There is nothing to end."""


class Look:
    """The look that one screen is: nobody may go on reading unseen."""

    def __init__(self, screen: Frame) -> None:
        self._screen = screen
        self._asked: VisitPage | LookAtPicture | None = None
        self._is_refused = False
        self._end_hearing: Callable[[], None] = _hear_nothing

    def ask(self, look: VisitPage | LookAtPicture) -> None:
        """Ask for a look, in the place of the one before."""
        self.end()
        self._asked, self._is_refused = look, False
        self._end_hearing = self._screen.store.on_change(self._hear)
        self._screen.student.do(look)

    def end(self) -> None:
        """Hear no more of it."""
        self._end_hearing()
        self._end_hearing = _hear_nothing

    def close_refused(self) -> bool:
        """Whether it was refused; then the screen closes, at once or as soon as nothing lies over it."""
        if self._is_refused and self._screen.app.screen is self._screen:
            self._screen.keep_draft()
            self._screen.app.pop_screen()
        return self._is_refused

    def _hear(self, change: Change) -> None:
        self._is_refused |= change.kind == "refused" and change.command == self._asked
