"""Leaves a log that took nothing alone for a while, then has it tried again: one timer for all failures."""

import asyncio
from collections.abc import Callable

from goodpath_core.errors import LogError


class Retry:
    """Why a log takes nothing, whether it is left alone now, and when it is tried again."""

    def __init__(self, after_s: float, again: Callable[[], None], loop: asyncio.AbstractEventLoop) -> None:
        """`again` is called in `loop`, `after_s` real seconds after the first failure since the last call.

        After each failure the log rests for half of that: `again` waits for its end too.
        """
        self.after_s = after_s
        """Seconds after which whoever was refused is to ask again."""
        self.fault: LogError | None = None
        """Why the log has not taken what it was given last; None if it has."""
        self._again = again
        self._loop = loop
        self._rests_until = 0.0
        self._timer: asyncio.TimerHandle | None = None

    @property
    def is_resting(self) -> bool:
        """Whether the log is left alone now, since it would hardly take anything."""
        return bool(self._rests_until) and self._loop.time() < self._rests_until

    def heard(self, fault: LogError | None) -> bool:
        """The log took nothing, or something; whether that is news."""
        before, self.fault = self.fault, fault
        if fault:
            self._rest()
        else:
            self._rests_until = 0.0
        return str(before) != str(fault)

    def _rest(self) -> None:
        self._rests_until = self._loop.time() + self.after_s / 2
        # What a timer for each failure tries on a full disk fails too: there would be ever more of them.
        if self._timer is None:
            self._timer = self._loop.call_later(self.after_s, self._ring)

    def _ring(self) -> None:
        self._timer = None
        if self.is_resting:
            self._timer = self._loop.call_at(self._rests_until, self._ring)
        else:
            self._again()
