"""Writes the key file beside the loop, one change after the other, and tries again where it could not be."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from goodpath_core.errors import LogError
from goodpath_server.keyfile import KeyFile
from goodpath_server.retry import Retry

T = TypeVar("T")


class KeyWriting:
    """The one way in which a running server writes its key file."""

    def __init__(
        self,
        keys: KeyFile,
        retry_s: float,
        is_over: Callable[[], bool],
        changed: Callable[[], object],
    ) -> None:
        """A file that could not be written is tried again after `retry_s` seconds, unless all `is_over`.

        `changed` is called when the file cannot be written any more, when for another reason, and when it can
        again.
        """
        self._changed = changed
        self._keys = keys
        self._is_over = is_over
        self._writing = asyncio.Lock()
        self._retry = Retry(retry_s, self._try_again, asyncio.get_running_loop())
        self._trial: asyncio.Task[None] | None = None

    @property
    def fault(self) -> LogError | None:
        """Why the file could not be written last; None if it could."""
        return self._retry.fault

    async def write(self, change: Callable[[], T]) -> T:
        """Let something change the file, and return what that returns; LogError if it cannot be written."""
        async with self._writing:
            try:
                return await asyncio.to_thread(change)
            finally:
                # A change that needed no writing says nothing of the disk.
                self._heard(self._keys.fault)

    def _heard(self, fault: LogError | None) -> None:
        if (fault or self.fault) and self._retry.heard(fault):
            self._changed()

    def _try_again(self) -> None:
        if not self._is_over():
            self._trial = asyncio.get_running_loop().create_task(self._save())

    async def _save(self) -> None:
        with suppress(LogError):
            await self.write(self._keys.save)
