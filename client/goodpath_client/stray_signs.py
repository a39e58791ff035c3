"""Hold back what is typed on for a box that did not open, so that no sign of it acts as a key."""

from collections.abc import Callable
from typing import Final

FIRST_MS: Final = 3000
"""Whoever has begun to type nothing for so long has seen that there is no box."""
PAUSE_MS: Final = 1000
"""The same of whoever has typed on meanwhile: they look up."""
_TYPED: Final = frozenset(("enter", "backspace"))
"""What belongs to typing besides signs; Enter also ends it."""


class StraySigns:
    """Whether a key that was pressed belongs to words for which there is no box."""

    def __init__(self, now: Callable[[], int]) -> None:
        """Know the time from `now`, in milliseconds."""
        self._now = now
        self._until_ms = 0
        """Up to when a sign is one of those words."""

    def begin(self) -> None:
        """A box did not open; somebody may be typing for it already."""
        self._until_ms = self._now() + FIRST_MS

    def end(self) -> None:
        """Whatever is typed has a box."""
        self._until_ms = 0

    def take(self, key: str, is_sign: bool) -> bool:
        """Whether this key is to do nothing; a pause, an Enter or any key that writes nothing ends that."""
        now, until = self._now(), self._until_ms
        self._until_ms = 0
        if now >= until or not (is_sign or key in _TYPED):
            return False
        if key != "enter":
            self._until_ms = now + PAUSE_MS
        return True
