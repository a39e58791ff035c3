"""The parts of the phone that frame the open room: top line, list of chats, own page, who can read."""

from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.color import Color
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content

from goodpath_client.chat_order import in_order
from goodpath_client.contact_rows import contacts
from goodpath_client.contrast import stand_out
from goodpath_client.keys import BY_NAME, key_label
from goodpath_client.lacking import asks_something
from goodpath_client.lived import lived_seconds
from goodpath_client.moment import day_and_time, phase_words, scarce, time_left
from goodpath_client.names import name_in_full
from goodpath_client.new_count import NewCount
from goodpath_client.notice_box import holds_notice, notice_title
from goodpath_client.page_counts import count_words
from goodpath_client.plurals import counted
from goodpath_client.readers import fitting, who_can_read
from goodpath_client.screens.asked import asked_words, prompt_paras, task_title
from goodpath_client.screens.line_screen import LineScreen
from goodpath_client.sheet_words import WISHES
from goodpath_client.stopped_words import stopped_words
from goodpath_client.store import Store
from goodpath_client.themes import wears_skins
from goodpath_client.urgent import elsewhere, left_out
from goodpath_client.watched_rows import watched_paras
from goodpath_client.widgets.composer import TITLE_SPARE, Composer
from goodpath_client.widgets.frame_title import entitle
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.notice_line import NoticeLine
from goodpath_client.widgets.one_line import OneLine
from goodpath_client.widgets.page_card import Head, PageCard
from goodpath_client.widgets.prose import Para, Prose
from goodpath_client.widgets.side_list import Place, SideList
from goodpath_client.widgets.top_line import Part, TopLine
from goodpath_client.widgets.wrapping import shorten_words, width
from goodpath_core.looks import PLAIN, dress
from goodpath_core.play.clock import length_words
from goodpath_core.play.event import PRIVATE
from goodpath_core.play.state import Room
from goodpath_core.text import clean_line

RIGHT_FROM = 100
"""Columns from which the own page stands at the right by itself; below, one side at a time has room."""
WORDS_FROM = 120
"""Columns from which the day is written out."""
URGENT_FROM = 16
"""Rows from which there is one for what may not be missed."""
LEFT_FROM = 80
"""Columns from which the chats stand at the left by themselves."""
ASK_PADDING = LINE_PADDING = 2
"""Cells beside what is asked, and beside a line."""
OWN_PAGE = "own page"
"""Id of the entry that opens the own page, with a number beside it for what came there."""
PAGE_OF = "page:"
"""How the id of an entry begins that opens somebody's page."""
_SIDE_CELLS = ((160, 34), (140, 30), (120, 26), (RIGHT_FROM, 22), (LEFT_FROM, 24))
"""(columns from which, cells that the chats take); the lines beside them keep a column for the speaker."""
_SIDE_LEAST = 22
_NOTICE_KEY: Final = key_label(BY_NAME["notice"].keys[0])
_LIST_KEY: Final = key_label(BY_NAME["chat list"].keys[0])
_NO_CHAT: Final = ("Chat is closed in this phase.",)
_NO_ROOM: Final = ("No chat is open; choose somebody in the contacts (Alt+K).",)
_WRITE: Final = (
    "write as {name} · Enter sends · your dream: {dream}",
    "write as {name} · Enter sends",
)
"""What the empty box says, the longest words first."""


class PhoneFrame(LineScreen):
    """What stands around the open room."""

    TELLS_PAUSE = True

    def __init__(self) -> None:
        super().__init__()
        self.room = ""
        self._left: bool | None = None
        self._right: bool | None = None
        self._columns = 0
        self._worn: tuple[str, str] | None = None
        """Skin and theme in which the phone is dressed; None for none yet."""
        self._visited = False
        """Whether the list of chats is folded out only while it has the keys."""

    def compose_frame(self) -> ComposeResult:
        """Top line, ask, connection; three columns."""
        yield TopLine(id="top")
        yield OneLine(id="urgent")
        yield Prose(id="ask")
        yield OneLine(id="link")
        with Horizontal(id="columns"):
            yield SideList(id="side")
            with Vertical(id="room"):
                yield NoticeLine(id="notice")
                yield MessageList(id="lines")
                yield OneLine(id="typing")
                yield OneLine(id="replying")
                yield Composer(id="composer", desks=self.student.boxes.chats)
            with VerticalScroll(id="right", can_focus=False):
                yield PageCard(id="card")
                yield Prose(id="life")

    def show_moment(self) -> None:
        """Show what changes by itself: phase and time, scarcity, connection, and who is typing."""
        store, now = self.store, self.student.now()
        session = store.world.session
        short = self._columns < WORDS_FROM
        time = day_and_time(store, now, short) + ("" if short else " world time")
        phase, whole = phase_words(store), name_in_full(store.view, store.me)
        shown = store.name(store.me) if store.me else f"seat {store.seat} (watching)"
        plain = store.persona is not None and shown == store.persona.name.pinyin
        self.query_one("#top", TopLine).show(
            [
                Part("" if session.title == phase else session.title, 0),
                Part(phase, 8),
                Part("" if session.stage == "lobby" else time, 4),
                Part(time_left(store, now), 7),
            ],
            [
                Part("  ".join(scarce(store, now)), 5),
                Part("" if plain else whole, 2),
                Part(whole if plain else shown, 9),
            ],
        )
        self._show_urgent()
        asked = asked_words(store, now, self._columns - ASK_PADDING, self.size.height)
        ask = f"PAUSED: {session.paused}" if session.paused else asked
        self.query_one("#ask").display = bool(ask)
        self.query_one("#ask", Prose).show([Para(ask)])
        self.set_class(bool(session.paused), "-paused")
        self.set_class(store.link.kind == "closed", "-closed")
        self.query_one("#link", OneLine).show(self.student.link_sentence())
        typing = store.typing(self.room, now)
        self.query_one("#typing", OneLine).show(f"{', '.join(typing)} typing ..." if typing else "")

    def _show_urgent(self) -> None:
        """What the top line and the list of chats have no room for, where there is a row for it."""
        small = self._columns < RIGHT_FROM and self.size.height >= URGENT_FROM
        narrow = self._columns < LEFT_FROM
        above, columns = self.query_one("#top", TopLine), self._columns
        many = 1 if narrow else 3
        end = left_out(self.store, self.student.now(), many, lambda text: above.has_room_for(text, columns))
        beside = columns - LINE_PADDING - (width(end) + 1 if end else 0)
        new = elsewhere(self.store, self.room, beside) if small and narrow else ""
        self.query_one("#urgent", OneLine).show(new, end if small else "")

    def show_sides(self) -> None:
        """Show the list of chats with what is unread, and the own page."""
        store = self.store
        rooms, seen = in_order(store.world.rooms.values()), self.room if self.may_be_seen else ""
        places = [
            Place(
                f"room:{room.id}",
                ("@" if room.kind == "private" else "") + store.room_name(room.id),
                NewCount() if room.id == seen else store.unread.told(room.id),
                0 if room.id == seen else store.unread.mentions(room.id),
            )
            for room in rooms
        ]
        if self.room.startswith(PRIVATE) and self.room not in store.world.rooms:
            places.append(Place(f"room:{self.room}", "@" + store.room_name(self.room)))
        fresh = NewCount(store.page_news.fresh(store.my_page))
        mine = [Place(OWN_PAGE, "My page", fresh), Place("life", "My life")] if store.me else []
        asked = [Place("prompts", task_title(store))] if asks_something(store) else []
        others = [Place("feed", "Qzone"), Place("contacts", "Contacts"), *mine, *asked]
        people = [
            Place(f"{PAGE_OF}{one.id}", one.name, look=one.look, elsewhere=one.elsewhere)
            for one in contacts(store)
        ]
        if people:
            people.insert(0, Place("", "people"))
        listed = (*places, Place("", ""), *others, *people)
        self.query_one(SideList).show_places(listed, f"room:{self.room}")
        self._show_page()

    @property
    def may_be_seen(self) -> bool:
        """Whether what comes to the open room may be read though nobody can know: it has no number then."""
        return False

    def _show_page(self) -> None:
        store, page, persona = self.store, self.store.my_page, self.store.persona
        card = self.query_one(PageCard)
        if page is None or persona is None:
            card.show(None)
            self.query_one("#life", Prose).show(watched_paras(store))
            return
        card.show(Head(store.name(store.me), page.number, page.face, count_words(page, own=True)))
        self._wear(page.face.skin)
        phase = store.world.phase
        lengths = lived_seconds(store, self.student.now())
        lived = ", ".join(f"{place} {length_words(n)}" for place, n in lengths if n)
        self.query_one("#life", Prose).show(
            [
                Para(WISHES, "bold $primary"),
                *(Para(want, "", 2, "-") for want in persona.wants_today),
                *([Para(""), Para("to think about", "bold $primary")] if phase.prompts else []),
                *prompt_paras(phase.prompts),
                *([Para(""), Para(f"lived: {lived}", "$text-muted")] if lived else []),
            ]
        )

    def on_mount(self) -> None:
        """Another theme has other grounds."""
        self.watch(self.app, "theme", self._wear_again, init=False)

    def _wear_again(self) -> None:
        if self.is_whole and (page := self.store.my_page):
            self._wear(page.face.skin)

    def _wear(self, key: str) -> None:
        """Dress the phone in the skin of the own page: its top line, the frame of the page, all headings."""
        if (key, self.app.theme) == self._worn:
            return  # each style that is set draws its widget anew, also where it is the same
        self._worn = (key, self.app.theme)
        look, top = dress(key), self.query_one("#top").styles
        top.background, top.color = Color.parse(look.background), Color.parse(look.accent)
        worn = key != PLAIN and wears_skins(self.app.theme)
        colours = self.app.theme_variables
        grounds = (colours["background"], colours["surface"])
        accent = stand_out(look.accent if worn else colours["primary"], grounds)
        for part in self.query("#side, #lines, #right"):
            part.styles.border_title_color = Color.parse(accent)
        self.query_one("#right").styles.border = ("round", Color.parse(accent))

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
        """Say over the lines who is here, and over the composer who can read what is written."""
        found = self.store.world.rooms.get(self.room)
        notice = found.notice if found and self.size.height >= URGENT_FROM else ""
        members = f" · {_members(self.store, found)}" if found and found.kind != "private" else ""
        self.query_one(NoticeLine).show_notice(notice, _NOTICE_KEY)
        entitle(self.query_one(MessageList), f"{self.store.room_name(self.room)}{members}")
        composer = self.query_one(Composer)
        playing = bool(self.store.me)
        composer.display = composer.can_focus = playing
        if composer.has_focus and not playing:
            self.query_one(MessageList).focus()  # no key writes in a box that nobody sees
        is_notice = holds_notice(self.store, self.room, composer.text)
        title = notice_title if is_notice else who_can_read
        entitle(composer, title(self.store, self.room, composer.size.width - TITLE_SPARE))
        cells = composer.content_size.width
        composer.placeholder = Content(shorten_words(fitting(self._words_in_box(), cells), cells))

    def _words_in_box(self) -> tuple[str, ...]:
        """What the empty box says: what becomes of a line, the longest words first."""
        store, persona, stopped = self.store, self.store.persona, stopped_words(self.store)
        if not store.world.phase.allow.chat:
            return _NO_CHAT
        if not self.room:
            return _NO_ROOM
        if stopped or persona is None:
            return stopped
        return tuple(
            clean_line(words.format(name=persona.name.pinyin, dream=persona.dream)) for words in _WRITE
        )


def _members(store: Store, group: Room) -> str:
    """How many belong to a group, and how many of them are here where that is known of all."""
    members = counted(len(group.members), "member")
    if any(one not in store.world.persons for one in group.members):
        return members  # some are of other cells
    return f"{members}, {sum(one in store.here for one in group.members)} here"
