"""Hold what one person at the line mode is looking at, and ask for what they want."""

from collections.abc import Callable, Iterable
from typing import Final

from goodpath_client.briefing_words import is_briefed
from goodpath_client.chat_order import in_order
from goodpath_client.given_away import GivenAway
from goodpath_client.kept_drafts import KeptDrafts
from goodpath_client.last_room import LastRooms
from goodpath_client.link import Link
from goodpath_client.mentions import named_by, say_unnamed
from goodpath_client.page_marks import PageMarks
from goodpath_client.plain.asked import Asked
from goodpath_client.plain.begun_page import BegunPage
from goodpath_client.plain.kept_words import KeptWords
from goodpath_client.plain.lines import chat_name, say_line
from goodpath_client.plain.long import LongList
from goodpath_client.plain.new_lines import NewLines
from goodpath_client.plain.numbers import Incomplete, Numbers, Unclear
from goodpath_client.plain.room_words import off_phone, unsent_words
from goodpath_client.plain.signal import SignalTeller
from goodpath_client.side_tasks import SideTasks
from goodpath_client.store import Store
from goodpath_client.unasked_moves import UnaskedMoves
from goodpath_client.unplayed import unplayed_words
from goodpath_core.play.event import Command
from goodpath_core.play.messages import PostMessage, may_enter, private_room
from goodpath_core.play.state import Message

READ_AT_ONCE: Final = 20
"""So many lines from the oldest new one are read when a chat is entered."""
READ_UNASKED: Final = 5
"""So many new lines are read at most when nobody asked for them: as a chat opens by itself."""
LAST_READ: Final = 3
"""So many of the last lines are read where nothing is new."""
_WAY: Final = "/names says whom you can name."
_NOT_YET: Final = "It is not sent yet: /again sends it as it is, /forget drops it."
_NOBODY_YET: Final = "There is no room to speak in yet; take a persona first with /take."
_NO_ROOM: Final = "No chat is open; type /rooms to hear yours, or begin one with /write and a name."
_NOT_YOURS: Final = "That chat is not one of yours; {t}ype /rooms to hear your chats."


class Table:
    """The current room, what was read last, and the link to ask through."""

    def __init__(
        self,
        link: Link,
        store: Store,
        write: Callable[[str], None],
        now: Callable[[], int],
        last: LastRooms | None = None,
        drafts: KeptDrafts | None = None,
    ) -> None:
        """Speak for a seat; `last` remembers the chat that was open when one left, `drafts` what is begun."""
        self.link, self.store, self.write, self.now = link, store, write, now
        self._last = last or LastRooms(None)
        self.left = False
        """Whether the person wants to leave."""
        self.numbers = Numbers()
        self.marks = PageMarks()
        self.attached: tuple[str, ...] = ()
        """Pictures for the next post."""
        self.heard = 0
        """Number of the last thing in the room that was read again."""
        self.rung: int | None = None
        """Number of the last event up to which all that the phone told has been read; None before arrival."""
        self.question = 0
        """How many questions of the debrief have been read."""
        self.tasks = SideTasks(lambda fault: write(str(fault)))
        """What waits for an answer while one goes on typing."""
        self._new_lines = NewLines(link, store, self.tasks, self._read_new)
        self.met: str | None = None
        """Id of the persona whose sheet was read or was known before; None before the first arrival."""
        self.was_briefed = False
        """Whether the briefing was read out since the program began."""
        self.has_tried_stop = False
        """Whether the stop order was tried while the briefing was heard."""
        kept = drafts or KeptDrafts(None)
        self.begun, self.words = BegunPage(store, kept, self.do, write, now), KeptWords(store, kept)
        self.answer: Callable[[str], None] | None = None
        """Takes the next line without a slash, which may answer what was asked; None where nothing was."""
        self.asked = Asked(self._ask, lambda: self.store.me, self.words.keep)
        self.long = LongList(write)
        self.signal = SignalTeller(store)
        self.moves, self.given_away = UnaskedMoves("phone"), GivenAway()
        self.knows_aloud = False
        """Whether it was said that a line without a slash is said aloud in the room."""
        self._room = ""
        self._warned = ""

    @property
    def is_briefed(self) -> bool:
        """Whether the briefing has been read out, or there is nothing left to be briefed for."""
        return is_briefed(self.store) or self.store.world.session.stage == "ended"

    @property
    def off_phone(self) -> str:
        """What to say to whoever asks for what is on the phone, while it is not in the hand; else empty."""
        return off_phone(self.store, self.now())

    def need_phone(self, line: PostMessage | None = None) -> None:
        """Refuse what needs a phone that is not in the hand; the `line` that was typed for it is kept."""
        if not self.off_phone:
            return
        if line is not None:
            self.asked.keep(line)
            raise Unclear(unsent_words(self.store, self.now()))
        self.moves.miss(self.now())
        raise Unclear(self.off_phone)

    def tell(self, lines: Iterable[str]) -> None:
        """Read several lines, each by itself."""
        for line in lines:
            self.write(line)

    def do(self, command: Command) -> None:
        """Ask for something; what becomes of it is printed when it has happened."""
        self.asked.do(command)

    def _ask(self, command: Command) -> str:
        self.begun.give_way(command)
        return self.link.do(command)

    def read(self, sentences: Iterable[str]) -> None:
        """Read a long list, and keep what is too much to be heard at once for `/more`."""
        self.long.read(sentences)

    def rooms(self) -> list[str]:
        """Ids of the rooms one can speak in, in the order of the screens."""
        return [room.id for room in in_order(self.store.world.rooms.values())]

    @property
    def room(self) -> str:
        """Id of the current room, the first of the list until one is told; empty where it is closed now."""
        if self._room:
            return self._room if _is_own(self.store, self._room) else ""
        return next(iter(self.rooms()), "")

    def forget_persona(self) -> None:
        """Somebody else is played from now on: numbers, pictures and the chat of before mean nothing."""
        self.numbers.forget_all()
        self.attached, self.answer, self._room, self._warned = (), None, "", ""

    def reopen(self) -> None:
        """Go back to the chat that this seat had open last, unless another is open already."""
        store = self.store
        found = self._last.find(store.welcome.session, store.seat) if store.welcome else ""
        if not self._room and _is_own(store, found):
            self._room = found

    def enter(self, room: str) -> None:
        """Make a room the current one, and read what is new in it; Incomplete for one that is not one's."""
        if not _is_own(self.store, room):
            here = f"you are still in {chat_name(self.store, self.room)}. T" if self.room else "t"
            raise Incomplete(_NOT_YOURS.format(t=here))
        self._room = room
        if self.store.welcome:
            self._last.keep(self.store.welcome.session, self.store.seat, room)
        self.write(_here(self.store, room))
        self._new_lines.read(room, lambda: room == self.room and not self.off_phone)

    def open_room(self) -> None:
        """Say which chat is open, as a phone in the hand shows it; what is new is read if it is little."""
        room, new = self.room, self.store.unread.told(self.room)
        is_much = new.known > READ_UNASKED or new.is_least
        self._room = room or self._room
        if room:
            self.write(f"{_here(self.store, room)}{' Type /room to hear them.' * is_much}")
        if new and not is_much:
            self._read_new(room)

    def _read_new(self, room: str) -> None:
        """Read what is new in a room; where there is nothing, the last of it."""
        lines, unread = self.store.lines(room), self.store.unread
        first = unread.first(room)
        read = [line for line in lines if line.seq >= first][:READ_AT_ONCE] if first else lines[-LAST_READ:]
        self.tell(f"  {say_line(self.store, room, line)}" for line in read)
        unread.see(room, [line.seq for line in read])
        if unread.told(room):
            self.write(f"{unread.told(room)} more are new; type /room to hear them.")

    def read_lines(self, lines: list[Message]) -> None:
        """Read lines of the current room with numbers."""
        room = self.room
        for number, line in enumerate(lines, 1):
            self.write(f"{number}. {say_line(self.store, room, line)}")
        self.numbers.keep_lines(room, [line.seq for line in lines])
        self.store.unread.see(room, [line.seq for line in lines])

    def enter_private(self, persona: str) -> None:
        """Write privately from now on."""
        room = private_room(self.store.me, persona)
        self.enter(room)
        self._warn(room)

    def say_in_room(self, text: str, reply_to: int = 0) -> None:
        """Say a line in the current room, as an answer to the line `reply_to` if there is one."""
        if not self.room:
            self.write(_NO_ROOM if self.store.me else _NOBODY_YET)
            return
        command = self.line(text, reply_to)
        self.need_phone(command)
        unnamed = say_unnamed(self.store, self.room, text, _WAY)
        if unnamed:
            self.asked.keep_unnamed(command)
            raise Unclear(f"{unnamed} {_NOT_YET}")
        self.do(command)
        self._warn(self.room)

    def line(self, text: str, reply_to: int = 0) -> PostMessage:
        """A line for the current room as it is asked for."""
        named = named_by(self.store, self.room, text, reply_to)
        return PostMessage(room=self.room, text=text, reply_to=reply_to, mentions=named)

    def _warn(self, room: str) -> None:
        """Say once, as one comes into a chat, that nobody will answer there."""
        words = unplayed_words(self.store, room)
        if words and room != self._warned:
            self.write(words)
        self._warned = room if words else ""


def _is_own(store: Store, room: str) -> bool:
    """Whether one may be in a room: in any that is heard by who watches, else in a chat of one's own."""
    world = store.world
    return may_enter(world, room, store.me) if store.me else room in world.rooms


def _here(store: Store, room: str) -> str:
    return f"You are in {chat_name(store, room)}; {store.unread.told(room)} new."
