"""Run the student's client: one store, one link in the background, and the screen that fits the moment."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import ClassVar, Final

from textual import events, work
from textual.binding import BindingType
from textual.screen import Screen

from goodpath_client.allowed import WATCHING, is_for, why_not_here
from goodpath_client.app_deeds import APP_DEEDS
from goodpath_client.attention import Attention
from goodpath_client.begun import Boxes
from goodpath_client.briefing_words import is_briefed
from goodpath_client.changes import Change
from goodpath_client.connection_words import WELL, connection_sentence, connection_word
from goodpath_client.crash import SEAT, SEAT_AND_LINES
from goodpath_client.doing import doing_of
from goodpath_client.given_away import GivenAway
from goodpath_client.joined import Joined
from goodpath_client.keys import ANYWHERE, BY_NAME, Deed, bindings, parse_slash
from goodpath_client.last_room import LastRooms
from goodpath_client.late_page import LatePage
from goodpath_client.live_app import LiveApp
from goodpath_client.names import name_in_full
from goodpath_client.open_requests import OpenRequests
from goodpath_client.overheard import Overheard
from goodpath_client.own_signal import OwnSignal
from goodpath_client.palette import other_rows, palette_rows
from goodpath_client.phase_notices import PhaseNotices
from goodpath_client.removal_words import told_as_loss
from goodpath_client.scene import Scene
from goodpath_client.screens.briefing import BriefingScreen
from goodpath_client.screens.choose_persona import ChoosePersonaScreen
from goodpath_client.screens.dark import DarkScreen
from goodpath_client.screens.debrief import DebriefScreen
from goodpath_client.screens.elsewhere import ElsewhereScreen
from goodpath_client.screens.ended import EndedScreen
from goodpath_client.screens.frame import Frame
from goodpath_client.screens.join import JoinScreen
from goodpath_client.screens.life import LifeScreen
from goodpath_client.screens.offline import OfflineScreen
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.screens.open_pages import OpenPages
from goodpath_client.screens.unsent import show_unsent
from goodpath_client.seats import KnownSeat
from goodpath_client.shelf import Link, Shelf
from goodpath_client.store import Store
from goodpath_client.terminal import leave_on_signals
from goodpath_client.themes import BLUE, begin_with
from goodpath_client.unasked_moves import UnaskedMoves
from goodpath_client.unsent_words import NotSent, take_unplaced
from goodpath_core.play.briefing import ReadBriefing
from goodpath_core.play.event import Command
from goodpath_core.wire.closing import ABNORMAL, TAKEN_OVER, Closing

_BACK: Final = "You are back as {name}, seat {seat}. Not you? Leave (Alt+Q) and join with your own name."


Connect = Callable[[str, str, str, str, int], Joined]
"""Makes a seat of address, code, the student's own name, the token of the kept seat that was chosen, or an
empty one, and the cell that an observer asks for, or 0; raises GoodpathError with a sentence."""

KnownSeats = Callable[[str, str], tuple[KnownSeat, ...]]
"""The seats that this machine has at an address with a code; none for what is no address."""


def no_seats(address: str, code: str) -> tuple[KnownSeat, ...]:
    """Nothing is remembered here."""
    return ()


class StudentApp(LiveApp):
    """The client of one student."""

    CSS_PATH = Path(__file__).with_name("student.tcss")
    OFFERED, FOUND = palette_rows, other_rows
    TITLE = "GoodPath"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ANYWHERE)]
    DEEDS: ClassVar = APP_DEEDS

    def __init__(
        self,
        joined: Joined | None = None,
        *,
        now: Callable[[], int],
        connect: Connect | None = None,
        seats: KnownSeats = no_seats,
        watches: bool = False,
        address: str = "",
        code: str = "",
        own_name: str = "",
        cell: int = 0,
        theme: str = BLUE,
        settled: Callable[[], None] | None = None,
        ends_with_me: bool = False,
    ) -> None:
        """Play the seat `joined`, or ask for one with `connect`; `now` gives milliseconds since 1970.

        `seats` tells which seats were opened from here at an address with a code. Whoever `watches` asks
        for the `cell`, or for any with 0. `settled` is called once the student has read, or watches.
        `ends_with_me` says that the class is held for this seat alone, and has no teacher.
        """
        super().__init__(now)
        self.connect_to = connect
        self.known_seats, self.watches = seats, watches
        self.address, self.code, self.own_name, self.cell = address, code, own_name, cell
        self.store = joined.store if joined else Store()
        self.rooms = joined.rooms if joined else LastRooms(None)
        self.student_link: Link | None = joined.link if joined else None
        self.shelf = Shelf(lambda file: self.hear(Change("state")))
        self.playing = ""
        """Id of the persona that the screens are for, and that what is done there is meant as; or empty."""
        self.boxes = Boxes(self, joined.drafts if joined else None)
        self.drafts = self.boxes.pages
        self.unsent: list[NotSent] = []
        """What was not sent and stands in no box, until it has been shown."""
        self.closing: Closing | None = None
        self.scene = Scene(alone=ends_with_me)
        self._tell_settled = settled
        self.ends_with_me = ends_with_me
        self._requests = OpenRequests(self)
        self.late_page, self.given_away = LatePage(self, OpenPages(self)), GivenAway()
        self.overheard, notices = Overheard(self), PhaseNotices(self)
        self._looks_at_phase = (notices.look, self.late_page.look)
        self.each_second = (*self._looks_at_phase, self.overheard.look, self.boxes.keep)
        self.stop_words = lambda: (self.signal.words(self.store, self.now()), "")
        self.signal, self.attention, self.moves = OwnSignal(), Attention(now), UnaskedMoves()
        begin_with(self, theme)

    @property
    def kept_words(self) -> str:
        """What of the student's is still there after a crash, as the end of a sentence."""
        if self.store.welcome is None:
            return ""
        return SEAT_AND_LINES if self.is_end_done and self.boxes.lasts else SEAT

    # Beginning

    def on_mount(self) -> None:
        """Install the screens that last, show the first one, begin to listen."""
        for name, screen in (("online", OnlineScreen()), ("offline", OfflineScreen())):
            self.install_screen(screen, name)
        self.at_end = (self.boxes.close,)
        leave_on_signals(self)
        self.attention.begin()
        self.set_interval(1.0, self.tick)
        if self.student_link is not None:
            self.begin(Joined(self.student_link, self.store, self.rooms, self.boxes.kept))
        else:
            self._show_base("join")

    def begin(self, joined: Joined) -> None:
        """Play this seat from now on; how an earlier try to join ended says nothing of it."""
        self.student_link, self.store, self.rooms, drafts = joined
        self.closing = None
        self.boxes.begin(drafts)
        self.moves = UnaskedMoves()
        self.moves.hear(Change("state"), self.store, self.now())
        self._keep_link(joined.link, self.store.on_change(self.hear))
        self.route()

    @work(group="link", exit_on_error=True)
    async def _keep_link(self, link: Link, stop_hearing: Callable[[], None]) -> None:
        """Stay connected, also after another terminal had the seat; screens learn of it through the store."""
        fetching = self._fetch_pictures(link)
        self.closing = await link.run()
        while self.closing is TAKEN_OVER:
            self.boxes.hand_over()
            await self.push_screen_wait(ElsewhereScreen())
            _take_down(self)
            self.boxes.take_back()
            self.closing = None
            self.route()
            self.closing = await link.run()
        fetching.cancel()
        if self.closing and self.closing.code == ABNORMAL:
            self.say(self.closing.text, severe=True)  # whole: where the connection stands is room for a line
        if self.store.welcome is None and self.connect_to is not None:
            stop_hearing()
            self.student_link = None  # the join screen asks again
        self.hear(Change("link"))

    @work(group="pictures")
    async def _fetch_pictures(self, link: Link) -> None:
        await self.shelf.fetch(link)

    async def action_quit(self) -> None:
        """Leave; what waits in the outbox stays there."""
        if self.student_link is not None:
            await self.student_link.close()
        self.exit(0)

    # What screens call

    def do(self, command: Command) -> str:
        """Ask for something to happen; the request's id, empty before there is a seat."""
        if self.student_link is None:
            return ""
        request = self.student_link.do(command, self.playing)
        self.boxes.keep()  # what is sent must not come back as a draft
        return request

    def link_word(self) -> str:
        """What is not as it should be with the connection, in a word or two; empty while all is well."""
        if self.student_link is None:
            return ""
        word = connection_word(self.store.link)
        return "" if word == WELL else word

    def link_sentence(self) -> str:
        """What is wrong with the connection; empty while nothing is."""
        return connection_sentence(self.store.link, self.closing, writes=self.store.role != "observer")

    @property
    def attentive(self) -> bool:
        """Whether somebody looks: the terminal has focus, or did something where it does not tell."""
        return self.attention.is_paid(self.app_focus)

    def set_briefed(self) -> None:
        """The briefing has been read."""
        self.scene.briefed = True
        if self.student_link is not None and not is_briefed(self.store):
            # It is the student who has read it, whoever is played.
            self.student_link.do(ReadBriefing(), "")
        self.route()

    def write_to(self, persona: str) -> None:
        """Open the private chat with a persona."""
        online = self.get_screen("online", OnlineScreen)
        if persona and online.is_mounted:
            while self.screen is not online and len(self.screen_stack) > 2:
                self.pop_screen()
            online.write_to(persona)

    # Changes

    def note(self, change: Change) -> None:
        """A request may have been answered; a loss is told, and what somebody says."""
        self.moves.hear(change, self.store, self.now())
        self._requests.answer(change)
        self.signal.note(change, self.store, self.now())
        self.overheard.hear(change)
        self.shelf.note(change)
        loss = told_as_loss(self.store, change.event) if change.event else ""
        if loss:
            self.say(loss, severe=True)

    async def on_event(self, event: events.Event) -> None:
        """Note what shows that somebody looks."""
        self.attention.notice(event)
        await super().on_event(event)

    # Which screen

    def route(self) -> None:
        """Show the screen that fits the moment; while another terminal has the seat its word stays."""
        if self.closing is TAKEN_OVER:
            return
        self.boxes.take_up()
        self.scene.briefed = self.scene.briefed or is_briefed(self.store)
        wanted = self.scene.wanted(self.store)
        if (wanted, self.store.me) != (self.scene.shown, self.playing):
            if self.scene.shown == "join":
                self.clear_notifications()  # what was said of having no seat is true no more
            if self.scene.shown == "join" and self.store.me:
                whole = name_in_full(self.store.view, self.store.me)
                self.say(_BACK.format(name=whole, seat=self.store.seat))
            self._show_base(wanted)
        if self._tell_settled and self.scene.is_settled(self.store):
            self._tell_settled()
            self._tell_settled = None
        if given := self.given_away.words(self.store):
            self.say(given, severe=True)
        for look in self._looks_at_phase:
            look()
        self.unsent += take_unplaced(self.store, self.drafts.of(self.playing))
        show_unsent(self, self.unsent)

    def _show_base(self, name: str) -> None:
        """Take down whatever is open, and show this screen instead."""
        _take_down(self)
        self.scene.shown, self.playing = name, self.store.me
        screen = _MAKES.get(name)
        fresh: Screen[None] | str = screen() if screen else name
        if len(self.screen_stack) > 1:
            self.switch_screen(fresh)
        else:
            self.push_screen(fresh)

    # Deeds

    def action_deed(self, name: str) -> None:
        """A key of the table was pressed."""
        self.run_deed(BY_NAME[name], "")

    def run_slash(self, line: str) -> bool:
        """Do what a line with a slash says; False, and said why, if that is nothing for this screen."""
        found = parse_slash(line)
        if found is None:
            self.say("There is no such command here; F1 shows them all.", severe=True)
            return False
        return self.run_deed(*found)

    def run_deed(self, deed: Deed, argument: str) -> bool:
        """Do something of the table, or say that it is not for this seat; False if not on this screen."""
        if not is_for(self.store, deed):
            self.refuse_box(WATCHING)
            return True
        base = next((one for one in reversed(self.screen_stack[:-1]) if isinstance(one, Frame)), None)
        for place in (self.screen, base, self):
            doing = doing_of(place, deed.action)
            if doing is not None:
                doing(argument)
                return True
        self.say(why_not_here(self.store, deed, self.now()), severe=True)
        return False


def _take_down(app: StudentApp) -> None:
    """Take down whatever is open above the first screen, with its drafts kept."""
    while len(app.screen_stack) > 2:
        if isinstance(app.screen, Frame):
            app.screen.keep_draft()
        app.pop_screen()


_MAKES: Final[Mapping[str, Callable[[], Screen[None]]]] = MappingProxyType(
    {
        "join": JoinScreen,
        "briefing": BriefingScreen,
        "choose": ChoosePersonaScreen,
        "lobby": lambda: LifeScreen("lobby"),
        "sheet": lambda: LifeScreen("first"),
        "dark": DarkScreen,
        "debrief": DebriefScreen,
        "ended": EndedScreen,
    }
)
