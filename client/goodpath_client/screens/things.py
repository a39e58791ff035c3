"""What feed and page share: a list of things that can be liked, answered, passed on and opened."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from goodpath_client.allowed import why_not
from goodpath_client.changes import Change, may_show_on_pages
from goodpath_client.drafts import Doing
from goodpath_client.keys import BY_NAME, PAGE, Deed, bindings
from goodpath_client.page_rows import Thing, thing_of
from goodpath_client.screens.picture_view import PictureViewScreen
from goodpath_client.screens.taking_down import take_down
from goodpath_client.screens.word_box import WordBox
from goodpath_client.waiting_words import mark_waiting
from goodpath_client.widgets.line_box import LineBox
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.renewed_rows import renew_rows
from goodpath_client.widgets.rows import Row
from goodpath_core.play.event import Command
from goodpath_core.play.posts import Repost
from goodpath_core.play.responses import LikeThing, WriteComment
from goodpath_core.play.state import Post
from goodpath_core.play.things import post_named
from goodpath_core.play.visits import LookAtPicture

_LETTERS = ("L", "C", "R", "D", "O")

_CHOOSE = "Choose a post or a picture first (Up, Down)."
_NOT_YOUR_POST = "Choose a post of your own first; only those can be taken down."


class ThingsScreen(WordBox):
    """A list of things and one box for a word."""

    PLACES = (PAGE,)
    AUTO_FOCUS = "#things"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PAGE)]

    def compose_things(self) -> ComposeResult:
        """The list and the box."""
        yield MessageList(id="things", from_top=True)
        yield self.word_box()

    def rows(self) -> list[Row]:
        """What the list shows."""
        return []

    def sync(self, changes: Sequence[Change]) -> None:
        """Show what has changed, keeping the cursor."""
        if changes and not any(map(may_show_on_pages, changes)):
            return
        things = self.query_one("#things", MessageList)
        fresh = mark_waiting(self.rows(), self.drafts.words)
        if list(self._keys()) == [row.key for row in fresh]:
            for row in fresh:
                if things.row(row.key) != row:
                    things.replace(row.key, row)
            return
        self._shown = tuple(row.key for row in fresh)
        renew_rows(things, fresh)
        things.call_after_refresh(self.if_whole(self._choose_first), things)

    def _choose_first(self, things: MessageList) -> None:
        """Choose the first thing; none in the place of one that was chosen and has gone."""
        first = next((row.key for row in things.rows if row.is_stop), None)
        if first is not None and things.chosen is None and not things.has_lost:
            things.choose(first)

    def _keys(self) -> tuple[int | str, ...]:
        return getattr(self, "_shown", ())

    def hints(self) -> tuple[tuple[str, str], ...]:
        """What can be done with the chosen thing comes first."""
        is_empty = not any(row.is_stop for row in self.query_one("#things", MessageList).rows)
        own = tuple(one for one in super().hints() if one[0] in _LETTERS and not is_empty)
        others = tuple(one for one in super().hints() if one[0] not in _LETTERS and one[0] != "Esc")
        choose = () if is_empty else (("Up/Down", "choose"),)
        return (*own, *self.more_hints(), ("Esc", "back"), *reversed(others), *choose)

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
        """What is possible depends on what is chosen."""
        self.show_footer()

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

    def action_back(self) -> None:
        """Out of the box first, with its word kept; then out of the screen."""
        if self._about is not None:
            self.keep_draft()
            self._close_box()
        else:
            super().action_back()


def chosen_thing(screen: ThingsScreen) -> Thing | None:
    """The thing under the cursor of such a screen."""
    row = screen.query_one("#things", MessageList).chosen
    return thing_of(row.key) if row else None


def _own_post(screen: ThingsScreen) -> Post | None:
    """The own post under the cursor."""
    thing, page = chosen_thing(screen), screen.store.my_page
    return post_named(page, thing.thing) if thing and page and thing.page == page.owner else None


def _open_picture(screen: ThingsScreen, thing: Thing | None) -> None:
    """Show the picture of a thing full screen; to look at somebody else's is a fact while one plays."""
    store, student = screen.store, screen.student
    if thing and thing.card:
        if store.world.session.stage == "playing" and store.me and thing.page != store.me:
            student.do(LookAtPicture(page=thing.page, thing=thing.thing))
        student.open(PictureViewScreen(thing.card, thing.page == store.me))
