"""Show how long was lived in the room, on the phone and on the line, as three bars with their words."""

from collections.abc import Sequence
from types import MappingProxyType

from textual.content import Content
from textual.widget import Widget

from goodpath_client.moment import PLACE_WORDS, minutes

_SIGNS = MappingProxyType({"room": ":", "phone": "#", "shift": "="})
_WORDS = 14
_END = 12


class TimeBar(Widget):
    """Three bars; the signs differ, so that they can be told apart without colour."""

    DEFAULT_CSS = "TimeBar { width: 1fr; height: 3; text-wrap: nowrap; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lived: tuple[tuple[str, int], ...] = ()

    def show(self, lived: Sequence[tuple[str, int]]) -> None:
        """Show (place, world minutes) pairs."""
        if tuple(lived) != self._lived:
            self._lived = tuple(lived)
            self.refresh()

    def render(self) -> Content:
        """One line per place."""
        room = max(1, self.content_size.width - _WORDS - _END)
        most = max((count for _, count in self._lived), default=0) or 1
        lines = [
            f"{PLACE_WORDS[place]:<{_WORDS}}{_SIGNS[place] * round(room * count / most)} {minutes(count)}"
            for place, count in self._lived
        ]
        return Content("\n".join(lines))
