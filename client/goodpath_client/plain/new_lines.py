"""Fetch what of the new lines of a chat is not known before they are read aloud."""

import contextlib
from collections.abc import Callable

from goodpath_client.link import Link
from goodpath_client.side_tasks import SideTasks
from goodpath_client.store import Store
from goodpath_client.unread_history import fetch_back_to
from goodpath_core.errors import GoodpathError


class NewLines:
    """What is read of a chat as it is entered."""

    def __init__(self, link: Link, store: Store, tasks: SideTasks, read: Callable[[str], None]) -> None:
        """Ask by `link`, wait among the `tasks`; `read` reads what is new of a room."""
        self._link, self._store, self._tasks, self._read = link, store, tasks, read

    def read(self, room: str, is_open: Callable[[], bool]) -> None:
        """Read what is new; where not all of it is known, once that has come and if it `is_open` still."""
        work = f"new lines of {room}"
        if not self._store.unread.lacks(room):
            self._read(room)
        elif not self._tasks.has(work):
            self._tasks.spawn(self._fetch(room, is_open), work)

    async def _fetch(self, room: str, is_open: Callable[[], bool]) -> None:
        store = self._store
        if store.link.online:
            with contextlib.suppress(GoodpathError):
                await fetch_back_to(self._link, store, room, store.unread.read(room))
        if is_open():
            self._read(room)
