"""What feed and page share: a list of things that can be liked, answered, passed on and opened."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from goodpath_client.allowed import look_refusal, why_not
from goodpath_client.changes import Change, may_show_on_pages
from goodpath_client.drafts import Doing
from goodpath_client.keys import BY_NAME, PAGE, Deed, bindings
from goodpath_client.page_grid import lay_abreast
from goodpath_client.page_rows import Thing, thing_of
from goodpath_client.screens.picture_view import PictureViewScreen
from goodpath_client.screens.taking_down import take_down
from goodpath_client.screens.word_box import WordBox
from goodpath_client.waiting_words import mark_waiting
from goodpath_client.widgets.line_box import LineBox
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.page_list import PageList
from goodpath_client.widgets.prose import Para, Prose
from goodpath_client.widgets.renewed_rows import renew_rows
from goodpath_client.widgets.rows import Key, Kind, Row
from goodpath_core.looks import PLAIN
from goodpath_core.play.event import Command
from goodpath_core.play.posts import Repost
from goodpath_core.play.responses import LikeThing, WriteComment
from goodpath_core.play.state import Post
from goodpath_core.play.things import post_named

_LETTERS = ("L", "C", "R", "D", "O")

_CHOOSE = "Choose a post or a picture first (Up, Down)."
_NOT_YOUR_POST = "Choose a post of your own first; only those can be taken down."


class ThingsScreen(WordBox):
    """A list of things and one box for a word."""

    PLACES = (PAGE,)
    AUTO_FOCUS = "#things"
    PASSING_ABOVE = "#word, #described"
    WHERE: ClassVar[str] = "on this page"
    """Where the pictures are that follow one another, in albums and in posts."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PAGE)]

    _shown: tuple[Key, ...] = ()
    """Keys of the rows that stand in the list."""
    _columns = 0
    """Columns of the window."""

    def compose_things(self) -> ComposeResult:
        """The list, words about the chosen picture, and the box."""
        yield PageList(id="things")
        yield Prose(id="described")
        yield self.word_box()

    def rows(self) -> list[Row]:
        """What the list shows."""
        return []

    def skin_of(self, owner: str) -> str:
        """The skin that what is on somebody's page is drawn in; empty for none."""
        page = self.store.world.pages.get(owner)
        return page.face.skin if page and page.face.skin != PLAIN else ""

    def fold(self, columns: int) -> None:
        """Set side by side what has room now."""
        self._columns = columns
        if self.is_whole:
            self.sync(())

    def sync(self, changes: Sequence[Change]) -> None:
        """Show what has changed, keeping the cursor."""
        if changes and not any(map(may_show_on_pages, changes)):
            return
        super().sync(changes)
        things = self.query_one("#things", PageList)
        cells = self._columns - things.styles.scrollbar_size_vertical
        fresh = lay_abreast(mark_waiting(self.rows(), self.drafts.words), cells, self.skin_of)
        if list(self._shown) == [row.key for row in fresh]:
            for row in fresh:
                if things.row(row.key) != row:
                    things.replace(row.key, row)
            _describe(self)
            return
        self._shown = tuple(row.key for row in fresh)
        renew_rows(things, fresh)
        things.call_after_refresh(self.if_whole(_choose_first), things)

    def hints(self) -> tuple[tuple[str, str], ...]:
        """What can be done with the chosen thing comes first."""
        shown = self.query_one("#things", PageList).rows if self.is_whole else ()
        is_empty = not any(row.is_stop for row in shown)
        own = tuple(one for one in super().hints() if one[0] in _LETTERS and not is_empty)
        others = tuple(one for one in super().hints() if one[0] not in _LETTERS)
        is_wall = self.is_whole and self.query_one("#things", PageList).is_wall
        choose = () if is_empty else (("Arrows" if is_wall else "Up/Down", "choose"),)
        return (*own, *self.more_hints(), *others, *choose)

    def more_hints(self) -> tuple[tuple[str, str], ...]:
        """Keys of this screen alone."""
        return ()

    def _chosen(self) -> Thing | None:
        thing = chosen_thing(self)
        if thing is None:
            self.student.say(_CHOOSE, severe=True)
        return thing

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters are letters while a word is written."""
        writing = self.is_mounted and self.query_one("#word").has_focus
        return not (
            writing
            and action in ("app.deed", "deed")
            and parameters[0] in ("like", "comment", "repost", "remove", "open")
        )

    def on_message_list_row_chosen(self, message: MessageList.RowChosen) -> None:
        """Enter opens."""
        _open_picture(self, thing_of(message.row.key))

    def deed_like(self, argument: str) -> None:
        """Like what is chosen."""
        thing = self._chosen()
        if thing:
            self.student.do(LikeThing(page=thing.page, thing=thing.thing))

    def deed_comment(self, argument: str) -> None:
        """Write a word under what is chosen."""
        self._begin("comment")

    def deed_repost(self, argument: str) -> None:
        """Pass on what is chosen."""
        self._begin("repost")

    def may(self, deed: Deed) -> bool:
        """Only own posts are taken down."""
        return super().may(deed) and (deed.name != "remove" or _own_post(self) is not None)

    def on_pointed_rows_pointed(self) -> None:
        """What is possible depends on what is chosen; a picture among others is described below them."""
        self.show_footer()
        _describe(self)

    def deed_remove(self, argument: str) -> None:
        """Take the chosen post down, if it is an own one and that is possible now."""
        post = _own_post(self)
        closed = why_not(self.store, BY_NAME["remove"], self.student.now())
        if post is None or closed:
            self.student.say(closed or _NOT_YOUR_POST, severe=True)
        else:
            take_down(self, post)

    def deed_open(self, argument: str) -> None:
        """Show the chosen picture full screen."""
        _open_picture(self, self._chosen())

    def _begin(self, doing: Doing) -> None:
        thing = chosen_thing(self)
        closed = why_not(self.store, BY_NAME[doing], self.student.now()) if thing else _CHOOSE
        if thing is None or closed:
            self.student.refuse_box(closed)
        else:
            self._open_box(doing, thing)

    def on_input_submitted(self) -> None:
        """Send the word."""
        box = self.query_one("#word", LineBox)
        thing, text = self._about, box.text
        if thing is None or (not text and self._doing == "comment"):
            return
        command: Command
        if self._doing == "comment":
            command = WriteComment(page=thing.page, thing=thing.thing, text=text)
        else:
            command = Repost(page=thing.page, thing=thing.thing, text=text)
        self.student.do(command)
        box.clear()
        self._close_box()
        # A second comment is nothing odd; nobody passes the same on twice in a row.
        self.student.stray.close(BY_NAME["comment"].keys[0] if self._doing == "comment" else "")

    def action_back(self) -> None:
        """Out of the box first, with its word kept; then out of the screen."""
        if self._about is not None:
            self.keep_draft()
            self._close_box()
        else:
            super().action_back()


def _describe(screen: ThingsScreen) -> None:
    """Say below the list what a picture shows that is chosen among others, and what it got."""
    row = screen.query_one("#things", PageList).chosen
    picture = row.picture if row and row.kind is Kind.TILE else None
    words = screen.query_one("#described", Prose)
    words.display = picture is not None
    if row and picture:
        words.show([Para(picture.about), Para(row.detail, "$text-muted")])


def _choose_first(things: MessageList) -> None:
    """Choose the first thing; none in the place of one that was chosen and has gone."""
    first = next((row.key for row in things.rows if row.is_stop), None)
    if first is not None and things.chosen is None and not things.has_lost:
        things.choose(first)


def chosen_thing(screen: ThingsScreen) -> Thing | None:
    """The thing under the cursor of such a screen."""
    row = screen.query_one("#things", MessageList).chosen
    return thing_of(row.key) if row else None


def _own_post(screen: ThingsScreen) -> Post | None:
    """The own post under the cursor."""
    thing, page = chosen_thing(screen), screen.store.my_page
    return post_named(page, thing.thing) if thing and page and thing.page == page.owner else None


def _open_picture(screen: ThingsScreen, thing: Thing | None) -> None:
    """Show the picture of a thing full screen, with the others of the list before and behind it.

    Where it cannot be looked at, say why and show nothing.
    """
    if not thing or not thing.card:
        return
    closed = look_refusal(screen.store, thing.page, thing.thing, screen.student.now())
    if closed:
        screen.student.say(closed, severe=True)
    else:
        rows = screen.query_one("#things", PageList).rows
        shown = [one for row in rows if (one := thing_of(row.key)) and one.card]
        screen.student.open(PictureViewScreen(shown, shown.index(thing), screen.WHERE))
