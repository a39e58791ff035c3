"""Hold what one person at the line mode is looking at, and ask for what they want."""

from collections.abc import Callable, Iterable
from types import MappingProxyType
from typing import Final

from goodpath_client.briefing_words import briefing_of, spoken
from goodpath_client.changes import Change
from goodpath_client.last_room import LastRooms
from goodpath_client.link import Link
from goodpath_client.mentions import mentions
from goodpath_client.names import name_person
from goodpath_client.own_words import is_as_another
from goodpath_client.page_marks import PageMarks
from goodpath_client.page_news import PageNews
from goodpath_client.plain_lines import say_line, unmatched
from goodpath_client.plain_numbers import Numbers, Unclear
from goodpath_client.side_tasks import SideTasks
from goodpath_client.store import Store
from goodpath_client.unplayed import unplayed_words
from goodpath_core.play.event import Command, cell_of
from goodpath_core.play.messages import PostMessage, ends_of, private_room
from goodpath_core.play.posts import PublishPost
from goodpath_core.play.state import Message
from goodpath_core.text import name_key

READ_AT_ONCE: Final = 20
"""So many lines from the oldest new one are read when a chat is entered."""
LONG: Final = 10
"""So many sentences of a long list are read before one is asked to go on."""
BRIEF_FIRST: Final = "Type /go when you have heard the briefing, or /briefing to hear it again."
"""What is said instead of doing anything before that."""
_NOBODY_YET: Final = "There is no room to speak in yet; take a persona first with /take."
_NO_ROOM: Final = "No chat is open; begin one with /write and a name."
LAST_READ: Final = 3
"""So many of the last lines are read where nothing is new."""
_OFF_PHONE: Final = MappingProxyType(
    {
        "room": "Your phone is down. Type /say to be heard here, /think to think, or /phone to pick it up.",
        "shift": "Your phone is locked away until the shift ends. Type /think to think.",
    }
)
"""What is said, by place, to whoever asks for what is on the phone."""
_AS_ANOTHER: Final = (
    "What was refused last was meant as somebody you no longer play; type it anew if it still fits."
)


class Table:
    """The current room, what was read last, and the link to ask through."""

    def __init__(
        self,
        link: Link,
        store: Store,
        write: Callable[[str], None],
        now: Callable[[], int],
        last: LastRooms | None = None,
    ) -> None:
        """Speak for a seat; `last` remembers the chat that was open when one left."""
        self.link, self.store, self.write, self.now = link, store, write, now
        self._last = last or LastRooms(None)
        self.left = False
        """Whether the person wants to leave."""
        self.numbers = Numbers()
        self.marks, self.news = PageMarks(), PageNews()
        self.attached: tuple[str, ...] = ()
        """Pictures for the next post."""
        self.heard = 0
        """Number of the last thing in the room that was read again."""
        self.question = 0
        """How many questions of the debrief have been read."""
        self.tasks = SideTasks(lambda fault: write(str(fault)))
        """What waits for an answer while one goes on typing."""
        self._room = ""
        self._more: list[str] = []
        self._refused = Change("refused")

    @property
    def is_briefed(self) -> bool:
        """Whether the briefing has been read out, or there is nothing left to be briefed for."""
        return self.link.briefed or self.store.world.session.stage == "ended"

    @property
    def off_phone(self) -> str:
        """What to say to whoever asks for what is on the phone, while it is not in the hand; else empty."""
        person = self.store.my_person
        playing = self.store.world.session.stage == "playing"
        return _OFF_PHONE.get(person.place, "") if person and playing else ""

    def need_phone(self) -> None:
        """Refuse to read what is on a phone that is not in the hand."""
        if self.off_phone:
            raise Unclear(self.off_phone)

    def brief(self) -> None:
        """Read the briefing out in full, and say how to go on."""
        told = spoken(briefing_of(self.store.view)) if self.store.view else []
        for paragraph in (part for text in told for part in text.split("\n") if part.strip()):
            self.write(paragraph)
        if not self.is_briefed:
            self.write(BRIEF_FIRST)

    def do(self, command: Command) -> None:
        """Ask for something; what becomes of it is printed when it has happened."""
        self.link.do(command)

    def refused(self, change: Change) -> None:
        """What was refused is kept, its pictures for the next post too."""
        self._refused = change
        if isinstance(change.command, PublishPost) and not is_as_another(change, self.store.me):
            self.attached = change.command.cards

    def ask_again(self) -> None:
        """Ask once more for what was refused last, word for word, unless it was said in another's name."""
        command = self._refused.command
        if command is None:
            raise Unclear("Nothing was refused that could be asked for again.")
        if self._refused.persona not in ("", self.store.me):
            raise Unclear(_AS_ANOTHER)
        self._refused = Change("refused")
        self.attached = () if isinstance(command, PublishPost) else self.attached
        self.do(command)

    def read(self, sentences: Iterable[str]) -> None:
        """Read a long list, and keep what is too much to be heard at once for `/more`."""
        found = list(sentences)
        for sentence in found[:LONG]:
            self.write(sentence)
        self._more = found[LONG:]
        if self._more:
            self.write(f"{len(self._more)} more; type /more to hear them.")

    def read_more(self) -> None:
        """Go on with the long list that was read last."""
        if not self._more:
            raise Unclear("There is nothing more to read.")
        self.read(self._more)

    def rooms(self) -> list[str]:
        """Ids of the rooms one can speak in, groups first."""
        rooms = self.store.world.rooms
        return sorted(rooms, key=lambda room: (rooms[room].kind == "private", room))

    @property
    def room(self) -> str:
        """Id of the current room; the first of the list until another is chosen."""
        rooms = self.rooms()
        private_is_new = bool(self.store.me) and self.store.me in ends_of(self._room)
        if self._room in rooms or private_is_new:
            return self._room
        return rooms[0] if rooms else ""

    def reopen(self) -> None:
        """Go back to the chat that this seat had open last, unless another is open already."""
        store = self.store
        found = self._last.find(store.welcome.session, store.seat) if store.welcome else ""
        if not self._room and (found in self.rooms() or store.me in ends_of(found)):
            self._room = found

    def enter(self, room: str) -> None:
        """Make a room the current one, and read what is new in it."""
        self._room = room
        if self.store.welcome:
            self._last.keep(self.store.welcome.session, self.store.seat, room)
        lines, unread = self.store.lines(room), self.store.unread
        self.write(f"You are in {self.store.room_name(room)}; {unread.count(room)} new.")
        first = unread.first(room)
        read = [line for line in lines if line.seq >= first][:READ_AT_ONCE] if first else lines[-LAST_READ:]
        for line in read:
            self.write(f"  {say_line(self.store, room, line)}")
        unread.see(room, [line.seq for line in read])
        if unread.count(room):
            self.write(f"{unread.count(room)} more are new; enter the chat again to hear them.")

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
        self._tell(unplayed_words(self.store, room))

    def say_in_room(self, text: str, reply_to: int = 0, named: tuple[str, ...] = ()) -> None:
        """Say a line in the current room, as an answer to the line `reply_to` if there is one."""
        self.need_phone()
        if not self.room:
            self.write(_NO_ROOM if self.store.me else _NOBODY_YET)
            return
        self._tell(unmatched(self.store, self.room, text))
        every = tuple(dict.fromkeys((*named, *mentions(self.store, self.room, text))))[:20]
        self.do(PostMessage(room=self.room, text=text, reply_to=reply_to, mentions=every))
        self._tell(unplayed_words(self.store, self.room))

    def _tell(self, sentence: str) -> None:
        if sentence:
            self.write(sentence)

    def persona_named(self, name: str) -> str:
        """Id of the persona of the own cell that a typed name means; or Unclear."""
        wanted = name_key(name.removeprefix("@").replace("_", " "))
        cell = [i for i in self.store.world.persons if cell_of(i) == self.store.cell]
        exact = [i for i in cell if wanted and wanted in self._keys(i)]
        found = exact or [i for i in cell if wanted and any(key.startswith(wanted) for key in self._keys(i))]
        if len(found) != 1:
            names = ", ".join(name_person(self.store.view, i) for i in found or cell)
            raise Unclear(f"Type one of these names: {names}.")
        return found[0]

    def _keys(self, persona: str) -> list[str]:
        pinyin = name_person(self.store.view, persona)
        return [name_key(name) for name in (self.store.name(persona), pinyin, *pinyin.split())]
