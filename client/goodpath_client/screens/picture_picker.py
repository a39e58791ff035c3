"""Choose pictures from the own decks, put them in order, and say why each was chosen, or why none changed."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content

from goodpath_client.changes import Change
from goodpath_client.chosen_pictures import KEPT, clear_desk, long_whys, takes_choices
from goodpath_client.keys import pressed
from goodpath_client.on_its_way import page_to_come
from goodpath_client.own_keys import PICTURES
from goodpath_client.page_rows import Thing
from goodpath_client.plurals import counted
from goodpath_client.room_rows import card_words, find_card, provenance
from goodpath_client.screens.dropping import DROP
from goodpath_client.screens.locking import Locking
from goodpath_client.screens.picture_view import PictureViewScreen
from goodpath_client.screens.whys import STAYS, UNCHOSEN
from goodpath_client.widgets.half_blocks import HalfBlocks
from goodpath_client.widgets.line_box import LineBox
from goodpath_client.widgets.prose import Para, Prose
from goodpath_client.widgets.row_list import Line, RowList
from goodpath_client.widgets.title_line import TitleLine
from goodpath_client.widgets.wrapping import shorten, width
from goodpath_core.errors import Refused
from goodpath_core.play.albums import MAIN, WHOLE, must_fit
from goodpath_core.text import POST_LIMIT, clean_line

_BEFORE_TITLE = 4
_AROUND = 5
"""Cells of the list's border, edge and bar."""
_LEAST = 34
"""The list is never narrower, in any window."""
_PREVIEW = 40
"""So wide stays the picture before a title is given more room."""
_CHOSEN = "*"
"""Stands before a chosen card where the key of its deck stands before others; no deck has such a key."""

_UNCOUNTED = "Nothing is counted in this phase: change your pictures as you like."
_UNCHANGED = "Nothing is changed: your pictures stay as they are."


class PicturePickerScreen(Locking):
    """Decks at the left, the picture under the cursor at the right."""

    AUTO_FOCUS = "#decks"
    PASSING_BELOW = "#columns"
    OWN_KEYS = PICTURES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "choose", "Choose or leave out", show=False),
        Binding("enter", "choose", "Choose or leave out", show=False),
        Binding("left_square_bracket,comma", "shift(-1)", "Earlier", show=False),
        Binding("right_square_bracket,full_stop", "shift(1)", "Later", show=False),
        Binding(pressed("o"), "open", "Full screen", show=False),
        Binding(pressed("l"), "lock", "Close the pictures to others, or open them", show=False),
        Binding(pressed("w"), "why(False)", "Say why", show=False),
        Binding(pressed("e"), "why(True)", "Say why something is exchanged, or nothing", show=False),
        Binding("f2", "save", "Save", show=False),
        Binding("f8", "drop", "Drop what is not saved", show=False),
        Binding("escape", "back", "Back", show=False),
    ]

    def compose_frame(self) -> ComposeResult:
        """Decks, preview, and a box for the reason."""
        yield TitleLine(id="ask")
        with Horizontal(id="columns"):
            yield RowList(id="decks")
            with Vertical(id="preview"):
                yield HalfBlocks(id="picture")
                yield Prose(id="words")
        yield LineBox(id="why", limit=POST_LIMIT, select_on_focus=False)

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Keys of this screen."""
        back, why, large = ("Esc", self.back_hint), ("W", "why"), ("O", "large")
        drop = () if self.is_saved else (DROP,)
        if self.closed:
            return (back, why, *drop, large)
        # Where exchanges are counted the task asks for it: it has room also in a narrow window.
        exchange = (("E", "reason"),) if self.store.world.phase.allow.swaps >= 0 else ()
        lock = ("L", "lock" if self.audience == "all" else "open")
        return (
            ("F2", "save"),
            back,
            *exchange,
            ("Space", "choose"),
            why,
            *drop,
            lock,
            (", .", "order"),
            large,
        )

    def on_mount(self) -> None:
        """Begin with what the page shows, or with the draft left behind."""
        self._about, self._showed = "", b""
        self.take_up_choice()

    def sync(self, changes: Sequence[Change]) -> None:
        """Show how many are chosen, and the picture under the cursor."""
        if closed := self.closed:
            self.query_one("#ask", TitleLine).offer(f"Pictures · {closed}", closed)
            self._preview()
            return
        allow, page = self.store.world.phase.allow, page_to_come(self.store)
        left = max(0, allow.swaps - (page.swaps if page else 0))
        is_free = takes_choices(self.store)
        swaps = "" if is_free else f" · {left} to exchange in this phase"
        # Where exchanges are counted a page holds as many pictures as before.
        most = allow.pictures if is_free else len(self._on_page())
        chosen = f"{len(self.chosen)} of {most} chosen"
        sight = "the first is what a stranger sees" if self.audience == "all" else "locked: only you see them"
        words = f"Pictures · {chosen}{swaps} · {sight}"
        self.query_one("#ask", TitleLine).show(words)
        self._preview()

    def fold(self, columns: int) -> None:
        """Give the titles the room that the picture can spare, and cut them to it."""
        needed = min(self._widest() + _AROUND, columns - _PREVIEW)
        self.query_one("#decks").styles.width = max(_LEAST, needed)
        self.do_once_drawn(self._fill)

    def _widest(self) -> int:
        """Cells of the widest row, were it not cut."""
        decks = self.store.view.decks if self.store.view else ()
        titles = [width(self._title_of(card)) + _BEFORE_TITLE for deck in decks for card in deck.cards]
        return max([*titles, *(width(clean_line(deck.name)) for deck in decks)], default=0)

    def _fill(self) -> None:
        """List the chosen in their order, then every deck; who leaves the choice is chosen in its deck."""
        decks, view = self.query_one("#decks", RowList), self.store.view
        lines = [_head("chosen, in this order")]
        for number, card in enumerate(self.chosen, start=1):
            lines.append(Line(f"{_CHOSEN}:{card}", Content(f"{number:>2} {self._title(card)}")))
        for deck in view.decks if view else ():
            lines.append(_head(deck.name))
            for card in deck.cards:
                mark = "[x]" if card in self.chosen else "[ ]"
                lines.append(Line(f"{deck.key}:{card}", Content(f"{mark} {self._title(card)}")))
        decks.show(lines)
        if decks.lost:
            _point(decks, _card_in(decks.lost))

    def _title(self, card: str) -> str:
        room = max(8, self.query_one("#decks", RowList).room - _BEFORE_TITLE)
        return shorten(self._title_of(card), room)

    def _title_of(self, card: str) -> str:
        found = find_card(self.store, card)
        return clean_line(found.title if found else card)

    def _under_cursor(self) -> str:
        return _card_in(self.query_one("#decks", RowList).chosen)

    def _preview(self) -> None:
        card = find_card(self.store, self._under_cursor())
        if card is None:
            return
        png = self.student.shelf.get(card.picture)
        if png != self._showed:
            self._showed = png
            self.query_one(HalfBlocks).show(png)
        reason, whole = self._reason(card.key), self._reason(WHOLE)
        self.query_one("#words", Prose).show(
            [
                Para(card.title, "bold $primary"),
                Para(card.description),
                Para(card_words(card), "$text-muted"),
                Para(f"only you know until the debrief: {provenance(self.store, card.key)}", "italic"),
                *([Para(f"why: {reason}")] if reason else []),
                *([Para(f"why I exchanged one, or none: {whole}")] if whole else []),
            ]
        )
        if self._about != card.key and not self.is_about_all(card.key):
            self._show_why(card.key)

    def on_option_list_option_highlighted(self) -> None:
        """Show the picture."""
        self._preview()

    def on_option_list_option_selected(self) -> None:
        """Enter chooses, as the space key does."""
        self.action_choose()

    def action_choose(self) -> None:
        """Choose the card under the cursor, or leave it out."""
        card, most = self._under_cursor(), self.store.world.phase.allow.pictures
        if not card or self.is_refused():
            return
        if card in self.chosen:
            self.chosen.remove(card)
        elif len(self.chosen) >= most:
            self.student.say(
                f"There is room for {counted(most, 'picture')} now; leave one out first.", severe=True
            )
            return
        else:
            self.chosen.append(card)
        self.show_choice()
        _point(self.query_one("#decks", RowList), card)

    def show_choice(self) -> None:
        """Show what is chosen, and what the keys do with it."""
        self._fill()
        self.show_footer()
        self.sync(())

    def action_shift(self, step: int) -> None:
        """Move the card under the cursor earlier or later."""
        card = self._under_cursor()
        if card not in self.chosen or self.is_refused():
            return
        at = self.chosen.index(card)
        to = max(0, min(len(self.chosen) - 1, at + step))
        self.chosen.insert(to, self.chosen.pop(at))
        self._fill()
        self.query_one("#decks", RowList).choose(f"{_CHOSEN}:{card}")

    def action_open(self) -> None:
        """Show the picture full screen."""
        if card := self._under_cursor():
            self.student.open(PictureViewScreen([Thing(self.store.me, f"card:{card}", card)]))

    def action_why(self, whole: bool) -> None:
        """Go to the box for the why of a chosen picture, or of exchanging something or nothing."""
        about = WHOLE if whole else self._under_cursor()
        if whole and self.store.world.phase.allow.swaps < 0:
            self.student.refuse_box(_UNCOUNTED)
        elif about == WHOLE or about in self.chosen:
            self._show_why(about, self._under_cursor())
            self.set_focus(self.query_one("#why"))
        else:
            self.student.refuse_box(UNCHOSEN)

    def action_save(self) -> None:
        """Put the chosen pictures on the page, and their reasons under them."""
        page, cards, before = page_to_come(self.store), tuple(self.chosen), self._on_page()
        self.keep_draft()
        if page is None:
            return
        for about in long_whys(self.drafts, (*cards, WHOLE)):
            _point(self.query_one("#decks", RowList), about)
            self._show_long(about)
            return
        if not self.is_saved and self.is_refused():
            return
        try:
            must_fit(self.store.world, page, MAIN, cards)
        except Refused as no:
            self.student.say(no.text, severe=True)
            return
        clear_desk(self.drafts)
        self.student.unsay(KEPT)
        was_saved = self.is_saved
        if not was_saved:
            self.student.do(self.choice.command)
        sent = self._send_whys((*cards, WHOLE))
        if was_saved:
            self.student.say(STAYS if sent or self._reason(WHOLE) else _UNCHANGED)
        self._say_dropped([card for card in before if card not in cards and self._reason(card)])
        self._say_waiting({*before, *cards})
        if self.is_current:
            self.app.pop_screen()

    def action_back(self) -> None:
        """Out of the box first, then out of the screen; what was chosen is kept as a draft."""
        if self.query_one("#why").has_focus:
            self.query_one("#decks").focus()
            self._preview()
        else:
            super().action_back()
            self.say_unsaved()


def _head(words: str) -> Line:
    """What stands above the chosen, and above each deck."""
    return Line("", Content.styled(clean_line(words), "bold"))


def _card_in(row: str) -> str:
    """The card that a row shows."""
    return row.partition(":")[2]


def _point(decks: RowList, card: str) -> None:
    """Keep the cursor on a card in its deck."""
    rows = [option.id for option in decks.options if option.id and _card_in(option.id) == card]
    if rows:
        decks.choose(rows[-1])
