"""Set the notice of a group: what stands is in the box, and it is said who reads it."""

from textual.app import ComposeResult
from textual.content import Content

from goodpath_client.quoting import quote
from goodpath_client.readers import room_readers
from goodpath_client.screens.confirm import ConfirmScreen
from goodpath_client.teacher.places import ROOM, cell_last
from goodpath_client.teacher.writing import WritingScreen
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.one_line import OneLine
from goodpath_core.play.messages import NOTICE_LIMIT, SetNotice


class NoticeScreen(WritingScreen):
    """One box, with the notice that stands."""

    AUTO_FOCUS = "#composer"

    def __init__(self, room: str) -> None:
        """Begin with the notice of a group."""
        super().__init__(f"notice {room}")
        self._room = room

    def compose_frame(self) -> ComposeResult:
        """What to do, and the box."""
        yield OneLine("Change the notice and press Enter; Esc leaves it, draft kept.", id="ask")
        found = self.store.world.rooms.get(self._room)
        yield self.composer(NOTICE_LIMIT, found.notice if found else "")

    def own_hints(self) -> tuple[tuple[str, str], ...]:
        """What Enter does."""
        return (("Enter", "set it, asks once more"),)

    def on_mount(self) -> None:
        """Say of which group it is."""
        self.query_one(Composer).border_title = Content(f"the notice of {self._group}")

    @property
    def _group(self) -> str:
        return cell_last(self.store, ROOM + self._room)

    def on_composer_submitted(self, message: Composer.Submitted) -> None:
        """Ask once more, and say who reads it."""
        command = SetNotice(room=self._room, text=message.text)
        readers = next(iter(room_readers(self.store, self._room)), "")
        words = f"Set this as the notice of {self._group}? {quote(message.text)} {readers} it."
        self.teacher.ask(
            ConfirmScreen(words, "set it"),
            lambda sure: self.ask_for(command if sure else None, message.text),
        )
