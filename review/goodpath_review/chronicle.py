"""Walks through a session file from its first event to its last, and says each in words."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from goodpath_core.play.albums import WHOLE, AlbumArranged, ReasonGiven
from goodpath_core.play.debrief import ReasonsOpened
from goodpath_core.play.event import Event, Fact, cell_of
from goodpath_core.play.messages import GroupOpened, MessageHidden, MessageTakenBack
from goodpath_core.play.moderation import REMOVED, CommentHidden, PostHidden
from goodpath_core.play.posts import PostRemoved
from goodpath_core.play.taken_down import ReasonHidden, SaidHidden
from goodpath_core.record import Record, event_of, fold
from goodpath_review.hidden_faces import removed_parts, without_parts
from goodpath_review.reflections import replaced_reflections
from goodpath_review.scene import Scene
from goodpath_review.sentences import say
from goodpath_review.session_file import SessionFile

ERASED = "(erased)"
"""What stands for a text that was erased from the file."""
TAKEN_BACK = "(taken back by its writer)"
"""What stands for a text that its writer took back."""


class Line(NamedTuple):
    """One event with what it means at its moment."""

    record: Record
    """As it stands in the file."""
    event: Event
    """With a note in place of words that are gone."""
    sentence: str
    """One sentence, to be read beside its cell; empty for events that a reader can do without."""
    name: str
    """The voice as a name; empty if the event has none."""
    room: str
    """The room or page as a name; empty if it happened in none."""
    gone: str
    """How its text went, if somebody took it back or removed it; the sentence then leaves it out."""


def walk(file: SessionFile) -> Iterator[tuple[Scene, Line]]:
    """Each event with the scene just before it. LogError at the first that is not as it was written.

    The scene is one and the same object, folded on after each step. What the teacher removed from the face of
    a page is in it at no moment.
    """
    removed = removed_parts(file.records())
    scene = Scene(file.scenario(), file.cells() > 1, gone_texts(file), replaced_reflections(file))
    for record, event in file.events():
        parts = removed.get(event.seq, ())
        gone = REMOVED if parts else scene.gone.get(event.seq, "")
        yield scene, _line(scene, record, event, gone, parts)
        fold(scene.world, without_parts(event, parts))


def gone_texts(file: SessionFile) -> dict[int, str]:
    """Events whose text is not there at the end: number -> how it went.

    What was taken back or removed stays so where it was erased as well: of a removed word nobody is told
    whose it was.
    """
    gone, erased, reasons = {}, {}, _Reasons()
    for record in file.records():
        if record.erased:
            erased[record.seq] = ERASED
        if record.kind in _GONE:
            field, how = _GONE[record.kind]
            gone[getattr(event_of(record).fact, field)] = how
        elif record.kind in _OF_REASONS and not record.erased:
            reasons.note(event_of(record))
    return erased | gone | reasons.gone()


class _Reasons:
    """Which reasons for pictures stood in the debrief: open to all, or their owner's in a closed album."""

    def __init__(self) -> None:
        self._given: dict[int, tuple[str, str]] = {}
        """Number of the event -> (page, card)."""
        self._last: dict[tuple[str, str], tuple[int, str]] = {}
        """(page, card) -> number of the newest event, and its text."""
        self._opened: set[tuple[str, str]] = set()
        self._hidden: set[tuple[str, str]] = set()
        self._cells: set[int] = set()
        self._albums: dict[tuple[str, str], tuple[str, ...]] = {}
        """(page, album) -> its cards."""

    def note(self, event: Event) -> None:
        """A reason was given or removed, a cell's reasons were opened, or an album was arranged."""
        fact = event.fact
        if isinstance(fact, ReasonGiven):
            self._given[event.seq] = event.room, fact.card
            self._last[event.room, fact.card] = event.seq, fact.text
        elif isinstance(fact, ReasonsOpened):
            self._opened.update((page, card) for page, card, _ in fact.reasons)
            self._cells.add(event.cell)
        elif isinstance(fact, ReasonHidden):
            self._hidden.add((event.room, fact.card))
        elif isinstance(fact, AlbumArranged):
            self._albums[event.room, fact.album] = fact.cards

    def gone(self) -> dict[int, str]:
        """The reasons that are not quoted: number -> why not."""
        found = {seq: self._how(seq, *named) for seq, named in self._given.items()}
        return {seq: how for seq, how in found.items() if how}

    def _how(self, seq: int, page: str, card: str) -> str:
        if cell_of(page) not in self._cells:
            return "(never opened)"
        last, text = self._last[page, card]
        if not text:
            return TAKEN_BACK
        if (page, card) not in self._opened and not self._stands(page, card):
            return "(put away with the picture)"
        if last != seq:
            return "(said anew later)"
        return REMOVED if (page, card) in self._hidden else ""

    def _stands(self, page: str, card: str) -> bool:
        """Whether a picture is still on its page, be it in a closed album."""
        return any(card in cards for (of, _), cards in self._albums.items() if of == page)


_OF_REASONS = frozenset((ReasonGiven.kind, ReasonHidden.kind, ReasonsOpened.kind, AlbumArranged.kind))
_GONE: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        MessageTakenBack.kind: ("message", TAKEN_BACK),
        MessageHidden.kind: ("message", REMOVED),
        PostHidden.kind: ("post", REMOVED),
        CommentHidden.kind: ("comment", REMOVED),
        SaidHidden.kind: ("line", REMOVED),
        PostRemoved.kind: ("post", "(taken down by its writer)"),
    }
)
"""Kind -> the field that names what is gone, and how it went."""


def _line(scene: Scene, record: Record, event: Event, gone: str, parts: Sequence[str]) -> Line:
    name = scene.voice(event.voice) if event.voice else ""
    room = _room(scene, event) if event.room else ""
    withheld = ERASED if record.erased else gone
    shown = event._replace(fact=_withheld(event, withheld, parts)) if withheld else event
    return Line(record, shown, say(scene.within(event.cell), shown), name, room, withheld)


def _room(scene: Scene, event: Event) -> str:
    # The scene stands just before the event: there is no such group in it yet.
    if isinstance(event.fact, GroupOpened):
        return scene.group(event.fact.name, event.cell)
    return scene.room(event.room)


def _withheld(event: Event, why: str, parts: Sequence[str]) -> Fact:
    """The fact with a note where its text was, and without its pictures; or where only `parts` were."""
    fields = type(event.fact).model_fields
    # That it was for the choice as a whole says nothing of a picture.
    card = WHOLE if getattr(event.fact, "card", "") == WHOLE else ""
    blank = dict.fromkeys(parts, why) if parts else {"text": why, "card": card, "cards": ()}
    return event.fact.model_copy(update={name: value for name, value in blank.items() if name in fields})
