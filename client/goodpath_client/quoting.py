"""Quote what somebody wrote where something is asked about it: one line, and its keys stay in sight."""

from typing import Final

from goodpath_client.shown_text import shown_line
from goodpath_client.widgets.wrapping import shorten_words

QUOTED_CELLS: Final = 240
"""So much of a text is quoted in a question, in cells."""


def beginning(text: str, cells: int = QUOTED_CELLS) -> str:
    """The text as one safe line; of a longer one the first words that so many `cells` hold, and two dots."""
    return shorten_words(shown_line(text), cells)


def quote(text: str, cells: int = QUOTED_CELLS) -> str:
    """The same in quotation marks, which take a cell or two each beside these."""
    return f"“{beginning(text, cells)}”"
