"""Count what students have written in each chat, in the rooms of each cell and on each page, since a look."""

from collections.abc import Callable, Iterable, Mapping
from itertools import takewhile
from types import MappingProxyType
from typing import Final

from goodpath_client.store import Store
from goodpath_client.teacher.kept_looks import KeptLooks, Look
from goodpath_client.teacher.places import LIVES, PAGE, ROOM
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
        """The teacher looks at a place now."""
        page = store.world.pages.get(place.removeprefix(PAGE))
        look = Look(store.world.seq, cards_on(page, own=True) if page else frozenset())
        before = self._look_at(store, place)
        is_other = look.cards != before.cards or self.count(store, place) > 0
        (self._looks.keep if is_other else self._looks.note)(place, look)

    def seen(self, store: Store, place: str) -> int:
        """Number of the last event that was known when the teacher looked at a place."""
        return self._look_at(store, place).seq

    def count(self, store: Store, place: str) -> int:
        """How much is new in a place."""
        if not store.world.session.started:
            return 0
        head, colon, name = place.partition(":")
        return _COUNTS[head + colon](store, name, self._look_at(store, place))

    def next_place(self, store: Store, places: Iterable[str], current: str) -> str:
        """The next of these places with something new, from the current one on and round; empty for none."""
        every = list(places)
        at = every.index(current) + 1 if current in every else 0
        return next((one for one in every[at:] + every[:at] if one != current and self.count(store, one)), "")

    def _look_at(self, store: Store, place: str) -> Look:
        # Before play nobody has written anything: what stands there is the scenario's.
        return self._looks.find(place) or Look(store.world.session.started)


def _lines(store: Store, room: str, look: Look) -> int:
    fresh = takewhile(lambda line: line.seq > look.seq, reversed(store.lines(room)))
    return sum(_is_students(store, line) and not line.gone for line in fresh)


def _is_students(store: Store, line: Message) -> bool:
    return line.voice != "teacher" if line.kind == "aside" else line.voice in store.world.persons


def _lives(store: Store, cell: str, look: Look) -> int:
    journal, out = store.world.journal, store.world.reflections
    spoken = sum(
        line.seq > look.seq and line.kind in _SPOKEN and line.cell in (0, int(cell)) for line in journal
    )
    return spoken + sum(one.seq > look.seq and cell_of(one.persona) == int(cell) for one in out)


def _page(store: Store, owner: str, look: Look) -> int:
    """Posts, words, faces and pictures; a like says nothing."""
    page = store.world.pages.get(owner)
    if page is None:
        return 0
    words = (word for response in page.responses.values() for word in response.comments)
    return (
        sum(post.seq > look.seq and not post.gone for post in page.posts)
        + sum(seq > look.seq and bool(text) and voice in store.world.persons for seq, voice, text in words)
        + sum(version.seq > look.seq for version in page.versions)
        + len(cards_on(page, own=True) - look.cards)
    )


_COUNTS: Final[Mapping[str, Callable[[Store, str, Look], int]]] = MappingProxyType(
    {ROOM: _lines, LIVES: _lives, PAGE: _page}
)
"""How a place's name begins -> how much is new there."""
