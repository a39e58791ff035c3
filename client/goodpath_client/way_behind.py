"""Come back behind all that a part of the screen was told, and behind all that it tells of it.

What a part tells goes through the queues of all that it lies in, and so does whoever wants to be behind it.
One that does not answer, as while something hangs that it does, is passed by: it holds nobody up for ever.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any, Final
from weakref import WeakSet

from textual.app import App
from textual.message_pump import MessagePump
from textual.widget import Widget

PATIENCE_S: Final = 1.5
"""So many seconds one waits for a part that does not answer."""
_LOOKS: Final = 3
"""How often one looks in that time: a machine that stood still has looked once, and passed nobody by."""


def _nothing() -> None:
    """Do nothing."""


class WayBehind:
    """The way behind what was told last; one at a time."""

    def __init__(
        self, app: App[Any], arrive: Callable[[], Awaitable[None]], patience_s: float = PATIENCE_S
    ) -> None:
        """Do `arrive` at the end of each way; wait `patience_s` seconds at most for each that is on it."""
        self._app, self._arrive, self._look_s = app, arrive, patience_s / _LOOKS
        self._left: deque[MessagePump] = deque()
        self._asked: MessagePump = app
        """Who is to answer."""
        self._questions = 0
        """How many were asked so far; an answer to an older one comes too late."""
        self._looks = 0
        """How often that was looked for."""
        self._silent: WeakSet[MessagePump] = WeakSet()
        """Who did not answer in time, and has not done so since: nobody waits for them again."""
        self._timer: asyncio.TimerHandle | None = None
        self.is_open = False
        """Whether somebody is on it."""

    def go(self, part: Widget, leave: Callable[[], None] = _nothing) -> None:
        """Begin at a part of the screen; `leave` it once all that it was told before has been done."""
        # Whatever has closed by then is left out; the app is always there. It is asked twice: what a key
        # does that it hears of last, such as giving the keys to another part, stands in its queue only then.
        # So is the part itself: what it tells stands in its queue only once it has done what it was told.
        around = (one for one in part.ancestors_with_self if one is not self._app)
        self._left = deque((part, *around, self._app, self._app))
        self.is_open = True
        self._ask(leave)
        self._look_later()

    def _ask(self, do: Callable[[], None] = _nothing) -> None:
        """Go on to the first that still listens, and answers as far as is known; there `do` something."""
        while self._left:
            self._asked = self._left.popleft()
            self._questions, self._looks = self._questions + 1, 0
            is_silent = self._asked in self._silent
            if not is_silent and self._asked.call_later(self._answer, self._asked, self._questions, do):
                return
            do = _nothing
        self.is_open = False  # not even the app listens: it ends

    async def _answer(self, one: MessagePump, question: int, do: Callable[[], None]) -> None:
        """One has done all that it was told before."""
        self._silent.discard(one)
        if question != self._questions:
            return
        do()
        if self._left:
            self._ask()
        else:
            self.is_open = False
            await self._arrive()

    def _look_later(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(self._look_s, self._look)

    def _look(self) -> None:
        """Pass by who was to answer, once that has taken too long; the app answers, or nothing does."""
        if not self.is_open or self._asked is self._app:
            return
        self._looks += 1
        if self._looks >= _LOOKS:
            self._silent.add(self._asked)
            self._ask()
        self._look_later()
