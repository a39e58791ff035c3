"""The first screen: address and code, or how the connection stands while there is no seat yet."""

from collections.abc import Iterable, Sequence
from itertools import dropwhile
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input

from goodpath_client.addresses import BadAddress
from goodpath_client.briefing_words import is_briefed
from goodpath_client.changes import Change
from goodpath_client.joining import too_long
from goodpath_client.keys import key_label
from goodpath_client.offered_seats import Offers, free_seats, no_offers, renew_offers
from goodpath_client.open_elsewhere import is_elsewhere, whether_it_is_you
from goodpath_client.own_signal import NOT_YET
from goodpath_client.screens.confirm import ConfirmScreen
from goodpath_client.screens.town_screen import TownScreen
from goodpath_client.seats import KnownSeat
from goodpath_client.widgets.line_box import LineBox
from goodpath_client.widgets.prose import Para, Prose
from goodpath_client.widgets.town import Town
from goodpath_core.errors import GoodpathError
from goodpath_core.text import clean_line, clean_name
from goodpath_core.wire.closing import WRONG_CODE
from goodpath_core.wire.limits import SHORT_CHARACTERS, STUDENT_CHARACTERS

if TYPE_CHECKING:
    from goodpath_client.app import Connect

_SIGN = "GoodPath"
_ABOUT = "A small factory town in southeast China."
_LOADING = "Your briefing comes in a moment; the stop key is tried there first."

_CODE = "code from your teacher"
_NAME = "for your teacher alone"
_CELL = "may stay empty"
_NO_NUMBER = (
    "Cells play side by side and have numbers, such as 2; leave it empty for the one in which most play."
)
_TITLES = ("address", "code", "your name", "cell")
_DIGITS = 4
"""No cell's number has more."""
_NAMELESS = "Type your name, so that your teacher can find you."
_GO_ON = ("f2", "f3", "f4")
"""Keys for the newest seats that were opened from here; older ones are come back to by their name."""
_MORE = "More were here than there are keys: type your name."
_GONE = "The seat of {name} is gone from here; type your name."


def _name_box(name: str) -> LineBox:
    return LineBox(name, limit=STUDENT_CHARACTERS, clean=clean_name, placeholder=_NAME, id="own-name")


def _cell_box(cell: int) -> LineBox:
    return LineBox(str(cell or ""), placeholder=_CELL, id="cell")


def _typed(boxes: Iterable[Input]) -> tuple[str, ...]:
    """What stands in the boxes."""
    return tuple(box.value for box in boxes)


def _next_empty(boxes: Iterable[Input], here: Widget | None) -> Input | None:
    """The next of the boxes below this one that is still to be filled in; None for none."""
    below = [*dropwhile(lambda box: box is not here, boxes)][1:]
    return next((box for box in below if not box.value.strip()), None)


def _choose(box: Input) -> None:
    """Go to a box whose words are wrong; what is typed takes their place."""
    box.focus()
    box.select_all()


class JoinScreen(TownScreen):
    """Asks for the joining line, until a server takes it."""

    CLOSES = False
    TOWN_FROM = 24
    _joining = False
    """Whether a connection was being made when the screen was last shown."""
    _offers: Offers = no_offers(len(_GO_ON))
    """The seat that each key takes, as its label says."""
    _is_told = False
    """Whether it was said how the last try ended."""
    _refused: tuple[str, ...] = ()
    """What stood in the boxes when it was said what is wrong with it; empty once that is gone."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f10", "join", "Join", show=False),
        # What is typed fast is ahead of what boxes tell: only a key that acts before them moves at once.
        Binding("enter", "next_box", "Next box", show=False, priority=True),
        *(Binding(key, f"go_on({n})", "Go on as before", show=False) for n, key in enumerate(_GO_ON)),
        Binding("escape", "ask_again", "Other address or code", show=False),
    ]

    def compose_frame(self) -> ComposeResult:
        """The town at night, and below it the boxes and a button."""
        app = self.student
        yield Town()
        with Center(id="middle"), Vertical(classes="dialog", id="join"):
            yield Prose([Para(_SIGN, "bold $primary"), Para(_ABOUT, "$text-muted")])
            with Vertical(id="boxes"):
                yield LineBox(app.address, placeholder="address, such as 192.168.1.20:8713", id="address")
                yield LineBox(app.code, limit=SHORT_CHARACTERS, placeholder=_CODE, id="code")
                with Horizontal(id="who"):
                    yield _name_box(app.own_name)
                    yield from [_cell_box(app.cell)] if app.watches else ()
                yield Button(Content("Join"), variant="primary", id="go")
            yield Prose(id="known")
            yield Prose(id="said")

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Keys of this screen."""
        if self.student.student_link is not None:
            again = (("Esc", "another address"),) if self.student.connect_to else ()
            return (*again, *super().hints(), ("Alt+Q", "leave"))
        ways = (
            (("Enter", "next box"), ("F10", "join"))
            if _next_empty(self.query(Input), self.focused)
            else (("Enter", "join"),)
        )
        return (("Alt+Q", "leave"), *ways)

    def deed_stop(self, argument: str) -> None:
        """Nobody is at the other end yet; with a seat it is what it is on the screen to come."""
        student = self.student
        has_seat = self.store.welcome is not None
        if student.ends_with_me or is_briefed(self.store):
            student.DEEDS["stop"](student, "")
        else:
            student.say(_LOADING if has_seat else NOT_YET, severe=not has_seat)

    def on_mount(self) -> None:
        """Begin at the first empty box."""
        boxes = self.query(Input)
        for box, title in zip(boxes, _TITLES, strict=False):  # a cell is asked of who watches alone
            box.border_title = Content(title)
        empty = next((box for box in boxes if not box.value), boxes.last())
        empty.focus()
        self._show_known()
        if empty.value and is_elsewhere(self._seats(), self.student.own_name):
            # Nothing is left to fill in: why nobody has come in by that is asked at once.
            self.call_after_refresh(self.if_whole(self.action_join))

    def sync(self, changes: Sequence[Change]) -> None:
        """Show how the connection stands."""
        joining = self.student.student_link is not None
        self.query_one("#boxes").display = not joining
        said, was_joining = self.query_one("#said", Prose), self._joining
        self._joining = joining
        if joining:
            self.query_one("#known").display = False
            words = self.student.link_sentence() or "Connected; loading the town ..."
            again = [Para("Esc: another address or code", "$text-muted")] if self.student.connect_to else []
            said.show([Para(""), Para(words), *again])
        elif self.student.closing and not self._is_told:
            self._is_told = True
            self._refuse(clean_line(self.store.link.text) or self.student.closing.text)
            # From the last box Enter tries again, where another code would help nobody.
            wrong_code = self.student.closing is WRONG_CODE
            _choose(self.query_one("#code", Input) if wrong_code else self.query(Input).last())
        elif was_joining and not self.student.closing:
            said.show([])
            self.query_one("#address").focus()
        if was_joining and not joining:
            self._show_known()

    def on_input_changed(self) -> None:
        """Another address or code may know other seats; what was said of the one before is true no more."""
        self._offers = no_offers(len(_GO_ON))
        if self._refused and self._refused != _typed(self.query(Input)):
            self._refused = ()
            self.query_one("#said", Prose).show([])
        self._show_known()
        self.show_footer()

    def on_descendant_focus(self) -> None:
        """From the last box that is to be filled in Enter joins."""
        self.show_footer()

    def tick(self) -> None:
        """Somebody may have joined or left in another window."""
        if not self._joining:
            self._show_known()

    def _seats(self) -> tuple[KnownSeat, ...]:
        """The seats that were opened from here with what stands in the boxes."""
        address, code = (self.query_one(box, Input).value.strip() for box in ("#address", "#code"))
        return self.student.known_seats(address, code)

    def _show_known(self) -> None:
        """Offer to go on in a seat that was opened from here."""
        seats = self._seats()
        self._offers = renew_offers(self._offers, seats)
        offers = [
            Para(f"go on as {one.name}?", "", 4, key_label(key))
            for key, one in zip(_GO_ON, self._offers, strict=True)
            if one
        ]
        if len(free_seats(seats)) > len(_GO_ON):
            offers.append(Para(_MORE))
        known = self.query_one("#known", Prose)
        known.display = bool(offers) and not self._joining
        known.show(offers)

    def action_go_on(self, number: int) -> None:
        """Join as somebody who was here before: in the seat that the label of the key names, or in none."""
        shown = self._offers[number]
        if shown is None or self._joining:
            return
        seat = next((one for one in self._seats() if one.token == shown.token), None)
        if seat is None:
            self._refuse(_GONE.format(name=clean_name(shown.name)))
            self._show_known()
        else:
            self._come(seat.name, seat.live, seat.token)

    async def action_ask_again(self) -> None:
        """Give this address up and ask for another one."""
        link = self.student.student_link
        if link is not None and self.student.connect_to is not None:
            await link.close()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter is the button's own on the button."""
        return action != "next_box" or isinstance(self.focused, Input)

    def action_next_box(self) -> None:
        """Go to the next box that is empty; where none is join, once the box has all that was typed."""
        box, following = self.focused, _next_empty(self.query(Input), self.focused)
        if following is not None:
            self.set_focus(following)  # at once: the next sign of a burst is for that box
        elif box is not None:
            box.call_later(self.if_whole(self.action_join))

    def on_button_pressed(self) -> None:
        """Join."""
        self.action_join()

    def action_join(self) -> None:
        """Join under the name that was typed, or watch."""
        name = self.query_one("#own-name", Input).value.strip()
        self._come(name, is_elsewhere(self._seats(), name))

    def _cell(self) -> int | None:
        """The cell that was typed, 0 for none; None for what is no number."""
        typed = next((box.value.strip() for box in self.query("#cell").results(Input)), "") or "0"
        return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= _DIGITS else None

    def _come(self, name: str, is_open: bool, token: str = "") -> None:
        """Join with this name what the other boxes say, in the seat of a token if one was chosen.

        What is wrong is said. Where the seat `is_open` in another window, it is asked first who comes.
        """
        connect = self.student.connect_to
        address, code = (self.query_one(box, Input).value.strip() for box in ("#address", "#code"))
        if connect is None or self.student.student_link is not None:
            return
        if not address or not code:
            self._refuse("Fill in address and code; your teacher has both.")
        elif self._cell() is None:
            self._refuse(_NO_NUMBER)
        elif not name:
            self._refuse(_NAMELESS)
            self.query_one("#own-name").focus()
        elif wrong := too_long(code, name):
            self._refuse(wrong)
            next((one for one in self.query(LineBox) if one.over), self.query_one("#code")).focus()
        elif is_open:
            self.student.ask(
                ConfirmScreen(whether_it_is_you(name), "take it over here"),
                lambda sure: self._begin(connect, address, code, name, token) if sure else None,
            )
        else:
            self._begin(connect, address, code, name, token)

    def _begin(self, connect: "Connect", address: str, code: str, name: str, token: str) -> None:
        self._is_told = False
        try:
            self.student.begin(connect(address, code, name, token, self._cell() or 0))
        except GoodpathError as fault:
            self._refuse(str(fault))
            if isinstance(fault, BadAddress):
                _choose(self.query_one("#address", Input))

    def _refuse(self, why: str) -> None:
        """Say why nobody joins, until something else is typed."""
        self._refused = _typed(self.query(Input))
        self.query_one("#said", Prose).show([Para(why, "$error")])
