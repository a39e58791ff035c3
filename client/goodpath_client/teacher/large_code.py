"""Write for the last row what a student types: the code in large letters, and the address where it fits."""

from typing import Final, NamedTuple

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from goodpath_client.teacher.door import Door
from goodpath_client.widgets.big_letters import can_write, write_large


class Room(NamedTuple):
    """What a window of some height has room for, with a QR code and seats below."""

    rows: int
    """Rows of the window from which it is so."""
    times: int
    """How many times the code's letters are enlarged, where it is wide enough, too."""
    has_address: bool
    """Whether the address stands above the code."""


_ROOMS: Final = (Room(36, 2, True), Room(32, 1, True), Room(0, 1, False))
"""The highest first."""


def large_rows(door: Door, cells: int, rows: int) -> list[tuple[str, str]]:
    """Text and style of each row, for so many cells in a window of so many rows; none without a code."""
    if not door.code:
        return []
    room = next(one for one in _ROOMS if rows >= one.rows)
    address = write_large(door.address) if room.has_address and can_write(door.address) else [""]
    above = [(line, "$primary") for line in address] if 0 < len(address[0]) <= cells else []
    gap = [("", "")] if above else []
    sizes = [write_large(door.grouped.replace("-", " "), times) for times in range(room.times, 0, -1)]
    code = next((one for one in sizes if len(one[0]) <= cells), ["", door.grouped, ""])
    return [*above, *gap, *((line, "") for line in code)]


class LargeCode(Widget):
    """Address and code, each as large as it fits; the code plain where it is narrow."""

    DEFAULT_CSS = "LargeCode { width: 1fr; height: auto; text-wrap: nowrap; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._door, self._rows = Door(""), 0

    def show(self, door: Door, rows: int) -> None:
        """Show what opens a door, in a window of so many rows."""
        if (door, rows) != (self._door, self._rows):
            self._door, self._rows = door, rows
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as it is at that width."""
        return len(large_rows(self._door, width, self._rows))

    def render(self) -> Content:
        """All rows, in the middle."""
        cells = self.content_size.width
        rows = large_rows(self._door, cells, self._rows)
        return Content("\n").join(Content.styled(text.center(cells), style) for text, style in rows)
