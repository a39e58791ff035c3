"""Count what is new of students in each chat, in the rooms of each cell and on each page until it is seen."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from goodpath_client.kept_looks import KeptLooks, Look
from goodpath_client.new_count import NewCount
from goodpath_client.read_marks import Mark
from goodpath_client.store import Store
from goodpath_client.teacher.places import LIVES, PAGE, ROOM
from goodpath_client.unread import UnreadBook
from goodpath_core.play.event import cell_of
from goodpath_core.play.state import Message
from goodpath_core.play.things import cards_on

_SPOKEN: Final = ("said", "thought")


class News:
    """What is new where; what the script and the teacher's voices say is no news to a teacher."""

    def __init__(self, looks: KeptLooks) -> None:
        """What has been read already stands in `looks`; nothing else has been, since play began."""
        self._looks = looks

    def look(self, store: Store, place: str) -> None:
        """The teacher has looked at all of a place."""
        page = store.world.pages.get(place.removeprefix(PAGE))
        look = Look(store.world.seq, cards_on(page, own=True) if page else frozenset())
        before = self._look_at(store, place)
        is_other = look.things != before.things or bool(self.told(store, place))
        (self._looks.keep if is_other else self._looks.note)(place, look)

    def see(self, store: Store, place: str, seqs: Iterable[int]) -> None:
        """The teacher has seen just these lines, of a place that has lines."""
        book, name = self.book(store, place), _name(place)
        book.see(name, book.new(name).intersection(seqs))

    def book(self, store: Store, place: str) -> UnreadBook:
        """What is new in the places of one kind that have lines, by their names without that kind."""
        kind = place.removesuffix(_name(place))
        return UnreadBook(
            lambda name: _LINES[kind](store, name, self._look_at(store, kind + name).seq),
            lambda: "",
            lambda line: not _is_students(store, line),
            _Marks(self._looks, kind, lambda: _never(store)),
            store.known.gap if kind == ROOM else lambda name: 0,
        )

    def new(self, store: Store, place: str) -> frozenset[int]:
        """Numbers of the lines that are new in a place; none of a page, which has no lines."""
        return frozenset() if place.startswith(PAGE) else self.book(store, place).new(_name(place))

    def count(self, store: Store, place: str) -> int:
        """How much is new in a place."""
        if not store.world.session.started:
            return 0
        if place.startswith(PAGE):
            return _on_page(store, place.removeprefix(PAGE), self._look_at(store, place))
        return len(self.new(store, place))

    def told(self, store: Store, place: str) -> NewCount:
        """How much is new in a place, as it is told: of a chat not all lines need be known."""
        has_all = not store.world.session.started or place.startswith(PAGE)
        lacks = not has_all and self.book(store, place).lacks(_name(place))
        return NewCount(self.count(store, place), lacks)

    def next_place(self, store: Store, places: Iterable[str], current: str) -> str:
        """The next of these places with something new, from the current one on and round; empty for none."""
        every = list(places)
        at = every.index(current) + 1 if current in every else 0
        return next((one for one in every[at:] + every[:at] if one != current and self.told(store, one)), "")

    def _look_at(self, store: Store, place: str) -> Look:
        return self._looks.find(place) or _never(store)


class _Marks:
    """The looks at the places of one kind, as marks in a book."""

    def __init__(self, looks: KeptLooks, kind: str, never: Callable[[], Look]) -> None:
        """A place that was never looked at stands as with the look that `never` gives."""
        self._looks, self._kind, self._never = looks, kind, never

    def find(self, room: str) -> Mark:
        """How far a place has been read."""
        look = self._looks.find(self._kind + room) or self._never()
        return Mark(look.seq, look.alone)

    def keep(self, room: str, mark: Mark) -> None:
        """A place has been read so far."""
        self._looks.keep(self._kind + room, Look(mark.read, alone=mark.alone))


def _never(store: Store) -> Look:
    """The look at a place that was never looked at: before play what stands there is the scenario's."""
    return Look(store.world.session.started or store.world.seq)


def _name(place: str) -> str:
    return place.partition(":")[2]


def _is_students(store: Store, line: Message) -> bool:
    return line.voice != "teacher" if line.kind == "aside" else line.voice in store.world.persons


def _chat(store: Store, room: str, after: int) -> Sequence[Message]:
    return store.lines(room)


def _lives(store: Store, cell: str, after: int) -> Sequence[Message]:
    """What was said and thought in a cell, and written on stepping out, behind that number."""
    spoken = [
        Message(line.seq, line.world_s, line.voice, line.text)
        for line in store.world.journal
        if line.seq > after and line.kind in _SPOKEN and line.cell in (0, int(cell))
    ]
    out = [
        Message(one.seq, 0, one.persona, "")
        for one in store.world.reflections
        if one.seq > after and cell_of(one.persona) == int(cell)
    ]
    return sorted(spoken + out, key=lambda line: line.seq)


def _on_page(store: Store, owner: str, look: Look) -> int:
    """Posts, words, faces and pictures; a like says nothing."""
    page = store.world.pages.get(owner)
    if page is None:
        return 0
    words = (word for response in page.responses.values() for word in response.comments)
    return (
        sum(post.seq > look.seq and not post.gone for post in page.posts)
        + sum(seq > look.seq and bool(text) and voice in store.world.persons for seq, voice, text in words)
        + sum(version.seq > look.seq for version in page.versions)
        + len(cards_on(page, own=True) - look.things)
    )


_LINES: Final[Mapping[str, Callable[[Store, str, int], Sequence[Message]]]] = MappingProxyType(
    {ROOM: _chat, LIVES: _lives}
)
"""How a place's name begins -> all its lines behind a number at least, oldest first."""
