"""A box of one line that keeps emoji joined, and counts where room is short instead of cutting in silence."""

from typing import Final

from textual import events
from textual.content import Content
from textual.widgets import Input

_JOINER: Final = "\u200d"
"""Joins emoji into one picture; an input takes it for no sign and would part what somebody typed."""
_COUNTS_FROM: Final = 0.75
"""Which part of the room is filled before the box counts."""


class LineBox(Input):
    """An input that keeps all that is written in it."""

    limit = 0
    """How many characters are taken in the end; 0 counts nothing."""

    def __init__(
        self, value: str = "", *, limit: int = 0, placeholder: str = "", id: str | None = None
    ) -> None:
        super().__init__(value, placeholder=placeholder, id=id)
        self.limit = limit
        self.watch_value(value)

    @property
    def over(self) -> int:
        """How many characters are too many."""
        return max(0, len(self.value.strip()) - self.limit) if self.limit else 0

    async def _on_key(self, event: events.Key) -> None:
        """Take the sign that joins emoji; cleaning removes it where it joins none."""
        if event.character == _JOINER:
            event.stop()
            event.prevent_default()
            self.replace(_JOINER, *self.selection)

    def watch_value(self, value: str) -> None:
        """Say how much room is left, or by how much it is too long."""
        count = len(value.strip())
        counted = f"{count} of {self.limit}" if self.limit and count > self.limit * _COUNTS_FROM else ""
        self.border_subtitle = Content(f"{self.over} too many" if self.over else counted)
