"""What else the teacher takes down: words said aloud, reasons that the debrief opened, names of albums.

1. As on a page: it is gone for everybody at once, and never sent again; the log keeps it.
2. What was said aloud, and a reason, keep their place without words; only a removal leaves them empty.
3. An album is called as if it had never been given a name.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, ClassVar

from goodpath_core.errors import Refused
from goodpath_core.play.albums import (
    PLAIN_NAME,
    AlbumArranged,
    AlbumLocked,
    ReasonGiven,
    standing_reasons,
)
from goodpath_core.play.debrief import ReasonsOpened
from goodpath_core.play.event import By, Command, Draft, Event, Fact, Now, people
from goodpath_core.play.messages import wordless
from goodpath_core.play.moderation import page_draft, page_named
from goodpath_core.play.rows import CommandRow, EventRow
from goodpath_core.play.state import World


class HideSaid(Command):
    """The teacher removes words that were said aloud in a room from every screen."""

    kind: ClassVar[str] = "hide_said"
    line: int
    """Number of the event in which they were said."""


class HideReason(Command):
    """The teacher removes a reason that the debrief has opened from every screen."""

    kind: ClassVar[str] = "hide_reason"
    page: str
    """Id of the persona whose page it is."""
    card: str
    """The picture, or `*` for the choice as a whole."""


class HideAlbumName(Command):
    """The teacher removes the name that a player gave to an album from every screen."""

    kind: ClassVar[str] = "hide_album_name"
    page: str
    """Id of the persona whose page it is."""
    album: str
    """Key of the album."""


class SaidHidden(Fact):
    """Words that were said aloud were removed by the teacher."""

    kind: ClassVar[str] = "said.hidden"
    line: int
    """Number of the event in which they were said."""


class ReasonHidden(Fact):
    """Why a picture was chosen, or exchanged, or none was, was removed by the teacher."""

    kind: ClassVar[str] = "reason.hidden"
    card: str
    """The picture, or `*` for the choice as a whole."""


class AlbumNameHidden(Fact):
    """The name of an album was removed by the teacher, with all that it had before."""

    kind: ClassVar[str] = "album_name.hidden"
    album: str
    becomes: str
    """What it is called from now on."""


def decide_hide_said(world: World, command: HideSaid, by: By, now: Now) -> list[Draft]:
    """The end of words aloud, told to whoever heard them; refused if they are gone already."""
    spoken = (line for line in world.journal if line.kind == "said" and line.text)
    line = next((line for line in spoken if line.seq == command.line), None)
    if line is None:
        raise Refused("no_such_thing", "Nobody can hear that any more.")
    return [Draft(SaidHidden(line=line.seq), people(*line.people), line.cell)]


def decide_hide_reason(world: World, command: HideReason, by: By, now: Now) -> list[Draft]:
    """The end of a reason, told to the cell; refused if no classmate can read it."""
    page = page_named(world, command.page)
    if not (page.reasons_open and standing_reasons(page).get(command.card)):
        raise Refused("no_such_thing", "No classmate can read such a reason.")
    return [page_draft(ReasonHidden(card=command.card), page)]


def decide_hide_album_name(world: World, command: HideAlbumName, by: By, now: Now) -> list[Draft]:
    """The album without its name, told to the cell, which knows the names of closed ones as well."""
    page = page_named(world, command.page)
    album = page.albums.get(command.album)
    if album is None or album.name == PLAIN_NAME:
        raise Refused("no_words", "There is nothing to remove: its player has given it no name.")
    return [page_draft(AlbumNameHidden(album=command.album, becomes=PLAIN_NAME), page)]


def reduce_said_hidden(world: World, event: Event, fact: SaidHidden) -> None:
    """`JournalLine.text` of the line becomes empty."""
    for line in world.journal:
        if line.seq == fact.line:
            line.text = ""


def reduce_reason_hidden(world: World, event: Event, fact: ReasonHidden) -> None:
    """`Page.reasons` of `card` becomes an empty text."""
    world.pages[event.room].reasons[fact.card] = ""


def reduce_album_name_hidden(world: World, event: Event, fact: AlbumNameHidden) -> None:
    """`Album.name` becomes `becomes`."""
    world.pages[event.room].albums[fact.album].name = fact.becomes


def still_said(told: Event, removal: Event) -> Fact:
    """What an earlier event may still say after a removal; the same fact if it said nothing of that."""
    without = _WITHOUT.get((told.fact.kind, removal.fact.kind))
    return without(told, removal, removal.fact) if without else told.fact


def _reason_given(told: Event, removal: Event, fact: Any) -> Fact:
    same = (told.room, getattr(told.fact, "card", "")) == (removal.room, fact.card)
    return wordless(told.fact) if same else told.fact


def _reasons_opened(told: Event, removal: Event, fact: Any) -> Fact:
    gone, reasons = (removal.room, fact.card), getattr(told.fact, "reasons", ())
    kept = tuple((page, card, "" if (page, card) == gone else text) for page, card, text in reasons)
    return told.fact.model_copy(update={"reasons": kept})


def _album_named(told: Event, removal: Event, fact: Any) -> Fact:
    same = (told.room, getattr(told.fact, "album", "")) == (removal.room, fact.album)
    return told.fact.model_copy(update={"name": fact.becomes}) if same else told.fact


_WITHOUT: Mapping[tuple[str, str], Callable[[Event, Event, Any], Fact]] = MappingProxyType(
    {
        (ReasonGiven.kind, ReasonHidden.kind): _reason_given,
        (ReasonsOpened.kind, ReasonHidden.kind): _reasons_opened,
        (AlbumArranged.kind, AlbumNameHidden.kind): _album_named,
        (AlbumLocked.kind, AlbumNameHidden.kind): _album_named,
    }
)
"""Kind of an event, and of a later removal -> what of the event may still be said."""
SAID_IN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        kind: tuple(said for said, removal in _WITHOUT if removal == kind)
        for kind in (ReasonHidden.kind, AlbumNameHidden.kind)
    }
)
"""Kind of a removal -> kinds of the earlier events that may have said what it takes away."""

COMMANDS = (
    CommandRow(HideSaid, decide_hide_said, ("teacher",)),
    CommandRow(HideReason, decide_hide_reason, ("teacher",)),
    CommandRow(HideAlbumName, decide_hide_album_name, ("teacher",)),
)
EVENTS = (
    EventRow(SaidHidden, reduce_said_hidden, "The teacher removed {line}, which was said aloud."),
    EventRow(ReasonHidden, reduce_reason_hidden, "The teacher removed the words on {reason}, of {room}."),
    EventRow(
        AlbumNameHidden, reduce_album_name_hidden, "The teacher removed the name of an album of {room}."
    ),
)
