"""Take each frame that a server sends to where it belongs."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from goodpath_client.held_requests import PAUSED
from goodpath_client.link_parts import LinkParts
from goodpath_client.lost_seat import refuse_aside
from goodpath_core.wire.frames import (
    CaughtUp,
    Done,
    Frame,
    Here,
    History,
    News,
    Part,
    Problem,
    RefusedFrame,
    Typing,
    Welcome,
)

STOPPING: Final = "stopping"
"""Code of a refusal that is none for students: the request waits in the outbox until the server is back."""
NOT_STORED: Final = "storage_error"
"""Code of a refusal because the server can store nothing now."""


class Intake:
    """What is done with the frames of one link."""

    def __init__(self, parts: LinkParts, now: Callable[[], int]) -> None:
        """Feed these parts; `now` gives milliseconds since 1970."""
        self._parts = parts
        self._store, self._standing = parts.store, parts.standing
        self._now = now

    async def take(self, frame: Frame) -> None:
        """Take one frame; raises ProtocolError where an answer is too large."""
        take = _TAKES.get(type(frame))
        if take is not None:
            await take(self, frame)

    async def _take_welcome(self, welcome: Welcome) -> None:
        store, standing, parts = self._store, self._standing, self._parts
        known, seq = store.position()
        had = store.welcome is not None
        store.greet(welcome, self._now())
        refuse_aside(store, parts.outbox.open(parts.joining.keep(welcome)))
        parts.held.begin()
        # What another window of the seat has settled meanwhile is not on its way from here.
        for request in [one for one in store.asked if one not in parts.outbox]:
            store.drop_pending(request)
        for waiting in parts.outbox:
            store.expect(*waiting)
        missed = max(0, welcome.seq - seq)
        if store.stale:
            standing.show("catching_up", waiting=0)
            parts.renewal.begin(again=had and bool(known))
        elif missed:
            standing.show("catching_up", waiting=missed)
        else:
            standing.show("connected")
        for ask in list(parts.asks.again()):
            await parts.wire.send(ask)
        parts.sender.begin(welcome)
        parts.tasks.spawn(parts.sender.run(), "requests")

    async def _take_news(self, frame: News) -> None:
        store = self._store
        store.take_news(frame.events, self._now())
        # What is told is stored, and it is told in order: it can be again.
        self._standing.note_storing()
        if store.link.kind == "catching_up" and not store.stale and store.welcome:
            missed = store.welcome.seq - store.world.seq
            if missed > 0:
                self._standing.show("catching_up", waiting=missed)
            else:
                self._standing.show("connected")

    async def _take_caught_up(self, frame: CaughtUp) -> None:
        """The rest of what happened meanwhile was not for this seat."""
        if self._store.link.kind == "catching_up" and not self._store.stale:
            self._standing.show("connected")

    async def _take_history(self, frame: History) -> None:
        if not self._store.stale:
            self._store.take_history(frame.room, frame.events)

    async def _take_done(self, frame: Done) -> None:
        self._parts.recall.number(frame.id, frame.seq)
        self._settle(frame.id)
        self._store.settle(frame.id, frame.seq)
        self._standing.note_storing()
        self._standing.count_waiting()

    async def _take_refused(self, frame: RefusedFrame) -> None:
        parts = self._parts
        if parts.asks.refuse(frame):
            return
        if frame.code == NOT_STORED:
            self._standing.note_storing(frame.text)
        if not self._is_withdrawn(frame):
            if frame.retry_after is not None and frame.id in parts.outbox:
                parts.sender.hold(frame.id, frame.retry_after)
                return
            if frame.code == STOPPING or (frame.code == PAUSED and self._hold(frame.id)):
                return
        self._settle(frame.id, refused=True)
        parts.recall.give_up(frame.id)
        self._store.refuse(frame.id, frame.code, frame.text)
        self._standing.count_waiting()

    def _hold(self, request: str) -> bool:
        """Let a request wait for the world to go on, or for nothing if it is taken back; whether it does."""
        parts = self._parts
        if not parts.held.take(request):
            return False
        parts.outbox.note_unsent(request)
        parts.recall.drop_recalled(request)
        parts.sender.pass_by(request)
        self._standing.count_waiting()
        return True

    def _is_withdrawn(self, frame: RefusedFrame) -> bool:
        """Whether a request that could be sent again is given up: a teacher's key never acts later."""
        return frame.code in (NOT_STORED, STOPPING) and self._store.role == "teacher"

    def _settle(self, request: str, refused: bool = False) -> None:
        """The server has answered for good; the next request may leave."""
        self._parts.outbox.settle(request, refused)
        self._parts.sender.wake()

    async def _take_part(self, frame: Part) -> None:
        self._parts.asks.take(frame)

    async def _take_here(self, frame: Here) -> None:
        self._store.set_here(frame.personas, frame.teacher_here)
        # What was said of an own request says more: that it is kept, or that it was not done.
        if frame.unstored is not None and not (frame.unstored and self._store.link.unstored):
            self._standing.note_storing(frame.unstored)
        if frame.unopened is not None:
            self._standing.note_opening(frame.unopened)

    async def _take_typing(self, frame: Typing) -> None:
        self._store.note_typing(frame.room, frame.voice, self._now())

    async def _take_problem(self, frame: Problem) -> None:
        self._standing.problem = frame.text


_TAKES: Mapping[type[Frame], Callable[[Intake, Any], Any]] = MappingProxyType(
    {
        Welcome: Intake._take_welcome,
        News: Intake._take_news,
        CaughtUp: Intake._take_caught_up,
        History: Intake._take_history,
        Done: Intake._take_done,
        RefusedFrame: Intake._take_refused,
        Part: Intake._take_part,
        Here: Intake._take_here,
        Typing: Intake._take_typing,
        Problem: Intake._take_problem,
    }
)
"""What is done with each frame a server sends."""
