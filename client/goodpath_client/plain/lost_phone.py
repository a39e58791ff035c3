"""Know whether a line may still be meant for a phone that is not in the hand, as its owner believes."""

from typing import Final

from goodpath_client.changes import Change
from goodpath_client.store import Store
from goodpath_core.play.places import PickUpPhone, PutPhoneDown

SETTLED_MS: Final = 5_000
"""So long a line may be one that was begun for a chat: what is said aloud cannot be taken back."""


class LostPhone:
    """What has become of the phone without its owner's doing."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._is_down = False
        """Whether the persona was in the room by the last change."""
        self._missed_ms: int | None = None
        """When it was gone unasked, or was wanted in vain."""
        self._was_put_down = False
        """Whether the own putting down is known to be done, but its event has not come yet."""

    def miss(self, now_ms: int) -> None:
        """It was wanted at the own time `now_ms`, and is not in the hand."""
        self._missed_ms = now_ms

    def hear(self, change: Change, now_ms: int) -> None:
        """Something has changed at the own time `now_ms`, perhaps the place."""
        if change.kind == "refused" and isinstance(change.command, PickUpPhone):
            self.miss(now_ms)
        if change.kind == "done" and isinstance(change.command, PutPhoneDown):
            self._was_put_down, self._missed_ms = True, None
        was_down, self._is_down = self._is_down, self._is_in_room()
        if self._is_down and not was_down:
            self._missed_ms = None if self._was_put_down or self._is_asked(PutPhoneDown) else now_ms
        if self._is_down:
            self._was_put_down = False
        else:
            self._missed_ms = None

    def may_be_meant(self, now_ms: int) -> bool:
        """Whether a line that is typed at the own time `now_ms` may be meant for it."""
        is_recent = self._missed_ms is not None and 0 <= now_ms - self._missed_ms < SETTLED_MS
        return is_recent or self._is_asked(PickUpPhone)

    def _is_asked(self, kind: type[PickUpPhone] | type[PutPhoneDown]) -> bool:
        return any(isinstance(command, kind) for command, _ in self._store.asked.values())

    def _is_in_room(self) -> bool:
        person = self._store.my_person
        return person is not None and person.place == "room"
