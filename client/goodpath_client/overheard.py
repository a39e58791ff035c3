"""Tell in passing what narrator, teacher and phone say to whoever has no screen before them that shows it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from goodpath_client.changes import Change
from goodpath_client.held_socket import MAY_HOLD, ON_SCREENS, HeldSocket, keeps_socket
from goodpath_client.journal_lines import FROM_PHONE, told_by_phone
from goodpath_client.last_seconds import LastSeconds
from goodpath_client.room_rows import told_key
from goodpath_client.screens.dark import DarkScreen
from goodpath_client.screens.debrief import DebriefScreen
from goodpath_client.screens.frame import Frame
from goodpath_client.screens.offline import OfflineScreen
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.screens.said_now import told_now
from goodpath_client.sockets import PlugNews
from goodpath_client.town_line import used_up
from goodpath_client.widgets.message_list import MessageList
from goodpath_core.play.clock import LAST_S
from goodpath_core.play.state import JournalLine

if TYPE_CHECKING:
    from goodpath_client.app import StudentApp

_PAUSED: Final = "PAUSED: "
_REFUSED: Final = "The world is paused"
"""How the refusal of what a pause forbids begins."""
_NOWHERE: Final = ("phase.shortened",)
"""What no screen shows by itself."""
_FRESH_MS: Final = 30_000
"""What is older is read where it stands: somebody was away and gets all of it at once."""


class Overheard:
    """What is told in passing."""

    def __init__(self, app: "StudentApp") -> None:
        self._app = app
        self._last, self._plug = LastSeconds(), PlugNews()
        self._held = HeldSocket(ON_SCREENS)
        self._rung: int | None = None
        """Number of the last event up to which all that the phone told has been shown or told."""

    def hear(self, change: Change) -> None:
        """Somebody may have said something."""
        event, app = change.event, self._app
        if change.kind == "state":
            self._plug.look(app.store)
            self._held.look(app.store)
        if event is None:
            return
        if event.fact.kind in MAY_HOLD:
            self._tell_plug(event.fact.kind)
        if event.fact.kind == "world.resumed":
            app.unsay(_PAUSED, _REFUSED)
        used = used_up(app.store, event)
        if used:
            app.say(used, beside=True)
        words = told_now(app.store, event) or _SAYS.get(event.fact.kind, _nothing)(app, event.fact)
        if not words or (event.fact.kind not in _NOWHERE and _is_in_sight(app, event.room)):
            return
        if app.store.server_ms(app.now()) - event.wall_ms < _FRESH_MS:
            app.say(words, beside=True)

    def look(self) -> None:
        """A second has passed."""
        for words in self._last.due(self._app.store, self._app.now()):
            self._app.say(words, beside=True)
        self._tell_phone()

    def _tell_plug(self, kind: str) -> None:
        """What became of the own plug and of the one before it: a full room has no row for it."""
        store = self._app.store
        turn = self._plug.hear(store) if kind == "sockets.changed" else ""
        held = self._held.hear(store, kind)
        # Whose turn has come with the phone in the hand is told so, and need not hear it twice.
        words = turn if keeps_socket(store) and turn else f"{turn} {held}".strip()
        if words:
            self._app.say(words, beside=True)

    def _tell_phone(self) -> None:
        """What the phone told stands on the screen, or is told now, also to whoever was away for long."""
        app, store = self._app, self._app.store
        if store.world.session.stage != "playing" or not _is_drawn(app):
            return
        for line in told_by_phone(store, self._rung):
            if not _is_shown(app, line):
                app.say(FROM_PHONE + line.text, beside=True)
        self._rung = store.world.seq


def _is_drawn(app: "StudentApp") -> bool:
    """Whether the phone, the room or what lies over them is there to be looked at."""
    if app.scene.shown not in ("online", "offline") or not app.screen_stack:
        return False
    if not isinstance(app.screen, Frame):
        return False
    lines = app.screen.query(MessageList)
    return app.screen.is_whole and all(one.size.height for one in lines)


def _is_shown(app: "StudentApp", line: JournalLine) -> bool:
    """Whether the screen on top shows what the phone told."""
    if isinstance(app.screen, OnlineScreen):
        return told_key(line) in app.screen.query_one(MessageList).visible_keys()
    return isinstance(app.screen, OfflineScreen) and line.seq > app.store.world.phase.seq


def _is_in_sight(app: "StudentApp", room: str) -> bool:
    """Whether the screen on top shows what is said in a room, or to everybody where there is none."""
    screen = app.screen
    if isinstance(screen, OnlineScreen):
        # In a chat where nobody has written yet nothing stands that was told to everybody.
        begun = bool(app.store.lines(screen.room))
        return begun and room in ("", screen.room) and screen.query_one(MessageList).following
    return isinstance(screen, OfflineScreen | DarkScreen | DebriefScreen)


def _nothing(app: "StudentApp", fact: Any) -> str:
    return ""


def _narrated(app: "StudentApp", fact: Any) -> str:
    return f"~ {fact.text}"


def _paused(app: "StudentApp", fact: Any) -> str:
    return f"{_PAUSED}{fact.why}"


def _shortened(app: "StudentApp", fact: Any) -> str:
    return f"Your teacher ends this phase; it is over in {LAST_S} seconds."


def _aside(app: "StudentApp", fact: Any) -> str:
    """What the teacher says on the phone, to those who have it in the hand."""
    is_heard = fact.label == "teacher" and app.scene.shown == "online"
    return f"# Your teacher: {fact.text}" if is_heard else ""


_SAYS: Final[Mapping[str, Callable[["StudentApp", Any], str]]] = MappingProxyType(
    {"narrated": _narrated, "world.paused": _paused, "aside.spoken": _aside, "phase.shortened": _shortened}
)
"""The words of each fact that is told in passing."""
