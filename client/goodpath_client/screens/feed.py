"""Qzone: what others have posted, newest first."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from goodpath_client.allowed import visit_refusal
from goodpath_client.keys import BY_NAME, key_label, pressed
from goodpath_client.own_keys import FEED
from goodpath_client.page_rows import feed_rows
from goodpath_client.screens.things import ThingsScreen, chosen_thing
from goodpath_client.screens.visiting import visit_page
from goodpath_client.widgets.rows import Kind, Row
from goodpath_client.widgets.title_line import TitleLine

_EMPTY = "Nobody has posted anything yet."
_BE_FIRST = f" Be the first: Esc, then {key_label(BY_NAME['post'].keys[0])}."


class FeedScreen(ThingsScreen):
    """The feed of the cell."""

    OWN_KEYS = FEED
    WHERE = "in Qzone"
    BINDINGS: ClassVar[list[BindingType]] = [Binding(pressed("v"), "visit", "Visit this page", show=False)]

    def compose_frame(self) -> ComposeResult:
        """A title and the list."""
        yield TitleLine("Qzone · what everybody posted, newest first", id="ask")
        yield from self.compose_things()

    def more_hints(self) -> tuple[tuple[str, str], ...]:
        """Visiting is one key away."""
        thing = chosen_thing(self)
        closed = thing is None or visit_refusal(self.store, thing.page, self.student.now())
        return () if closed else (("V", "visit"),)

    def rows(self) -> list[Row]:
        """All posts."""
        found = feed_rows(self.store, self.student.shelf.get)
        words = _EMPTY + (_BE_FIRST if self.may(BY_NAME["post"]) else "")
        return found or [Row("empty", Kind.SYSTEM, text=words, inert=True)]

    def action_visit(self) -> None:
        """Open the page of who posted what is chosen."""
        thing = self._chosen()
        if thing and not self.query_one("#word").has_focus:
            visit_page(self, thing.page)
