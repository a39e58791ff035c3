"""Run what goes on beside the reading of one connection, and end it with the connection."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


class SideTasks:
    """Named tasks; `failed` hears of the fault of one that was not cancelled."""

    def __init__(self, failed: Callable[[BaseException], None]) -> None:
        self._failed = failed
        self._tasks: set[asyncio.Task[None]] = set()

    def spawn(self, work: Coroutine[Any, Any, None], name: str) -> None:
        """Begin a task."""
        task: asyncio.Task[None] = asyncio.get_running_loop().create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._finish)

    def has(self, name: str) -> bool:
        """Whether a task of this name is running."""
        return any(task.get_name() == name for task in self._tasks)

    def cancel(self) -> None:
        """End all of them."""
        for task in tuple(self._tasks):
            task.cancel()

    def _finish(self, task: "asyncio.Task[None]") -> None:
        self._tasks.discard(task)
        fault = None if task.cancelled() else task.exception()
        if fault is not None:
            self._failed(fault)
