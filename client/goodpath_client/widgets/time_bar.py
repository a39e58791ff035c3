"""Show how long was lived in the room, on the phone and on the line, as three bars with their words."""

from collections.abc import Sequence
from types import MappingProxyType

from textual.content import Content

from goodpath_client.moment import PLACE_WORDS
from goodpath_client.widgets.own_rows import OwnRows
from goodpath_core.play.clock import length_words

_SIGNS = MappingProxyType({"room": ":", "phone": "#", "shift": "="})
_WORDS = 14
_END = 12


class TimeBar(OwnRows):
    """Three bars; the signs differ, so that they can be told apart without colour."""

    DEFAULT_CSS = "TimeBar { width: 1fr; height: auto; text-wrap: nowrap; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lived: tuple[tuple[str, int], ...] = ()

    def show(self, lived: Sequence[tuple[str, int]]) -> None:
        """Show (place, world seconds) pairs."""
        if tuple(lived) != self._lived:
            self._lived = tuple(lived)
            self.show_anew()

    def render(self) -> Content:
        """One line per place."""
        room = max(1, self.content_size.width - _WORDS - _END)
        most = max((count for _, count in self._lived), default=0) or 1
        lines = [
            f"{PLACE_WORDS[place]:<{_WORDS}}{_bar(place, room * count / most)} {length_words(count)}"
            for place, count in self._lived
        ]
        return Content("\n".join(lines))


def _bar(place: str, cells: float) -> str:
    """As many signs as a length deserves; a length that was lived has one at least."""
    return _SIGNS[place] * max(round(cells), cells > 0)
