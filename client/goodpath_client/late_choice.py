"""Put on the page in the last seconds of a phase what was chosen for it, and say what became of a choice."""

from typing import TYPE_CHECKING, Final, NamedTuple

from goodpath_client.allowed import refused
from goodpath_client.chosen_pictures import (
    NOT_YET,
    Choice,
    clear_desk,
    long_whys,
    on_desk,
    on_page,
    put_on_desk,
    take_whys,
    takes_choices,
    why_not_taken,
)
from goodpath_client.drafts import Drafts
from goodpath_client.plurals import counted
from goodpath_client.screens.picture_picker import PicturePickerScreen
from goodpath_client.store import Store
from goodpath_core.play.albums import WHOLE, ArrangeAlbum
from goodpath_core.play.clock import seconds_left

if TYPE_CHECKING:
    from goodpath_client.app import StudentApp

LATE_S: Final = 10
"""So many seconds before its end a phase is about to end."""
_LAST_S: Final = 3
"""So many seconds before the end what was changed since then is put on the page once more."""
_PUT: Final = "The phase is about to end: what you chose is put on your page now."
_LONG: Final = " A why that is too long stays in its box; shorten it and save (F2)."
_WAITS: Final = "The {pictures} you chose are not on your page. {why} They wait until your page takes them."
_GONE: Final = "What you chose last is not on your page, which keeps what was saved. {why}"
_OVER: Final = "The phase in which you chose it is over."


class _Moment(NamedTuple):
    """Who plays in which phase."""

    persona: str
    """Id of the persona that is played."""
    stage: str
    """Of the session: lobby, playing, debrief or ended."""
    phase: int
    """Index of the phase; -1 before the first."""


class LateChoice:
    """What of the own choice the end of a phase would take away."""

    def __init__(self, app: "StudentApp") -> None:
        self._app = app
        self._moment: _Moment | None = None
        self._sent: Choice | None = None
        """What was put on the page by itself in this phase."""
        self._waiting: dict[str, Choice] = {}
        """What waits for a phase that takes it, by persona."""

    def look(self) -> None:
        """See whether a phase is about to end, or has ended."""
        store = self._app.store
        if store.my_page is None or store.me != self._app.playing:
            return
        session = store.world.session
        before, self._moment = self._moment, _Moment(store.me, session.stage, store.world.phase.index)
        if before is None or before.persona != store.me or before.stage != "playing":
            self._sent = None
        elif before != self._moment:
            self._turn(store)
        elif self._is_late(store):
            self._put(store)

    def _is_late(self, store: Store) -> bool:
        left = seconds_left(store.world, store.shown_ms(self._app.now()))
        return 0 < left <= (LATE_S if self._sent is None else _LAST_S)

    def _put(self, store: Store) -> None:
        """Put on the page what the rules take; a page is never emptied so."""
        desk = self._kept()
        choice = on_desk(store, desk)
        if choice in (on_page(store), self._sent) or not choice.cards or not self._is_taken(store, choice):
            return
        self._sent = choice
        clear_desk(desk)
        about = (*choice.cards, WHOLE)
        for command in (choice.command, *take_whys(desk, about)):
            self._app.do(command)
        self._app.say(_PUT + (_LONG if long_whys(desk, about) else ""), beside=True)

    def _is_taken(self, store: Store, choice: Choice) -> bool:
        no = why_not_taken(store, choice.cards) or refused(store, ArrangeAlbum, self._app.now())
        return not no

    def _turn(self, store: Store) -> None:
        """A phase has ended: go on with a choice that the new one takes, and say so of any other."""
        desk, sent = self._kept(), self._sent
        self._sent = None
        choice, page = on_desk(store, desk), on_page(store)
        if choice == page:
            choice = self._waiting.pop(store.me, page)
            put_on_desk(store, desk, choice)
        if choice not in (page, sent):
            self._app.say(self._fate(store, desk, choice), beside=True)
        elif choice == sent:
            clear_desk(desk)
        for picker in self._pickers():
            picker.take_up_choice()

    def _fate(self, store: Store, desk: Drafts, choice: Choice) -> str:
        """Leave a choice where it belongs now; in words, what becomes of it."""
        why = why_not_taken(store, choice.cards)
        if not why and takes_choices(store):
            return NOT_YET
        clear_desk(desk)
        if not on_page(store).cards and store.world.session.stage == "playing":
            self._waiting[store.me] = choice
            return _WAITS.format(pictures=counted(len(choice.cards), "picture"), why=why)
        return _GONE.format(why=why or _OVER)

    def _kept(self) -> Drafts:
        """The desk, with what is chosen on an open screen on it."""
        for picker in self._pickers():
            picker.keep_draft()
        return self._app.drafts.of(self._app.playing)

    def _pickers(self) -> list[PicturePickerScreen]:
        return [
            one for one in self._app.screen_stack if isinstance(one, PicturePickerScreen) and one.is_whole
        ]
