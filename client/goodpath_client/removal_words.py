"""Say what the teacher removed, and whose it was to nobody but its writer and a teacher."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from goodpath_client.names import name_person
from goodpath_client.store import Store
from goodpath_core.play.event import PRIVATE, Event
from goodpath_core.play.hidden_faces import FaceHidden
from goodpath_core.play.messages import MessageHidden
from goodpath_core.play.moderation import CommentHidden, PostHidden
from goodpath_core.play.state import Message
from goodpath_core.play.taken_down import AlbumNameHidden, ReasonHidden, SaidHidden


def whose_page(store: Store, page: str) -> str:
    """`your page`, or whose it is."""
    return "your page" if page == store.me else f"the page of {store.name(page)}"


def say_removal(store: Store, event: Event) -> str:
    """One sentence for a removal; empty for any other event."""
    say = _SAYS.get(event.fact.kind)
    return say(store, event, event.fact) if say else ""


def told_as_loss(store: Store, event: Event) -> str:
    """The same sentence where this seat's persona had written what is gone; else empty."""
    whose = _WHOSE.get(event.fact.kind)
    return say_removal(store, event) if whose and store.me and whose(store, event) == store.me else ""


def post_gone(store: Store, owner: str) -> str:
    """What stands in the place of a post."""
    return f"The teacher removed a post of {_whom(store, owner)}."


def line_gone(store: Store, line: Message) -> str:
    """What stands in the place of a line."""
    name = line.voice if line.kind == "aside" else store.name(line.voice)
    if line.gone == "taken back":
        return f"{name} took a line back."
    if store.role == "teacher":
        return f"A line of {name} is hidden."
    return f"The teacher removed a line{' of yours' * store.is_mine(line)}."


def names_writer(store: Store, voice: str) -> bool:
    """Whether this seat is told that removed words were of this voice; where they stood nobody else is."""
    return store.role == "teacher" or (bool(voice) and voice == store.me)


def _whom(store: Store, voice: str) -> str:
    return "yours" if voice and voice == store.me else store.name(voice)


def _writer(store: Store, event: Event) -> str:
    """Who wrote a word that is gone; nobody where it has left the copy."""
    page = store.world.pages.get(event.room)
    answers = page.responses.values() if page and isinstance(event.fact, CommentHidden) else ()
    seq = getattr(event.fact, "comment", 0)
    return next((voice for one in answers for at, voice, _ in one.comments if at == seq), "")


def _comment_gone(store: Store, event: Event, fact: Any) -> str:
    writer = _writer(store, event)
    whose = f" of {_whom(store, writer)}" * names_writer(store, writer)
    return f"The teacher removed a word{whose} on {whose_page(store, event.room)}."


def _speaker(store: Store, event: Event) -> str:
    """Who said aloud what is gone; nobody where it has left the copy."""
    seq = getattr(event.fact, "line", 0)
    return next((line.voice for line in store.world.journal if line.seq == seq), "")


def _said_gone(store: Store, event: Event, fact: Any) -> str:
    """In the room people have their real names."""
    voice = _speaker(store, event)
    if not names_writer(store, voice):
        return "The teacher removed what was said aloud."
    who = "you" if voice and voice == store.me else name_person(store.view, voice) or "somebody"
    return f"The teacher removed what {who} said aloud."


def _hidden_line(store: Store, event: Event) -> Message | None:
    """The line that is gone, as far as it is known here."""
    seq = getattr(event.fact, "message", 0)
    return next((line for line in store.lines(event.room) if line.seq == seq), None)


def _line_writer(store: Store, event: Event) -> str:
    """The own persona where the line was written from this seat; nobody else is told of a writer."""
    line = _hidden_line(store, event)
    return store.me if line is not None and store.is_mine(line) else ""


def _line_gone(store: Store, event: Event, fact: Any) -> str:
    whose = " of yours" * bool(_line_writer(store, event))
    private = "the private chat with " * event.room.startswith(PRIVATE)
    return f"The teacher removed a line{whose} in {private}{store.room_name(event.room)}."


def _name_gone(store: Store, event: Event, fact: Any) -> str:
    return f"The teacher removed the name of an album from {whose_page(store, event.room)}."


def _face_gone(store: Store, event: Event, fact: Any) -> str:
    words = "the" if _stood(store, event, fact) else "earlier words of the"
    return f"The teacher removed {words} {fact.part} from {whose_page(store, event.room)}."


def _stood(store: Store, event: Event, fact: Any) -> bool:
    """Whether the page still had at the time what was removed from it."""
    page = store.world.pages.get(event.room)
    before = [version.seq for version in page.versions if version.seq < event.seq] if page else []
    return not before or before[-1] in fact.versions


_SAYS: Mapping[str, Callable[[Store, Event, Any], str]] = MappingProxyType(
    {
        MessageHidden.kind: _line_gone,
        PostHidden.kind: lambda s, e, f: post_gone(s, e.room),
        CommentHidden.kind: _comment_gone,
        FaceHidden.kind: _face_gone,
        SaidHidden.kind: _said_gone,
        ReasonHidden.kind: lambda s, e, f: f"The teacher removed a reason of {_whom(s, e.room)}.",
        AlbumNameHidden.kind: _name_gone,
    }
)
"""Event kind -> how it is said."""
_WHOSE: Mapping[str, Callable[[Store, Event], str]] = MappingProxyType(
    {
        MessageHidden.kind: _line_writer,
        PostHidden.kind: lambda s, e: e.room,
        CommentHidden.kind: _writer,
        FaceHidden.kind: lambda s, e: e.room,
        SaidHidden.kind: _speaker,
        ReasonHidden.kind: lambda s, e: e.room,
        AlbumNameHidden.kind: lambda s, e: e.room,
    }
)
"""Event kind -> who had written what is gone."""
