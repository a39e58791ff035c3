"""The one thread that writes: takes a batch, stores it, tells the loop; settles the log when it is quiet."""

import asyncio
import queue
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial

from goodpath_core.errors import LogError
from goodpath_server.log.port import Entry, Log
from goodpath_server.settling import EVERY_S, Settling

Outcome = Callable[[LogError | None], None]
Job = Callable[[], object]
CLOSED = LogError("The session file is closed, so nothing was stored; start the server again to go on.")
"""What whoever hands something over after the end is told."""


class Committer:
    """Stores one batch after the other in a thread of its own; each batch is one commit."""

    def __init__(self, log: Log, loop: asyncio.AbstractEventLoop, settle_every_s: float = EVERY_S) -> None:
        self._log = log
        self._loop = loop
        self._settling = Settling(settle_every_s)
        self._closed = False
        self._queue: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="goodpath-log", daemon=True)
        self._thread.start()

    def store(self, entries: Sequence[Entry], outcome: Outcome) -> None:
        """Store a batch; `outcome` is called in the loop with None, or with what went wrong."""
        self._hand_over(partial(self._store, entries, outcome), outcome)

    def prove(self, outcome: Outcome) -> None:
        """Find out whether something could be stored; `outcome` is called as by `store`."""
        self._hand_over(partial(self._tell, self._log.prove, outcome), outcome)

    def settle(self) -> None:
        """Settle the log as soon as everything handed over is stored."""
        self._queue.put(self._settle)

    def _hand_over(self, job: Job, outcome: Outcome) -> None:
        """Queue a job, unless nobody is left to do it."""
        if self._closed:
            self._loop.call_soon(outcome, CLOSED)
        else:
            self._queue.put(job)

    def _run(self) -> None:
        while (job := self._next()) is not None:
            job()

    def _next(self) -> Job | None:
        """What to do next: settle, if nothing is asked for long enough; None at the end."""
        try:
            return self._queue.get(timeout=self._settling.wait(time.monotonic()))
        except queue.Empty:
            return self._settle

    def _settle(self) -> None:
        self._settling.settled(self._log.settle(), time.monotonic())

    def _store(self, entries: Sequence[Entry], outcome: Outcome) -> None:
        if self._tell(partial(self._log.append, entries), outcome):
            self._settling.stored()

    def _tell(self, work: Job, outcome: Outcome) -> bool:
        """Have the log do something and tell the loop how it went; whether it went well."""
        fault: LogError | None = None
        try:
            work()
        except LogError as error:
            fault = error
        except Exception as error:  # whatever it was, the thread lives on and the session hears of it
            said = f"{type(error).__name__}: {error}"
            fault = LogError(
                f"The session file could not be written ({said}); look at its disk and try again."
            )
        # A loop that has ended has nobody left to be told.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(outcome, fault)
        return fault is None

    async def close(self) -> None:
        """Wait until everything handed over is stored, and end the thread; nothing more is stored then."""
        self._closed = True
        self._queue.put(None)
        await asyncio.to_thread(self._thread.join)
