"""Hold what the screens share on which a line is written: by how much one is too long is said there."""

from goodpath_client.screens.frame import Frame
from goodpath_client.widgets.composer import Composer


class LineScreen(Frame):
    """A screen with a box for lines."""

    def on_composer_too_long(self, message: Composer.TooLong) -> None:
        """Say by how much; it stays in its box."""
        self.student.say(f"Make it shorter by {message.over}.", severe=True)
