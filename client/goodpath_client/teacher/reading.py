"""Keep a list in line with the one place that the teacher reads: a chat, the rooms of a cell, or a page."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from textual.content import Content

from goodpath_client.changes import Change, may_show_on_pages
from goodpath_client.quoting import quote
from goodpath_client.room_feed import RoomFeed
from goodpath_client.teacher.earlier_words import EarlierWords
from goodpath_client.teacher.life_rows import life_rows, newest, number_of
from goodpath_client.teacher.places import LIVES, PAGE, ROOM, cell_last
from goodpath_client.teacher.removals import Removal, removal_of, removal_of_words, rows_to_remove
from goodpath_client.teacher.seeing import Seeing
from goodpath_client.widgets.frame_title import entitle
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.renewed_rows import renew_rows
from goodpath_client.widgets.rows import Key, Kind, Row
from goodpath_core.errors import GoodpathError
from goodpath_core.play.debrief import ReflectionWritten
from goodpath_core.play.messages import HideMessage
from goodpath_core.play.taken_down import SaidHidden
from goodpath_core.text import clean_line

if TYPE_CHECKING:
    from goodpath_client.teacher.app import TeacherApp


class Reading:
    """What stands between a place and the list that shows it."""

    def __init__(self, app: "TeacherApp", lines: MessageList, place: str) -> None:
        """Show a place, with a divider above what is new there; an empty name is none."""
        self._app, self._store, self._lines = app, app.store, lines
        self.place = place
        self._name = place.partition(":")[2]
        self._feed: RoomFeed | None = None
        self.seeing = Seeing(app.news, app.store, place, lines, app.now)
        """What is seen of it."""
        self.begins: Key = 0
        """Key of the row with which began what was new as it was opened, or gone on with; 0 for none."""
        self._earlier = EarlierWords(self._store, self._name)
        self.wants_earlier = self._earlier.sync(())
        """Whether `fetch_earlier` knows more than is shown."""
        if place:
            lines.border_title = Content(cell_last(self._store, place))
            _OPENS[self._kind](self)

    @property
    def _kind(self) -> str:
        return self.place.removesuffix(self._name)

    def sync(self, changes: Sequence[Change]) -> None:
        """Show what these changes did here; none means: look at everything."""
        self.wants_earlier = self._earlier.sync(changes)
        if self.place:
            _FOLLOWS[self._kind](self, changes)

    def show_news(self) -> bool:
        """Bring on screen where begins what is new here and not in view; False where nothing is."""
        beyond = self.seeing.beyond
        if beyond:
            self.begins = self._key_of(min(beyond))
            self._lines.show_from(self.begins)
        return bool(beyond) or self.lacks

    @property
    def lacks(self) -> bool:
        """Whether lines of a chat that may be new are not known."""
        return self._feed is not None and self._feed.lacks

    async def fetch_new(self) -> int:
        """Fetch what of the new lines of a chat is not known; the number of the first one, 0 for none."""
        if self._feed is None:
            return 0
        return await self._feed.fetch_new(self._app.link, lambda: self._lines.is_attached)

    def lead_on(self, first: int) -> None:
        """Go to the first new line, which had to be fetched, unless the reader has gone on meanwhile."""
        led_to, self.begins = self.begins, first
        if self._feed is not None and isinstance(led_to, int):
            self._feed.lead_on(led_to, first)

    def read_to_end(self) -> None:
        """All that stands here has been read."""
        self.seeing.read_to_end()
        self._lines.mark_unread(None)

    def _key_of(self, number: int) -> Key:
        return number if self._kind == ROOM else f"{LIVES}{number}"

    def removal(self, row: Row) -> Removal | None:
        """How what this row shows is removed; None for what stays."""
        page = self._store.world.pages.get(self._name)
        if page is not None:
            return self._earlier.removal(page, row.key) or removal_of(self._store, page, row.key)
        if self._kind == LIVES:
            return removal_of_words(self._store, newest([row]))
        if self._feed is None or not isinstance(row.key, int) or row.kind is Kind.SYSTEM:
            return None
        question = f"Remove this line from every screen? {quote(row.text)}"
        return Removal(HideMessage(room=self._name, message=row.key), question)

    async def fetch_older(self) -> None:
        """Fetch what came before in a chat."""
        if self._feed is None:
            return
        try:
            await self._feed.fetch_older(self._app.link, lambda: self._lines.is_attached)
        except GoodpathError as fault:
            self._app.say(str(fault), True)

    async def fetch_earlier(self) -> None:
        """Fetch what the head of a page had before, as far back as the log goes."""
        try:
            await self._earlier.fetch(self._app.link)
        except GoodpathError as fault:
            self._app.say(str(fault), True)
        self._show_page()

    def _open_chat(self) -> None:
        unread = self._app.news.book(self._store, self.place)
        self._feed = RoomFeed(self._store, self._name, self._lines, self._app.shelf.get, unread)
        self._feed.open()
        self.begins = unread.first(self._name)

    def _follow_chat(self, changes: Sequence[Change]) -> None:
        entitle(self._lines, cell_last(self._store, self.place))
        if self._feed is not None:
            self._feed.sync(changes, looking=True)

    def _open_lives(self) -> None:
        rows, new = life_rows(self._store, int(self._name)), self._app.news.new(self._store, self.place)
        self._lines.set_rows(rows)
        if new:
            before = [row.key for row in rows if number_of(row.key) < min(new)]
            self._lines.mark_unread(before[-1] if before else -1, f"{len(new)} new")
            self.begins = self._key_of(min(new))

    def _follow_lives(self, changes: Sequence[Change]) -> None:
        if not changes or any(change.kind == "state" for change in changes):
            self._open_lives()
            return
        kinds = {change.event.fact.kind for change in changes if change.event}
        rows = life_rows(self._store, int(self._name))
        if SaidHidden.kind in kinds:
            self._lines.revise(rows)
        if ReflectionWritten.kind in kinds:
            # What somebody wrote on stepping out replaces what they wrote before.
            told = {row.key for row in self._lines.rows if newest([row])}
            self._lines.discard_all(told - {row.key for row in rows})
        self._lines.append(life_rows(self._store, int(self._name), newest(self._lines.rows)))

    def _show_page(self) -> None:
        page, lines = self._store.world.pages.get(self._name), self._lines
        if page is None:
            return
        earlier = self._earlier.rows(page)
        rows = rows_to_remove(self._store, page, self._app.shelf.get, earlier)
        rows = rows or [Row("empty", Kind.SYSTEM, text="This page is still empty.")]
        if tuple(lines.rows) != tuple(rows):
            renew_rows(lines, rows)
        title = f"the page of {self._store.name(page.owner)}, number {clean_line(page.number)}"
        lines.border_title = Content(title)

    def _follow_page(self, changes: Sequence[Change]) -> None:
        if not changes or any(map(may_show_on_pages, changes)):
            self._show_page()


_OPENS: Final[Mapping[str, Callable[[Reading], None]]] = MappingProxyType(
    {ROOM: Reading._open_chat, LIVES: Reading._open_lives, PAGE: Reading._show_page}
)
_FOLLOWS: Final[Mapping[str, Callable[[Reading, Sequence[Change]], None]]] = MappingProxyType(
    {ROOM: Reading._follow_chat, LIVES: Reading._follow_lives, PAGE: Reading._follow_page}
)
"""How a place's name begins -> how it is kept in line."""
