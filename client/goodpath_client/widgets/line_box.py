"""A box of one line that takes all that is typed or pasted, counts it, and sends nothing that is too long."""

import re
from collections.abc import Callable
from typing import Final

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Input

from goodpath_client.readers import fitting
from goodpath_core.errors import Refused
from goodpath_core.text import check_length, clean_fragment, clean_line

_JOINER: Final = "\u200d"
"""Joins emoji into one picture; an input takes it for no sign and would part what somebody typed."""
_COUNTS_FROM: Final = 0.75
"""Which part of the room is filled before the box counts."""
_BREAKS: Final = re.compile(" *\n+ *")


class LineBox(Input):
    """An input that keeps all that is written in it."""

    limit = 0
    """How many characters are taken in the end; 0 counts nothing."""
    clean: Callable[[str], str] = staticmethod(clean_line)
    """How what is written will be cleaned before it is counted and stored."""
    _words: tuple[str, ...] = ()

    class TooLong(Message):
        """What stands in the box was to be sent and is too long; it stays there."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words
            """By how much to shorten it, as one sentence."""

    def __init__(
        self,
        value: str = "",
        *,
        limit: int = 0,
        clean: Callable[[str], str] = clean_line,
        placeholder: str = "",
        select_on_focus: bool = True,
        id: str | None = None,
    ) -> None:
        super().__init__(value, placeholder=placeholder, select_on_focus=select_on_focus, id=id)
        self.limit = limit
        self.clean = clean
        self._show_below()

    @property
    def text(self) -> str:
        """What stands in the box as it will be stored."""
        return self.clean(self.value).strip()

    @property
    def over(self) -> int:
        """How many characters are too many."""
        return max(0, len(self.text) - self.limit) if self.limit else 0

    @property
    def refusal(self) -> str:
        """Why this cannot be sent and what to do, as one sentence; empty where it can."""
        try:
            if self.limit:
                check_length(self.text, self.limit)
        except Refused as no:
            return no.text
        return ""

    def put(self, text: str) -> None:
        """Show a text with the cursor at its end."""
        self.value = text
        self.cursor_position = len(text)

    def tell(self, *words: str) -> None:
        """Say below the box the first of these words that fit beside the count; the longest stand first."""
        self._words = words
        self._show_below()

    async def action_submit(self) -> None:
        """Enter sends, unless it is too long."""
        if self.over:
            self.post_message(self.TooLong(self.refusal))
        else:
            await super().action_submit()

    def action_paste(self) -> None:
        """Take what was copied here, whole."""
        self._write(self.app.clipboard)

    def _on_paste(self, event: events.Paste) -> None:
        """Take what the terminal pastes, whole."""
        event.stop()
        event.prevent_default()
        self._write(event.text)

    async def _on_key(self, event: events.Key) -> None:
        """Take Enter in its turn, and the sign that joins emoji; cleaning removes it where it joins none."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            await self.action_submit()
        elif event.character == _JOINER:
            event.stop()
            event.prevent_default()
            self.replace(_JOINER, *self.selection)

    def _write(self, text: str) -> None:
        """Write lines as one, where the cursor is and over what is chosen; a line's end parts words there."""
        self.replace(_BREAKS.sub(" ", clean_fragment(text)), *self.selection)

    def watch_value(self) -> None:
        """Count anew."""
        self._show_below()

    def on_resize(self) -> None:
        """Other words may fit now."""
        self._show_below()

    def _show_below(self) -> None:
        """Say how much room is left or by how much it is too long, and then what else is to be said."""
        count = len(self.text) if self.limit else 0
        counted = f"{count} of {self.limit}" if count > self.limit * _COUNTS_FROM else ""
        head = f"{self.over} too many" if self.over else counted
        steps = (*(f"{head} · {words}" for words in self._words), head) if head else self._words
        self.border_subtitle = Content(fitting(steps, self.size.width))
