"""Keep the questions that wait for an answer, and join answers from their parts."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from goodpath_core.errors import GoodpathError, ProtocolError, Refused
from goodpath_core.wire.codec import unpack
from goodpath_core.wire.frames import Ask, Part, Query, RefusedFrame
from goodpath_core.wire.limits import ANSWER_BYTES, ANSWER_KEY_CHARACTERS


@dataclass(slots=True)
class Open:
    """A question on its way."""

    ask: Ask
    """The frame as it is sent, and sent again on the next connection."""
    query: Query
    """What is asked, as it was before it became a map in the frame."""
    answer: "asyncio.Future[Any]"
    """Ends with the unpacked answer, with Refused, or with GoodpathError where none will come."""
    parts: dict[int, bytes] = field(default_factory=dict)
    """Index -> bytes, of those that have come on this connection."""
    size: int = 0
    """Bytes of the parts."""


class AskBook:
    """Questions by number; unless given up they outlive a lost connection and are asked again on the next."""

    def __init__(self) -> None:
        self._open: dict[int, Open] = {}
        self._last = 0

    def add(self, query: Query) -> Open:
        """A new question with a future for its answer."""
        self._last += 1
        ask = Ask(id=self._last, query={"kind": query.kind, **query.model_dump()})
        found = Open(ask, query, asyncio.get_running_loop().create_future())
        self._open[ask.id] = found
        return found

    def drop(self, number: int) -> None:
        """Nobody waits for this answer any more."""
        self._open.pop(number, None)

    def again(self) -> Iterator[Ask]:
        """All open questions, for a new connection; parts that came before are of no use."""
        for one in self._open.values():
            one.parts.clear()
            one.size = 0
            yield one.ask

    def take(self, part: Part) -> None:
        """A piece of an answer; the last one completes it."""
        one = self._open.get(part.id)
        if one is None or one.answer.done():
            return
        one.size += len(part.data) - len(one.parts.get(part.index, b""))
        one.parts[part.index] = part.data
        if one.size > ANSWER_BYTES:
            raise ProtocolError("too_big", "The server's answer is larger than a client takes.", 1009)
        if len(one.parts) == part.count:
            joined = b"".join(one.parts[index] for index in sorted(one.parts))
            one.answer.set_result(unpack(joined, ANSWER_BYTES, ANSWER_KEY_CHARACTERS))

    def refuse(self, frame: RefusedFrame) -> bool:
        """Whether a refusal belongs to a question, which then ends with it."""
        one = self._open.get(int(frame.id)) if frame.id.isdecimal() and len(frame.id) < 16 else None
        if one is None:
            return False
        if not one.answer.done():
            one.answer.set_exception(Refused(frame.code, frame.text, frame.retry_after))
        return True

    def end(self, text: str) -> None:
        """No answer will come any more."""
        self.give_up(lambda query: True, text)

    def give_up(self, is_over: Callable[[Query], bool], text: str) -> None:
        """No answer will come any more to these questions; whoever waits for one is told so."""
        over = [one for one in self._open.values() if is_over(one.query) and not one.answer.done()]
        for one in over:
            self.drop(one.ask.id)
            one.answer.set_exception(GoodpathError(text))
            one.answer.exception()
