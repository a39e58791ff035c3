"""List the chats with what is new in them, and the other places on the phone."""

from typing import NamedTuple

from textual.content import Content

from goodpath_client.widgets.row_list import Line, RowList
from goodpath_client.widgets.wrapping import cut, width
from goodpath_core.text import clean_line


class Place(NamedTuple):
    """One entry."""

    id: str
    """`room:...` for a chat, else the name of a deed; empty for a line between."""
    name: str
    """As shown, cut where the list is too narrow."""
    new: int = 0
    """How many lines have come since it was last read."""
    mentions: int = 0
    """How many of those name the reader."""


class SideList(RowList):
    """Chats and places; Enter opens one."""

    DEFAULT_CSS = "SideList { width: 22; height: 1fr; }"

    def show_places(self, places: tuple[Place, ...], current: str) -> None:
        """Show these entries, the open one marked; it has the cursor until somebody is in the list."""
        cells = self.room - 2
        if cells < 4:
            return
        self.show([_line(place, place.id == current, cells) for place in places])
        if not self.has_focus:
            self.choose(current)


def _line(place: Place, current: bool, cells: int) -> Line:
    if not place.id:
        return Line("", Content("─" * cells))
    count = f"@{place.mentions} {place.new}" if place.mentions else str(place.new or "")
    sign = ">" if current else " "
    name = cut(sign + clean_line(place.name), max(2, cells - width(count) - 1))
    style = "bold" if place.new or current else ""
    return Line(place.id, Content.assemble((name, style), " ", (count, "bold $accent")))
