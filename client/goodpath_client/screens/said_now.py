"""Say what is said to everybody while nobody plays, in the debrief and in a pause, and hold its place."""

from collections.abc import Iterator
from typing import Final

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from goodpath_client.screens.room_words import aside
from goodpath_client.store import Store
from goodpath_client.widgets.prose import Para, Prose
from goodpath_client.widgets.row_layout import SIGNS
from goodpath_client.widgets.rows import Kind
from goodpath_client.widgets.wrapping import shorten_words
from goodpath_core.play.event import Event
from goodpath_core.play.state import Message

SHOWN: Final = 3
"""So many of the last lines stand on the screen."""
TOLD_CELLS: Final = 240
"""So much of a line is told in passing: more would cover the screen."""


def said_now(store: Store) -> list[Para]:
    """The last lines said since the world stands still, the newest first."""
    known = sorted(_said(store), key=lambda one: one[0], reverse=True)
    return [para for _, para in known[:SHOWN]]


def told_now(store: Store, event: Event) -> str:
    """What an event says to this seat while the world stands still; empty for nothing, and for own words."""
    if store.may_be_mine(event):
        return ""
    found = next((para for seq, para in _said(store) if seq == event.seq), None)
    return shorten_words(found.text, TOLD_CELLS) if found else ""


def _said(store: Store) -> Iterator[tuple[int, Para]]:
    """(number, line) of what the narrator, NPCs and people out of character said; in no order."""
    world = store.world
    if world.clock.running or world.session.stage == "lobby":
        return
    since = world.session.still_since
    for line in world.journal:
        if line.kind == "narrated" and line.seq > since:
            yield line.seq, Para(f"Narrator: {line.text}", "", 2, SIGNS[Kind.NARRATOR])
    for room in world.rooms.values():
        for message in room.messages:
            if message.seq > since and not message.gone:
                yield from _of_room(store, room.id, message)


def _of_room(store: Store, room: str, line: Message) -> Iterator[tuple[int, Para]]:
    """A line of a chat that no persona said."""
    if line.kind == "aside":
        yield line.seq, aside(store, room, line)
    elif line.voice not in store.world.persons:
        yield line.seq, Para(f"{store.name(line.voice)} in {store.room_name(room)}: {line.text}", "", 2)


class SaidNow(VerticalScroll):
    """The last lines, with room left for everything else."""

    DEFAULT_CSS = "SaidNow { height: auto; max-height: 30%; display: none; }"

    def compose(self) -> ComposeResult:
        """The lines."""
        yield Prose(id="said-words")

    def show(self, store: Store) -> None:
        """Show what is so now; nothing takes no room."""
        paras = said_now(store)
        self.display = bool(paras)
        for words in self.query(Prose):
            words.show(paras)
