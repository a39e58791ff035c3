"""Hold what the screens share on which a line is written: why one stays or comes back is said there."""

from goodpath_client.screens.frame import Frame
from goodpath_client.screens.moved_words import MovedWords
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.desks import Unsent


class LineScreen(Frame):
    """A screen with a box for lines."""

    def __init__(self) -> None:
        super().__init__()
        self._moved = MovedWords()

    @property
    def here(self) -> str:
        """The place for which a line is that is sent from this screen."""
        return "phone"

    def give_back(self, line: Composer.Submitted) -> str:
        """Put a line back that was perhaps begun elsewhere, and say why; empty for one that may go."""
        app = self.student
        why = self._moved.why_not(line.text, self.here, app.moves.meant_for(app.store, app.now()), app.now())
        if why:
            self.query_one(Composer).restore(Unsent(line.text, line.reply_to, why), line.room)
            app.say(why, severe=True)
        return why

    def on_composer_too_long(self, message: Composer.TooLong) -> None:
        """Say by how much; it stays in its box."""
        self.student.say(f"Make it shorter by {message.over}.", severe=True)
