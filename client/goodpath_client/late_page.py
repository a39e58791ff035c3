"""Put on the page what was begun for it and not saved, before a phase ends or as the phone is put away."""

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple, Protocol

from goodpath_client.drafts import DraftBook, Drafts
from goodpath_client.late_choice import LateChoice
from goodpath_client.late_face import LateFace
from goodpath_client.store import Store
from goodpath_core.play.clock import LAST_S, seconds_left
from goodpath_core.play.event import Command

_ONCE_MORE_S: Final = 3
"""So many seconds before the end what was changed since then is put on the page once more."""
_PUT: Final = "The phase is about to end: what you {did} is put on your page now."
_CALLED: Final = "Your phone is put away: what you {did} is put on your page now."

_Part = LateChoice | LateFace


class _Moment(NamedTuple):
    """Who plays in which phase."""

    persona: str
    """Id of the persona that is played."""
    stage: str
    """Of the session: lobby, playing, debrief or ended."""
    phase: int
    """Index of the phase; -1 before the first."""


class Seated(Protocol):
    """Where somebody plays: what is begun there, and how it is asked for and told."""

    @property
    def store(self) -> Store:
        """The client's copy."""

    @property
    def drafts(self) -> DraftBook:
        """What is begun, on the desks of personas."""

    @property
    def playing(self) -> str:
        """Id of the persona that what is begun there is meant as; or empty."""

    @property
    def closing(self) -> object:
        """Why nothing can be asked for from there; None where it can."""

    @property
    def now(self) -> Callable[[], int]:
        """Tells the own time, in milliseconds since 1970."""

    def do(self, command: Command, /) -> object:
        """Ask for something to happen."""

    def say(self, text: str, severe: bool = False, beside: bool = False) -> None:
        """Tell the person something in passing."""

    def unsay(self, *begins: str) -> None:
        """Take away what was told in passing and begins with one of these."""


class OpenBoxes:
    """The boxes on the screen in which something is begun for the own page; here there are none."""

    def keep(self) -> None:
        """Lay on the desk what is begun in them."""

    def take_up(self) -> None:
        """Show what lies on the desk by now."""


class LatePage:
    """What was begun for the own page, at the ends of phases and of the time on the phone."""

    def __init__(self, app: Seated, boxes: OpenBoxes) -> None:
        """What is begun lies on the desk of `app`, and in `boxes` as long as they are open."""
        self._app, self._boxes = app, boxes
        self._parts: tuple[_Part, ...] = (LateChoice(), LateFace())
        self._moment: _Moment | None = None
        self._called = -1
        """World second at which the persona was called away from the phone, as far as it was answered."""
        self._owed: dict[_Part, str] = {}
        """What became of what was begun, not told yet: it is told where something can be done about it."""

    def look(self) -> None:
        """See whether a phase is about to end, or has ended, and whether the phone was put away.

        While the world stands still nothing can be saved; what has changed meanwhile is seen afterwards.
        """
        store = self._app.store
        person = store.my_person
        session = store.world.session
        is_elsewhere = store.me != self._app.playing or self._app.closing is not None
        if person is None or store.my_page is None or is_elsewhere or session.paused:
            return
        before, self._moment = self._moment, _Moment(store.me, session.stage, store.world.phase.index)
        called, self._called = self._called, person.called
        if before is None:
            self._arrive(store)
        elif before.persona != store.me or before.stage != "playing":
            self._begin()
        elif before != self._moment:
            self._turn(store)
        elif person.called not in (-1, called):
            self._put(store, _CALLED, self._parts)
        else:
            self._look_at_clock(store)
        self._tell(store)

    def _arrive(self, store: Store) -> None:
        """The own page is seen for the first time: what was begun for it before goes on, and it is said."""
        if store.world.session.stage != "lobby":
            self._owe({part: part.arrive(store, self._desk(), self._app.now()) for part in self._parts})

    def _begin(self) -> None:
        self._owed.clear()
        for part in self._parts:
            part.begin()

    def _look_at_clock(self, store: Store) -> None:
        left = seconds_left(store.world, store.shown_ms(self._app.now()))
        late = [part for part in self._parts if 0 < left <= (_ONCE_MORE_S if part.has_sent else LAST_S)]
        if late:
            self._put(store, _PUT, late)
            self._remind(store)

    def _put(self, store: Store, words: str, parts: Iterable[_Part]) -> None:
        """Put on the page what the rules take, and say so."""
        desk, did, told = self._desk(), list[str](), list[str]()
        for part in parts:
            commands, more = part.put(store, desk, self._app.now())
            told += [more] * bool(more)
            for command in commands:
                self._app.do(command)
            if commands:
                did.append(part.DID)
                self._app.unsay(*part.UNSAVED)
        said = [words.format(did=" and ".join(did))] if did else []
        if said or told:
            self._app.say(" ".join([*said, *told]), beside=True)

    def _remind(self, store: Store) -> None:
        """Whoever has chosen an exchange and not made it is told while it can be made."""
        desk = self._desk()
        for part in self._parts:
            words = part.remind(store, desk, self._app.now())
            if words:
                self._app.say(words, severe=True, beside=True)

    def _turn(self, store: Store) -> None:
        """A phase has ended: what is begun goes on, or it will be said what became of it."""
        desk = self._desk()
        self._owe({part: part.turn(store, desk, self._app.now()) for part in self._parts})
        self._boxes.take_up()

    def _owe(self, fates: dict[_Part, str]) -> None:
        """Tell this when it can be told; what was owed of a phase that is over is true no more."""
        for part, fate in fates.items():
            if fate or not self._owed.get(part, "").startswith(part.LOST):
                self._owed[part] = fate

    def _tell(self, store: Store) -> None:
        """Tell what is owed with the phone in the hand, or where play is over."""
        person = store.my_person
        if store.world.session.stage == "playing" and (person is None or person.place != "phone"):
            return
        for words in filter(None, self._owed.values()):
            self._app.say(words, beside=True)
        self._owed.clear()

    def _desk(self) -> Drafts:
        """The desk, with what is begun on open screens on it."""
        self._boxes.keep()
        return self._app.drafts.of(self._app.playing)
