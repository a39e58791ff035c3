"""The box for a word under a thing, or to pass it on with: it names the thing and whoever may read it."""

from collections.abc import Sequence
from types import MappingProxyType

from goodpath_client.changes import Change
from goodpath_client.drafts import Doing, Drafts, WordDraft
from goodpath_client.page_rows import Thing, name_of_thing, thing_of
from goodpath_client.readers import cell_readers
from goodpath_client.screens.drafting import Drafting
from goodpath_client.widgets.frame_title import entitle
from goodpath_client.widgets.line_box import LineBox
from goodpath_client.widgets.message_list import MessageList
from goodpath_core.text import POST_LIMIT

_TITLES = MappingProxyType(
    {"comment": "a word under {thing}", "repost": "a word of your own to pass on {thing} with, on your page"}
)
_NAME_CELLS = 24
"""Cells that the name of a thing may take in the title of the box."""


class WordBox(Drafting):
    """A screen with such a box; what else stands on it is the screen's own matter."""

    PASSING_ABOVE = "#word"

    def __init__(self) -> None:
        super().__init__()
        self._about: Thing | None = None
        self._doing: Doing = "comment"

    def word_box(self) -> LineBox:
        """The box, closed."""
        box = LineBox(id="word", limit=POST_LIMIT, select_on_focus=False)
        box.display = False
        return box

    def _open_box(self, doing: Doing, thing: Thing) -> None:
        """Let a word be written, beginning with the one that waits; the box names what it goes under."""
        self.keep_draft()
        self._about, self._doing = thing, doing
        box = self.query_one("#word", LineBox)
        box.put(self.drafts.take_word(doing, thing.page, thing.thing))
        box.display = True
        self.set_focus(box)
        self.do_once_drawn(self.place_passing)
        self._show_readers()
        self.sync(())

    def sync(self, changes: Sequence[Change]) -> None:
        """Say over the box what the word goes under, as that is called now."""
        if self._about is not None:
            name = name_of_thing(self.store, self._about, _NAME_CELLS)
            entitle(self.query_one("#word", LineBox), _TITLES[self._doing].format(thing=name))

    def _show_readers(self) -> None:
        """Say below the box who may read it, and what its keys do: Enter sends nothing that is too long."""
        box, readers = self.query_one("#word", LineBox), cell_readers(self.store)
        keys = "Esc: keep" if box.over else "Enter sends · Esc: keep"
        box.tell(*(f"{keys} · {words}" for words in readers), *readers)

    def on_input_changed(self) -> None:
        """It may be too long now, or no longer."""
        self._show_readers()

    def take_up(self, word: WordDraft) -> None:
        """Open the box that this word waits for, unless another is open or its thing is not in sight."""
        if self._about is None and self._shows(word):
            self._open_box(word.doing, Thing(word.page, word.thing))
        else:
            self.sync(())

    def _shows(self, word: WordDraft) -> bool:
        """Whether the list has a row of its thing."""
        rows = self.query_one("#things", MessageList).rows
        things = filter(None, (thing_of(row.key) for row in rows))
        return any((one.page, one.thing) == (word.page, word.thing) for one in things)

    def lay_down(self, desk: Drafts) -> None:
        """A word that is being written, for its thing."""
        about, text = self._about, self.query_one("#word", LineBox).value
        if about is not None and text.strip():
            desk.words.insert(0, WordDraft(self._doing, about.page, about.thing, text))

    def keep_draft(self) -> None:
        """Keep a word that is being written; the box is about nothing any more."""
        super().keep_draft()
        self._about = None

    def _close_box(self) -> None:
        self._about = None
        self.query_one("#word").display = False
        self.query_one("#things").focus()
        self.sync(())
