"""Hold back what is typed on for a box that did not open, so that no sign of it acts as a key."""

from collections.abc import Callable
from typing import Final

PAUSE_MS: Final = 1000
"""Whoever has typed nothing for so long has seen that there is no box."""
_TYPED: Final = frozenset(("enter", "backspace"))
"""What belongs to typing besides signs; Enter also ends it."""


class StraySigns:
    """Whether a key that was pressed belongs to words for which there is no box."""

    def __init__(self, now: Callable[[], int]) -> None:
        """Know the time from `now`, in milliseconds."""
        self._now = now
        self._last_ms: int | None = None

    def begin(self) -> None:
        """A box did not open; somebody may be typing for it already."""
        self._last_ms = self._now()

    def end(self) -> None:
        """Whatever is typed has a box."""
        self._last_ms = None

    def take(self, key: str, is_sign: bool) -> bool:
        """Whether this key is to do nothing; a pause, an Enter or any key that writes nothing ends that."""
        now, last = self._now(), self._last_ms
        self._last_ms = None
        if last is None or now - last >= PAUSE_MS or not (is_sign or key in _TYPED):
            return False
        if key != "enter":
            self._last_ms = now
        return True
