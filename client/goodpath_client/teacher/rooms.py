"""Read any chat, what is said and thought off the phone, and any page; take what hurts off every screen."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content

from goodpath_client.changes import Change
from goodpath_client.names import in_cell, name_person
from goodpath_client.room_feed import RoomFeed
from goodpath_client.screens.confirm import ConfirmScreen
from goodpath_client.teacher.desk import Desk
from goodpath_client.teacher.keys import ROOMS, bindings
from goodpath_client.teacher.life_rows import LIVES, cells, life_rows, newest
from goodpath_client.teacher.removals import Removal, removal_of, rows_to_remove
from goodpath_client.teacher.row_list import Line, RowList
from goodpath_client.teacher.speak import ROOM, SpeakScreen
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.one_line import OneLine
from goodpath_client.widgets.rows import Key, Kind, Row
from goodpath_core.errors import GoodpathError
from goodpath_core.play.event import Command
from goodpath_core.play.messages import HideMessage
from goodpath_core.text import clean_line

PAGE: Final = "page:"
_STAYS: Final = (
    "That stays. What can be hidden is what somebody wrote: in a chat a line; on a page a post, a word under "
    "a thing, and what its player wrote in its head."
)


class RoomsScreen(Desk):
    """The list of chats, rooms and pages, and what is in one of them."""

    PLACES = (ROOMS,)
    AUTO_FOCUS = "#rooms"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(True, ROOMS)]

    def __init__(self, first: str = "") -> None:
        """Open `room:...` or `page:...` first."""
        super().__init__()
        self._shown = first
        self._feed: RoomFeed | None = None

    def compose_frame(self) -> ComposeResult:
        """Two columns."""
        yield OneLine(id="ask")
        with Horizontal(id="columns"):
            yield RowList(id="rooms")
            yield MessageList(id="lines")

    def on_mount(self) -> None:
        """Open the first room."""
        rooms = self.query_one("#rooms", RowList)
        rooms.border_title = Content("chats, rooms, pages")
        rooms.show(self._names())
        rooms.choose(self._shown)
        self._open(rooms.chosen)

    def own_hints(self) -> tuple[tuple[str, str], ...]:
        """What can be done with a room."""
        return (("H", "hide"), ("V", "speak here"))

    def sync(self, changes: Sequence[Change]) -> None:
        """Show what is new."""
        self.query_one("#rooms", RowList).show(self._names())
        if self._feed is not None:
            self._read()
            self._feed.sync(changes, looking=True)
        elif self._shown.startswith(LIVES):
            self._show_lives(all(change.kind != "state" for change in changes) and bool(changes))
        elif self._shown.startswith(PAGE) and (not changes or any(map(_on_a_page, changes))):
            self._show_page()

    def _names(self) -> list[Line]:
        """Groups first, then the rooms of each cell, private chats and pages."""
        store = self.store
        chats = [
            (one.kind == "private", Line(ROOM + one.id, Content(self._room_words(one.id))))
            for one in store.world.rooms.values()
        ]
        pages = [
            Line(PAGE + one, Content(f"{name_person(store.view, one)}{in_cell(store.world, one)}"))
            for one in store.world.pages
        ]
        rooms = [Line(f"{LIVES}{cell}", Content(self._lives_words(cell))) for cell in cells(store)]
        return [
            *(line for private, line in chats if not private),
            *rooms,
            *(line for private, line in chats if private),
            *(Line("", Content("pages")), *pages),
        ]

    def _lives_words(self, cell: int) -> str:
        return f"said and thought{in_cell(self.store.world, f'{cell}/')}"

    def _room_words(self, room: str) -> str:
        count = 0 if ROOM + room == self._shown else self.store.unread.count(room)
        new = f"  {count} new" if count and self.store.unread.read(room) else ""
        return f"{self.store.room_name(room)}{in_cell(self.store.world, room.removeprefix('private:'))}{new}"

    def _open(self, chosen: str) -> None:
        """Show a room or a page."""
        self._shown = chosen
        lines = self.query_one("#lines", MessageList)
        if chosen.startswith(ROOM):
            room = chosen.removeprefix(ROOM)
            self._read()
            self._feed = RoomFeed(self.store, room, lines, self.teacher.shelf.get)
            self._feed.open()
            lines.border_title = Content(self._room_words(room))
        else:
            self._feed = None
            self._show_other()
        words = "Up and Down read; Tab goes to the lines, H there hides one."
        self.query_one("#ask", OneLine).show(words)

    def _read(self) -> None:
        """A teacher is shown everything anyway; nothing here is new twice."""
        room = self._shown.removeprefix(ROOM)
        lines = self.store.lines(room)
        if lines:
            self.store.unread.seen(room, lines[-1].seq)

    def _show_other(self) -> None:
        """Show what is no chat from its start."""
        if self._shown.startswith(LIVES):
            self._show_lives(False)
        elif self._shown:
            self._show_page()

    def _show_lives(self, go_on: bool) -> None:
        """What is said and thought off the phone in a cell; only what is new, to `go_on`."""
        cell, lines = int(self._shown.removeprefix(LIVES)), self.query_one("#lines", MessageList)
        if go_on:
            lines.append(life_rows(self.store, cell, newest(lines.rows)))
        else:
            lines.set_rows(life_rows(self.store, cell))
        lines.border_title = Content(self._lives_words(cell))

    def _show_page(self) -> None:
        page = self.store.world.pages.get(self._shown.removeprefix(PAGE))
        if page is None:
            return
        lines = self.query_one("#lines", MessageList)
        rows = rows_to_remove(self.store, page, self.teacher.shelf.get)
        rows = rows or [Row("empty", Kind.SYSTEM, text="This page is still empty.")]
        if tuple(lines.rows) != tuple(rows):
            near = _near(lines)
            lines.set_rows(rows)
            lines.scroll_home(animate=False)
            self.call_after_refresh(_choose_first, lines, near)
        lines.border_title = Content(
            f"the page of {self.store.name(page.owner)}, number {clean_line(page.number)}"
        )

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
        if self._feed is not None:
            try:
                await self.teacher.link.fetch_history(self._shown.removeprefix(ROOM))
            except GoodpathError as fault:
                self.teacher.say(str(fault), True)
            if self._feed is not None:
                self._feed.reload()

    def deed_speak(self) -> None:
        """Speak in the room that is shown."""
        target = self._shown if self._shown.startswith(ROOM) else ""
        self.teacher.open(SpeakScreen(target=target))

    def deed_hide(self) -> None:
        """Take what is chosen off every screen, after one more key."""
        row = self.query_one("#lines", MessageList).chosen
        if row is None:
            self.teacher.say("Choose a line first: Tab goes to the lines, Up and Down choose.", True)
            return
        removal = self._removal(row)
        if removal is None:
            self.teacher.say(_STAYS, True)
            return
        command, question = removal
        self.app.push_screen(ConfirmScreen(question, "remove it"), lambda sure: self._hide(command, sure))

    def _removal(self, row: Row) -> Removal | None:
        """How what this row shows is removed; None for what stays."""
        page = self.store.world.pages.get(self._shown.removeprefix(PAGE))
        if page is not None:
            return removal_of(self.store, page, row.key)
        if self._feed is None or not isinstance(row.key, int) or row.kind is Kind.SYSTEM:
            return None
        command = HideMessage(room=self._shown.removeprefix(ROOM), message=row.key)
        return Removal(command, f"Remove this line from every screen? “{row.text[:120]}”")

    def _hide(self, command: Command, sure: bool | None) -> None:
        if sure:
            self.teacher.do(command)


def _near(lines: MessageList) -> list[Key]:
    """The row under the cursor, those below it, then those above it, the nearest first."""
    if lines.chosen is None:
        return []
    keys = [row.key for row in lines.rows]
    at = keys.index(lines.chosen.key)
    return [*keys[at:], *reversed(keys[:at])]


def _choose_first(lines: MessageList, keys: Sequence[Key]) -> None:
    """Put the cursor back on the first of these rows that is still there."""
    here = {row.key for row in lines.rows if row.is_stop}
    kept = next((key for key in keys if key in here), None)
    if kept is not None:
        lines.choose(kept)


def _on_a_page(change: Change) -> bool:
    return change.kind == "state" or (change.event is not None and "message" not in change.event.fact.kind)
