"""Read any chat, what is said and thought off the phone, and any page; take what hurts off every screen."""

from typing import ClassVar, Final

from textual.binding import BindingType

from goodpath_client.screens.confirm import ConfirmScreen
from goodpath_client.teacher.keys import ROOMS, bindings
from goodpath_client.teacher.notice import NoticeScreen
from goodpath_client.teacher.places import ROOM, pages, places
from goodpath_client.teacher.reading_desk import ReadingDesk
from goodpath_client.teacher.speak import SpeakScreen
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.row_list import RowList
from goodpath_core.play.event import Command

_STAYS: Final = (
    "That stays. What can be hidden is what classmates read: in a chat a line; in a room what was said "
    "aloud; on a page a post, a word under a thing, the name of an album, why pictures were chosen, "
    "and what its player wrote in its head."
)


class RoomsScreen(ReadingDesk):
    """What can be done with a place, and with what is in it."""

    PLACES = (ROOMS,)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(True, ROOMS)]

    def own_hints(self) -> tuple[tuple[str, str], ...]:
        """What can be done with a place."""
        group = (("E", "notice"),) if self.group() else ()
        return (("U", "next new"), ("H", "hide"), ("V", "speak here"), *group)

    def deed_next_news(self, argument: str) -> None:
        """Go to the next place where something is new; with none, to what is new in this one."""
        every = [*places(self.store), *pages(self.store)]
        found = self.teacher.news.next_place(self.store, every, self.shown)
        if found:
            self.query_one("#rooms", RowList).choose(found)
        elif self.reading is None or not self.reading.show_news():
            self.teacher.say("Nothing is new anywhere since you looked.")
        else:
            self.fetch_new()

    def deed_notice(self, argument: str) -> None:
        """Set the notice of the group that is shown."""
        if self.group():
            self.teacher.open(NoticeScreen(self.group()))
        else:
            self.teacher.refuse_box("Choose a group first; only groups have a notice.")

    def deed_speak(self, argument: str) -> None:
        """Speak in the room that is shown."""
        target = self.shown if self.shown.startswith(ROOM) else ""
        self.teacher.open(SpeakScreen(target=target))

    def deed_hide(self, argument: str) -> None:
        """Take what is chosen off every screen, after one more key."""
        row = self.query_one("#lines", MessageList).chosen
        if row is None:
            self.teacher.say("Choose a line first: Tab goes to the lines, Up and Down choose.", True)
            return
        removal = self.reading.removal(row) if self.reading else None
        if removal is None:
            self.teacher.say(_STAYS, True)
            return
        command, question = removal
        self.teacher.ask(
            ConfirmScreen(question, "remove it", destroys=True), lambda sure: self._hide(command, sure)
        )

    def _hide(self, command: Command, sure: bool | None) -> None:
        if sure:
            self.teacher.do(command)
