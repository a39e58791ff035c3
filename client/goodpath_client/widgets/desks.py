"""Keep the draft and the sent lines of every room that one writes in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

HISTORY_KEPT: Final = 50
"""Sent lines that are remembered per room."""


@dataclass(slots=True)
class Desk:
    """What belongs to one room: its draft, its history and how far up the reader went in it."""

    draft: str = ""
    history: list[str] = field(default_factory=list)
    back: int = 0
    """0 for the draft, 1 for the last line sent, and so on."""
    refused: list[str] = field(default_factory=list)
    """Texts that were refused and wait until the box is empty, oldest first."""

    def keep(self, text: str) -> None:
        """A line was sent."""
        self.history = [*self.history, text][-HISTORY_KEPT:]
        self.back = 0

    def remember(self, step: int, shown: str) -> str | None:
        """The line `step` further back; None where the box has `shown` changed or there is no such line."""
        unchanged = self.history[-self.back] if self.back else ""
        back = self.back + step
        if shown != unchanged or not 0 <= back <= len(self.history):
            return None
        self.back = back
        return self.history[-back] if back else ""


class Desks:
    """The desks of all rooms, one of which is sat at."""

    def __init__(self, room: str, drafts: Mapping[str, str]) -> None:
        """Sit in `room`; `drafts` are unsent texts by room."""
        self.room = room
        self._desks = {place: Desk(draft) for place, draft in drafts.items()}

    @property
    def here(self) -> Desk:
        """The desk of the room one writes in."""
        return self.at(self.room)

    def at(self, room: str) -> Desk:
        """The desk of a room."""
        return self._desks.setdefault(room, Desk())

    def move(self, room: str, text: str) -> str:
        """Put `text` aside as this room's draft and go to another; its draft."""
        self.here.draft = text
        self.room = room
        self.here.back = 0
        return self.here.draft

    def drafts(self, text: str) -> dict[str, str]:
        """Room to unsent text where there is some; `text` is what stands in the box now."""
        texts = {room: [desk.draft, *desk.refused] for room, desk in self._desks.items()}
        texts[self.room] = [text, *self.here.refused]
        return {room: "\n".join(filter(None, parts)) for room, parts in texts.items() if any(parts)}
