"""List the chats with what is new in them, the other places on the phone, and who else is there."""

from typing import NamedTuple

from textual.content import Content

from goodpath_client.widgets.row_list import Line, RowList
from goodpath_client.widgets.wrapping import shorten, shorten_words, width
from goodpath_core.text import clean_line

_LEAST_DETAIL = 6
"""Cells in which a few signs of a detail say something."""


class Place(NamedTuple):
    """One entry."""

    id: str
    """`room:...` for a chat, `page:...` for a page, else the name of a deed; empty for a line between."""
    name: str
    """As shown, shortened where the list is too narrow."""
    new: int = 0
    """How many lines have come since it was last read."""
    mentions: int = 0
    """How many of those name the reader."""
    detail: str = ""
    """Stands behind the name where there is room."""
    elsewhere: str = ""
    """Where somebody is who reads nothing now; they are listed in grey."""


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
        title = f"── {place.name} " if place.name else ""
        return Line("", Content(shorten(title + "─" * max(0, cells - width(title)), cells)))
    count = f"@{place.mentions} {place.new}" if place.mentions else str(place.new or "")
    end = place.elsewhere or count
    room = max(2, cells - width(end) - 1)
    name = shorten((">" if current else " ") + clean_line(place.name), room)
    left = room - width(name) - 1
    detail = shorten_words(place.detail, left) if place.detail and left >= _LEAST_DETAIL else ""
    gap = " " * (room - width(name) - (width(detail) + 1 if detail else 0) + 1)
    style = "bold" if place.new or current else "$text-muted" if place.elsewhere else ""
    last = (end, "$text-muted" if place.elsewhere else "bold $accent")
    told = Content.styled(f" {detail}", "$text-muted") if detail else ""
    return Line(place.id, Content.assemble((name, style), told, gap, last))
