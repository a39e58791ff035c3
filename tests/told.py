"""All that happened in a town, as the past that `decide` asks."""

from collections.abc import Sequence

from goodpath_core.play.edits import Edits
from goodpath_core.play.event import Event
from goodpath_core.play.messages import MessageHidden, MessagePosted, MessageTakenBack, NoticeSet
from goodpath_core.play.safety import AsideSpoken


class Told:
    """Every event from the first on; each question goes through all of them."""

    def __init__(self, events: Sequence[Event]) -> None:
        """The events may become more later."""
        self._events = events

    def stands(self, room: str, seq: int) -> bool:
        """Whether a number is a line of a room that is not gone."""
        lines = {e.seq for e in self._events if isinstance(e.fact, MessagePosted | NoticeSet | AsideSpoken)}
        gone = {e.fact.message for e in self._events if isinstance(e.fact, MessageHidden | MessageTakenBack)}
        return seq in lines - gone and self._events[seq - 1].room == room

    def words(self, page: str, part: str, seq: int) -> int | None:
        """The mark of the words that a version has in a part of a page's face."""
        edits = Edits()
        for event in self._events:
            edits.take(event)
        return edits.words(page, part, seq)
