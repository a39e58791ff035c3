"""Tell whether somebody looks at the terminal, so that lines count as read only then."""

from collections.abc import Callable
from typing import Final

from textual import events

ATTENTION_MS: Final = 60_000
"""Where the terminal does not tell of focus, a key press or the mouse counts as looking for so long."""


class Attention:
    """What the terminal has shown of the person before it."""

    def __init__(self, now: Callable[[], int]) -> None:
        """Know the time from `now`, in milliseconds."""
        self._now = now
        self._focus_known = False
        self._moved_ms = 0

    def begin(self) -> None:
        """Somebody has just started the client, and looks."""
        self._moved_ms = self._now()

    def notice(self, event: events.Event) -> None:
        """Keys and mouse show that somebody looks; a word of focus shows that the terminal tells of it."""
        if isinstance(event, events.InputEvent):
            self._moved_ms = self._now()
        elif isinstance(event, events.AppFocus | events.AppBlur):
            self._focus_known = True

    @property
    def is_known(self) -> bool:
        """Whether the terminal tells of focus; where it does not nobody can know whether somebody looks."""
        return self._focus_known

    def is_paid(self, focused: bool) -> bool:
        """Whether somebody looks; `focused` counts where the terminal tells of focus."""
        if self._focus_known:
            return focused
        return self._now() - self._moved_ms < ATTENTION_MS
