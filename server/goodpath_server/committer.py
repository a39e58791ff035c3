"""The one thread that writes: takes a batch, stores it, and tells the loop."""

import asyncio
import queue
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress

from goodpath_core.errors import LogError
from goodpath_server.log.port import Entry, Log

Outcome = Callable[[LogError | None], None]


class Committer:
    """Stores one batch after the other in a thread of its own; each batch is one commit."""

    def __init__(self, log: Log, loop: asyncio.AbstractEventLoop) -> None:
        self._log = log
        self._loop = loop
        self._queue: queue.SimpleQueue[tuple[Sequence[Entry], Outcome] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="goodpath-log", daemon=True)
        self._thread.start()

    def store(self, entries: Sequence[Entry], outcome: Outcome) -> None:
        """Store a batch; `outcome` is called in the loop with None, or with what went wrong."""
        self._queue.put((entries, outcome))

    def _run(self) -> None:
        while (job := self._queue.get()) is not None:
            entries, outcome = job
            fault: LogError | None = None
            try:
                self._log.append(entries)
            except LogError as error:
                fault = error
            except Exception as error:  # whatever it was, the thread lives on and the session hears of it
                fault = LogError(f"The session file could not be written ({type(error).__name__}: {error}).")
            # A loop that has ended has nobody left to be told.
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(outcome, fault)

    async def close(self) -> None:
        """Wait until everything handed over is stored, and end the thread."""
        self._queue.put(None)
        await asyncio.to_thread(self._thread.join)
