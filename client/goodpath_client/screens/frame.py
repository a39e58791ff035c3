"""Hold what every screen shares: the app with its store, the footer, a sentence when it is too small."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from goodpath_client.allowed import why_not
from goodpath_client.changes import Change
from goodpath_client.connection_words import gone_words
from goodpath_client.drafts import Drafts
from goodpath_client.keys import BY_NAME, Deed, deeds_at, hinted_way, hints, key_label
from goodpath_client.moment import time_left
from goodpath_client.own_keys import OwnKey
from goodpath_client.screens.fitting import FittedScreen
from goodpath_client.screens.wholeness import WholeScreen
from goodpath_client.store import Store
from goodpath_client.widgets.key_hints import Foot, Hint, KeyHints
from goodpath_client.widgets.line_box import LineBox
from goodpath_client.widgets.stop_line import StopLine
from goodpath_client.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from goodpath_client.app import StudentApp


_HELP: Final = key_label(BY_NAME["help"].keys[0])
_STOP: Final = key_label(BY_NAME["stop"].keys[0])
"""The key that stands at the foot of every screen."""
_QUIT: Final = key_label(BY_NAME["quit"].keys[0])
_BACK: Final = "Esc"
_LEAVE: Final = (_QUIT, "leave")


class Frame(WholeScreen[None], FittedScreen):
    """A screen of the student's client."""

    PLACES: ClassVar[tuple[str, ...]] = ()
    """Which deeds are possible here."""
    OWN_KEYS: tuple[OwnKey, ...] = ()
    """Keys of this screen alone, for help."""
    KEY_STYLE: ClassVar[str] = "bold $primary"
    WAITING_STYLE: ClassVar[str] = "$text-muted"
    """How the footer shows a key that does nothing before the world goes on."""
    TELLS_PAUSE = False
    """Whether the screen says in a place of its own that the world is paused."""
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
        yield KeyHints(self.KEY_STYLE, self.WAITING_STYLE, id="hints")
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
        self.query_one("#hints", KeyHints).show(self.foot())
        for line in self.query(TitleLine):
            line.tell(gone_words(self.store.link) or time_left(self.store, self.student.now()))

    def foot(self) -> Foot:
        """The ways out at the left, help and stop key at the right, between them what can be done here.

        The stop key stands there while there is somebody to be told; once the connection is closed there is
        a way to leave instead.
        """
        shown, closed = self.hints(), self.store.link.kind == "closed"
        paused = "PAUSED" if self.store.world.session.paused and not self.TELLS_PAUSE else ""
        corner = {_HELP: BY_NAME["help"].hint, _STOP: BY_NAME["stop"].hint}
        corner |= {key: words for key, words in shown if key in corner}
        if closed or self.student.student_link is None:
            del corner[_STOP]
        ways_out = [hint for hint in shown if hint[0] in (_BACK, _QUIT)]
        if closed and _LEAVE not in ways_out:
            ways_out.append(_LEAVE)
        return Foot(
            tuple(hint for hint in shown if hint[0] not in (_HELP, _STOP, _BACK, _QUIT)),
            tuple(ways_out),
            " · ".join(filter(None, (paused, self.student.link_word()))),
            tuple(corner.items()),
            self._waiting_keys(),
            by_key=True,
        )

    def _waiting_keys(self) -> frozenset[str]:
        """Keys whose deeds wait until the world goes on."""
        if not self.store.world.session.paused:
            return frozenset()
        now = self.student.now()
        return frozenset(
            hinted_way(deed)
            for deed in deeds_at(*self.PLACES)
            if deed.keys and why_not(self.store, deed, now)
        )

    def hints(self) -> tuple[Hint, ...]:
        """Keys for the footer, the most wanted first; help and stop key stand there in any case."""
        back = ((_BACK, "back"),) if self.CLOSES else ()
        return back + hints(*self.PLACES, possible=self.may)

    def may(self, deed: Deed) -> bool:
        """Whether the rules would let this seat do it now, or once the world goes on."""
        return not why_not(self.store, deed, self.student.now(), through_pause=True)

    def sync(self, changes: Sequence[Change]) -> None:
        """Bring the screen's own widgets in line with the store."""

    def tick(self) -> None:
        """A second has passed."""

    def note_key(self, event: events.Key) -> None:
        """A key was pressed on this screen, before anything has been done about it."""

    def note_paste(self, event: events.Paste) -> None:
        """Something was pasted on this screen, before it has come to any part of it."""

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
