"""Set the notice of a group: what stands is in the box, and it is said who reads it."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content

from goodpath_client.changes import Change
from goodpath_client.readers import room_readers
from goodpath_client.screens.confirm import ConfirmScreen
from goodpath_client.teacher.desk import Desk
from goodpath_client.teacher.places import ROOM, cell_last
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.one_line import OneLine
from goodpath_core.play.messages import NOTICE_LIMIT, SetNotice


class NoticeScreen(Desk):
    """One box, with the notice that stands."""

    AUTO_FOCUS = "#composer"

    def __init__(self, room: str) -> None:
        """Begin with the notice of a group."""
        super().__init__()
        self._room = room
        self._text = ""
        self._request = ""

    def compose_frame(self) -> ComposeResult:
        """What to do, and the box."""
        yield OneLine("Change the notice and press Enter; Esc leaves it as it is.", id="ask")
        found = self.store.world.rooms.get(self._room)
        standing = {self._room: found.notice} if found and found.notice else {}
        yield Composer(limit=NOTICE_LIMIT, room=self._room, drafts=standing, id="composer")

    def on_mount(self) -> None:
        """Say of which group it is."""
        self.query_one(Composer).border_title = Content(f"the notice of {self._group}")

    @property
    def _group(self) -> str:
        return cell_last(self.store, ROOM + self._room)

    def sync(self, changes: Sequence[Change]) -> None:
        """Close when it is set; put the words back when it was refused."""
        for change in changes:
            if self._request and change.id == self._request:
                self._request = ""
                if change.kind == "refused":
                    self.query_one(Composer).restore(self._text)
                elif change.kind == "done":
                    self.dismiss()

    def on_composer_submitted(self, message: Composer.Submitted) -> None:
        """Ask once more, and say who reads it."""
        self._text = message.text
        readers = next(iter(room_readers(self.store, self._room)), "")
        words = f"Set this as the notice of {self._group}? “{message.text}” {readers} it."
        self.app.push_screen(ConfirmScreen(words, "set it"), self._set)

    def _set(self, sure: bool | None) -> None:
        self._request = self.teacher.do(SetNotice(room=self._room, text=self._text)) if sure else ""
        if not self._request:
            self.query_one(Composer).restore(self._text)

    def on_composer_too_long(self, message: Composer.TooLong) -> None:
        """It stays in the box."""
        self.teacher.say(f"That is {message.over} signs too long; shorten it.", True)

    def on_composer_paste_asked(self, message: Composer.PasteAsked) -> None:
        """A teacher pastes what was prepared."""
        self.query_one(Composer).accept_paste()
