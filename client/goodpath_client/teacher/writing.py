"""Hold what the teacher's screens with a box share: drafts outlive them, and most close once it is done."""

from collections.abc import Sequence

from textual import events

from goodpath_client.changes import Change
from goodpath_client.teacher.desk import Desk
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.desks import Unsent
from goodpath_core.play.event import Command


class WritingScreen(Desk):
    """A screen on which something is written into a box and asked for once."""

    PASSING_ABOVE = "Composer"
    LETTERS = False

    def __init__(self, box: str) -> None:
        """Go on with what waits in this `box`."""
        super().__init__()
        self.box = box
        self._standing = ""
        """What stands in the box without anybody having written it."""
        self._asked: set[str] = set()
        """Requests of this screen that are not answered."""
        self._is_done = False
        """Whether it is finished once nothing lies over it."""

    def composer(self, limit: int, standing: str = "") -> Composer:
        """The box, with what waits in it; where nothing does, it begins with what is `standing`."""
        boxes = self.teacher.boxes
        desk = boxes.desk(self.box)
        desk.here.back = 0
        self._standing = standing
        composer = Composer(limit=limit, asks=False, desks=desk, id="composer")
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
            box.restore(Unsent(text))
        else:
            box.put(text)

    def give_back(self, text: str) -> None:
        """What was asked for from this box was refused."""
        self.query_one(Composer).restore(Unsent(text))

    def keep_draft(self) -> None:
        """Keep what is written and not sent for when the box is opened again."""
        if self.is_whole:
            text = self.query_one(Composer).text
            self.teacher.boxes.desk(self.box).note("" if text == self._standing else text)

    def sync(self, changes: Sequence[Change]) -> None:
        """Go on once all is done, nothing more is written, and nothing lies over it."""
        answered = {one.id for one in changes if one.kind in ("done", "refused")} & self._asked
        self._asked -= answered
        if answered:
            self._is_done = not self._asked and not self.query_one(Composer).text
        if self._is_done and self.is_active:
            self._is_done = False
            self.finish()

    def finish(self) -> None:
        """All was done: close."""
        self.keep_draft()
        self.teacher.stray.close()
        self.dismiss()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """In the box Enter does something else than beside it."""
        if self.is_whole:
            self.show_footer()

    def note_key(self, event: events.Key) -> None:
        """Whoever types where words are written means the words, whatever has the keys."""
        if event.is_printable and self.is_whole:
            self.set_focus(self.query_one(Composer))

    def on_key(self, event: events.Key) -> None:
        """Take what was typed before there was a box into it: no sign of it is a key of the class."""
        if event.is_printable and event.character and not self.is_too_small:
            event.stop()
            self.query_one(Composer).insert(event.character)
            self.set_focus(self.query_one(Composer))

    def on_composer_too_long(self, message: Composer.TooLong) -> None:
        """It stays in the box."""
        self.teacher.say(f"That is {message.over} signs too long; shorten it.", True)
