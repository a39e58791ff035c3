"""Paint every line with harmless and steady signs only, in one look at its strips."""

import re
from typing import Final

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from goodpath_client.foreign_signs import FOREIGN, harmless
from goodpath_client.steady_signs import SUSPECT, steady

_NOTABLE: Final = re.compile(f"{FOREIGN.pattern}|{SUSPECT.pattern}")


class PaintedSigns(LineFilter):
    """Nothing that a person wrote steers the terminal or moves what is beside it."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments as they are painted; a line without such signs comes back as it is."""
        if not any(_NOTABLE.search(segment.text) for segment in segments):
            return segments
        return [
            segment if segment.control else segment._replace(text=steady(harmless(segment.text)))
            for segment in segments
        ]
