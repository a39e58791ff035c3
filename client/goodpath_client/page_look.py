"""Say how a page looks in few cells: its face, and its signature in quotation marks that are never cut."""

from typing import Final, NamedTuple

from goodpath_client.widgets.wrapping import shorten_words, width

_LEAST_WORDS: Final = 8
"""Cells in which the beginning of a signature says something."""


class Look(NamedTuple):
    """What stands behind a name in a list; both are one clean line, or empty."""

    face: str = ""
    """A few signs that make a face."""
    signature: str = ""
    """The line of mood."""

    def fit(self, cells: int) -> str:
        """As much of it as fits in so many cells: what would say nothing there is left out."""
        room = cells - (width(self.face) + 1 if self.face else 0) - len('""')
        words = self.signature
        if width(words) > room:
            words = shorten_words(words, room) if room >= _LEAST_WORDS else ""
        face = self.face if width(self.face) <= cells else ""
        return " ".join(filter(None, (face, f'"{words}"' if words else "")))
