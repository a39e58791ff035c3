"""The title of a screen over the phone, with the time that is left at its right end."""

from typing import ClassVar

from textual.content import Content

from goodpath_client.readers import fitting
from goodpath_client.shown_text import shown_line
from goodpath_client.widgets.one_line import OneLine
from goodpath_client.widgets.wrapping import width


class TitleLine(OneLine):
    """A line of plain text whose end is told apart."""

    PARTING: ClassVar[str] = " · "
    _offered: tuple[str, ...] = ()

    def show(self, text: str, end: str = "") -> None:
        """Say something else; the end stays."""
        self._offered = ()
        super().show(text, end or self._end)

    def offer(self, *texts: str) -> None:
        """Say the first of these texts that fits, the longest stand first; the end gives way to them all."""
        cleaned = tuple(map(shown_line, texts))
        if cleaned != self._offered:
            self.show(cleaned[0])
            self._offered = cleaned
            self.refresh()

    def tell(self, end: str) -> None:
        """Say something else at the end."""
        super().show(self._text, end)

    def render(self) -> Content:
        """The line, in as many words as there is room for."""
        if not self._offered:
            return super().render()
        cells = self.content_size.width
        beside = fitting(self._offered, self.room_beside(self._end))
        whole = width(beside) <= self.room_beside(self._end)
        return self.line(beside, self._end) if whole else self.line(fitting(self._offered, cells), "")
