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
        self._asked: dict[str, str] = {}
        """Request -> what was in the box when it was sent, until it is answered."""

    def ask_for(self, command: Command | None, text: str) -> None:
        """Ask for what these words of the box come down to; without a command they go back into it."""
        request = self.teacher.do(command) if command is not None else ""
        if request:
            self._asked[request] = text
        else:
            self.query_one(Composer).restore(text)

    def waits_for(self, request: str) -> bool:
        """Whether this was asked for here and is not answered."""
        return request in self._asked

    def sync(self, changes: Sequence[Change]) -> None:
        """Put the words back when they were refused; close when all is done, and nothing more is written."""
        box = self.query_one(Composer)
        answers = [one for one in changes if one.kind in ("done", "refused") and self.waits_for(one.id)]
        for change in answers:
            text = self._asked.pop(change.id)
            if change.kind == "refused":
                box.restore(text)
        if answers and not self._asked and not box.text:
            self.dismiss()

    def on_composer_too_long(self, message: Composer.TooLong) -> None:
        """It stays in the box."""
        self.teacher.say(f"That is {message.over} signs too long; shorten it.", True)

    def on_composer_paste_asked(self, message: Composer.PasteAsked) -> None:
        """A teacher pastes what was prepared."""
        self.query_one(Composer).accept_paste()
