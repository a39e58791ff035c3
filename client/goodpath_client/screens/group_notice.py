"""Show the notice of a group whole, wherever one line has no room for it."""

from collections.abc import Sequence
from typing import Final

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from goodpath_client.changes import Change
from goodpath_client.screens.frame import Frame
from goodpath_client.widgets.one_line import OneLine
from goodpath_client.widgets.prose import Para, Prose
from goodpath_client.widgets.title_line import TitleLine

NO_NOTICE: Final = "There is no notice in this chat."


class GroupNoticeScreen(Frame):
    """The notice as it stands now."""

    AUTO_FOCUS = "#text"

    def __init__(self, room: str) -> None:
        """Show the notice of this group."""
        super().__init__()
        self._room = room

    def compose_frame(self) -> ComposeResult:
        """One text."""
        yield TitleLine(id="ask")
        yield OneLine(id="link")
        with VerticalScroll(id="text", can_focus=True):
            yield Prose(id="words")

    def sync(self, changes: Sequence[Change]) -> None:
        """Another may have been set, or this one removed."""
        room = self.store.world.rooms.get(self._room)
        self.query_one("#ask", TitleLine).show(f"Notice of {self.store.room_name(self._room)}")
        self.query_one("#link", OneLine).show(self.student.link_sentence())
        self.query_one("#words", Prose).show([Para(room.notice if room and room.notice else NO_NOTICE)])
