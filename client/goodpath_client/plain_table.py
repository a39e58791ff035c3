"""Hold what one person at the line mode is looking at, and ask for what they want."""

from collections.abc import Callable
from types import MappingProxyType
from typing import Final

from goodpath_client.briefing_words import briefing_of, spoken
from goodpath_client.link import Link
from goodpath_client.names import name_person
from goodpath_client.plain_sentences import say_page, things_of
from goodpath_client.store import Store
from goodpath_core.errors import GoodpathError
from goodpath_core.play.event import Command, cell_of
from goodpath_core.play.messages import PostMessage, ends_of, private_room
from goodpath_core.play.state import Page
from goodpath_core.text import name_key

READ_AT_ONCE: Final = 20
"""So many lines from the oldest new one are read when a chat is entered."""
BRIEF_FIRST: Final = "Type /go when you have heard the briefing, or /briefing to hear it again."
"""What is said instead of doing anything before that."""
LAST_READ: Final = 3
"""So many of the last lines are read where nothing is new."""
_CHOOSE: Final = "You play nobody yet; type /take."
_NOBODY: Final = MappingProxyType({"observer": "You watch."})
"""What somebody without a persona is told, by role."""


class Unclear(GoodpathError):
    """What was typed does not say what is meant; the text says what to type."""


class Table:
    """The current room, the page last looked at, and the link to ask through."""

    def __init__(
        self, link: Link, store: Store, write: Callable[[str], None], now: Callable[[], int]
    ) -> None:
        self.link, self.store, self.write, self.now = link, store, write, now
        self.left = False
        """Whether the person wants to leave."""
        self._room = ""
        self._page = ""

    @property
    def is_briefed(self) -> bool:
        """Whether the briefing has been read out, or there is nothing left to be briefed for."""
        return self.link.briefed or self.store.world.session.stage == "ended"

    def brief(self) -> None:
        """Read the briefing out in full, and say how to go on."""
        for sentence in spoken(briefing_of(self.store.view)) if self.store.view else ():
            self.write(sentence)
        if not self.is_briefed:
            self.write(BRIEF_FIRST)

    def arrive(self) -> None:
        """Say who and where one is, what is to be done, and what is new."""
        store = self.store
        who = f"You play {store.persona.name.pinyin}." if store.persona else _NOBODY.get(store.role, _CHOOSE)
        self.write(f"{store.world.session.title}. Seat {store.seat}. {who}")
        if store.world.phase.ask:
            self.write(f"{store.world.phase.name}: {store.world.phase.ask}")
        if store.unread.count(self.room):
            self.enter(self.room)

    def do(self, command: Command) -> None:
        """Ask for something; what becomes of it is printed when it has happened."""
        self.link.do(command)

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

    def enter(self, room: str) -> None:
        """Make a room the current one, and read what is new in it."""
        self._room = room
        lines, unread = self.store.lines(room), self.store.unread
        self.write(f"You are in {self.store.room_name(room)}; {unread.count(room)} new.")
        first = unread.first(room)
        read = [line for line in lines if line.seq >= first][:READ_AT_ONCE] if first else lines[-LAST_READ:]
        for line in read:
            self.write(f"  {self.store.name(line.voice)}: {line.gone or line.text}".replace("\n", " / "))
        unread.see(room, [line.seq for line in read])
        if unread.count(room):
            self.write(f"{unread.count(room)} more are new; enter the chat again to hear them.")

    def enter_private(self, persona: str) -> None:
        """Write privately from now on."""
        self.enter(private_room(self.store.me, persona))

    def say_in_room(self, text: str) -> None:
        """Say a line in the current room."""
        if not self.room:
            self.write("There is no room to speak in yet; take a persona first with /take.")
            return
        self.do(PostMessage(room=self.room, text=text))

    def persona_named(self, name: str) -> str:
        """Id of the persona of the own cell that a typed name means; or Unclear."""
        wanted = name_key(name)
        cell = [i for i in self.store.world.persons if cell_of(i) == self.store.cell]
        found = [i for i in cell if wanted and any(key.startswith(wanted) for key in self._keys(i))]
        if len(found) != 1:
            names = ", ".join(name_person(self.store.view, i) for i in found or cell)
            raise Unclear(f"Type one of these names: {names}.")
        return found[0]

    def _keys(self, persona: str) -> list[str]:
        pinyin = name_person(self.store.view, persona)
        return [name_key(name) for name in (self.store.name(persona), pinyin, *pinyin.split())]

    def look_at(self, page: str) -> None:
        """Read a page aloud; `/like` and its like mean this page from now on."""
        found = self.store.world.pages.get(page)
        if found is None:
            raise Unclear("There is no page to read yet; take a persona first with /take.")
        self._page = page
        for line in say_page(self.store, found):
            self.write(line)

    def thing(self, number: str) -> tuple[Page, str]:
        """The page last looked at and a thing on it by its number; the newest one for no number."""
        page = self.store.world.pages.get(self._page)
        if page is None:
            raise Unclear("Look at a page first: /visit and a name.")
        things = things_of(self.store, page)
        index = int(number) - 1 if number.isdecimal() else min(1, len(things) - 1)
        if not 0 <= index < len(things):
            raise Unclear(f"There are {len(things)} things on that page; type a number from 1.")
        return page, things[index]
