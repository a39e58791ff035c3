"""Judge the removal of what the state has no more: `decide` sees only the newest of a room and of a page."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from goodpath_core.play.event import Command, Draft
from goodpath_core.play.hidden_faces import FaceHidden, HideFace, named_too, no_words, version_has_left
from goodpath_core.play.messages import HideMessage, has_left, no_such_message
from goodpath_core.play.state import World
from goodpath_core.play.things import nothing_there
from goodpath_server.archive import Archive

Drafts = Sequence[Draft]


def look_up(world: World, archive: Archive, command: Command, drafts: Drafts) -> Drafts:
    """What was decided, completed by what only the log knows; refused where that says no."""
    look = _LOOKS.get(type(command))
    return look(world, archive, command, drafts) if look else drafts


def _line(world: World, archive: Archive, command: HideMessage, drafts: Drafts) -> Drafts:
    """Refuse to hide what is no line."""
    old = has_left(world.rooms.get(command.room), command.message)
    if old and not archive.stands(command.room, command.message):
        raise no_such_message()
    return drafts


def _face(world: World, archive: Archive, command: HideFace, drafts: Drafts) -> Drafts:
    """Name with an old version those that have the same words; refuse what is none, and what has no words."""
    page = world.pages[command.page]
    if not version_has_left(page, command.version):
        return drafts
    words = archive.edits.words(command.page, command.part, command.version)
    if words is None:
        raise nothing_there()
    if not words:
        raise no_words()
    return [
        named_too(draft, page, draft.fact, lambda other: hash(other) == words)
        for draft in drafts
        if isinstance(draft.fact, FaceHidden)
    ]


_LOOKS: Mapping[type[Command], Callable[[World, Archive, Any, Drafts], Drafts]] = MappingProxyType(
    {HideMessage: _line, HideFace: _face}
)
"""Command -> what is looked up for it."""
