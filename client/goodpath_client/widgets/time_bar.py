"""Show how long was lived in the room, on the phone and on the line, as three bars with their words."""

from collections.abc import Sequence
from types import MappingProxyType

from textual.color import Color
from textual.content import Content

from goodpath_client.contrast import contrast
from goodpath_client.widgets.own_rows import OwnRows
from goodpath_core.looks import PLAIN, dress
from goodpath_core.play.clock import length_words
from goodpath_core.play.places import PLACE_WORDS

_COLOURS = MappingProxyType({"room": "#8c8c8c", "shift": "#a5782d"})
"""Grey as the room is drawn, and the tan that the line has in the report too."""
_WORDS = 14
_END = 12


class TimeBar(OwnRows):
    """Three bars; each stands beside its word, so that nobody needs the colours."""

    DEFAULT_CSS = "TimeBar { width: 1fr; height: auto; text-wrap: nowrap; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lived: tuple[tuple[str, int], ...] = ()
        self._skin = PLAIN

    def show(self, lived: Sequence[tuple[str, int]], skin: str = PLAIN) -> None:
        """Show (place, world seconds) pairs, the phone in the colours of its skin."""
        if (tuple(lived), skin) != (self._lived, self._skin):
            self._lived, self._skin = tuple(lived), skin
            self.show_anew()

    def render(self) -> Content:
        """One line per place."""
        room = max(1, self.content_size.width - _WORDS - _END)
        most = max((count for _, count in self._lived), default=0) or 1
        phone = phone_colour(self._skin, self.background_colors[1])
        lines = [
            Content.assemble(
                f"{PLACE_WORDS[place]:<{_WORDS}}",
                (" " * _cells(room * count / most), f"on {_COLOURS.get(place, phone)}"),
                f" {length_words(count)}",
            )
            for place, count in self._lived
        ]
        return Content("\n").join(lines)


def phone_colour(skin: str, ground: Color) -> str:
    """The one of a skin's colours, as `#rrggbb`, that stands out more from what lies behind the bar."""
    look = dress(skin)
    return max((look.accent, look.background), key=lambda colour: contrast(colour, ground.hex6))


def _cells(length: float) -> int:
    """As many cells as a length deserves; one that was lived has one at least."""
    return max(round(length), length > 0)
