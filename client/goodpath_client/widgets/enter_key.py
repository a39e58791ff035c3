"""Tell an Enter that fingers pressed, which sends, from one inside a paste, which begins a new line.

Some terminals hand a paste over key by key. Such keys come closer together than anybody types.
"""

from collections.abc import Callable
from typing import Final

from textual.timer import Timer

BURST_SECONDS: Final = 0.002
"""Keys closer together than this come from a paste or a slow line, not straight from fingers."""
HOLD_SECONDS: Final = 0.03
"""How long an Enter within such a burst waits: what follows at once makes it a new line of a paste."""

_BURST_KEYS = 2

SetTimer = Callable[[float, Callable[[], None]], Timer]


class EnterKey:
    """What is known of the keys that came last, and the Enter that waits for the next one."""

    def __init__(
        self, set_timer: SetTimer, *, send: Callable[[], None], new_line: Callable[[], None]
    ) -> None:
        """Do `send` or `new_line` for an Enter, at once or later."""
        self._set_timer, self._send, self._new_line = set_timer, send, new_line
        self._last_key = 0.0
        self._burst = 0
        self._burst_has_lines = False
        self._held: Timer | None = None

    def count(self, time: float) -> None:
        """Note how many keys came too close together to be typed, and settle an Enter that was held."""
        close = time - self._last_key < BURST_SECONDS
        self._last_key = time
        self._burst = self._burst + 1 if close else 0
        self._burst_has_lines = self._burst_has_lines and close
        if self._held is None:
            return
        self._held.stop()
        if close:
            self._held = None
            self._burst_has_lines = True
            self._new_line()
        else:
            self._release()

    def press(self) -> None:
        """Send, or hold on for a moment where this may be the end of a pasted line."""
        if self._burst_has_lines:
            self._new_line()
        elif self._burst < _BURST_KEYS:
            self._send()
        else:
            self._held = self._set_timer(HOLD_SECONDS, self._release)

    def drop(self) -> None:
        """Forget an Enter that is held."""
        if self._held is not None:
            self._held.stop()
        self._held = None

    def _release(self) -> None:
        self._held = None
        self._send()
