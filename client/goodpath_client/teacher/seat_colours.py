"""Give each state of a seat its filled colour, and each place of a persona its own."""

from types import MappingProxyType
from typing import Final

from goodpath_client.teacher.seat_rows import BRIEFING, GONE, STOP

STATE_COLOURS: Final = MappingProxyType(
    {
        STOP: "bold $background on $error",
        "here": "$background on $success",
        GONE: "$background on $text-muted",
        "quiet": "$quiet-ink on $quiet",
        BRIEFING: "$background on $primary",
    }
)
"""Textual styles by the first word of a state, in the order in which states are counted."""
PLACE_COLOURS: Final = MappingProxyType(
    {
        "phone": "bold $primary on $background",
        "room": "bold $text-muted on $background",
        "shift": "bold $warning on $background",
    }
)
"""Textual styles by place, in the order in which places are counted; they are read under the cursor, too."""


def colour_state(state: str) -> str:
    """The style of a state, by its first word."""
    return STATE_COLOURS[state.partition(" ")[0]]


def colour_place(place: str) -> str:
    """The style of a place; none where nobody is played."""
    return PLACE_COLOURS.get(place, "")
