"""Send requests from the outbox: in order, each once per connection, no faster than the server takes them."""

import asyncio
from collections.abc import Awaitable, Callable

from goodpath_client.outbox import Outbox
from goodpath_client.patience import Pace
from goodpath_core.wire.codec import command_value
from goodpath_core.wire.frames import Do, Frame, Welcome
from goodpath_core.wire.limits import BURST, RATE


class Sender:
    """What of the outbox has gone out on this connection, and when the next may."""

    def __init__(self, outbox: Outbox, send: Callable[[Frame], Awaitable[None]]) -> None:
        self._outbox = outbox
        self._send = send
        self._sent: set[str] = set()
        self._wake = asyncio.Event()
        self._pace = Pace(BURST, RATE)
        self._held_until = 0.0

    def wake(self) -> None:
        """There is something new in the outbox."""
        self._wake.set()

    def begin(self, welcome: Welcome) -> None:
        """A new connection: nothing has been sent on it yet; its welcome says how fast it may go."""
        self._sent.clear()
        self._held_until = 0.0
        burst = float(welcome.limits.get("burst", BURST))
        # A rehearsal on a fast clock may ask faster; should the server not like it, it says when to go on.
        rate = float(welcome.limits.get("rate", RATE)) * max(1.0, welcome.rate)
        self._pace = Pace(burst, rate, burst, self._now())

    def hold(self, request: str, retry_after: float) -> None:
        """The server wants a request again later; what was written after it waits too."""
        self._sent.discard(request)
        self._held_until = self._now() + retry_after
        self._wake.set()

    async def run(self) -> None:
        """Send whatever waits, until cancelled."""
        while True:
            request = next((one for one in self._outbox if one.id not in self._sent), None)
            pause = max(self._held_until - self._now(), self._pace.delay(self._now()))
            if request is None:
                self._wake.clear()
                await self._wake.wait()
            elif pause > 0:
                await asyncio.sleep(pause)
            else:
                self._pace.spend()
                self._sent.add(request.id)
                await self._send(Do(id=request.id, command=command_value(request.command)))

    def _now(self) -> float:
        return asyncio.get_running_loop().time()
