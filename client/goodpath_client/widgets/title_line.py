"""The title of a screen over the phone, with the time that is left at its right end."""

from goodpath_client.widgets.one_line import OneLine
from goodpath_client.widgets.wrapping import width


class TitleLine(OneLine):
    """A line of plain text whose end is told apart."""

    def show(self, text: str, end: str = "") -> None:
        """Say something else; the end stays."""
        super().show(text, end or self._end)

    def tell(self, end: str) -> None:
        """Say something else at the end."""
        super().show(self._text, end)

    @property
    def room(self) -> int:
        """How many cells there are for the text."""
        return self.size.width - (width(self._end) + 1 if self._end else 0)
