"""The phone around the open room: its head, the list of chats, the own page, and which of them show."""

from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from goodpath_client.keys import BY_NAME, key_label
from goodpath_client.screens.line_screen import LineScreen
from goodpath_client.screens.own_page import OwnPage
from goodpath_client.screens.phone_head import LEFT_FROM, RIGHT_FROM, PhoneHead
from goodpath_client.screens.phone_places import ROOM_OF, phone_places
from goodpath_client.screens.phone_skin import PhoneSkin
from goodpath_client.screens.room_pane import RoomPane
from goodpath_client.widgets.side_list import SideList

_SIDE_CELLS = ((160, 34), (140, 30), (120, 26), (RIGHT_FROM, 22), (LEFT_FROM, 24))
"""(columns from which, cells that the chats take); the lines beside them keep a column for the speaker."""
_SIDE_LEAST = 22
_LIST_KEY: Final = key_label(BY_NAME["chat list"].keys[0])


class PhoneFrame(LineScreen):
    """What stands around the open room."""

    TELLS_PAUSE = True

    def __init__(self) -> None:
        super().__init__()
        self.room = ""
        self._left: bool | None = None
        self._right: bool | None = None
        self._columns = 0
        self._skin = PhoneSkin(self)
        self._visited = False
        """Whether the list of chats is folded out only while it has the keys."""

    def compose_frame(self) -> ComposeResult:
        """The head, and three columns."""
        yield PhoneHead()
        with Horizontal(id="columns"):
            yield SideList(id="side")
            yield RoomPane(self.student.boxes.chats)
            yield OwnPage()

    def show_moment(self) -> None:
        """Show what changes by itself: phase and time, scarcity, connection, and who is typing."""
        store, now, head = self.store, self.student.now(), self.query_one(PhoneHead)
        head.show(store, now, self.room, self._columns, self.size.height)
        head.show_link(self.student.link_sentence())
        self.set_class(bool(store.world.session.paused), "-paused")
        self.set_class(store.link.kind == "closed", "-closed")
        self.query_one(RoomPane).show_typing(store, self.room, now)

    def show_sides(self) -> None:
        """Show the list of chats with what is unread, and the own page."""
        places = phone_places(self.store, self.room, self.room if self.may_be_seen else "")
        self.query_one(SideList).show_places(places, f"{ROOM_OF}{self.room}")
        self.query_one(OwnPage).show(self.store, self.student.now())
        self._wear()

    @property
    def may_be_seen(self) -> bool:
        """Whether what comes to the open room may be read though nobody can know: it has no number then."""
        return False

    def on_mount(self) -> None:
        """Another theme has other grounds."""
        self.watch(self.app, "theme", self._wear, init=False)

    def _wear(self) -> None:
        page = self.store.my_page
        if self.is_whole and page is not None and self.store.persona is not None:
            self._skin.wear(page.face.skin)

    def fold(self, columns: int) -> None:
        """Show the side columns that fit, or that were asked for."""
        self._columns = columns
        left = columns >= LEFT_FROM if self._left is None else self._left
        right = columns >= RIGHT_FROM if self._right is None else self._right
        right = right and not (self._visited and columns < RIGHT_FROM)
        left = self._visited or (left and not (right and columns < RIGHT_FROM))
        side = self.query_one("#side")
        side.display = left
        side.styles.width = next((cells for least, cells in _SIDE_CELLS if columns >= least), _SIDE_LEAST)
        self.query_one("#right").display = right
        self.set_class(columns < LEFT_FROM, "-tight")
        self.show_moment()
        self.do_once_drawn(self.show_sides)
        self.do_once_drawn(self.show_reader)

    def turn_left(self) -> None:
        """Fold the chats in or out; where only one side has room the own page gives way."""
        self._left, self._visited = not self.query_one("#side").display, False
        if self._left and self.size.width < RIGHT_FROM:
            self._right = False
        self.fold(self.size.width)

    def turn_right(self) -> None:
        """Fold the own page in or out; where only one side has room the chats give way."""
        self._right = not self.query_one("#right").display
        self.fold(self.size.width)

    def visit_chats(self) -> None:
        """Give the keys to the list of chats; where it is folded in it is out as long as it has them."""
        side = self.query_one("#side")
        self._visited = not side.display
        if self._visited:
            self.fold(self.size.width)
        side.focus()

    def on_descendant_focus(self) -> None:
        """Other keys act in the list of chats than in the box."""
        self._show_keys()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """A list that was only visited is folded in again."""
        if self._visited and event.widget.id == "side" and self.is_whole:
            self._visited = False
            self.fold(self.size.width)
        self._show_keys()

    def _show_keys(self) -> None:
        if self.is_whole:
            side = self.query_one("#side")
            side.border_subtitle = Content("" if side.has_focus else f"{_LIST_KEY}: choose")
            self.show_footer()

    def on_text_box_resized(self) -> None:
        """Say who can read this in as many words as there is room for."""
        if self.is_whole:
            self.show_reader()

    def show_reader(self) -> None:
        """Say over the lines who is here, and over the box who can read what is written."""
        self.query_one(RoomPane).show_reader(self.store, self.room, self.size.height)
