"""Play in lines of text: for screen readers, for `--plain`, and where there is no terminal."""

import asyncio
import sys
import threading
from collections.abc import Awaitable, Callable
from types import MappingProxyType

from pydantic import ValidationError

from goodpath_client.changes import Change
from goodpath_client.last_room import LastRooms
from goodpath_client.link import Link
from goodpath_client.names import name_person
from goodpath_client.own_words import words_as_another
from goodpath_client.plain_commands import find_order, near_orders, parted
from goodpath_client.plain_room import say_news
from goodpath_client.plain_sentences import ON_PHONE, say_event
from goodpath_client.plain_start import come
from goodpath_client.plain_table import BRIEF_FIRST, Table
from goodpath_client.store import Store
from goodpath_client.ways_out import with_orders
from goodpath_core.errors import GoodpathError
from goodpath_core.play.event import Event
from goodpath_core.play.places import PlaceChanged
from goodpath_core.text import clean_block, clean_line

Read = Callable[[], Awaitable[str | None]]
Write = Callable[[str], None]


async def talk(
    link: Link,
    store: Store,
    *,
    read: Read,
    write: Write,
    now: Callable[[], int],
    last: LastRooms | None = None,
) -> str:
    """Print what happens and do what is typed, until `/quit`, the end of the input, or the end of the link.

    Says why there was no seat; empty where there was one, or where it was left before the server answered.
    `read` gives the next typed line or None at the end, `write` prints one line, `now` is in milliseconds,
    `last` remembers the chat that was open when one left.
    """
    write = cleaned(write)
    table = Table(link, store, write, now, last)
    teller = _Teller(table)
    end = store.on_change(teller.tell)
    running = asyncio.ensure_future(link.run())
    typing = asyncio.ensure_future(_obey(table, read))
    write("goodpath, line by line. Type /help for what you can type, /quit to leave.")
    try:
        await asyncio.wait({running, typing}, return_when=asyncio.FIRST_COMPLETED)
        if not table.left:
            await _first_answer(store)
        why = "" if store.welcome else store.link.text
        table.tasks.cancel()
        await link.close()
        await running
    finally:
        end()
        typing.cancel()
        await asyncio.gather(typing, return_exceptions=True)
    return why


async def _first_answer(store: Store) -> None:
    """Wait until the first try to join has come to something: the input may have ended long before."""
    heard = asyncio.Event()
    end = store.on_change(lambda change: heard.set())
    while store.welcome is None and store.link.kind == "connecting":
        heard.clear()
        await heard.wait()
    end()


def cleaned(write: Write) -> Write:
    """The one door through which every line goes out: one line each, without foreign signs."""
    return lambda text: write(clean_block(text).replace("\n", " / "))


async def _obey(table: Table, read: Read) -> None:
    while not table.left:
        line = await read()
        if line is None:
            return
        obey(table, line)


def obey(table: Table, line: str) -> None:
    """Do what one typed line asks for; a line without a slash is said in the current room."""
    # Bytes that are no UTF-8 come as halves of characters, which nothing can carry.
    text = line.encode("utf-8", "replace").decode().strip()
    try:
        _obey_text(table, text)
    except GoodpathError as problem:
        table.write(str(problem))
    except ValidationError:
        table.write("That is too long to be sent, so nothing was; make it shorter.")


def _obey_text(table: Table, text: str) -> None:
    name, rest = parted(text[1:]) if text.startswith("/") else ("", text)
    order = find_order(name)
    if text and not table.is_briefed and not (order and order.early):
        table.write(BRIEF_FIRST)
    elif order is not None:
        if order.phone:
            table.need_phone()
        order.do(table, rest)
    elif text.startswith("/"):
        near = ", ".join(f"/{one.name}" for one in near_orders(name))
        meant = f" It may be one of {near}." if near else ""
        table.write(f"There is no /{clean_line(name)}; type /help.{meant}")
    elif text:
        table.say_in_room(text)


class _Teller:
    """Prints changes of the store as sentences."""

    def __init__(self, table: Table) -> None:
        self._table, self._store, self._write = table, table.store, table.write
        self._shown = self._unkept = ""
        self._place = ""

    def tell(self, change: Change) -> None:
        if change.kind == "event" and change.event is not None:
            self._tell_event(change.event)
        elif change.kind == "refused":
            self._say(f"Not done: {with_orders(change.code, change.text)}")
            words = words_as_another(change, self._store.me)
            if words:
                # Perhaps before this start: then they stand nowhere else.
                self._say(f"You had written, as {name_person(self._store.view, change.persona)}: {words}")
            self._store.drop_pending(change.id)
            self._table.refused(change)
        elif change.kind == "link":
            self._tell_link()
        elif change.kind == "state":
            come(self._table)
            self._place = self._where()

    def _tell_event(self, event: Event) -> None:
        """Say what happened; what only a phone tells waits, as new, until it is in the hand."""
        if event.fact.kind in ON_PHONE and self._table.off_phone:
            return
        self._say(say_event(self._store, event))
        if event.room in self._store.world.rooms:
            self._store.unread.see(event.room, (event.seq,))
        if isinstance(event.fact, PlaceChanged) and event.fact.persona == self._store.me:
            self._pick_up(event.fact.place)

    def _pick_up(self, place: str) -> None:
        if place == "phone" != self._place:
            say_news(self._table)
        self._place = place

    def _where(self) -> str:
        person = self._store.my_person
        return person.place if person else ""

    def _tell_link(self) -> None:
        link = self._store.link
        waiting = (
            f" {link.waiting} of your lines wait." if link.waiting and link.kind == "reconnecting" else ""
        )
        sentence = f"{_LINK[link.kind]} {link.text}{waiting}".rstrip()
        # The countdown would be read aloud each second.
        if sentence != self._shown:
            self._shown = sentence
            self._say(sentence)
        if link.unkept != self._unkept:
            self._unkept = link.unkept
            self._say(link.unkept or _KEPT_AGAIN)

    def _say(self, sentence: str) -> None:
        if sentence:
            self._write(sentence)


_LINK = MappingProxyType(
    {
        "connecting": "Connecting.",
        "connected": "Connected.",
        "reconnecting": "The connection is gone; it is being made again. You can go on typing.",
        "catching_up": "Loading what you missed.",
        "reloaded": "Connected.",
        "closed": "The connection is closed.",
    }
)


_KEPT_AGAIN = "Unsent lines are kept on the disk again."


def stdin_lines() -> Read:
    """Lines typed at the terminal, read by a thread so that what happens can be printed meanwhile."""
    loop = asyncio.get_running_loop()
    lines: asyncio.Queue[str | None] = asyncio.Queue()

    def pump() -> None:
        for line in sys.stdin:
            loop.call_soon_threadsafe(lines.put_nowait, line)
        loop.call_soon_threadsafe(lines.put_nowait, None)

    threading.Thread(target=pump, name="typed lines", daemon=True).start()
    return lines.get


def print_line(text: str) -> None:
    """Print one line at once, also into a pipe."""
    print(text, flush=True)
