"""The room and the line: grey, slow, and without anything that calls."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content

from goodpath_client.changes import Change
from goodpath_client.keys import OFFLINE, bindings, is_slash
from goodpath_client.moment import (
    PLACE_WORDS,
    day_and_time,
    full_name,
    lived_words,
    minutes,
    time_left,
)
from goodpath_client.screens.frame import Frame
from goodpath_client.screens.room_words import THOUGHT, around, heard, hearers
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.half_blocks import HalfBlocks
from goodpath_client.widgets.one_line import OneLine
from goodpath_client.widgets.prose import Para, Prose
from goodpath_client.widgets.slow_text import SlowText
from goodpath_core.play.event import Command
from goodpath_core.play.offline import LookAround, SayAloud, Think
from goodpath_core.play.phone import PlugIn, Unplug
from goodpath_core.play.places import PLACES

PICTURE_FROM = 76
"""Columns from which the picture of the room stands beside its text."""
JOURNAL_SHOWN = 8
_ON_THE_LINE = "The line. Your phone is locked away until the shift ends."
_HINT = "say something aloud, think ..., look, plug in, or pick up the phone (F4)"
_LEAD = "think "
_PLAIN: dict[str, type[Command]] = {
    "look": LookAround,
    "look around": LookAround,
    "plug in": PlugIn,
    "unplug": Unplug,
}


class OfflineScreen(Frame):
    """Where the persona is when the phone is down."""

    PLACES = (OFFLINE,)
    KEY_STYLE = "bold"
    CLOSES = False
    AUTO_FOCUS = "Composer"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(OFFLINE)]

    def compose_frame(self) -> ComposeResult:
        """Picture, room, who is here, the last things heard, and a line to say something."""
        yield OneLine(id="link")
        with Horizontal(id="walls"):
            yield HalfBlocks(id="picture")
            with Vertical(id="inside"):
                with VerticalScroll(id="seen", can_focus=False):
                    yield SlowText(id="room-text")
                    yield Prose(id="around")
                    yield Prose(id="heard")
                yield Prose(id="moment")
                yield Prose(id="can")
                yield Composer(id="aloud", room="offline", limit=280)

    def on_mount(self) -> None:
        """Begin in silence."""
        self._showed = b""

    @property
    def on_shift(self) -> bool:
        """Whether the persona is on the line."""
        person = self.store.my_person
        return person is not None and person.place == "shift"

    def sync(self, changes: Sequence[Change]) -> None:
        """Show what has changed."""
        store, person = self.store, self.store.my_person
        if person is None:
            return
        self.query_one("#link", OneLine).show(self.student.link_sentence())
        persona = store.persona
        room = person.room_text or (persona.room if persona else "")
        self.query_one(SlowText).tell(_ON_THE_LINE if self.on_shift else room)
        self._show_picture(persona.room_picture if persona else "")
        self.query_one("#around", Prose).show([] if self.on_shift else around(store, self.student.now()))
        known = [line for line in store.world.journal if line.kind in ("said", "thought", "narrated")]
        ask = store.world.phase.ask
        asks = [] if self.on_shift else [*([Para(ask, "bold")] if ask else []), Para(_HINT, "italic")]
        self.query_one("#can", Prose).show(asks)
        self.query_one("#heard", Prose).show([heard(store, line) for line in known[-JOURNAL_SHOWN:]])
        self._show_moment()
        self._show_box()

    def tick(self) -> None:
        """A second has passed."""
        if self.store.my_person is not None:
            self._show_moment()

    def _show_picture(self, file: str) -> None:
        picture = self.query_one(HalfBlocks)
        png = self.student.shelf.get(file) if file and not self.on_shift else b""
        picture.display = bool(png) and self.size.width >= PICTURE_FROM
        if png != self._showed:
            self._showed = png
            picture.show(png)

    def _show_moment(self) -> None:
        store, now = self.store, self.student.now()
        session = store.world.session
        lived = dict(lived_words(store, now))
        where = "shift" if self.on_shift else "room"
        here = f"{day_and_time(store, now, short=True)} · {PLACE_WORDS[where]} {minutes(lived.get(where, 0))}"
        others = [
            f"{PLACE_WORDS[one]} {minutes(lived[one])}" for one in PLACES if one != where and lived.get(one)
        ]
        words = here if self.on_shift else ", ".join([here, *others])
        left = " · ".join(filter(None, [full_name(store), store.world.phase.name, time_left(store, now)]))
        paused = [Para(f"PAUSED: {session.paused}", "bold reverse")] if session.paused else []
        self.query_one("#moment", Prose).show([*paused, Para(words), Para(left)])

    def _show_box(self) -> None:
        box = self.query_one(Composer)
        if self.on_shift:
            title, hint = THOUGHT, "the belt goes on; think"
        else:
            title = self._hearers(box.text)
            hint = "..."
        box.border_title = Content(title)
        box.placeholder = Content(hint)

    def _hearers(self, text: str) -> str:
        """Who will hear what stands in the box."""
        if text.lower().startswith((_LEAD, "/think")):
            return THOUGHT
        return hearers(self.store, self.query_one(Composer).size.width - 4)

    def on_text_area_changed(self) -> None:
        """Say at once who will hear it."""
        self._show_box()

    def put_back(self, text: str) -> None:
        """Put a refused text back into the box."""
        if self.is_mounted:
            self.query_one(Composer).restore(text)

    def on_composer_submitted(self, message: Composer.Submitted) -> None:
        """Say it, think it, or do what it says."""
        text = message.text.strip()
        plain = _PLAIN.get(text.lower().rstrip("."))
        if is_slash(text):
            if not self.student.run_slash(text):
                self.student.say("There is no such command here; F1 shows them all.", severe=True)
                self.put_back(text)
        elif plain is not None and not self.on_shift:
            self._do_plain(plain)
        elif self.on_shift or text.lower().startswith(_LEAD):
            self.deed_think(text[len(_LEAD) :] if text.lower().startswith(_LEAD) else text)
        else:
            self.deed_say(text)

    def _do_plain(self, command: type[Command]) -> None:
        if command is LookAround:
            self.deed_look("")
        else:
            self.student.do(command())

    def fold(self, columns: int) -> None:
        """The picture goes where there is no room for it."""
        if self._showed:
            self.query_one(HalfBlocks).display = columns >= PICTURE_FROM

    def deed_think(self, argument: str) -> None:
        """Write a thought."""
        if argument:
            self.student.do(Think(text=argument))
        else:
            self.query_one(Composer).restore(_LEAD)

    def deed_say(self, argument: str) -> None:
        """Say something aloud."""
        if self.on_shift:
            self.student.say("Nobody hears anything on the line; think it.", severe=True)
            self.put_back(argument)
        elif argument:
            self.student.do(SayAloud(text=argument))

    def deed_look(self, argument: str) -> None:
        """Look around: the room is told again."""
        self.student.do(LookAround())
        slow = self.query_one(SlowText)
        text = slow.text
        slow.tell("")
        slow.tell(text)

    def deed_plug_in(self, argument: str) -> None:
        """Put the phone at the socket."""
        self.student.do(PlugIn())

    def deed_unplug(self, argument: str) -> None:
        """Take the phone off the socket."""
        self.student.do(Unplug())
