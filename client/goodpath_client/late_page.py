"""Put on the page what was begun for it and not saved, before a phase ends or as the phone is put away."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, NamedTuple

from goodpath_client.allowed import refused
from goodpath_client.drafts import Drafts
from goodpath_client.late_choice import LateChoice
from goodpath_client.late_face import LateFace
from goodpath_client.screens.page_editor import PageEditorScreen
from goodpath_client.screens.picture_picker import PicturePickerScreen
from goodpath_client.store import Store
from goodpath_client.ways_out import with_keys
from goodpath_core.play.clock import LAST_S, seconds_left
from goodpath_core.play.places import PickUpPhone

if TYPE_CHECKING:
    from goodpath_client.app import StudentApp

_ONCE_MORE_S: Final = 3
"""So many seconds before the end what was changed since then is put on the page once more."""
_PUT: Final = "The phase is about to end: what you {did} is put on your page now."
_CALLED: Final = "Your phone is put away: what you {did} is put on your page now."
_NO_PHONE: Final = "The phase is about to end, and what you {did} is not on your page. {why}"

_Part = LateChoice | LateFace


class _Moment(NamedTuple):
    """Who plays in which phase."""

    persona: str
    """Id of the persona that is played."""
    stage: str
    """Of the session: lobby, playing, debrief or ended."""
    phase: int
    """Index of the phase; -1 before the first."""


class LatePage:
    """What was begun for the own page, at the ends of phases and of the time on the phone."""

    def __init__(self, app: "StudentApp") -> None:
        self._app = app
        self._parts: tuple[_Part, ...] = (LateChoice(), LateFace())
        self._moment: _Moment | None = None
        self._called = -1
        """World second at which the persona was called away from the phone, as far as it was answered."""
        self._has_warned = False
        """Whether it was said in this phase that the phone must be picked up."""
        self._owed: dict[str, str] = {}
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
        if before is None or before.persona != store.me or before.stage != "playing":
            self._begin()
        elif before != self._moment:
            self._turn(store)
        elif person.called not in (-1, called):
            self._put(store, _CALLED, self._parts)
        else:
            self._look_at_clock(store)
        self._tell(store)

    def _begin(self) -> None:
        self._has_warned = False
        self._owed.clear()
        for part in self._parts:
            part.begin()

    def _look_at_clock(self, store: Store) -> None:
        left = seconds_left(store.world, store.shown_ms(self._app.now()))
        late = [part for part in self._parts if 0 < left <= (_ONCE_MORE_S if part.has_sent else LAST_S)]
        if late:
            self._put(store, _PUT, late)
            self._remind(store)
            self._warn(store, late)

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

    def _warn(self, store: Store, parts: Iterable[_Part]) -> None:
        """Whoever has put the phone down is told in time to pick it up, where that is possible."""
        desk, now_ms = self._desk(), self._app.now()
        lacks = {part.DID: no for part in parts if (no := part.lacks(store, desk, now_ms))}
        no = next(iter(lacks.values()), None)
        if self._has_warned or no is None or no.code != "phone_down" or refused(store, PickUpPhone, now_ms):
            return
        self._has_warned = True
        did, why = " and ".join(lacks), with_keys(no.code, no.text)
        self._app.say(_NO_PHONE.format(did=did, why=why), beside=True)

    def _turn(self, store: Store) -> None:
        """A phase has ended: what is begun goes on, or it will be said what became of it."""
        desk, self._has_warned = self._desk(), False
        fates = {part.DID: part.turn(store, desk, self._app.now()) for part in self._parts}
        self._owed.update({did: fate for did, fate in fates.items() if fate})
        for one in self._open_ones():
            if isinstance(one, PicturePickerScreen):
                one.take_up_choice()

    def _tell(self, store: Store) -> None:
        """Tell what is owed with the phone in the hand, or where play is over."""
        person = store.my_person
        if store.world.session.stage == "playing" and (person is None or person.place != "phone"):
            return
        for words in self._owed.values():
            self._app.say(words, beside=True)
        self._owed.clear()

    def _desk(self) -> Drafts:
        """The desk, with what is begun on open screens on it."""
        for one in self._open_ones():
            one.keep_draft()
        return self._app.drafts.of(self._app.playing)

    def _open_ones(self) -> list[PicturePickerScreen | PageEditorScreen]:
        kinds = (PicturePickerScreen, PageEditorScreen)
        return [one for one in self._app.screen_stack if isinstance(one, kinds) and one.is_whole]
