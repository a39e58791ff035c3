"""Run the teacher's console: one store, one link in the background, the screens on top of it."""

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import ClassVar, Final, NamedTuple

from textual import work
from textual.binding import BindingType
from textual.screen import ModalScreen, Screen

from goodpath_client.changes import Change
from goodpath_client.connection_words import connection_sentence, connection_word
from goodpath_client.doing import doing_of
from goodpath_client.kept_looks import KeptLooks
from goodpath_client.keys import Deed
from goodpath_client.late_keys import NOT_DONE
from goodpath_client.live_app import LiveApp
from goodpath_client.own_words import words_of
from goodpath_client.screens.unsent import show_unsent
from goodpath_client.shelf import Link, Shelf
from goodpath_client.store import Store
from goodpath_client.teacher.boxes import Boxes
from goodpath_client.teacher.console import ConsoleScreen
from goodpath_client.teacher.control import WORLD_DEEDS
from goodpath_client.teacher.door import Door, told_door
from goodpath_client.teacher.fetching import FetchingScreen
from goodpath_client.teacher.first_line import first_words
from goodpath_client.teacher.keys import BY_NAME, bindings
from goodpath_client.teacher.namesakes import Namesakes
from goodpath_client.teacher.news import News
from goodpath_client.teacher.palette import acts_on, other_rows, palette_rows
from goodpath_client.teacher.seat_rows import Known, known_acts, known_seats, player_of
from goodpath_client.teacher.writing import WritingScreen
from goodpath_client.terminal import leave_on_signals, run_cleanly
from goodpath_client.themes import DARK, begin_with
from goodpath_client.unsent_words import NotSent
from goodpath_client.ways_out import with_teacher_keys
from goodpath_core.errors import GoodpathError
from goodpath_core.play.clock import LAST_S
from goodpath_core.play.event import Command
from goodpath_core.play.extension import PhaseExtended
from goodpath_core.play.seats import SeatOpened
from goodpath_core.play.shortening import PhaseShortened
from goodpath_core.play.told_acts import ACTS
from goodpath_core.scenario.durations import say_duration
from goodpath_core.text import clean_line
from goodpath_core.wire.closing import Closing
from goodpath_core.wire.frames import AskDoor, AskFile, AskSeats

SEATS_EVERY_S: Final = 3.0
"""How long the list of seats may be old where nothing happens."""
SEATS_PAUSE_S: Final = 0.5
"""How long it may be old where something does."""
REFUSED: Final = 1
"""Exit code where the server said no for good."""

_ALWAYS: Final = ("help", "theme", "quit")
"""Deeds that need nothing of the class."""
_WRITTEN: Final = "What you wrote"
"""Over words that come back: whether they were said is not always known."""
_CAME_LATE: Final = (
    "Seat {seat} has come late. It chooses a persona, or O hands one over.",
    "Seat {seat} has come late, to watch.",
)
"""What is said of a seat that comes during play: of one that plays, and of one that watches."""
_SHORTENED: Final = (
    f"This phase ends in {LAST_S} seconds; what was begun for pages is saved now. F7 ends it at once."
)
_LINK: Final = MappingProxyType(
    {"reconnecting": "The server cannot be reached; trying again. Is it dead? Alt+Q says what to do."}
)
"""Where a teacher is told something else than a student."""


class TeacherApp(LiveApp):
    """The console of one teacher."""

    CSS_PATH: ClassVar = [
        Path(__file__).parent.with_name("student.tcss"),
        Path(__file__).with_name("teacher.tcss"),
    ]
    TITLE = "GoodPath: the teacher"
    OFFERED, FOUND = palette_rows, other_rows
    FLUSH_S: ClassVar[float] = 0.1
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(False)]

    def __init__(
        self,
        link: Link,
        store: Store,
        *,
        now: Callable[[], int],
        door: Door,
        looks: KeptLooks | None = None,
        theme: str = DARK,
    ) -> None:
        """Teach over `link`; `now` gives milliseconds since 1970, and what was read before is in `looks`."""
        super().__init__(now)
        self.link, self.store, self.door = link, store, door
        self.shelf = Shelf(lambda file: self.hear(Change("state")))
        self.known: dict[int, Known] = {}
        """What the server told of each seat."""
        self.acts: dict[int, str] = {}
        """Number of a seat -> what it was last seen doing."""
        self._looks = looks or KeptLooks(None)
        self.news = News(self._looks)
        self.boxes = Boxes(self)
        self._namesakes = Namesakes()
        self.unsent: list[NotSent] = []
        """Words that came back, whose box was closed meanwhile."""
        self.left_behind: list[str] = []
        """Words that nobody had read, as far as it was known, when the console ended."""
        self.file = ""
        """Where the session file lies on the server's machine; empty until it was told."""
        self.lost = False
        """Whether the console was closed while the server could not be reached."""
        self.closing: Closing | None = None
        """How the server ended the connection, if it did so for good."""
        self.stop_words = partial(first_words, self)
        self._wanted = asyncio.Event()
        begin_with(self, theme)

    def on_mount(self) -> None:
        """Show the console and begin to listen."""
        self.at_end = (lambda: self.left_behind.extend(self.boxes.all_words()),)
        leave_on_signals(self)
        self.push_screen(FetchingScreen())
        self.set_interval(1.0, self.tick)
        self.store.on_change(self.hear)
        self._keep_link()
        self._keep_seats()
        self._fetch_pictures()

    # In the background

    @work(group="link")
    async def _keep_link(self) -> None:
        """Stay connected; where the server says no for good, the console ends with its sentence."""
        self.closing = await self.link.run()
        if self.closing is not None:
            self.exit(REFUSED, REFUSED)

    @work(group="seats")
    async def _keep_seats(self) -> None:
        """Ask for the list of seats and the door when something happens, and every few seconds."""
        while True:
            with suppress(GoodpathError):
                self.known = known_seats(await self.link.ask(AskSeats()))
                self.acts |= known_acts(self.known)
                if words := self._namesakes.words(self.store, self.known):
                    self.say(words, beside=True)
                self.door = told_door(self.door, await self.link.ask(AskDoor()))
                self.file = self.file or _told_file(await self.link.ask(AskFile()))
                self.hear(Change("here"))
            self._wanted.clear()
            await asyncio.sleep(SEATS_PAUSE_S)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._wanted.wait(), SEATS_EVERY_S)

    @work(group="pictures")
    async def _fetch_pictures(self) -> None:
        await self.shelf.fetch(self.link)

    # What screens call

    def do(self, command: Command) -> str:
        """Ask for something now; the request's id, empty where the server cannot be reached.

        A teacher's key must not act minutes later, when the connection is back.
        """
        return self.link.do(command) if self.reached() else ""

    def reached(self) -> bool:
        """Whether the server can be reached; if not it is said."""
        if not self.store.link.online:
            self.say(NOT_DONE, True)
        return self.store.link.online

    def link_word(self) -> str:
        """How the connection stands, in a word."""
        return connection_word(self.store.link)

    def link_sentence(self) -> str:
        """What is wrong with the connection; empty while nothing is."""
        link = self.store.link
        return _LINK.get(link.kind, connection_sentence(link, self.closing))

    def open(self, screen: Screen[None]) -> None:
        """Put a screen on top; the same kind and the same box only once, and nothing over a question."""
        if isinstance(self.screen, ModalScreen):
            return
        box = self.boxes.screen(screen.box) if isinstance(screen, WritingScreen) else None
        if box is not None:
            self.close_over(box)
        else:
            super().open(screen)

    @property
    def desks(self) -> list[ConsoleScreen]:
        """The console, which lies below all other screens; none until the class has come."""
        return [one for one in self.screen_stack if isinstance(one, ConsoleScreen)]

    @property
    def desk(self) -> ConsoleScreen:
        """The console; only where the class has come."""
        return self.desks[0]

    def route(self) -> None:
        """Once the class has come, the console takes the place of the screen that waits for it."""
        if self.store.view is not None and isinstance(self.screen, FetchingScreen):
            self.switch_screen(ConsoleScreen())

    def note(self, change: Change) -> None:
        """Say what was refused, and keep who did what last."""
        if change.kind == "state" and self.store.welcome is not None:
            self._looks.open(self.store.welcome.session)
        if change.kind == "done":
            self.boxes.settle(change.id)
        if change.kind == "refused":
            self._give_back(change)
        if change.event is not None:
            self._wanted.set()
            if isinstance(change.event.fact, SeatOpened) and self.store.world.session.stage == "playing":
                seat = change.event.fact
                self.say(_CAME_LATE[seat.role == "observer"].format(seat=seat.seat))
            if isinstance(change.event.fact, PhaseExtended):
                self.say(f"This phase now lasts {say_duration(self.store.world.phase.seconds)} in all.")
            if isinstance(change.event.fact, PhaseShortened):
                self.say(_SHORTENED)
            words = ACTS.get(change.event.fact.kind, "")
            player = player_of(self.store, change.event.voice)
            if words and player:
                self.acts[player] = words

    def _give_back(self, change: Change) -> None:
        """Say why something was refused; its words go back into their box, shown if that is closed."""
        self.say(with_teacher_keys(change.code, change.text), severe=True)
        self.store.drop_pending(change.id)
        words = words_of(change.command) if change.command else ""
        if not self.boxes.give_back(change.id) and words:
            self.unsent.append(NotSent(change.text, words))
            show_unsent(self, self.unsent, _WRITTEN)

    # Deeds

    def action_deed(self, name: str) -> None:
        """A key of the table was pressed."""
        self.run_deed(BY_NAME[name])

    def run_deed(self, deed: Deed) -> None:
        """Do something of the table, as the screen on top has it, else the console, else the world.

        While something is being asked only the pause acts, and the deed that the question is about.
        """
        if not acts_on(deed, self.screen):
            return
        if not self.desks and deed.name not in _ALWAYS:
            self.say("The class is still being fetched; press it again in a moment.")
            return
        for place in (self.screen, *self.desks):
            doing = doing_of(place, deed.action)
            if doing is not None:
                doing("")
                return
        WORLD_DEEDS[deed.name](self)

    async def action_quit(self) -> None:
        """Leave; the server is not asked."""
        self.lost = not self.store.link.online
        await self.link.close()
        self.exit(0)


def _told_file(answer: object) -> str:
    """Where the session file lies, as the server says; what does not fit is passed over."""
    return clean_line(str(answer.get("file", ""))) if isinstance(answer, Mapping) else ""


class Lesson(NamedTuple):
    """How a console was closed."""

    code: int
    """Its exit code."""
    closing: Closing | None
    """How the server ended it, if it did so for good."""
    file: str
    """Where the session file lies on the server's machine; empty if that was never told."""
    lost: bool
    """Whether the server could not be reached then."""
    left_behind: list[str]
    """Words that nobody had read, as far as it was known."""


def run_teacher(
    link: Link, store: Store, *, now: Callable[[], int], door: Door, looks: KeptLooks, theme: str = DARK
) -> Lesson:
    """Teach until the console is closed; what is read is kept in `looks`."""
    app = TeacherApp(link, store, now=now, door=door, looks=looks, theme=theme)
    return Lesson(run_cleanly(app), app.closing, app.file, app.lost, app.left_behind)
