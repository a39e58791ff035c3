"""Know whether a line may still be meant for the place where one was before one was moved unasked."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from goodpath_client.changes import Change
from goodpath_client.store import Store
from goodpath_core.play.event import Command
from goodpath_core.play.places import PickUpPhone, PlaceChanged, PutPhoneDown

SETTLED_MS: Final = 5_000
"""So long a line may be one that was begun for another place: what is said aloud cannot be taken back."""
_LEADS_TO: Final[Mapping[type[Command], str]] = MappingProxyType({PickUpPhone: "phone", PutPhoneDown: "room"})
"""What one can ask for oneself, and the place that one is in then."""


class UnaskedMoves:
    """What has become of the own place without one's doing."""

    def __init__(self, at_first: str = "") -> None:
        """`at_first` is the place for which a line is meant before any is known; empty for none."""
        self._at_first = self._place = at_first
        self._persona = ""
        """Id of the persona whose place was seen last."""
        self._left = ""
        """The place that one was taken from, or wants in vain; empty for none."""
        self._left_ms = 0
        """When that was, on the own clock."""
        self._due = ""
        """The place that an own move is known to have led to, but whose event has not come yet; or empty."""

    def miss(self, now_ms: int, place: str = "phone") -> None:
        """A place was wanted at the own time `now_ms`, and cannot be had."""
        self._left, self._left_ms = place, now_ms

    def hear(self, change: Change, store: Store, now_ms: int) -> None:
        """Something has changed at the own time `now_ms`, perhaps the place."""
        wanted = _LEADS_TO.get(type(change.command), "") if change.command else ""
        if wanted and change.kind == "refused":
            self.miss(now_ms, wanted)
        if wanted and change.kind == "done":
            self._due, self._left = wanted, ""
        self._look(_place_after(change, store), store, now_ms)

    def meant_for(self, store: Store, now_ms: int) -> str:
        """The place for which a line sent at the own time `now_ms` may be meant; empty for this one."""
        wanted = next((place for place in _LEADS_TO.values() if _is_asked(store, place)), "")
        is_recent = 0 <= now_ms - self._left_ms < SETTLED_MS
        meant = wanted or self._left * is_recent
        return "" if meant == self._place else meant

    def _look(self, place: str, store: Store, now_ms: int) -> None:
        if place and store.me != self._persona:
            self._persona, self._place, self._left = store.me, self._at_first, ""
        if place and place != self._place:
            is_own = place == self._due or _is_asked(store, place)
            self._left = "" if is_own else self._place
            self._place, self._left_ms = place, now_ms
        if self._due == self._place:
            self._due = ""


def _place_after(change: Change, store: Store) -> str:
    """The own place as a change tells of it; empty where it tells of none, and outside play."""
    fact, person = change.event.fact if change.event else None, store.my_person
    tells = change.kind == "state" or (isinstance(fact, PlaceChanged) and fact.persona == store.me)
    return person.place if tells and person and store.world.session.stage == "playing" else ""


def _is_asked(store: Store, place: str) -> bool:
    """Whether one waits for the answer to a move of one's own there."""
    return any(_LEADS_TO.get(type(command)) == place for command, _ in store.asked.values())
