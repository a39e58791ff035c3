"""Which edits said which words of the faces of pages, however long ago: the state keeps the newest alone.

1. Words are known by their mark: enough to find the same ones again, and little enough to keep of every edit.
2. A removal names versions; whatever edit before it said the words that one of them has says them no longer.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import get_args

from goodpath_core.play.event import Event
from goodpath_core.play.hidden_faces import FaceHidden, WrittenPart, without_part
from goodpath_core.play.past import mark
from goodpath_core.play.profile import PageEdited

PARTS: tuple[str, ...] = get_args(WrittenPart)
KINDS = frozenset((PageEdited.kind, FaceHidden.kind))
"""Kinds of events that edits are known from."""
SILENT, EMPTY, GONE, ERASED = range(4)
"""Instead of a mark: the part stayed as it was; it became empty; it was removed; nobody knows."""
_NOTHING = PageEdited()
_NO_WORDS = frozenset((SILENT, EMPTY, GONE, ERASED))


class _OfPage:
    """The edits of one page: their numbers, and for each part what each of them said of it."""

    __slots__ = ("numbers", "said")

    def __init__(self) -> None:
        self.numbers = array("q")
        self.said = {part: array("q") for part in PARTS}

    def standing(self, part: str, seq: int) -> int:
        """What the version with this number has in a part: what was last said of it up to there."""
        said = self.said[part]
        before = range(bisect_right(self.numbers, seq) - 1, -1, -1)
        return next((said[place] for place in before if said[place] != SILENT), SILENT)


class Edits:
    """The edits of all pages, oldest first."""

    def __init__(self) -> None:
        self._pages: defaultdict[str, _OfPage] = defaultdict(_OfPage)

    def take(self, event: Event) -> None:
        """Know of one more edit, or of a removal; other events mean nothing here."""
        if isinstance(event.fact, PageEdited):
            page = self._pages[event.room]
            page.numbers.append(event.seq)
            for part, said in page.said.items():
                said.append(ERASED if event.fact == _NOTHING else _sign(getattr(event.fact, part)))
        elif isinstance(event.fact, FaceHidden) and event.fact.part in PARTS:
            self._remove(self._pages[event.room], event.fact)

    def _remove(self, page: _OfPage, fact: FaceHidden) -> None:
        said = page.said[fact.part]
        words = {page.standing(fact.part, seq) for seq in fact.versions} - _NO_WORDS
        for place in range(len(page.numbers)):
            if said[place] in words:
                said[place] = GONE

    def numbers(self, page: str, before: int, limit: int) -> Sequence[int]:
        """The numbers of the newest edits of a page before a number, oldest first."""
        numbers = self._pages[page].numbers if page in self._pages else ()
        end = bisect_left(numbers, before)
        return numbers[max(0, end - limit) : end]

    def gone(self, page: str, part: str, first: int, end: int) -> list[int]:
        """The numbers from `first` to before `end` of those edits of a page that say a part no longer."""
        found = self._pages.get(page)
        if found is None:
            return []
        places = range(bisect_left(found.numbers, first), bisect_left(found.numbers, end))
        return [found.numbers[place] for place in places if found.said[part][place] == GONE]

    def all_gone(self) -> Iterator[tuple[int, str]]:
        """The number of each edit that says a part no longer, with that part."""
        for page in self._pages.values():
            for part, said in page.said.items():
                yield from [(seq, part) for seq, what in zip(page.numbers, said, strict=True) if what == GONE]

    def still_said(self, edit: Event) -> Event:
        """An edit without what was removed of it."""
        for part in PARTS:
            if edit.seq in self.gone(edit.room, part, edit.seq, edit.seq + 1):
                edit = edit._replace(fact=without_part(edit.fact, part))
        return edit

    def words(self, page: str, part: str, seq: int) -> int | None:
        """The mark of the words that a version has in a part; 0 for none, None if it is no version."""
        found = self._pages.get(page)
        if found is None or seq not in self.numbers(page, seq + 1, 1):
            return None
        standing = found.standing(part, seq)
        return 0 if standing in _NO_WORDS else standing


def _sign(words: str | None) -> int:
    if words is None:
        return SILENT
    return mark(words) or EMPTY
