"""Hold what every screen of the teacher shares: the app, the footer from the teacher's keys, Escape."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import BindingType

from goodpath_client.screens.frame import Frame
from goodpath_client.teacher.keys import bindings, hints

if TYPE_CHECKING:
    from goodpath_client.teacher.app import TeacherApp


class Desk(Frame):
    """A screen of the teacher's console."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(True)]

    @property
    def teacher(self) -> "TeacherApp":
        """The app."""
        return cast("TeacherApp", self.app)

    def hints(self) -> tuple[tuple[str, str], ...]:
        """The footer's keys."""
        session = self.store.world.session
        stopped = any(seat.stopped for seat in self.store.world.seats.values())
        back = (("Esc", "back"),) if self.CLOSES else ()
        done = {"pause": bool(session.paused), "lock": self.teacher.door.locked}
        return back + hints(session.stage, {name for name in done if done[name]}, stopped, *self.PLACES)
