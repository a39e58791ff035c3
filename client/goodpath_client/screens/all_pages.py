"""Debrief: list every page of the own cell, one's own first, to look at."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList

from goodpath_client.changes import Change
from goodpath_client.listed_pages import listed_pages
from goodpath_client.names import name_and_person
from goodpath_client.page_counts import count_likes
from goodpath_client.plurals import counted
from goodpath_client.screens.frame import Frame
from goodpath_client.screens.page_view import PageViewScreen
from goodpath_client.widgets.one_line import OneLine
from goodpath_client.widgets.prose import Para, Prose
from goodpath_client.widgets.row_list import Line, RowList
from goodpath_core.play.state import Page
from goodpath_core.text import clean_line


class AllPagesScreen(Frame):
    """The pages."""

    AUTO_FOCUS = "#people"

    def compose_frame(self) -> ComposeResult:
        """One list."""
        yield Prose([Para("All pages of your group of players, as they were at the end")], id="ask")
        yield OneLine(id="link")
        yield RowList(id="people")

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Keys of this screen."""
        return (("Enter", "look at the page"), *super().hints())

    def sync(self, changes: Sequence[Change]) -> None:
        """List those that were played, or have something on them."""
        self.query_one("#link", OneLine).show(self.student.link_sentence())
        lines = [Line(page.owner, Content(self._words(page))) for page in listed_pages(self.store)]
        self.query_one("#people", RowList).show(lines)

    def _words(self, page: Page) -> str:
        store = self.store
        pictures = sum(len(album.cards) for album in page.albums.values())
        who = name_and_person(store.world, store.view, page.owner)
        what = f"{counted(pictures, 'picture')}, {counted(count_likes(page), 'like')}"
        return clean_line(f"{who}{' · yours' if page.owner == store.me else ''} · {what}")

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Look at it."""
        self.student.open(PageViewScreen(message.option_id or ""))
