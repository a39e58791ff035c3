"""Keep the own lines that the server has not stored yet, so that each shows exactly once."""

from dataclasses import dataclass, replace
from typing import Literal

from goodpath_core.play.event import Command, npc_voice
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.narration import SpeakAsNpc
from goodpath_core.play.safety import SpeakAside
from goodpath_core.text import clean_block


@dataclass(frozen=True, slots=True)
class Pending:
    """An own line on its way."""

    id: str
    """That of its request in the outbox."""
    room: str
    """Id of the group or private chat."""
    text: str
    """As it was typed; the server may clean it."""
    state: Literal["pending", "failed"] = "pending"
    """`failed` once it was refused, until its text is back in a box."""
    refusal: str = ""
    """Why it failed, as one sentence."""
    reply_to: int = 0
    """Number of the line it answers; 0 for none."""
    mentions: tuple[str, ...] = ()
    """Ids of the personas it names."""
    persona: str = ""
    """Id of the persona that it was written as; empty for none, and where that is not known."""
    voice: str = ""
    """Who will have said it: a persona's id, an NPC's voice, or a label out of character."""
    kind: Literal["line", "aside"] = "line"
    """`aside` for words out of character."""
    stored: int = 0
    """Number of its event once the server has said so; the line itself is still to come."""
    is_going: bool = False
    """Whether it is to be taken back as soon as it is stored."""


class OwnLines:
    """Own lines by request id, in the order in which they were written."""

    def __init__(self) -> None:
        self._lines: dict[str, Pending] = {}

    def expect(self, request: str, command: Command, persona: str, label: str) -> str:
        """Note a request meant as a persona; the room it says a line in, or empty if it says none.

        `label` is under what the seat speaks out of character.
        """
        if not isinstance(command, PostMessage | SpeakAside | SpeakAsNpc):
            return ""
        line = Pending(request, command.room, command.text)
        if isinstance(command, PostMessage):
            answers, named = command.reply_to, command.mentions
            line = replace(line, reply_to=answers, mentions=named, persona=persona, voice=persona)
        elif isinstance(command, SpeakAside):
            line = replace(line, voice=label, kind="aside")
        else:
            line = replace(line, voice=npc_voice(command.npc))
        self._lines.setdefault(request, line)
        return line.room

    def take_back(self, request: str) -> None:
        """The line of a request is to be taken back, if there is such a line."""
        if request in self._lines:
            self._lines[request] = replace(self._lines[request], is_going=True)

    def in_room(self, room: str) -> list[Pending]:
        """Own lines of a room that are pending or failed."""
        return [line for line in self._lines.values() if line.room == room]

    def store(self, request: str, seq: int, world_seq: int) -> str:
        """The server has stored a request; the room that changed, or empty."""
        line = self._lines.get(request)
        if line is None:
            return ""
        self._lines[request] = replace(line, stored=seq)
        self.reach(world_seq)
        return line.room

    def reach(self, world_seq: int) -> None:
        """The copy has come so far: what is stored up to here shows as a real line."""
        for line in [one for one in self._lines.values() if 0 < one.stored <= world_seq]:
            del self._lines[line.id]

    def land(self, room: str, voice: str, text: str) -> bool:
        """A line has come as news; where it is an own one, its echo goes and `done` finds nothing to do."""
        for line in self.in_room(room):
            if line.state == "pending" and (line.voice, clean_block(line.text)) == (voice, text):
                del self._lines[line.id]
                return True
        return False

    def fail(self, request: str, refusal: str) -> str:
        """A request was refused; the room of its line, or empty."""
        line = self._lines.get(request)
        if line is None:
            return ""
        self._lines[request] = replace(line, state="failed", refusal=refusal)
        return line.room

    def drop(self, request: str) -> str:
        """Forget a line, such as a failed one whose text went back into the composer; its room, or empty."""
        line = self._lines.pop(request, None)
        return line.room if line else ""
