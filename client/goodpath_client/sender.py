"""Send requests from the outbox: one after the other's answer, no faster than the server takes them.

What is sent behind a request that the server wants again later could be stored before it: the server takes it
as soon as there is room for one more. So there is never more than one on its way. Whoever types waits for
nothing; only what was written while there was no connection takes the time of its answers. What is held until
the world goes on is passed by.
"""

import asyncio
from collections.abc import Awaitable, Callable

from goodpath_client.held_requests import HeldRequests
from goodpath_client.outbox import Outbox, Request
from goodpath_client.patience import Pace
from goodpath_core.wire.codec import command_value
from goodpath_core.wire.frames import Do, Frame, Welcome
from goodpath_core.wire.limits import BURST, RATE


class Sender:
    """Which request of the outbox is on its way on this connection, and when the next may leave."""

    def __init__(self, outbox: Outbox, held: HeldRequests, send: Callable[[Frame], Awaitable[None]]) -> None:
        self._outbox, self._held = outbox, held
        self._send = send
        self._sent = ""
        """The request whose answer is waited for."""
        self._wake = asyncio.Event()
        self._pace = Pace(BURST, RATE)

    def wake(self) -> None:
        """There is something new in the outbox, or a request was answered."""
        self._wake.set()

    def begin(self, welcome: Welcome) -> None:
        """A new connection: nothing has been sent on it yet; its welcome says how fast it may go."""
        self._sent = ""
        burst = float(welcome.limits.get("burst", BURST))
        # A rehearsal on a fast clock may ask faster; should the server not like it, it says when to go on.
        rate = float(welcome.limits.get("rate", RATE)) * max(1.0, welcome.rate)
        self._pace = Pace(burst, rate, burst, self._now())

    def hold(self, request: str, retry_after: float) -> None:
        """The server wants a request again later; it knows better how fast this seat may go."""
        self.pass_by(request)
        self._pace.rest(retry_after, self._now())

    def pass_by(self, request: str) -> None:
        """A request was answered, but not for good: it is on its way no more."""
        if request == self._sent:
            self._sent = ""
        self._wake.set()

    async def run(self) -> None:
        """Send whatever waits, until cancelled."""
        while True:
            request = next((one for one in self._outbox if one.id not in self._held), None)
            pause = self._pace.delay(self._now())
            if request is None or self._sent in self._outbox:
                self._wake.clear()
                await self._wake.wait()
            elif pause > 0:
                await asyncio.sleep(pause)
            else:
                self._pace.spend()
                self._sent = request.id
                self._outbox.note_sent(request.id)
                await self._send(_asking(request))

    def _now(self) -> float:
        return asyncio.get_running_loop().time()


def _asking(request: Request) -> Do:
    return Do(id=request.id, command=command_value(request.command), persona=request.persona)
