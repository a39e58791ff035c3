"""List the chats with what is new in them, the other places on the phone, and who else is there."""

from typing import NamedTuple

from textual.content import Content

from goodpath_client.new_count import NewCount
from goodpath_client.page_look import Look
from goodpath_client.widgets.row_list import Line, RowList
from goodpath_client.widgets.wrapping import shorten, width
from goodpath_core.text import clean_line

_GAP = 2
"""Cells between a name and how its page looks: with fewer it reads as a part of the name."""


class Place(NamedTuple):
    """One entry."""

    id: str
    """`room:...` for a chat, `page:...` for a page, else the name of a deed; empty for a line between."""
    name: str
    """As shown, shortened where the list is too narrow."""
    new: NewCount = NewCount()
    """How much has come since it was last read."""
    mentions: int = 0
    """How many of those name the reader."""
    look: Look = Look()
    """How the page of somebody looks; stands behind the name as far as there is room."""
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
    look = place.look.fit(room - width(name) - _GAP)
    told = " " * _GAP + look if look else ""
    gap = " " * (room - width(name) - width(told) + 1)
    style = "bold" if place.new or current else "$text-muted" if place.elsewhere else ""
    last = (end, "$text-muted" if place.elsewhere else "bold $accent")
    return Line(place.id, Content.assemble((name, style), (told, "$text-muted"), gap, last))
