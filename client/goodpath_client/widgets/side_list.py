"""List the chats with what is new in them, and the other places on the phone."""

from typing import NamedTuple

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from goodpath_client.widgets.wrapping import cut, width
from goodpath_core.text import clean_line


class Place(NamedTuple):
    """One entry."""

    id: str
    """`room:...` for a chat, else the name of a deed; empty for a line between."""
    name: str
    new: int = 0
    mentions: int = 0


class SideList(OptionList):
    """Chats and places; Enter opens one."""

    DEFAULT_CSS = "SideList { width: 22; height: 1fr; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._shown: tuple[tuple[Place, ...], str, int] = ((), "", 0)

    def show(self, places: tuple[Place, ...], current: str) -> None:
        """Show these entries, with the open one marked."""
        cells = self.scrollable_content_region.width - 2
        if (places, current, cells) == self._shown or cells < 4:
            return
        self._shown = (places, current, cells)
        focused = self.highlighted if self.has_focus else None
        self.clear_options()
        self.add_options([_option(place, place.id == current, cells) for place in places])
        at = [number for number, place in enumerate(places) if place.id == current]
        self.highlighted = focused if focused is not None else (at[0] if at else None)


def _option(place: Place, current: bool, cells: int) -> Option:
    if not place.id:
        return Option(Content("─" * cells), disabled=True)
    count = f"@{place.mentions} {place.new}" if place.mentions else str(place.new or "")
    sign = ">" if current else " "
    name = cut(sign + clean_line(place.name), max(2, cells - width(count) - 1))
    style = "bold" if place.new or current else ""
    return Option(Content.assemble((name, style), " ", (count, "bold $accent")), id=place.id)
