"""Show the list of chats, rooms and pages, and what is in one of them; note what of it has been seen."""

from collections.abc import Sequence
from typing import Final

from textual import events, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from goodpath_client.changes import Change
from goodpath_client.teacher.desk import Desk
from goodpath_client.teacher.keys import BY_NAME, label
from goodpath_client.teacher.place_rows import place_rows
from goodpath_client.teacher.places import ROOM
from goodpath_client.teacher.reading import Reading
from goodpath_client.teacher.room_lines import RoomLines
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.notice_line import NoticeLine
from goodpath_client.widgets.prose import Para, Prose
from goodpath_client.widgets.row_list import RowList

WIDE: Final = 100
"""Columns from which the list of places is wider."""
NARROW_BELOW: Final = 60
"""Columns below which it is narrower."""
_NOTICE_KEY: Final = f"{label(BY_NAME['notice'].keys[0])} {BY_NAME['notice'].hint}"
_KEYS: Final = "Up and Down read, U goes to what is new; Tab goes to the lines, H hides one."


class ReadingDesk(Desk):
    """The list of chats, rooms and pages, and what is in one of them."""

    AUTO_FOCUS = "#rooms"
    PASSING_BELOW = "#lines"

    def __init__(self, first: str = "") -> None:
        """Open `room:...` or `page:...` first."""
        super().__init__()
        self._first = first
        self.reading: Reading | None = None
        """What is read; None before a place has been opened."""

    @property
    def shown(self) -> str:
        """The place that is read, or is to be."""
        return self.reading.place if self.reading else self._first

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
        self.watch(self.query_one("#lines"), "scroll_y", self._look_once_drawn, init=False)
        self.list_places()
        if self._first:
            rooms.choose(self._first)
        self._open(rooms.chosen)

    def fold(self, columns: int) -> None:
        """Longer names where there is room, and shorter ones where the lines have none."""
        self.set_class(columns >= WIDE, "-wide")
        self.set_class(columns < NARROW_BELOW, "-narrow")
        self.do_once_drawn(self.list_places)

    def sync(self, changes: Sequence[Change]) -> None:
        """Show what is new."""
        if self.reading is not None:
            self.reading.sync(changes)
            self._catch_up(self.reading)
            if not changes or any(one.kind == "state" for one in changes):
                self.fetch_new()
        self._tell_notice()
        self._look()

    def tick(self) -> None:
        """A second has passed: what has been in view meanwhile has been seen."""
        self._look()

    def on_screen_suspend(self) -> None:
        """Another screen covers this one, or takes its place."""
        if self.reading is not None:
            self.reading.seeing.look_away()

    def _open(self, place: str) -> None:
        """Show a place."""
        if self.reading is not None:
            self.reading.seeing.look_away()
        # What was asked for one place must not come into the list of another.
        for group in ("history", "earlier", "new lines"):
            self.workers.cancel_group(self, group)
        lines = self.query_one("#lines", MessageList)
        self.reading = Reading(self.teacher, lines, place)
        # A list that has only just come has no lines to go by yet.
        self.do_once_drawn(lines.show_from, self.reading.begins)
        self.do_once_drawn(self._look)
        self._catch_up(self.reading)
        self.fetch_new()
        self._tell_notice()
        self.list_places()
        self.show_footer()

    def list_places(self) -> None:
        """Show all places, and what is new in each."""
        beyond = len(self.reading.seeing.beyond) if self.reading else 0
        for rooms in self.query("#rooms").results(RowList):
            rooms.show(place_rows(self.store, self.teacher.news, self.shown, rooms.room, beyond))

    def _tell_notice(self) -> None:
        """What is shown has its notice above it."""
        group = self.store.world.rooms.get(self.group())
        self.query_one(NoticeLine).show_notice(group.notice if group else "", _NOTICE_KEY)

    def _look(self) -> None:
        """Note what is in view, with no other screen over it, and what is still new."""
        if self.reading is not None:
            self.reading.seeing.look(on_top=self.app.screen is self)
        self.list_places()

    def _look_once_drawn(self) -> None:
        """Other lines are in view."""
        self.do_once_drawn(self._look)

    def note_key(self, event: events.Key) -> None:
        """End, with the end of the lines in view, says that all above has been read."""
        lines = self.query_one("#lines", MessageList)
        if event.key == "end" and lines.has_focus and lines.following and self.reading is not None:
            self.reading.read_to_end()
            self.list_places()

    def group(self) -> str:
        """Id of the group that is shown; empty where another place is."""
        found = self.store.world.rooms.get(self.shown.removeprefix(ROOM))
        return found.id if found is not None and found.kind != "private" else ""

    def on_option_list_option_highlighted(self, message: RowList.OptionHighlighted) -> None:
        """Reading follows the cursor."""
        chosen = self.query_one("#rooms", RowList).chosen
        if chosen and chosen != self.shown:
            self._open(chosen)

    def on_option_list_option_selected(self, message: RowList.OptionSelected) -> None:
        """Enter goes to the lines."""
        self.query_one("#lines").focus()

    @work(group="history", exclusive=True)
    async def on_message_list_older_wanted(self) -> None:
        """Fetch what came before."""
        if self.reading is not None:
            await self.reading.fetch_older()

    @work(group="new lines", exclusive=True)
    async def fetch_new(self) -> None:
        """Fetch what of the new lines of the chat that is shown is not known yet."""
        reading = self.reading
        if reading is None or not reading.lacks:
            return
        if first := await reading.fetch_new():
            self.do_once_drawn(reading.lead_on, first)
        self._look_once_drawn()

    def _catch_up(self, reading: Reading) -> None:
        """Fetch what the head of a page had in versions that the copy has no more."""
        if reading.wants_earlier:
            self.run_worker(reading.fetch_earlier(), group="earlier", exclusive=True)
