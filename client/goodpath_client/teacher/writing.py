"""Hold what the teacher's screens with a box share: drafts outlive them, and they close once it is done."""

from collections.abc import Sequence

from goodpath_client.changes import Change
from goodpath_client.teacher.desk import Desk
from goodpath_client.widgets.composer import Composer
from goodpath_core.play.event import Command


class WritingScreen(Desk):
    """A screen on which something is written into a box and asked for once."""

    PASSING_ABOVE = "Composer"

    def __init__(self, box: str) -> None:
        """Go on with what waits in this `box`."""
        super().__init__()
        self.box = box
        self._standing = ""
        """What stands in the box without anybody having written it."""
        self._asked: set[str] = set()
        """Requests of this screen that are not answered."""

    def composer(self, limit: int, standing: str = "") -> Composer:
        """The box, with what waits in it; where nothing does, it begins with what is `standing`."""
        boxes = self.teacher.boxes
        desk = boxes.desk(self.box)
        desk.here.back = 0
        self._standing = standing
        composer = Composer(limit=limit, desks=desk, id="composer")
        if not boxes.waits(self.box):
            composer.put(standing)
        return composer

    def ask_for(self, command: Command | None, text: str) -> None:
        """Ask for what these words of the box come down to; without a command they go back into it."""
        box = self.query_one(Composer)
        request = self.teacher.do(command) if command is not None else ""
        if request:
            self.teacher.boxes.ask(request, self.box, text)
            self._asked.add(request)
        elif box.text:
            box.restore(text)
        else:
            box.put(text)

    def give_back(self, text: str) -> None:
        """What was asked for from this box was refused."""
        self.query_one(Composer).restore(text)

    def keep_draft(self) -> None:
        """Keep what is written and not sent for when the box is opened again."""
        if self.is_whole:
            text = self.query_one(Composer).text
            self.teacher.boxes.desk(self.box).note("" if text == self._standing else text)

    def sync(self, changes: Sequence[Change]) -> None:
        """Close when all is done, and nothing more is written."""
        answered = {one.id for one in changes if one.kind in ("done", "refused")} & self._asked
        self._asked -= answered
        if answered and not self._asked and not self.query_one(Composer).text:
            self.keep_draft()
            self.dismiss()

    def on_composer_too_long(self, message: Composer.TooLong) -> None:
        """It stays in the box."""
        self.teacher.say(f"That is {message.over} signs too long; shorten it.", True)

    def on_composer_paste_asked(self, message: Composer.PasteAsked) -> None:
        """A teacher pastes what was prepared."""
        self.query_one(Composer).accept_paste()
