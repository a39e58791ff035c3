"""Tell the others in the open room that somebody types: what a person does, not words that come back."""

from goodpath_client.keys import is_slash
from goodpath_client.screens.phone_frame import PhoneFrame
from goodpath_client.widgets.composer import Composer


class TellingPhone(PhoneFrame):
    """The phone, from which others hear that somebody types."""

    async def on_text_box_typed(self) -> None:
        """Tell the room, unless it is a command that is typed."""
        link, text = self.student.student_link, self.query_one(Composer).text
        # A slash alone may still become a command.
        if link is not None and text and text != "/" and not is_slash(text):
            await link.typing(self.room)
