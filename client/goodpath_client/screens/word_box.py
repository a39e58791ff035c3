"""The box for a word under a thing, or to pass it on with: it names the thing and whoever may read it."""

from types import MappingProxyType

from textual.content import Content
from textual.widgets import Input

from goodpath_client.page_rows import Thing, name_of_thing
from goodpath_client.readers import cell_readers, fitting
from goodpath_client.screens.frame import Frame
from goodpath_core.play.posts import Repost
from goodpath_core.play.responses import WriteComment

_TITLES = MappingProxyType(
    {"comment": "a word under {thing}", "repost": "a word of your own to pass on {thing} with, on your page"}
)
_TITLE_SPARE = 6
"""A title in the border has so many cells less than the box."""
_NAME_CELLS = 24
"""Cells that the name of a thing may take in the title of the box."""


class WordBox(Frame):
    """A screen with such a box; what else stands on it is the screen's own matter."""

    def __init__(self) -> None:
        super().__init__()
        self._about: Thing | None = None
        self._doing = ""

    def word_box(self) -> Input:
        """The box, closed."""
        box = Input(id="word", max_length=140)
        box.display = False
        return box

    def _open_box(self, doing: str, thing: Thing, text: str) -> None:
        """Let a word be written; the box names what it goes under."""
        self._about, self._doing = thing, doing
        box = self.query_one("#word", Input)
        box.border_title = Content(_TITLES[doing].format(thing=name_of_thing(self.store, thing, _NAME_CELLS)))
        box.value = text
        box.display = True
        box.focus()
        self._show_readers()

    def _show_readers(self) -> None:
        """Say below the box who may read it, in as many words as fit."""
        readers = cell_readers(self.store)
        steps = (*(f"Enter sends · Esc: not · {words}" for words in readers), *readers)
        self.query_one("#word").border_subtitle = Content(fitting(steps, self.size.width - _TITLE_SPARE))

    def fold(self, columns: int) -> None:
        """Say who reads it in as many words as fit."""
        self._show_readers()

    def put_back(self, command: WriteComment | Repost) -> bool:
        """Put a refused word back into its box; False if another one is being written in it."""
        if self._about is not None:
            return False
        doing = "comment" if isinstance(command, WriteComment) else "repost"
        self._open_box(doing, Thing(command.page, command.thing), command.text)
        return True

    def keep_draft(self) -> None:
        """Keep a word that is being written."""
        if self._about is not None:
            self.drafts.texts[self._doing] = self.query_one("#word", Input).value

    def _close_box(self) -> None:
        self._about = None
        self.query_one("#word").display = False
        self.query_one("#things").focus()
