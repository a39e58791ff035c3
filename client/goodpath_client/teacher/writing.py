"""Hold what the teacher's screens with a box share: close once it is done, give back what was refused."""

from collections.abc import Sequence

from goodpath_client.changes import Change
from goodpath_client.teacher.desk import Desk
from goodpath_client.widgets.composer import Composer
from goodpath_core.play.event import Command


class WritingScreen(Desk):
    """A screen on which something is written into a box and asked for once."""

    PASSING_ABOVE = "Composer"

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        """What was in the box when it was sent."""
        self._request = ""

    def ask_for(self, command: Command | None, text: str) -> None:
        """Ask for what these words of the box come down to; without a command they go back into it."""
        self._text = text
        self._request = self.teacher.do(command) if command is not None else ""
        if not self._request:
            self.query_one(Composer).restore(text)

    def sync(self, changes: Sequence[Change]) -> None:
        """Close when it is done; put the words back when it was refused."""
        for change in changes:
            if self._request and change.id == self._request:
                self._request = ""
                if change.kind == "refused":
                    self.query_one(Composer).restore(self._text)
                elif change.kind == "done":
                    self.dismiss()

    def on_composer_too_long(self, message: Composer.TooLong) -> None:
        """It stays in the box."""
        self.teacher.say(f"That is {message.over} signs too long; shorten it.", True)

    def on_composer_paste_asked(self, message: Composer.PasteAsked) -> None:
        """A teacher pastes what was prepared."""
        self.query_one(Composer).accept_paste()
