"""The room and the line: grey, slow, and without anything that calls."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content

from goodpath_client.allowed import refusal
from goodpath_client.changes import Change
from goodpath_client.keys import OFFLINE, bindings, is_slash
from goodpath_client.lived import lived_seconds
from goodpath_client.moment import day_and_time, time_left
from goodpath_client.names import name_in_full
from goodpath_client.own_pictures import LINE, own_picture
from goodpath_client.readers import fitting
from goodpath_client.screens.asked import prompt_paras
from goodpath_client.screens.line_screen import LineScreen
from goodpath_client.screens.room_deeds import ROOM_DEEDS, limit_of, readers_of, say, think
from goodpath_client.screens.room_space import Wanted, share
from goodpath_client.screens.room_words import Happened, around, happened, ways
from goodpath_client.screens.shift_words import shift_now
from goodpath_client.stopped_words import stopped_words
from goodpath_client.widgets.composer import TITLE_SPARE, Composer
from goodpath_client.widgets.desks import Unsent
from goodpath_client.widgets.half_blocks import HalfBlocks
from goodpath_client.widgets.one_line import OneLine
from goodpath_client.widgets.prose import Para, Prose, count_rows
from goodpath_client.widgets.shift_clock import ShiftClock
from goodpath_client.widgets.slow_text import SlowText
from goodpath_client.widgets.wrapping import wrap
from goodpath_core.play.clock import length_words
from goodpath_core.play.offline import Think
from goodpath_core.play.places import PLACE_WORDS

PICTURE_FROM = 76
"""Columns from which the picture of the room stands beside its text."""
PICTURE_CUT = 1.5
"""To fill its column the picture may lose a third of its width."""
CLOCK_FROM = 17
"""Rows of the window from which the line has room for its large clock."""
NARROW_BELOW = 100
"""Columns below which picture and walls give room to the words."""
JOURNAL_SHOWN = 8
_ON_THE_LINE = "At work. Your phone is locked away until the shift ends."


class OfflineScreen(LineScreen):
    """Where the persona is when the phone is down."""

    PLACES = (OFFLINE,)
    DEEDS: ClassVar = ROOM_DEEDS
    KEY_STYLE = "bold"
    WAITING_STYLE = ""
    CLOSES = False
    TELLS_PAUSE = True
    AUTO_FOCUS = "Composer"
    PASSING_ABOVE = "Composer"
    _showed = b""
    """The picture that is shown."""
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(OFFLINE),
        Binding("pageup", "read(-1)", "Read back", show=False),
        Binding("pagedown", "read(1)", "Read on", show=False),
    ]

    def compose_frame(self) -> ComposeResult:
        """Picture, room, who is here, the last things heard, and a line to say something."""
        yield OneLine(id="link")
        with Horizontal(id="walls"):
            yield HalfBlocks(id="picture", cut=PICTURE_CUT)
            with Vertical(id="inside"):
                yield ShiftClock(id="shift")
                with VerticalScroll(id="seen", can_focus=False):
                    yield SlowText(id="room-text")
                yield Prose(id="around")
                with VerticalScroll(id="happened", can_focus=False):
                    yield Prose(id="heard")
                yield Prose(id="moment")
                yield Prose(id="can")
                yield Composer(id="aloud", desks=self.student.boxes.aloud, limit=limit_of, asks=False)

    @property
    def on_shift(self) -> bool:
        """Whether the persona is on the line."""
        person = self.store.my_person
        return person is not None and person.place == "shift"

    @property
    def here(self) -> str:
        """The place for which a line is that is sent from this screen."""
        return "shift" if self.on_shift else "room"

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
        self.tick()
        self._show_box()

    def tick(self) -> None:
        """A second has passed."""
        if self.store.my_person is not None:
            self._arrange()

    def _arrange(self) -> None:
        """Show all parts: the room's text first, then what this phase brought, then the others."""
        store, now = self.store, self.student.now()
        cells = self.query_one("#inside").content_size.width
        near = [[]] if self.on_shift else around(store, now, cells)
        self._show_shift()
        heard = happened(store, JOURNAL_SHOWN)
        phase = store.world.phase
        asks = [Para(phase.ask)] if phase.ask else []
        moments = [self._moment(brief=True), self._moment()]
        can = [[Para(words, "italic")] if words else [] for words in ways(store, now)]
        fixed = [*moments[0], *asks]
        if refusal(store, Think, now):
            # Why nothing can be done is said however little room there is.
            fixed, asks, can = [*fixed, *can[0]], [*asks, *can[0]], [[]]
        longer = count_rows(moments[1], cells) - count_rows(moments[0], cells)
        rows_of = [count_rows(words, cells) for words in can]
        thoughts = prompt_paras(phase.prompts)
        shares = share(
            self._rows() - count_rows(fixed, cells),
            Wanted(
                text=len(wrap(self.query_one(SlowText).text, cells)),
                newest=count_rows(heard.fresh[-2:], cells),
                fresh=count_rows(heard.fresh, cells),
                heard=count_rows((*heard.earlier, *heard.fresh), cells),
                near=tuple(count_rows(paras, cells) for paras in near),
                ways=(*rows_of, rows_of[-1] + longer),
                prompts=count_rows(thoughts, cells),
            ),
        )
        self._show_told(shares.text, near[shares.near] if shares.near >= 0 else [])
        self.query_one("#moment", Prose).show(moments[shares.ways == len(can)])
        said = can[min(shares.ways, len(can) - 1)] if shares.ways >= 0 else []
        asks += thoughts * shares.prompts
        can_words = self.query_one("#can", Prose)
        can_words.show([*asks, *said])
        can_words.display = bool(asks or said)
        self._show_heard(heard, cells, shares.heard)

    def _show_told(self, rows: int, near: list[Para]) -> None:
        """The room in so many rows, the others to be read on; below it who is here, whatever is scrolled."""
        told, here = self.query_one("#seen"), self.query_one("#around", Prose)
        told.styles.max_height = max(1, rows)
        here.show(near)
        # Empty it still keeps the other parts at the bottom, where there is room to spare.
        here.display = bool(near) or rows >= self.query_one(SlowText).size.height

    def _rows(self) -> int:
        """How many rows the parts have beside the box."""
        parts = (self.query_one(f"#{part}") for part in ("happened", "moment", "can"))
        margins = sum(part.styles.margin.height for part in parts)
        box = self.query_one(Composer).outer_size.height
        clock = self.query_one(ShiftClock)
        above = clock.outer_size.height + clock.styles.margin.height if clock.display else 0
        return self.query_one("#inside").content_size.height - box - margins - above

    def _show_shift(self) -> None:
        """The clock over the belt, while one is on the line."""
        clock, still = self.query_one(ShiftClock), self.app.animation_level == "none"
        clock.display = self.on_shift and self.size.height >= CLOCK_FROM
        time, until, moved = shift_now(self.store, self.student.now())
        clock.show(time, until, 0 if still else moved)

    def _show_heard(self, heard: Happened, cells: int, rows: int) -> None:
        """The last of what was heard, in so many rows; of an earlier phase what is whole in them."""
        earlier = list(heard.earlier)
        while earlier and count_rows([*earlier, *heard.fresh], cells) > rows:
            del earlier[0]
        paras = [*earlier, *heard.fresh]
        box = self.query_one("#happened", VerticalScroll)
        box.display = bool(paras) and rows > 0
        box.styles.max_height = max(1, rows)
        self.query_one("#heard", Prose).show(paras)
        box.call_after_refresh(self.if_whole(box.scroll_end), animate=False)

    def _show_picture(self, file: str) -> None:
        picture = self.query_one(HalfBlocks)
        elsewhere = self.student.shelf.get(file) if file else b""
        png = own_picture(LINE) if self.on_shift else elsewhere
        picture.display = bool(png) and self.size.width >= PICTURE_FROM
        if png != self._showed:
            self._showed = png
            picture.show(png)

    def _moment(self, brief: bool = False) -> list[Para]:
        """The time and who one is; how long was lived elsewhere too, unless it is to be `brief`."""
        store, now = self.store, self.student.now()
        session = store.world.session
        lived = dict(lived_seconds(store, now))
        where = "shift" if self.on_shift else "room"
        length = length_words(lived.get(where, 0))
        here = f"{day_and_time(store, now, short=True)} · {PLACE_WORDS[where]} {length}"
        others = [f"{PLACE_WORDS[one]} {length_words(n)}" for one, n in lived.items() if one != where and n]
        words = here if self.on_shift or brief else ", ".join([here, *others])
        whole = name_in_full(store.view, store.me)
        left = " · ".join(filter(None, [whole, store.world.phase.name, time_left(store, now)]))
        paused = [Para(f"PAUSED: {session.paused}", "bold reverse")] if session.paused else []
        return [*paused, Para(words), Para(left)]

    def _show_box(self) -> None:
        if not self.is_whole:
            return
        box = self.query_one(Composer)
        box.border_title = Content(readers_of(self, box.text, box.size.width - TITLE_SPARE))
        words = stopped_words(self.store) or ("you are at work; think" if self.on_shift else "...",)
        box.placeholder = Content(fitting(words, box.content_size.width))

    def on_text_area_changed(self) -> None:
        """Say at once who will hear it."""
        self._show_box()

    def on_text_box_resized(self) -> None:
        """Say it in as many words as there is room for, and share anew what room there is."""
        self._show_box()
        if self.is_whole:
            self.tick()

    def put_back(self, text: str, writer: str | None = None) -> None:
        """Put a refused text back into the box."""
        if self.is_mounted:
            self.query_one(Composer).restore(Unsent(text), writer=writer)

    def on_composer_submitted(self, message: Composer.Submitted) -> None:
        """Say it aloud, or on the line think it; only what begins with a slash does something else."""
        text = message.text.strip()
        if is_slash(text):
            if not self.student.run_slash(text):
                self.put_back(text)
        elif not self.give_back(message):
            (think if self.on_shift else say)(self, text)

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
        self.do_once_drawn(self._show_box)
        self.do_once_drawn(self.tick)
        if self._showed:
            self.query_one(HalfBlocks).display = columns >= PICTURE_FROM
