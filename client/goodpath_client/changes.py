"""Say what has changed in the client's copy, as one frozen value that every screen can listen to."""

from dataclasses import dataclass
from typing import Literal

from goodpath_core.play.event import Command, Event

Kind = Literal["link", "state", "event", "pending", "done", "refused", "withdrawn", "here", "typing"]


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the store."""

    kind: Kind
    """link: the connection; state: the whole copy is new; event: one event was folded; pending: own lines
    of a room; done, refused, withdrawn: what became of a request; here: who is connected; typing: who
    types."""
    event: Event | None = None
    """The event, for `event`."""
    room: str = ""
    """The room, for `pending` and `typing`, and for a line that was `refused` or `withdrawn`."""
    id: str = ""
    """The request, for `done`, `refused` and `withdrawn`."""
    code: str = ""
    """Short stable word, for `refused`."""
    text: str = ""
    """One sentence for the person, for `refused`."""
    command: Command | None = None
    """What was asked for, for `done`, `refused` and `withdrawn`; None where that is not known here."""
    persona: str = ""
    """Id of the persona that it was meant as; empty for none, and where that is not known."""


def may_show_on_pages(change: Change) -> bool:
    """Whether what stands on pages may be another after a change: lines of chats are on none."""
    return change.kind == "state" or (change.event is not None and "message" not in change.event.fact.kind)
