"""Read any chat, what is said and thought off the phone, and any page; take what hurts off every screen."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content

from goodpath_client.changes import Change
from goodpath_client.screens.confirm import ConfirmScreen
from goodpath_client.teacher.desk import Desk
from goodpath_client.teacher.keys import BY_NAME, ROOMS, bindings, label
from goodpath_client.teacher.notice import NoticeScreen
from goodpath_client.teacher.place_rows import place_rows
from goodpath_client.teacher.places import ROOM, pages, places
from goodpath_client.teacher.reading import Reading
from goodpath_client.teacher.room_lines import RoomLines
from goodpath_client.teacher.speak import SpeakScreen
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.notice_line import NoticeLine
from goodpath_client.widgets.prose import Para, Prose
from goodpath_client.widgets.row_list import RowList
from goodpath_core.play.event import Command

WIDE: Final = 100
"""Columns from which the list of places is wider."""
NARROW_BELOW: Final = 60
"""Columns below which it is narrower."""
_NOTICE_KEY: Final = f"{label(BY_NAME['notice'].keys[0])} {BY_NAME['notice'].hint}"
_KEYS: Final = "Up and Down read, U goes to what is new; Tab goes to the lines, H hides one."
_STAYS: Final = (
    "That stays. What can be hidden is what classmates read: in a chat a line; in a room what was said "
    "aloud; on a page a post, a word under a thing, the name of an album, why pictures were chosen, "
    "and what its player wrote in its head."
)


class RoomsScreen(Desk):
    """The list of chats, rooms and pages, and what is in one of them."""

    PLACES = (ROOMS,)
    AUTO_FOCUS = "#rooms"
    PASSING_BELOW = "#lines"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(True, ROOMS)]

    def __init__(self, first: str = "") -> None:
        """Open `room:...` or `page:...` first."""
        super().__init__()
        self._first = first
        self._reading: Reading | None = None

    @property
    def _shown(self) -> str:
        return self._reading.place if self._reading else self._first

    def compose_frame(self) -> ComposeResult:
        """What the keys do, and two columns."""
        yield Prose([Para(_KEYS)], id="ask")
        with Horizontal(id="columns"):
            yield RowList(id="rooms")
            with Vertical(id="place"):
                yield NoticeLine(id="notice")
                yield RoomLines(id="lines")

    def on_mount(self) -> None:
        """Open the first place."""
        rooms = self.query_one("#rooms", RowList)
        rooms.border_title = Content("chats, rooms, pages")
        self._list()
        if self._first:
            rooms.choose(self._first)
        self._open(rooms.chosen)

    def fold(self, columns: int) -> None:
        """Longer names where there is room, and shorter ones where the lines have none."""
        self.set_class(columns >= WIDE, "-wide")
        self.set_class(columns < NARROW_BELOW, "-narrow")
        self.do_once_drawn(self._list)

    def own_hints(self) -> tuple[tuple[str, str], ...]:
        """What can be done with a place."""
        group = (("E", "notice"),) if self._group() else ()
        return (("U", "next new"), ("H", "hide"), ("V", "speak here"), *group)

    def sync(self, changes: Sequence[Change]) -> None:
        """Show what is new."""
        if self._reading is not None:
            self._reading.sync(changes)
            self._catch_up(self._reading)
        self._look()
        self._list()

    def _open(self, place: str) -> None:
        """Show a place."""
        # What was asked for one place must not come into the list of another.
        for group in ("history", "earlier"):
            self.workers.cancel_group(self, group)
        lines = self.query_one("#lines", MessageList)
        self._reading = Reading(self.teacher, lines, place)
        # A list that has only just come has no lines to go by yet.
        self.do_once_drawn(lines.show_from, self._reading.begins)
        self._catch_up(self._reading)
        self._look()
        self._list()
        self.show_footer()

    def _list(self) -> None:
        """Show all places, and what is new in each."""
        for rooms in self.query("#rooms").results(RowList):
            rooms.show(place_rows(self.store, self.teacher.news, self._shown, rooms.room))

    def _look(self) -> None:
        """What is shown has its notice above it; with no other screen over it, it is looked at."""
        group = self.store.world.rooms.get(self._group())
        self.query_one(NoticeLine).show_notice(group.notice if group else "", _NOTICE_KEY)
        if self._shown and self.app.screen is self:
            self.teacher.news.look(self.store, self._shown)

    def _group(self) -> str:
        """Id of the group that is shown; empty where another place is."""
        found = self.store.world.rooms.get(self._shown.removeprefix(ROOM))
        return found.id if found is not None and found.kind != "private" else ""

    def on_option_list_option_highlighted(self, message: RowList.OptionHighlighted) -> None:
        """Reading follows the cursor."""
        chosen = self.query_one("#rooms", RowList).chosen
        if chosen and chosen != self._shown:
            self._open(chosen)

    def on_option_list_option_selected(self, message: RowList.OptionSelected) -> None:
        """Enter goes to the lines."""
        self.query_one("#lines").focus()

    @work(group="history", exclusive=True)
    async def on_message_list_older_wanted(self) -> None:
        """Fetch what came before."""
        if self._reading is not None:
            await self._reading.fetch_older()

    def _catch_up(self, reading: Reading) -> None:
        """Fetch what the head of a page had in versions that the copy has no more."""
        if reading.wants_earlier:
            self.run_worker(reading.fetch_earlier(), group="earlier", exclusive=True)

    def deed_next_news(self, argument: str) -> None:
        """Go to the next place where something is new."""
        every = [*places(self.store), *pages(self.store)]
        found = self.teacher.news.next_place(self.store, every, self._shown)
        if found:
            self.query_one("#rooms", RowList).choose(found)
        else:
            self.teacher.say("Nothing is new anywhere since you looked.")

    def deed_notice(self, argument: str) -> None:
        """Set the notice of the group that is shown."""
        if self._group():
            self.teacher.open(NoticeScreen(self._group()))
        else:
            self.teacher.refuse_box("Choose a group first; only groups have a notice.")

    def deed_speak(self, argument: str) -> None:
        """Speak in the room that is shown."""
        target = self._shown if self._shown.startswith(ROOM) else ""
        self.teacher.open(SpeakScreen(target=target))

    def deed_hide(self, argument: str) -> None:
        """Take what is chosen off every screen, after one more key."""
        row = self.query_one("#lines", MessageList).chosen
        if row is None:
            self.teacher.say("Choose a line first: Tab goes to the lines, Up and Down choose.", True)
            return
        removal = self._reading.removal(row) if self._reading else None
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
