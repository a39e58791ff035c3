"""Run the student's client: one store, one link in the background, and the screen that fits the moment."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import ClassVar, Final, NamedTuple

from textual import events, work
from textual.app import SystemCommand
from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer

from goodpath_client.changes import Change
from goodpath_client.keys import ANYWHERE, BY_NAME, DEEDS, Deed, bindings, parse_slash
from goodpath_client.screens.briefing import BriefingScreen
from goodpath_client.screens.choose_persona import ChoosePersonaScreen
from goodpath_client.screens.confirm import ConfirmScreen
from goodpath_client.screens.debrief import DebriefScreen
from goodpath_client.screens.ended import EndedScreen
from goodpath_client.screens.frame import Frame
from goodpath_client.screens.help import HelpScreen
from goodpath_client.screens.join import JoinScreen
from goodpath_client.screens.life import LifeScreen
from goodpath_client.screens.offline import OfflineScreen
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.shelf import Link, Shelf
from goodpath_client.store import Store
from goodpath_client.terminal import CleanApp, leave_on_signals
from goodpath_client.themes import BLUE, THEMES
from goodpath_core.play.event import Command
from goodpath_core.play.offline import SayAloud, Think
from goodpath_core.play.places import PickUpPhone, PutPhoneDown
from goodpath_core.play.safety import SignalStop, SpeakAside
from goodpath_core.play.seats import Observe
from goodpath_core.wire.closing import Closing

FLUSH_S: Final = 0.05
"""At most twenty repaints a second, whatever comes."""
ATTENTION_MS: Final = 60_000
"""Where the terminal does not tell of focus, a key press counts as looking for so long."""


class Joined(NamedTuple):
    """A seat that a person joins: its connection and its copy."""

    link: Link
    store: Store


Connect = Callable[[str, str, str], Joined]
"""Makes a seat of address, code and the student's own name; raises GoodpathError with a sentence."""


class StudentApp(CleanApp):
    """The client of one student."""

    CSS_PATH = Path(__file__).with_name("student.tcss")
    TITLE = "GoodPath"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ANYWHERE)]

    class Changed(Message):
        """The store changed; said by whoever changed it, heard by the screens."""

        def __init__(self, change: Change) -> None:
            super().__init__()
            self.change = change

    def __init__(
        self,
        joined: Joined | None = None,
        *,
        now: Callable[[], int],
        connect: Connect | None = None,
        address: str = "",
        code: str = "",
        theme: str = BLUE,
        briefed: Callable[[], None] | None = None,
    ) -> None:
        """Play the seat `joined`, or ask for one with `connect`; `now` gives milliseconds since 1970.

        `briefed` is called once the student has read the briefing.
        """
        super().__init__()
        self.now = now
        self.connect_to = connect
        self.address, self.code = address, code
        self.store = joined.store if joined else Store()
        self.student_link: Link | None = joined.link if joined else None
        self.shelf = Shelf(self._has_come)
        self.desk: dict[str, str] = {}
        """Unsent texts of other boxes than the composer, by box."""
        self.closing: Closing | None = None
        self._briefed = False
        self._tell_briefed = briefed
        self._welcome_seen = False
        self._sent: dict[str, Command] = {}
        self._changes: list[Change] = []
        self._flushing: Timer | None = None
        self._focus_known = False
        self._key_ms = 0
        self._base = ""
        for one in THEMES:
            self.register_theme(one)
        self.theme = theme

    # Beginning

    def on_mount(self) -> None:
        """Install the screens that last, show the first one, begin to listen."""
        for name, screen in (("online", OnlineScreen()), ("offline", OfflineScreen())):
            self.install_screen(screen, name)
        leave_on_signals(self)
        self._key_ms = self.now()  # somebody has just started it, and looks
        self.set_interval(1.0, self._tick)
        if self.student_link is not None:
            self.begin(Joined(self.student_link, self.store))
        else:
            self._show_base("join")

    def begin(self, joined: Joined) -> None:
        """Play this seat from now on."""
        self.student_link, self.store = joined
        self.store.on_change(self._hear)
        self._keep_link(joined.link)
        self._fetch_pictures(joined.link)
        self._route()

    def _hear(self, change: Change) -> None:
        """The store changed, perhaps inside the link's worker: only a message crosses over."""
        self.post_message(self.Changed(change))

    def _has_come(self, file: str) -> None:
        self._hear(Change("state"))

    @work(group="link", exit_on_error=True)
    async def _keep_link(self, link: Link) -> None:
        """Stay connected; the screens learn of everything through the store."""
        self.closing = await link.run()
        self.post_message(self.Changed(Change("link")))

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
        request = self.student_link.do(command)
        self._sent[request] = command
        return request

    def say(self, text: str, severe: bool = False) -> None:
        """Tell the student something in passing."""
        self.notify(text, severity="warning" if severe else "information", markup=False, timeout=6)

    def link_word(self) -> str:
        """How the connection stands, in one or two words."""
        link = self.store.link
        waiting = f", {link.waiting} waiting" if link.waiting and link.kind == "connected" else ""
        return {"reloaded": "connected", "catching_up": "catching up"}.get(link.kind, link.kind) + waiting

    def link_sentence(self) -> str:
        """What is wrong with the connection; empty while nothing is."""
        link = self.store.link
        waiting = f", {link.waiting} waiting" if link.waiting else ""
        words = {
            "connecting": "Connecting ...",
            "reconnecting": f"Reconnecting in {link.seconds} s (attempt {link.attempt}{waiting}); type on.",
            "catching_up": f"Catching up: {link.waiting} to come.",
            "reloaded": link.text or "Could not be carried on; everything was loaded anew.",
            "closed": link.text or (self.closing.text if self.closing else "The connection is closed."),
        }
        return words.get(link.kind, link.text)

    @property
    def attentive(self) -> bool:
        """Whether somebody looks: the terminal has focus, or a key was pressed where it does not tell."""
        if self._focus_known:
            return self.app_focus
        return self.now() - self._key_ms < ATTENTION_MS

    def set_briefed(self) -> None:
        """The briefing has been read."""
        self._briefed = True
        if self._tell_briefed:
            self._tell_briefed()
        self._route()

    def write_to(self, persona: str) -> None:
        """Open the private chat with a persona."""
        online = self.get_screen("online", OnlineScreen)
        if persona and online.is_mounted:
            while self.screen is not online and len(self.screen_stack) > 2:
                self.pop_screen()
            online.write_to(persona)

    # Changes

    def on_student_app_changed(self, message: Changed) -> None:
        """Collect changes; repaint soon, but not more often than twenty times a second."""
        self._changes.append(message.change)
        self._answer(message.change)
        if self._flushing is None:
            self._flushing = self.set_timer(FLUSH_S, self._repaint)

    def _answer(self, change: Change) -> None:
        if change.kind == "refused":
            self._put_back(change)
        if change.kind in ("refused", "done"):
            self._sent.pop(change.id, None)

    def _put_back(self, change: Change) -> None:
        """Give a refused text back to the box it came from and say why."""
        self.say(change.text, severe=True)
        command = self._sent.get(change.id)
        if change.room:
            pending = [line for line in self.store.pending(change.room) if line.id == change.id]
            online = self.get_screen("online", OnlineScreen)
            if pending and online.is_mounted:
                slash = "/ooc " if isinstance(command, SpeakAside) else ""
                online.put_back(slash + pending[0].text, change.room)
                self.store.drop_pending(change.id)
        elif isinstance(command, SayAloud | Think):
            offline = self.get_screen("offline", OfflineScreen)
            offline.put_back(command.text)

    def _repaint(self) -> None:
        self._flushing = None
        changes, self._changes = self._changes, []
        self._route()
        for screen in self.screen_stack:
            if isinstance(screen, Frame):
                screen.refresh_from_store(changes)

    def _tick(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, Frame) and screen.is_mounted:
                screen.tick()

    def on_app_focus(self) -> None:
        """The terminal tells of focus."""
        self._focus_known = True

    def on_app_blur(self) -> None:
        """The terminal tells of focus."""
        self._focus_known = True

    async def on_event(self, event: events.Event) -> None:
        """Note key presses: they show that somebody looks."""
        if isinstance(event, events.Key):
            self._key_ms = self.now()
        await super().on_event(event)

    # Which screen

    def wanted_base(self) -> str:
        """The name of the screen that fits the moment."""
        store = self.store
        if store.welcome is None or store.view is None:
            return "join"
        if not self._welcome_seen:
            self._welcome_seen, self._briefed = True, self._briefed or bool(store.me)
        stage = store.world.session.stage
        if not self._briefed and stage != "ended":
            return "briefing"
        if stage in ("debrief", "ended"):
            return stage
        if not store.me and store.role == "student":
            return "choose"
        person = store.my_person
        if person is not None and stage == "lobby":
            return "lobby"
        return "offline" if person is not None and person.place != "phone" else "online"

    def _route(self) -> None:
        wanted = self.wanted_base()
        if wanted != self._base:
            self._show_base(wanted)

    def _show_base(self, name: str) -> None:
        """Take down whatever is open and show this screen instead."""
        self._base = name
        while len(self.screen_stack) > 2:
            self.pop_screen()
        screen = _MAKES.get(name)
        fresh: Screen[None] | str = screen() if screen else name
        if len(self.screen_stack) > 1:
            self.switch_screen(fresh)
        else:
            self.push_screen(fresh)

    def open(self, screen: Screen[None]) -> None:
        """Put a screen on top; the same kind only once."""
        if type(self.screen) is not type(screen):
            self.push_screen(screen)

    # Deeds

    def action_deed(self, name: str) -> None:
        """A key of the table was pressed."""
        self.run_deed(BY_NAME[name], "")

    def run_slash(self, line: str) -> bool:
        """Do what a line with a slash says; False if it says nothing that is known here."""
        found = parse_slash(line)
        if found is None:
            return False
        return self.run_deed(*found)

    def run_deed(self, deed: Deed, argument: str) -> bool:
        """Do something of the table; False if it is not possible on this screen."""
        base = next((one for one in reversed(self.screen_stack[:-1]) if isinstance(one, Frame)), None)
        for place in (self.screen, base, self):
            doing = getattr(place, f"deed_{deed.action}", None)
            if doing is not None:
                doing(argument)
                return True
        self.say(f"That is not possible here: {deed.name}.", severe=True)
        return False

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette offers: the same table as everything else."""
        places = {ANYWHERE, *getattr(screen, "PLACES", ())}
        for deed in DEEDS:
            if deed.palette and places & set(deed.where):
                yield SystemCommand(f"/{deed.name}", deed.help, lambda deed=deed: self._from_palette(deed))

    def _from_palette(self, deed: Deed) -> None:
        if deed.takes and isinstance(self.screen, OnlineScreen):
            self.screen.begin_slash(deed)
        else:
            self.run_deed(deed, "")

    def deed_help(self, argument: str) -> None:
        """Show every key."""
        self.open(HelpScreen(getattr(self.screen, "PLACES", ())))

    def deed_briefing(self, argument: str) -> None:
        """Show the briefing again."""
        self.open(BriefingScreen(again=True))

    def deed_life(self, argument: str) -> None:
        """Show the own persona's sheet."""
        self.open(LifeScreen())

    def deed_phone(self, argument: str) -> None:
        """Put the phone down, or pick it up."""
        person = self.store.my_person
        if person is None:
            self.say("You are watching; only a persona has a phone.")
        else:
            self.do(PutPhoneDown() if person.place == "phone" else PickUpPhone())

    def deed_stop(self, argument: str) -> None:
        """Tell the teacher privately, after one more key."""
        words = "Tell your teacher that you want this to stop? Nobody else will know, and no reason is asked."
        self.push_screen(ConfirmScreen(words, "tell the teacher", again="f9"), self._stop)

    def _stop(self, sure: bool | None) -> None:
        if sure:
            self.do(SignalStop())
            self.say("Your teacher has been told, and nobody else.")

    def deed_observe(self, argument: str) -> None:
        """Stop playing and watch, after one more key."""
        words = "Stop playing and watch instead? Watching counts as taking part, and nobody asks why."
        self.push_screen(ConfirmScreen(words, "watch"), self._observe)

    def _observe(self, sure: bool | None) -> None:
        if sure:
            self.do(Observe())

    def deed_theme(self, argument: str) -> None:
        """Go to the next colours."""
        names = [theme.name for theme in THEMES]
        at = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(at + 1) % len(names)]

    def deed_quit(self, argument: str) -> None:
        """Leave, after one more key."""
        words = "Leave? Your seat is kept, and what was not sent yet is sent when you come back."
        self.push_screen(ConfirmScreen(words, "leave"), self._leave)

    async def _leave(self, sure: bool | None) -> None:
        if sure:
            await self.action_quit()


_MAKES: Final[dict[str, Callable[[], Screen[None]]]] = {
    "join": JoinScreen,
    "briefing": BriefingScreen,
    "choose": ChoosePersonaScreen,
    "lobby": lambda: LifeScreen(waiting=True),
    "debrief": DebriefScreen,
    "ended": EndedScreen,
}
