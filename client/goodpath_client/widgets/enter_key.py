"""Tell an Enter that fingers pressed, which sends, from one inside a paste, which begins a new line.

Most terminals mark a paste; some hand it over key by key. So do keys that were typed while the machine was
busy: both come closer together than anybody types. A paste is told by its length: nobody types so much in one
such moment. Until that is clear the keys behind an Enter wait, and none is lost.
"""

from collections.abc import Callable
from typing import Final

from textual import events
from textual.timer import Timer

BURST_SECONDS: Final = 0.002
"""Keys closer together than this come from a paste or a busy moment, not straight from fingers."""
HOLD_SECONDS: Final = 0.03
"""How long an Enter within such a burst waits for what follows."""
PASTE_KEYS: Final = 30
"""A burst with so many keys is a paste: somebody fast types as much in two seconds."""

_BURST_KEYS = 2

SetTimer = Callable[[float, Callable[[], None]], Timer]


class EnterKey:
    """What is known of the keys that came last, and those that wait behind an Enter."""

    def __init__(
        self, set_timer: SetTimer, *, send: Callable[[], None], write: Callable[[str], None]
    ) -> None:
        """`send` the line, or `write` a text, for the keys of a burst, at once or later."""
        self._set_timer, self._send, self._write = set_timer, send, write
        self._last_key = 0.0
        self._burst = 0
        self._is_paste = self._marks_pastes = False
        self._held = ""
        self._holding: Timer | None = None

    def take(self, event: events.Key) -> bool:
        """Whether a key was taken: an Enter always is, and so is what follows at once on one that waits."""
        close = event.time - self._last_key < BURST_SECONDS
        self._last_key = event.time
        sign = "\n" if event.key == "enter" else event.character if event.is_printable else None
        if not close or sign is None:
            self.settle()
        if not close:
            self._burst, self._is_paste = 0, False
        self._burst += 1
        if sign is None or not (self._held or sign == "\n"):
            return False
        self._take(sign)
        return True

    def notice_marked_paste(self) -> None:
        """This terminal marks a paste, so that keys are always typed; what waits came before it."""
        self.settle()
        self._marks_pastes = True

    def settle(self) -> None:
        """Do what the keys that wait mean: a paste is written, typed lines are sent one by one."""
        held, self._held = self._held, ""
        if self._holding is not None:
            self._holding.stop()
            self._holding = None
        self._is_paste = self._is_paste or (len(held) > 1 and self._burst >= PASTE_KEYS)
        if self._is_paste:
            self._write(held)
            return
        for part in held.splitlines(keepends=True):
            if part.strip("\n"):
                self._write(part.strip("\n"))
            if part.endswith("\n"):
                self._send()

    def _take(self, sign: str) -> None:
        if self._is_paste:
            self._write(sign)
        elif not self._held and (self._marks_pastes or self._burst <= _BURST_KEYS):
            self._send()
        else:
            self._held += sign
            self._wait()

    def _wait(self) -> None:
        """Wait for what follows; a paste need not wait any longer."""
        if self._holding is not None:
            self._holding.stop()
        self._holding = self._set_timer(HOLD_SECONDS, self.settle)
        if self._burst >= PASTE_KEYS and len(self._held) > 1:
            self.settle()
