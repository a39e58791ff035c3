"""Show the notice of a group in one line; where it is cut, the key that shows it whole stands at its end."""

from textual.content import Content

from goodpath_client.shown_text import shown_line
from goodpath_client.widgets.one_line import OneLine
from goodpath_client.widgets.row_layout import SIGNS
from goodpath_client.widgets.rows import Kind
from goodpath_client.widgets.wrapping import width


class NoticeLine(OneLine):
    """Nothing where there is no notice, and then it takes no room."""

    def show_notice(self, notice: str, key: str) -> None:
        """Say another notice; the same costs nothing."""
        self.show(*((f"{SIGNS[Kind.NOTICE]} {notice}", key) if notice else ("", "")))

    def render(self) -> Content:
        """The line."""
        fits = width(shown_line(self._text)) <= self.content_size.width
        return self.line(self._text, "" if fits else self._end)
