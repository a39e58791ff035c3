"""Keep what is begun and what was sent in every room that one writes in, for each persona one writes as."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

HISTORY_KEPT: Final = 50
"""Sent lines that are remembered per room."""


class Unsent(NamedTuple):
    """A text that was refused, whole enough to be sent again."""

    text: str
    """As it was typed."""
    reply_to: int = 0
    """Number of the line that it answers; 0 for none."""
    why: str = ""
    """Why it was refused, as one sentence; empty where that is said elsewhere."""
    paused: bool = False
    """Whether that was because the world was paused, which is no reason any more once it goes on."""


@dataclass(slots=True)
class Desk:
    """What belongs to one room: its draft, its history and how far up the reader went in it."""

    draft: str = ""
    """What is begun and not sent; empty for nothing."""
    reply_to: int = 0
    """Number of the line that the draft answers; 0 for none."""
    history: list[str] = field(default_factory=list)
    """Sent lines, oldest first; HISTORY_KEPT at most."""
    back: int = 0
    """0 for the draft, 1 for the last line sent, and so on."""
    refused: list[Unsent] = field(default_factory=list)
    """Texts that were refused and wait until the box is empty, oldest first."""
    pasted: str = ""
    """A long paste that waits for whoever pasted it to say yes or no; empty for none."""
    covered: str = ""
    """What stood in the box before something else was begun over it; empty for nothing."""

    @property
    def is_begun(self) -> bool:
        """Whether something here is neither sent nor dropped."""
        return bool(self.draft or self.refused or self.pasted or self.covered)

    def keep(self, text: str) -> None:
        """A line was sent."""
        self.history = [*self.history, text][-HISTORY_KEPT:]
        self.back = 0

    def shows_history(self, shown: str) -> bool:
        """Whether the box has `shown` an unchanged line that was sent before."""
        return bool(self.back) and shown == self.history[-self.back]

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
        self.writer = ""
        """Id of the persona that one writes as; empty for none."""
        self._desks = {("", place): Desk(draft) for place, draft in drafts.items()}

    @property
    def here(self) -> Desk:
        """The desk one sits at."""
        return self.at(self.room, self.writer)

    def at(self, room: str, writer: str) -> Desk:
        """The desk of a persona in a room."""
        return self._desks.setdefault((writer, room), Desk())

    def move(self, room: str, writer: str, text: str) -> str:
        """Put `text` aside as the draft of this desk and go to another; its draft."""
        self.here.draft = text
        self.room, self.writer = room, writer
        self.here.back = 0
        return self.here.draft

    def note(self, text: str) -> None:
        """This stands in the box now: it is the draft, unless it is an unchanged line of the history."""
        here = self.here
        here.draft = "" if here.shows_history(text) else text

    def begun(self) -> dict[str, dict[str, Desk]]:
        """Persona to room to what is begun there, without what was sent."""
        found: dict[str, dict[str, Desk]] = {}
        for (writer, room), desk in self._desks.items():
            if writer and desk.is_begun:
                begun = replace(desk, history=[], back=0, refused=[*desk.refused])
                found.setdefault(writer, {})[room] = begun
        return found

    def take_up(self, begun: Mapping[str, Mapping[str, Desk]]) -> None:
        """Go on with what was begun before, at each desk where nothing is begun."""
        for writer, desks in begun.items():
            for room, desk in desks.items():
                if not self.at(room, writer).is_begun:
                    self._desks[writer, room] = desk

    def replace(self, begun: Mapping[str, Mapping[str, Desk]]) -> None:
        """Go on with what was begun elsewhere since, instead of what is begun here; what was sent is kept."""
        for (writer, room), desk in self._desks.items():
            found = begun.get(writer, {}).get(room, Desk())
            desk.draft, desk.reply_to, desk.refused, desk.back = found.draft, found.reply_to, found.refused, 0
            desk.pasted, desk.covered = found.pasted, found.covered
        self.take_up(begun)

    def drafts(self, text: str) -> dict[str, str]:
        """Room to unsent text of this persona where there is some; `text` is what stands in the box now."""
        desks = {room: desk for (writer, room), desk in self._desks.items() if writer == self.writer}
        texts = {room: [desk.draft, *_texts(desk)] for room, desk in desks.items()}
        texts[self.room] = [text, *_texts(self.here)]
        return {room: "\n".join(filter(None, parts)) for room, parts in texts.items() if any(parts)}


def _texts(desk: Desk) -> list[str]:
    return [desk.covered, desk.pasted, *(one.text for one in desk.refused)]
