"""The room and the line: grey, slow, and without anything that calls."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content

from goodpath_client.changes import Change
from goodpath_client.keys import OFFLINE, bindings, is_slash
from goodpath_client.lived import lived_seconds
from goodpath_client.moment import (
    PLACE_WORDS,
    day_and_time,
    full_name,
    time_left,
)
from goodpath_client.readers import who_can_read
from goodpath_client.screens.frame import Frame
from goodpath_client.screens.room_deeds import LEAD, ROOM_DEEDS, last_chat, say, think
from goodpath_client.screens.room_words import THOUGHT, around, happened, hearers, ways
from goodpath_client.widgets.composer import TITLE_SPARE, Composer
from goodpath_client.widgets.half_blocks import HalfBlocks
from goodpath_client.widgets.one_line import OneLine
from goodpath_client.widgets.prose import Para, Prose
from goodpath_client.widgets.slow_text import SlowText
from goodpath_core.play.clock import length_words

PICTURE_FROM = 76
"""Columns from which the picture of the room stands beside its text."""
NARROW_BELOW = 100
"""Columns below which picture and walls give room to the words."""
JOURNAL_SHOWN = 8
_ON_THE_LINE = "The line. Your phone is locked away until the shift ends."


class OfflineScreen(Frame):
    """Where the persona is when the phone is down."""

    PLACES = (OFFLINE,)
    DEEDS: ClassVar = ROOM_DEEDS
    KEY_STYLE = "bold"
    CLOSES = False
    AUTO_FOCUS = "Composer"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(OFFLINE),
        Binding("pageup", "read(-1)", "Read back", show=False),
        Binding("pagedown", "read(1)", "Read on", show=False),
    ]

    def compose_frame(self) -> ComposeResult:
        """Picture, room, who is here, the last things heard, and a line to say something."""
        yield OneLine(id="link")
        with Horizontal(id="walls"):
            yield HalfBlocks(id="picture")
            with Vertical(id="inside"):
                with VerticalScroll(id="seen", can_focus=False):
                    yield SlowText(id="room-text")
                    yield Prose(id="around")
                with VerticalScroll(id="happened", can_focus=False):
                    yield Prose(id="heard")
                yield Prose(id="moment")
                yield Prose(id="can")
                yield Composer(id="aloud", desks=self.student.boxes.aloud, limit=280)

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
        box = self.query_one(Composer)
        box.switch_room(box.room, self.student.playing)
        if person is None:
            return
        self.query_one("#link", OneLine).show(self.student.link_sentence())
        persona = store.persona
        room = person.room_text or (persona.room if persona else "")
        self.query_one(SlowText).tell(_ON_THE_LINE if self.on_shift else room)
        self._show_picture(persona.room_picture if persona else "")
        self.query_one("#around", Prose).show([] if self.on_shift else around(store, self.student.now()))
        self._show_happened()
        self._show_moment()
        self._show_box()

    def tick(self) -> None:
        """A second has passed."""
        if self.store.my_person is not None:
            self._show_moment()

    def _show_happened(self) -> None:
        """What was said last stays in sight, whatever the room still tells."""
        paras = happened(self.store, JOURNAL_SHOWN)
        box = self.query_one("#happened", VerticalScroll)
        box.display = bool(paras)
        self.query_one("#heard", Prose).show(paras)
        box.call_after_refresh(box.scroll_end, animate=False)

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
        lived = dict(lived_seconds(store, now))
        where = "shift" if self.on_shift else "room"
        length = length_words(lived.get(where, 0))
        here = f"{day_and_time(store, now, short=True)} · {PLACE_WORDS[where]} {length}"
        others = [f"{PLACE_WORDS[one]} {length_words(n)}" for one, n in lived.items() if one != where and n]
        words = here if self.on_shift else ", ".join([here, *others])
        left = " · ".join(filter(None, [full_name(store), store.world.phase.name, time_left(store, now)]))
        paused = [Para(f"PAUSED: {session.paused}", "bold reverse")] if session.paused else []
        self.query_one("#moment", Prose).show([*paused, Para(words), Para(left)])
        ask = "" if self.on_shift else store.world.phase.ask
        asks = [Para(ask, "bold")] if ask else []
        self.query_one("#can", Prose).show([*asks, Para(ways(store, now), "italic")])

    def _show_box(self) -> None:
        if not self.is_whole:
            return
        box = self.query_one(Composer)
        box.border_title = Content(self._hearers(box.text))
        box.placeholder = Content("the belt goes on; think" if self.on_shift else "...")

    def _hearers(self, text: str) -> str:
        """Who will hear or read what stands in the box."""
        cells = self.query_one(Composer).size.width - TITLE_SPARE
        if text.lower().startswith("/ooc"):
            return who_can_read(self.store, last_chat(self), cells)
        if self.on_shift or text.lower().startswith(LEAD.rstrip()):
            return THOUGHT
        return hearers(self.store, cells)

    def on_text_area_changed(self) -> None:
        """Say at once who will hear it."""
        self._show_box()

    def on_text_box_resized(self) -> None:
        """Say it in as many words as there is room for."""
        self._show_box()

    def put_back(self, text: str, writer: str | None = None) -> None:
        """Put a refused text back into the box."""
        if self.is_mounted:
            self.query_one(Composer).restore(text, writer=writer)

    def on_composer_submitted(self, message: Composer.Submitted) -> None:
        """Say it aloud, or on the line think it; only what begins with a slash does something else."""
        text = message.text.strip()
        if is_slash(text):
            if not self.student.run_slash(text):
                self.student.say("There is no such command here; F1 shows them all.", severe=True)
                self.put_back(text)
        elif self.on_shift:
            think(self, text)
        else:
            say(self, text)

    def action_read(self, pages: int) -> None:
        """Read on in what is told of the room, where it does not fit."""
        seen = self.query_one("#seen")
        seen.scroll_relative(y=pages * max(1, seen.size.height - 1), animate=False)

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Reading on, where there is more of the room than fits."""
        more = self.query_one("#seen").max_scroll_y > 0
        return (*super().hints(), *((("PgDn", "read on"),) if more else ()))

    def fold(self, columns: int) -> None:
        """The picture gets smaller, and goes where there is no room for it."""
        self.set_class(columns < NARROW_BELOW, "-narrow")
        self.call_after_refresh(self._show_box)
        if self._showed:
            self.query_one(HalfBlocks).display = columns >= PICTURE_FROM
