"""Hold what every screen shares: the app with its store, the footer, a sentence when it is too small."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from goodpath_client.allowed import why_not
from goodpath_client.changes import Change
from goodpath_client.drafts import Drafts
from goodpath_client.keys import BY_NAME, Deed, hints, key_label
from goodpath_client.moment import time_left
from goodpath_client.own_keys import OwnKey
from goodpath_client.screens.fitting import FittedScreen
from goodpath_client.screens.wholeness import WholeScreen
from goodpath_client.store import Store
from goodpath_client.widgets.key_hints import KeyHints
from goodpath_client.widgets.line_box import LineBox
from goodpath_client.widgets.stop_line import StopLine
from goodpath_client.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from goodpath_client.app import StudentApp


_STOP: Final = key_label(BY_NAME["stop"].keys[0])
"""The key that stands at the foot of every screen."""
_LEAVE: Final = (key_label(BY_NAME["quit"].keys[0]), "leave")


class Frame(WholeScreen[None], FittedScreen):
    """A screen of the student's client."""

    PLACES: ClassVar[tuple[str, ...]] = ()
    """Which deeds are possible here."""
    OWN_KEYS: tuple[OwnKey, ...] = ()
    """Keys of this screen alone, for help."""
    KEY_STYLE: ClassVar[str] = "bold $primary"
    CLOSES = True
    """Whether Escape goes back to the screen below."""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", "Back", show=False)]

    @property
    def student(self) -> "StudentApp":
        """The app."""
        return cast("StudentApp", self.app)

    @property
    def store(self) -> Store:
        """The client's copy."""
        return self.student.store

    @property
    def drafts(self) -> Drafts:
        """What the persona that the screens are for has begun and not sent, but for what is in the chats."""
        return self.student.drafts.of(self.student.playing)

    def compose(self) -> ComposeResult:
        """A stop signal on top, the screen's own widgets, its footer, and the sentence for a small window."""
        yield StopLine()
        yield from self.compose_frame()
        yield KeyHints(self.KEY_STYLE, id="hints")
        yield Static("", id="too-small", markup=False)

    def compose_frame(self) -> ComposeResult:
        """The screen's own widgets."""
        yield from ()

    def on_mount(self) -> None:
        """Show everything for the first time, folded before it is drawn at all."""
        self.fit(self.app.size)
        self.refresh_from_store(())

    def on_screen_resume(self) -> None:
        """Catch up with what changed while another screen was on top, the size of the window too."""
        for line in self.query(StopLine):
            line.tell()
        if self.is_whole:
            self.fit(self.app.size)
            self.do_once_drawn(self.place_passing)
        self.refresh_from_store(())

    def refresh_from_store(self, changes: Sequence[Change]) -> None:
        """Show what has changed; no changes mean: look at everything. Called only for mounted screens."""
        if not self.is_whole:
            return
        self.show_footer()
        self.sync(changes)

    def show_footer(self) -> None:
        """Show the keys that act now, how the connection stands, and how much of the phase is left."""
        self.query_one("#hints", KeyHints).show(self.foot(), self.student.link_word(), (_STOP,))
        for line in self.query(TitleLine):
            line.tell(time_left(self.store, self.student.now()))

    def foot(self) -> tuple[tuple[str, str], ...]:
        """The footer's keys with the stop key among them; how to leave where nobody can be told any more."""
        shown = self.hints()
        if self.student.student_link is None or self.store.link.kind == "closed":
            others = tuple(hint for hint in shown if hint[0] != _STOP)
            return others if _LEAVE in others else (_LEAVE, *others)
        is_there = any(key == _STOP for key, _ in shown)
        return shown if is_there else (*shown, (_STOP, BY_NAME["stop"].hint))

    def hints(self) -> tuple[tuple[str, str], ...]:
        """The footer's keys."""
        back = (("Esc", "back"),) if self.CLOSES else ()
        return back + hints(*self.PLACES, possible=self.may)

    def may(self, deed: Deed) -> bool:
        """Whether the rules would let this seat do it now."""
        return not why_not(self.store, deed, self.student.now())

    def sync(self, changes: Sequence[Change]) -> None:
        """Bring the screen's own widgets in line with the store."""

    def tick(self) -> None:
        """A second has passed."""

    def note_key(self, event: events.Key) -> None:
        """A key was pressed on this screen, before anything has been done about it."""

    def on_line_box_too_long(self, message: LineBox.TooLong) -> None:
        """Say by how much; it stays in its box."""
        self.student.say(message.words, severe=True)

    def keep_draft(self) -> None:
        """Keep what is begun and not sent: the screen goes."""

    def action_back(self) -> None:
        """Go back to the screen below; what is begun is kept."""
        if self.CLOSES:
            self.keep_draft()
            self.app.pop_screen()
