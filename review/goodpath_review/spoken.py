"""Keeps what each persona wrote in chats and as notices; chooses a few of those lines to stand for all."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from goodpath_core.play.messages import MessagePosted, NoticeSet, ends_of
from goodpath_review.chronicle import Line
from goodpath_review.sentences import line_name

_PLAYERS = ("seat:", "robot:")
_QUOTED: Final = 300
"""So many characters of a line stand where a few lines stand for all."""


@dataclass(frozen=True, slots=True)
class Said:
    """One line of a chat, or notice of a group, that still stands."""

    seq: int
    """Number of its event; `name` makes the line name of it."""
    world_s: int
    """When it was said, in seconds since midnight of the first day."""
    room: str
    """Name of the chat."""
    text: str
    """All of it; `quoted` is what stands for it among a few."""
    card: str
    """Key of its picture; empty for none."""
    private: bool
    """Whether it stood in a private chat."""
    notice: bool = False
    """Whether it was the notice of a group."""

    @property
    def name(self) -> str:
        """How it is cited."""
        return line_name(self.seq)

    @property
    def quoted(self) -> str:
        """The line, or its beginning and where it goes on: one long line must not stand for a whole class."""
        if len(self.text) <= _QUOTED:
            return self.text
        return f"{self.text[:_QUOTED].rstrip()} ... (goes on: {self.name} of the transcript)"


def said(line: Line) -> Said | None:
    """What a player wrote with this event; None for anything else, and for what is gone."""
    event, fact = line.event, line.event.fact
    if not isinstance(fact, MessagePosted | NoticeSet) or line.gone or not event.author.startswith(_PLAYERS):
        return None
    if isinstance(fact, NoticeSet):
        said = Said(event.seq, event.world_s, line.room, fact.text, "", private=False, notice=True)
        return said if fact.text else None
    private = any(ends_of(event.room))
    return Said(event.seq, event.world_s, line.room, fact.text, fact.card, private)


def few(lines: Sequence[Said]) -> list[Said]:
    """The first, the longest and the last, in order; of two equally long ones the earlier."""
    if not lines:
        return []
    longest = max(lines, key=lambda line: (len(line.text), -line.seq))
    chosen = {line.seq: line for line in (lines[0], longest, lines[-1])}
    return sorted(chosen.values(), key=lambda line: line.seq)
