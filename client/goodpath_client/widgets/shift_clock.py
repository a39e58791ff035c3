"""The shift: the time in large figures, when it ends, and a belt whose boxes move a cell a second."""

from typing import Final

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from goodpath_client.widgets.big_letters import write_large
from goodpath_client.widgets.wrapping import cut

_GAP: Final = 3
_BOX: Final = 6
_BETWEEN: Final = 12
"""Cells from the left side of one box to that of the next."""
_ROLLERS: Final = 4
_INK: Final = Style.parse("#c4c4c4 on #161616")
_CARTON: Final = Style.parse("#161616 on #8c8c8c")
_TAPE: Final = Style.parse("#161616 on #c4c4c4")
_BELT: Final = Style.parse("#8c8c8c on #3a3a3a")


class ShiftClock(Widget):
    """Three rows of figures with a few words beside them, the boxes, and the belt under them."""

    DEFAULT_CSS = "ShiftClock { height: 5; width: 1fr; margin: 0 0 1 0; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._figures: list[str] = []
        self._time = self._words = ""
        self._moved = 0

    def show(self, time: str, words: str, moved: int) -> None:
        """Show a time such as `08:40`, words beside it, and the boxes `moved` by so many cells."""
        moved %= _BETWEEN
        if (time, words, moved) != (self._time, self._words, self._moved):
            self._time, self._words, self._moved = time, words, moved
            self._figures = write_large(time)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return one of the rows."""
        cells = self.size.width
        if y < len(self._figures):
            beside = self._words if y == 1 else ""
            text = f"{self._figures[y]}{' ' * _GAP}{beside}"
            return Strip([Segment(cut(text, cells), _INK)], cells)
        return self._boxes(cells) if y == len(self._figures) else self._belt(cells)

    def _boxes(self, cells: int) -> Strip:
        box = [Segment("  ", _CARTON), Segment("  ", _TAPE), Segment("  ", _CARTON)]
        row = [*box, Segment(" " * (_BETWEEN - _BOX), _INK)] * (cells // _BETWEEN + 2)
        start = _BETWEEN - self._moved
        return Strip(row).crop(start, start + cells)

    def _belt(self, cells: int) -> Strip:
        pattern = "o".rjust(_ROLLERS) * (cells // _ROLLERS + 2)
        start = _ROLLERS - self._moved % _ROLLERS
        return Strip([Segment(pattern[start : start + cells], _BELT)], cells)
