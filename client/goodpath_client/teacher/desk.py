"""Hold what every screen of the teacher shares: the app, the footer from the teacher's keys, Escape."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import BindingType

from goodpath_client.screens.frame import Frame
from goodpath_client.teacher.keys import bindings, hints
from goodpath_client.teacher.seat_rows import open_seats
from goodpath_client.widgets.key_hints import Foot

if TYPE_CHECKING:
    from goodpath_client.teacher.app import TeacherApp


class Desk(Frame):
    """A screen of the teacher's console."""

    LETTERS: ClassVar[bool] = True
    """Whether letters are keys here, and not signs of what is written."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(True)]

    @property
    def teacher(self) -> "TeacherApp":
        """The app."""
        return cast("TeacherApp", self.app)

    @property
    def way_off_the_wall(self) -> str:
        """Which key takes this screen out of a class's sight; empty where a class is not shown it."""
        return ""

    def hints(self) -> tuple[tuple[str, str], ...]:
        """The footer's keys: to answer a stop signal first, then what this screen is for."""
        session = self.store.world.session
        stopped = any(seat.stopped_ms for seat in open_seats(self.store))
        back = (("Esc", "back"),) if self.CLOSES else ()
        done = {"pause": bool(session.paused), "lock": self.teacher.door.locked}
        stage = session.stage if self.store.view else "fetching"
        found = hints(
            stage, {name for name in done if done[name]}, stopped, *self.PLACES, letters=self.LETTERS
        )
        first, own = found[:stopped], (*back, *self.own_hints())
        return (*first, *own, *(one for one in found[stopped:] if one not in own))

    def foot(self) -> Foot:
        """A teacher has nobody to tell to stop."""
        return Foot(self.hints(), end=self.teacher.link_word())

    def own_hints(self) -> tuple[tuple[str, str], ...]:
        """Keys that mean something of their own here."""
        return ()
