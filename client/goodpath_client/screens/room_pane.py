"""Show the open room on the phone: its notice, its lines, who types, and the box with who can read it."""

from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from goodpath_client.keys import BY_NAME, key_label
from goodpath_client.notice_box import holds_notice, notice_title
from goodpath_client.plurals import counted
from goodpath_client.readers import fitting, who_can_read
from goodpath_client.screens.phone_head import URGENT_FROM
from goodpath_client.stopped_words import stopped_words
from goodpath_client.store import Store
from goodpath_client.widgets.composer import TITLE_SPARE, Composer
from goodpath_client.widgets.desks import Desks
from goodpath_client.widgets.frame_title import entitle
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.notice_line import NoticeLine
from goodpath_client.widgets.one_line import OneLine
from goodpath_client.widgets.wrapping import shorten_words
from goodpath_core.play.state import Room
from goodpath_core.text import clean_line

_NOTICE_KEY: Final = key_label(BY_NAME["notice"].keys[0])
_NO_CHAT: Final = ("Chat is closed in this phase.",)
_NO_ROOM: Final = ("No chat is open; choose somebody in the contacts (Alt+K).",)
_WRITE: Final = (
    "write as {name} · Enter sends · your dream: {dream}",
    "write as {name} · Enter sends",
)
"""What the empty box says, the longest words first."""


class RoomPane(Vertical):
    """The room in the middle of the phone."""

    def __init__(self, desks: Desks) -> None:
        """What is begun in the box stands on these `desks`."""
        super().__init__(id="room")
        self._desks = desks

    def compose(self) -> ComposeResult:
        """From above."""
        yield NoticeLine(id="notice")
        yield MessageList(id="lines")
        yield OneLine(id="typing")
        yield OneLine(id="replying")
        yield Composer(id="composer", desks=self._desks)

    def show_typing(self, store: Store, room: str, now_ms: int) -> None:
        """Say who types there at the own time `now_ms`."""
        typing = store.typing(room, now_ms)
        self.query_one("#typing", OneLine).show(f"{', '.join(typing)} typing ..." if typing else "")

    def show_reader(self, store: Store, room: str, rows: int) -> None:
        """Say over the lines who is here, and over the box who can read what is written."""
        found = store.world.rooms.get(room)
        notice = found.notice if found and rows >= URGENT_FROM else ""
        self.query_one(NoticeLine).show_notice(notice, _NOTICE_KEY)
        members = f" · {_members(store, found)}" if found and found.kind != "private" else ""
        lines, box = self.query_one(MessageList), self.query_one(Composer)
        entitle(lines, f"{store.room_name(room)}{members}")
        box.display = box.can_focus = bool(store.me)
        if box.has_focus and not store.me:
            lines.focus()  # no key writes in a box that nobody sees
        title = notice_title if holds_notice(store, room, box.text) else who_can_read
        entitle(box, title(store, room, box.size.width - TITLE_SPARE))
        cells = box.content_size.width
        box.placeholder = Content(shorten_words(fitting(_words_in_box(store, room), cells), cells))


def _words_in_box(store: Store, room: str) -> tuple[str, ...]:
    """What the empty box says: what becomes of a line, the longest words first."""
    persona, stopped = store.persona, stopped_words(store)
    if not store.world.phase.allow.chat:
        return _NO_CHAT
    if not room:
        return _NO_ROOM
    if stopped or persona is None:
        return stopped
    return tuple(clean_line(words.format(name=persona.name.pinyin, dream=persona.dream)) for words in _WRITE)


def _members(store: Store, group: Room) -> str:
    """How many belong to a group, and how many of them are here where that is known of all."""
    members = counted(len(group.members), "member")
    if any(one not in store.world.persons for one in group.members):
        return members  # some are of other cells
    return f"{members}, {sum(one in store.here for one in group.members)} here"
