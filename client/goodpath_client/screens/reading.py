"""Show the open room on the phone, fetch what came before, and count as read what somebody has looked at."""

from textual import events, work

from goodpath_client.chat_order import in_order
from goodpath_client.keys import ONLINE, deeds_at
from goodpath_client.room_feed import RoomFeed
from goodpath_client.room_rows import seq_of
from goodpath_client.screens.writing import WritingPhone
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.message_list import MessageList
from goodpath_core.errors import GoodpathError
from goodpath_core.play.messages import ends_of

_LEADS_ELSEWHERE = frozenset(
    ("tab", "shift+tab", "escape", "ctrl+p", *(key for deed in deeds_at(ONLINE) for key in deed.keys))
)
"""Keys that lead out of the lines and the box, or do something else than reading and writing."""


class ReadingPhone(WritingPhone):
    """The phone and the room that is read on it."""

    def __init__(self) -> None:
        super().__init__()
        self._feed: RoomFeed | None = None
        self._marked = False
        """Whether a line was marked unread here by hand and nobody has read on since."""

    def _first_room(self) -> str:
        """The chat that this seat had open last, else the first there is; empty for none."""
        store, rooms = self.store, [room.id for room in in_order(self.store.world.rooms.values())]
        last = self.student.rooms.find(store.welcome.session, store.seat) if store.welcome else ""
        own = bool(store.me) and store.me in ends_of(last)
        return last if last in rooms or own else next(iter(rooms), "")

    def open_room(self, room: str, first: int = 0) -> None:
        """Show a room from the line `first`, else from its end, with a divider above what is new."""
        self.room, self._marked = room, False
        if room and self.store.welcome:
            self.student.rooms.keep(self.store.welcome.session, self.store.seat, room)
        composer, lines = self.query_one(Composer), self.query_one(MessageList)
        composer.switch_room(room, self.student.playing)
        self._feed = RoomFeed(self.store, room, lines, self.student.shelf.get)
        self._feed.open()
        lines.show_from(first)
        self.fetch_new()
        self.show_answered()
        self.show_reader()
        self.show_sides()
        self.do_once_drawn(self.settle_sides)

    def settle_sides(self) -> None:
        """Show the sides once what is on screen was read: before that a line would count as new there."""
        self._see()
        self.show_sides()

    def mark_seen(self) -> None:
        """What is on screen counts as read, if somebody looks."""
        if self._see():
            self.show_sides()

    def _see(self) -> bool:
        """Note what is on screen as read, if somebody looks; whether any of it was new."""
        if not self._is_reading or not self.room:
            return False
        seen = [key for key in self.query_one(MessageList).visible_keys() if isinstance(key, int)]
        return self.store.unread.see(self.room, seen)

    @property
    def _is_reading(self) -> bool:
        """Whether what is on the screen is read by that."""
        return self.student.attentive and self.app.screen is self and not self._marked

    @property
    def may_be_seen(self) -> bool:
        """Whether its end is on the screen, in a terminal that does not tell whether anybody looks."""
        follows = self.query_one(MessageList).following and not self._marked
        return follows and self.app.screen is self and not self.student.attention.is_known

    def mark_unread(self, room: str, seq: int) -> None:
        """Let a room's lines from `seq` on be new, also those on the screen, until one reads on there."""
        self.store.unread.mark_unread(room, seq)
        if room == self.room and self._feed is not None:
            self._marked = True
            self._feed.divide()
        self.show_sides()

    def read_on(self) -> None:
        """What is on the screen is read again."""
        self._marked = False

    def action_read(self, pages: int) -> None:
        """Read a page back, for less than none, or on; also with the keys in the box."""
        lines = self.query_one(MessageList)
        self.read_on()
        if pages < 0:
            lines.action_page_up()
        else:
            lines.action_page_down()

    def note_key(self, event: events.Key) -> None:
        """A key that means something to the lines or the box is reading on, also where a line was marked."""
        if isinstance(self.focused, MessageList | Composer) and event.key not in _LEADS_ELSEWHERE:
            self.read_on()
        if event.key == "end":
            self._end_pressed()

    def _end_pressed(self) -> None:
        """At the end of the lines it says that one has read them; from an empty box it leads there."""
        lines, box = self.query_one(MessageList), self.query_one(Composer)
        if lines.following and (lines.has_focus or not box.text):
            self.read_to_end()
        elif box.has_focus and not box.text:
            lines.action_follow()

    def read_to_end(self) -> None:
        """Whoever has the end on the screen says so: what stands above it has been read."""
        lines = self.query_one(MessageList)
        if self._is_reading and lines.following:
            self.store.unread.seen(self.room, max((seq_of(row.key) for row in lines.rows), default=0))
            lines.mark_unread(None)
            self.show_sides()

    def post_line(self, text: str, room: str, reply_to: int) -> None:
        """Send a line; written at the end of a chat, it says that all above was read."""
        if room == self.room:
            self.read_to_end()
        super().post_line(text, room, reply_to)

    @work(group="new lines", exclusive=True)
    async def fetch_new(self, led_to: int | None = None) -> None:
        """Fetch what of the new lines of the open room is not known yet.

        Where a key has `led_to` a line, or to the end for 0, the first new one is shown then, unless somebody
        has read on meanwhile.
        """
        link, feed = self.student.student_link, self._feed
        if link is None or feed is None or not feed.lacks:
            return
        first = await feed.fetch_new(link, lambda: self.is_whole and feed is self._feed)
        if first and led_to is not None:
            feed.lead_on(led_to, first)
        if self.is_whole:
            self.settle_sides()

    async def on_message_list_older_wanted(self) -> None:
        """Fetch older lines."""
        self.run_worker(self._fetch_older(self.room), group="history", exclusive=True)

    async def _fetch_older(self, room: str) -> None:
        link, feed = self.student.student_link, self._feed
        if link is None or feed is None:
            return
        try:
            await feed.fetch_older(link, lambda: self.is_whole and room == self.room)
        except GoodpathError as fault:
            self.student.say(str(fault), severe=True)
