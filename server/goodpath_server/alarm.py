"""Rings once the clock shows a moment; there is one moment at a time that is waited for."""

import asyncio
from collections.abc import Callable

from goodpath_server.clock import Clock


class Alarm:
    """An alarm in an event loop, for moments of a server's clock."""

    def __init__(self, clock: Clock, ring: Callable[[], None], loop: asyncio.AbstractEventLoop) -> None:
        self._clock = clock
        self._ring = ring
        self._loop = loop
        self._timer: asyncio.TimerHandle | None = None

    def set(self, at_ms: int | None) -> None:
        """Ring at this moment and at no other, or not at all."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
        if at_ms is not None:
            wait_s = self._clock.real_seconds(at_ms - self._clock.now_ms())
            self._timer = self._loop.call_later(max(0.0, wait_s) + 0.001, self._ring)
