"""Tell the store how the connection stands: which try it is, what was wrong, what still waits."""

import asyncio
from dataclasses import replace
from typing import Any, Literal

from goodpath_client.held_requests import HeldRequests
from goodpath_client.link_state import LinkState
from goodpath_client.outbox import Outbox
from goodpath_client.store import Store


class Standing:
    """How one seat's connection stands, as its store shows it."""

    def __init__(self, store: Store, outbox: Outbox, held: HeldRequests) -> None:
        self.attempt = 0
        """Tries since the last connection that held."""
        self.problem = ""
        """What was wrong last, as one sentence; empty for nothing that must be said."""
        self._unstored = self._unopened = ""
        self._store, self._outbox, self._held = store, outbox, held
        self._notice: asyncio.TimerHandle | None = None

    def show(self, kind: Any, **parts: Any) -> None:
        """Show this state; `waiting` is what the outbox holds unless it is given."""
        parts.setdefault("waiting", len(self._outbox))
        self._store.set_link(self._counted(LinkState(kind, **parts)))

    def show_later(self, seconds: float, kind: Literal["connected"]) -> None:
        """Show this state after a while, unless something else is to be shown later."""
        self.drop_later()
        loop = asyncio.get_running_loop()
        self._notice = loop.call_later(seconds, lambda: self.show(kind))

    def drop_later(self) -> None:
        """Show nothing later."""
        if self._notice is not None:
            self._notice.cancel()

    def count_waiting(self) -> None:
        """The outbox holds more or less than before, or keeps it otherwise."""
        link = self._counted(self._store.link)
        if link.kind != "catching_up":
            link = replace(link, waiting=len(self._outbox))
        self._store.set_link(link)

    def _counted(self, link: LinkState) -> LinkState:
        """The state, with what is so of the outbox whatever the connection does."""
        return replace(
            link,
            unkept=self._outbox.problem,
            unstored=self._unstored,
            unopened=self._unopened,
            held=self._held.ids,
        )

    def note_storing(self, unstored: str = "") -> None:
        """The server can store nothing, as its sentence says; without one it has stored something."""
        if unstored != self._unstored:
            self._unstored = unstored
            self.count_waiting()

    def note_opening(self, unopened: str) -> None:
        """The server can open no seat, as its sentence says; without one it can."""
        if unopened != self._unopened:
            self._unopened = unopened
            self.count_waiting()
