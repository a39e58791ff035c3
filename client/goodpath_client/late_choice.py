"""What of the own choice of pictures the end of a phase would take away: put it on the page, or say so."""

from typing import Final

from goodpath_client.allowed import refused
from goodpath_client.chosen_pictures import (
    GOES,
    KEPT,
    NOT_YET,
    Choice,
    clear_desk,
    drop_older,
    goes_by_itself,
    lay_by,
    long_whys,
    on_desk,
    on_page,
    put_on_desk,
    take_laid_by,
    take_whys,
    takes_choices,
    why_not_taken,
)
from goodpath_client.drafts import Drafts
from goodpath_client.plurals import counted
from goodpath_client.store import Store
from goodpath_core.play.albums import WHOLE, ArrangeAlbum
from goodpath_core.play.event import Command
from goodpath_core.play.places import PickUpPhone

_LONG: Final = "A why that is too long stays in its box; shorten it and save (F2)."
_WAITS: Final = "The {pictures} you chose are not on your page. {why} They wait until your page takes them."
BY_KEYS: Final = ("F12, then F2 puts them there.", "F4, F12, then F2 puts them there.")
"""How an exchange is made on the screens, with the phone in the hand and without it."""
_LAST: Final = "The phase is about to end, and the pictures you chose are not on your page; {keys}"
_GONE: Final = "What you chose last is not on your page, which keeps what was saved."
_OVER: Final = "The phase in which you chose it is over."


class LateChoice:
    """The pictures that are chosen and not saved, for one seat."""

    DID: Final = "chose"
    UNSAVED: Final = ("These pictures ", KEPT)
    """How begins what was told of pictures and whys that are not saved."""
    LOST: Final = _GONE
    """How begins what is told of pictures that nothing puts on the page any more."""

    def __init__(self) -> None:
        self._sent: Choice | None = None
        """What was put on the page by itself in this phase."""
        self._was_reminded = False
        """Whether it was said in this phase that an exchange is not made by itself."""

    @property
    def has_sent(self) -> bool:
        """Whether anything was put on the page by itself in this phase."""
        return self._sent is not None

    def begin(self) -> None:
        """Another phase, or another persona: nothing was put on the page by itself yet."""
        self._sent, self._was_reminded = None, False

    def remind(self, store: Store, desk: Drafts, now_ms: int) -> str:
        """What is said, once in a phase, of a choice that only a key puts on the page; empty for nothing."""
        choice = on_desk(store, desk)
        person = store.my_person
        is_down = person is not None and person.place != "phone"
        no = refused(store, PickUpPhone, now_ms) if is_down else refused(store, ArrangeAlbum, now_ms)
        can_be = not (no or why_not_taken(store, choice.cards, now_ms))
        if self._was_reminded or self._is_done(store, choice) or takes_choices(store) or not can_be:
            return ""
        self._was_reminded = True
        return _LAST.format(keys=BY_KEYS[is_down])

    def put(self, store: Store, desk: Drafts, now_ms: int) -> tuple[list[Command], str]:
        """What puts on the page what the rules take, and what is said of the rest; no page is emptied."""
        choice = on_desk(store, desk)
        goes = goes_by_itself(store, choice, now_ms) and not refused(store, ArrangeAlbum, now_ms)
        if self._is_done(store, choice) or not goes:
            return [], ""
        self._sent = choice
        clear_desk(desk)
        about = (*choice.cards, WHOLE)
        return [choice.command, *take_whys(desk, about)], _LONG if long_whys(desk, about) else ""

    def _is_done(self, store: Store, choice: Choice) -> bool:
        return choice in (on_page(store), self._sent) or not choice.cards

    def turn(self, store: Store, desk: Drafts, now_ms: int) -> str:
        """A phase has ended: go on with what the new one takes; what becomes of a choice, in words."""
        sent = self._sent
        self.begin()
        choice, page = on_desk(store, desk), on_page(store)
        waiting = take_laid_by(desk)
        if waiting is not None and choice == page and not page.cards:
            choice = waiting
            put_on_desk(store, desk, choice)
        if choice == sent:
            clear_desk(desk)
        return "" if choice in (page, sent) else self._fate(store, desk, choice, now_ms)

    def _fate(self, store: Store, desk: Drafts, choice: Choice, now_ms: int) -> str:
        """Leave a choice where it belongs now; in words, what becomes of it."""
        why = why_not_taken(store, choice.cards, now_ms)
        if not why and takes_choices(store):
            return GOES if choice.cards else NOT_YET
        clear_desk(desk)
        if not on_page(store).cards and store.world.session.stage == "playing":
            lay_by(desk, choice)
            return _WAITS.format(pictures=counted(len(choice.cards), "picture"), why=why)
        return f"{_GONE} {why or _OVER}"

    def arrive(self, store: Store, desk: Drafts, now_ms: int) -> str:
        """The own page has come: what becomes of a choice that was made at another terminal, in words."""
        drop_older(store, desk)
        return self.turn(store, desk, now_ms)
