"""Show a page: its head in its own skin, pictures and posts with answers; visitors for the owner only."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from goodpath_client.allowed import WATCHING, is_for, is_visit
from goodpath_client.changes import Change
from goodpath_client.keys import BY_NAME, pressed
from goodpath_client.own_keys import PAGE
from goodpath_client.page_counts import count_words
from goodpath_client.page_rows import page_rows
from goodpath_client.readers import cell_readers
from goodpath_client.screens.look import Look
from goodpath_client.screens.things import ThingsScreen
from goodpath_client.store import Store
from goodpath_client.widgets.page_card import Head, PageCard
from goodpath_client.widgets.page_list import PageList
from goodpath_client.widgets.rows import Kind, Row
from goodpath_client.widgets.title_line import TitleLine
from goodpath_core.play.responses import LikeThing
from goodpath_core.play.visits import VisitPage

_MINE: Final = "Your page · "
_KEPT: Final = "; no classmate sees what is locked, or marked as only for you"
"""Behind who reads it, where there is room: each such thing is marked where it stands."""


class PageViewScreen(ThingsScreen):
    """Somebody's page, or the own one as others see it and a little more."""

    OWN_KEYS = PAGE
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(pressed("p"), "like_page", "Like the page itself", show=False)
    ]

    def __init__(self, owner: str) -> None:
        """Show the page of a persona."""
        super().__init__()
        self.owner = owner
        self._look = Look(self)

    def compose_frame(self) -> ComposeResult:
        """Head and list."""
        yield TitleLine(id="ask")
        yield PageCard(id="head")
        yield from self.compose_things()

    def on_mount(self) -> None:
        """Looking is a fact: the owner will see that somebody came."""
        if is_visit(self.store, self.owner):
            self._look.ask(VisitPage(page=self.owner))

    def on_unmount(self) -> None:
        """What becomes of the visit matters no more."""
        self._look.end()

    def more_hints(self) -> tuple[tuple[str, str], ...]:
        """The page itself can be liked too."""
        return (("P", "like page"),) if self.may(BY_NAME["like"]) else ()

    def sync(self, changes: Sequence[Change]) -> None:
        """Show head and list, unless the visit was refused."""
        if self._look.close_refused():
            return
        page = self.store.world.pages.get(self.owner)
        if page is None:
            return
        own = self.owner == self.store.me
        if own:
            self.store.page_news.look(page, self.store.world.seq)
        self.query_one(PageList).dress(self.skin_of(self.owner))
        name = self.store.name(self.owner)
        self.query_one(PageCard).show(Head(name, page.number, page.face, count_words(page, own)))
        watched = " They will see that you came." if is_visit(self.store, self.owner) else ""
        titles = _own_titles(self.store) if own else (f"The page of {name}.{watched}",)
        self.query_one("#ask", TitleLine).offer(*titles)
        super().sync(changes)

    def skin_of(self, owner: str) -> str:
        """All of the page is in the skin of its owner, what others said under it too."""
        return super().skin_of(self.owner)

    def rows(self) -> list[Row]:
        """Pictures and posts."""
        page = self.store.world.pages.get(self.owner)
        found = page_rows(self.store, page, self.student.shelf.get) if page else []
        return found or [Row("empty", Kind.SYSTEM, text="There is nothing on this page yet.", inert=True)]

    def action_like_page(self) -> None:
        """Like the page itself."""
        if self.query_one("#word").has_focus:
            return
        if not is_for(self.store, BY_NAME["like"]):
            self.student.say(WATCHING, severe=True)
        else:
            self.student.do(LikeThing(page=self.owner, thing="page"))


def _own_titles(store: Store) -> tuple[str, ...]:
    """Who reads the own page, the longest words first."""
    readers = cell_readers(store)
    return (f"{_MINE}{readers[0]}{_KEPT}", *(f"{_MINE}{words}" for words in readers), *readers)
