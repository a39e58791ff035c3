"""Make the copy anew from the server's state and scenario, as often as it turns stale meanwhile."""

from collections.abc import Awaitable, Callable
from typing import Any, Final

from goodpath_client.side_tasks import SideTasks
from goodpath_client.standing import Standing
from goodpath_client.store import Store
from goodpath_core.wire.frames import AskScenario, AskState, Query
from goodpath_core.wire.values import view_from, world_from

NOTICE_S: Final = 5.0
"""How long `reloaded` is shown before it becomes `connected`."""
_NAME = "reload"
_RELOADED = "What was missed could not be carried on; everything was loaded anew."

Ask = Callable[[Query], Awaitable[Any]]
"""Gives the answer to a question as a plain value; raises Refused."""


class Renewal:
    """The making of a new copy, at most one at a time where it is not asked for expressly."""

    def __init__(self, store: Store, standing: Standing, tasks: SideTasks, ask: Ask) -> None:
        self._store, self._standing, self._tasks, self._ask = store, standing, tasks, ask

    def begin(self, again: bool = False) -> None:
        """Begin; `again` where there was a copy before, so that its loss must be said."""
        self._tasks.spawn(self._run(again), _NAME)

    def begin_if_stale(self) -> None:
        """Begin where the copy has turned stale and nothing is done about it."""
        if self._store.stale and self._store.welcome and not self._tasks.has(_NAME):
            self.begin()

    async def _run(self, again: bool) -> None:
        while self._store.stale:
            world = world_from(await self._ask(AskState()))
            view = view_from(await self._ask(AskScenario()))
            self._store.reload(world, view)
        if again:
            self._standing.show("reloaded", text=_RELOADED)
            self._standing.show_later(NOTICE_S, "connected")
        else:
            self._standing.show("connected")
