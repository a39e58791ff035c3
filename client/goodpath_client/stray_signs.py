"""Hold back what is typed on for a box that did not open, or has closed: no sign of it acts as a key."""

from collections.abc import Callable
from typing import Final

FIRST_MS: Final = 3000
"""Whoever has begun to type nothing for so long has seen that there is no box."""
CLOSED_MS: Final = 1500
"""The same of whoever has sent off what was written: they see the box close."""
PAUSE_MS: Final = 1000
"""The same of whoever has typed on: they look up."""
BOX_CLOSED: Final = (
    "The box is closed, so what you type now does nothing. Wait a second; then letters are keys again."
)
"""Said to whoever types on for a box that has closed."""
_TYPED: Final = frozenset(("enter", "backspace"))
"""What belongs to typing besides signs; Enter also ends it."""


class StraySigns:
    """Whether a key that was pressed belongs to words for which there is no box."""

    def __init__(self, now: Callable[[], int]) -> None:
        """Know the time from `now`, in milliseconds."""
        self._now = now
        self._until_ms = 0
        """Up to when a sign is one of those words."""
        self._has_sign = False
        """Whether one has come: an Enter that comes before ends no words."""
        self._words = ""
        """What is to be said once one comes; empty where it was said."""
        self._again = ""
        """The key that opens the box again, if it is the first that comes."""
        self._written_ms = 0
        """When a box got the last sign; 0 where another key came since."""
        self._is_written = False
        """Whether somebody has typed into a box, and at most pressed Enter since."""

    def begin(self) -> None:
        """A box did not open, which is said; somebody may be typing for it already."""
        self._begin(FIRST_MS, "", "")

    def close(self, again: str = "") -> None:
        """A box closes by itself: whoever has typed into it may type on, and is told then.

        Whoever begins with the key that opens it `again` means that key: what follows has a box.
        """
        if self._is_written:
            self._begin(CLOSED_MS, BOX_CLOSED, again)

    def _begin(self, for_ms: int, words: str, again: str) -> None:
        self._until_ms = self._now() + for_ms
        self._has_sign, self._words, self._again = False, words, again

    def end(self) -> None:
        """What is pressed now is meant as it is."""
        self._until_ms = self._written_ms = 0
        self._is_written = False

    def write(self, key: str, is_sign: bool) -> None:
        """This key goes into a box."""
        is_typed = is_sign or key == "backspace"
        self._until_ms = 0
        self._written_ms = self._now() if is_typed else 0
        self._is_written = is_typed or (self._is_written and key == "enter")

    def take(self, key: str, is_sign: bool) -> bool:
        """Whether this key is to do nothing; a pause, an Enter or any key that writes nothing ends that."""
        now, written = self._now(), self._written_ms
        if written and is_sign and now < written + PAUSE_MS:
            self._begin(PAUSE_MS, BOX_CLOSED, "")  # the box went in the middle of a word
        until, begun = self._until_ms, self._has_sign
        self.end()
        is_meant = not begun and key.lower() in ("enter", self._again)
        if now >= until or is_meant or not (is_sign or key in _TYPED):
            return False
        if key != "enter":
            self._until_ms, self._has_sign = now + PAUSE_MS, True
        return True

    def take_words(self) -> str:
        """What is to be said of it now; empty for nothing."""
        words, self._words = self._words, ""
        return words
