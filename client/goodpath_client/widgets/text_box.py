"""A text area whose text is set and added to from outside, and whose placeholder is never markup."""

from textual import events
from textual.content import Content
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import EditResult, Location

from goodpath_client.widgets.wrapping import NARROWEST

_JOINER = "\u200d"
"""Joins emoji into one picture; a text area takes it for no sign and would part what somebody typed."""


class TextBox(TextArea, inherit_bindings=False):
    """What a box for plain text needs, whatever it is for."""

    class Resized(Message):
        """The box has another size: what its border says may fit now, or not any more."""

    class Typed(Message):
        """A person has typed, pasted or taken out something; what is put here from outside is not meant."""

    def on_resize(self) -> None:
        """Tell the screen, which gives the border its words."""
        self.post_message(self.Resized())

    def render_line(self, y: int) -> Strip:
        """Draw nothing where no sign has room: a text area would break its placeholder by nothing."""
        if self.content_size.width < NARROWEST:
            return Strip.blank(self.size.width, self.rich_style)
        return super().render_line(y)

    async def _on_key(self, event: events.Key) -> None:
        """Take the sign that joins emoji; cleaning removes it where it joins none."""
        if event.character == _JOINER:
            event.stop()
            event.prevent_default()
            self.write(_JOINER)

    def validate_placeholder(self, placeholder: str | Content) -> Content:
        """Take a placeholder as plain text, never as markup."""
        return placeholder if isinstance(placeholder, Content) else Content(placeholder)

    def put(self, text: str) -> None:
        """Show a text with the cursor at its end."""
        self.load_text(text)
        self.move_cursor(self.document.end)

    def begin(self, text: str) -> None:
        """Put the beginning of a command before what stands in the box."""
        self.put(f"{text}{self.text}")

    def _replace_via_keyboard(self, insert: str, start: Location, end: Location) -> EditResult | None:
        self.post_message(self.Typed())
        return super()._replace_via_keyboard(insert, start, end)

    def _delete_via_keyboard(self, start: Location, end: Location) -> EditResult | None:
        self.post_message(self.Typed())
        return super()._delete_via_keyboard(start, end)

    def action_delete_to_start_of_line(self) -> None:
        """Delete from the cursor to where its line was begun, however many rows that takes."""
        row, column = self.selection.end
        if column and not self.read_only:
            self._delete_via_keyboard((row, 0), (row, column))
        else:
            super().action_delete_to_start_of_line()

    def write(self, text: str) -> None:
        """Write a text where the cursor is, over what is chosen."""
        result = self._replace_via_keyboard(text, *self.selection)
        if result:
            self.move_cursor(result.end_location)
            self.scroll_cursor_visible()
