"""When one connection is read: no faster than its frames may come, and not while it is held.

What may not be read yet waits, here and in the network: who sends without pause waits for it alone, and loses
nothing.
"""

import asyncio
from collections.abc import Callable

from goodpath_core.wire.limits import FRAME_STEP
from goodpath_server.rates import Bucket


class Inflow:
    """The way in of one connection."""

    __slots__ = ("_held", "_loop", "_read_on", "_timer", "_transport", "frames")

    def __init__(self, transport: asyncio.Transport, read_on: Callable[[], object]) -> None:
        """`read_on` takes up what was left when there were too many frames."""
        self._transport = transport
        self._read_on = read_on
        self._loop = asyncio.get_running_loop()
        self._held = False
        self._timer: asyncio.TimerHandle | None = None
        self.frames: Bucket | None = None
        """How many may come, and how fast; None for as many as there are."""

    @property
    def is_full(self) -> bool:
        """Whether no more frames may be taken now."""
        return self._timer is not None

    def count(self, size: int) -> None:
        """A frame of so many bytes was taken."""
        wait = self.frames.spend(self._loop.time(), 1 + size // FRAME_STEP) if self.frames else 0.0
        if wait:
            self._transport.pause_reading()
            self._timer = self._loop.call_later(wait, self._go_on)

    def _go_on(self) -> None:
        self._timer = None
        self._read_on()
        self._read_again()

    def hold(self) -> None:
        """Read nothing more for now."""
        self._held = True
        self._transport.pause_reading()

    def let_go(self) -> None:
        """Read again."""
        self._held = False
        self._read_again()

    def _read_again(self) -> None:
        if not self._held and not self.is_full:
            self._transport.resume_reading()

    def end(self) -> None:
        """Nothing more comes."""
        if self._timer:
            self._timer.cancel()
        # Else each would hold the other until the collector comes, which is spared.
        self._read_on = _leave_it


def _leave_it() -> None:
    """What is left of a connection that has gone is not read."""
