"""Know what the head of a page had before, however long ago: its rows, and how each is removed."""

from collections.abc import Iterable, Sequence
from typing import Any

from goodpath_client.changes import Change
from goodpath_client.page_rows import Thing, key_of_thing, thing_of
from goodpath_client.quoting import quote
from goodpath_client.shelf import Link
from goodpath_client.store import Store
from goodpath_client.teacher.removals import PARTS, Removal
from goodpath_client.widgets.rows import Key, Kind, Row
from goodpath_core.play.hidden_faces import FaceHidden, HideFace, WrittenPart
from goodpath_core.play.profile import PageEdited
from goodpath_core.play.state import Page
from goodpath_core.wire.codec import event_from
from goodpath_core.wire.frames import AskEdits
from goodpath_core.wire.limits import HISTORY_MAX

_HEAD = "earlier"

Words = dict[tuple[WrittenPart, str], int]
"""A part of a face, and what it has had -> number of the newest version known to have it."""


class EarlierWords:
    """What the parts of one page's face have had; a copy forgets old versions, and the log does not."""

    def __init__(self, store: Store, page: str) -> None:
        """Know what the copy has of this page, whose owner's id is given."""
        self._store = store
        self._page = page
        self._had: Words = {}

    def sync(self, changes: Sequence[Change]) -> bool:
        """Follow these changes, and say whether `fetch` knows more. None means: look at everything."""
        removals = [
            change.event.fact
            for change in changes
            if change.event and change.event.room == self._page and isinstance(change.event.fact, FaceHidden)
        ]
        for fact in removals:
            self._had = {
                of: seq for of, seq in self._had.items() if of[0] != fact.part or seq not in fact.versions
            }
        page = self._store.world.pages.get(self._page)
        if page is None:
            return False
        # A page with fewer versions than the state keeps has all it ever had.
        is_all = len(page.versions) < self._store.world.bounds.versions
        self._had = ({} if is_all else self._had) | _had_by(page)
        return not is_all and (not changes or bool(removals) or any(one.kind == "state" for one in changes))

    async def fetch(self, link: Link) -> None:
        """Learn from the log what the page has ever had. Raises GoodpathError if there is no answer."""
        end = before = self._store.world.seq + 1
        found: Words = {}
        while values := await link.ask(AskEdits(page=self._page, before=before, limit=HISTORY_MAX)):
            edits = [event for value in values if (event := event_from(value))]
            for seq, fact in reversed([(edit.seq, edit.fact) for edit in edits]):
                for of in _said_in(fact):
                    found.setdefault(of, seq)
            if len(values) < HISTORY_MAX:
                break
            before = values[0][0]
        self._had = found | {of: seq for of, seq in self._had.items() if seq >= end}
        self.sync(())

    def rows(self, page: Page) -> list[Row]:
        """What its player wrote in the parts before and the page shows no more, oldest first."""
        rows = [
            Row(
                key_of_thing(Thing(page.owner, f"{_HEAD}:{part}:{seq}")),
                speaker=f"{part} before",
                text=quote(words),
            )
            for part in PARTS
            for seq, words in sorted(self._of(page, part))
        ]
        divider = Row(_HEAD, Kind.DIVIDER, text="what the head of the page had before")
        return [divider, *rows] if rows else []

    def _of(self, page: Page, part: WrittenPart) -> Iterable[tuple[int, str]]:
        others = {"", getattr(page.versions[0], part), getattr(page.face, part)}
        return ((seq, words) for (of, words), seq in self._had.items() if of == part and words not in others)

    def removal(self, page: Page, key: Key) -> Removal | None:
        """How the words in this row are removed; None for other rows."""
        thing = thing_of(key)
        head, _, version = (thing.thing if thing else "").partition(":")
        found = (
            _removal(page, part, seq, words)
            for part in PARTS
            for seq, words in self._of(page, part)
            if (head, version) == (_HEAD, f"{part}:{seq}")
        )
        return next(found, None)


def _removal(page: Page, part: WrittenPart, seq: int, words: str) -> Removal:
    question = f"Remove this earlier {part} from every screen? {quote(words)}. What the page shows now stays."
    return Removal(HideFace(page=page.owner, part=part, version=seq), question)


def _had_by(page: Page) -> Words:
    return {(part, getattr(one, part)): one.seq for one in page.versions for part in PARTS}


def _said_in(fact: Any) -> Iterable[tuple[WrittenPart, str]]:
    said = ((part, getattr(fact, part, None)) for part in PARTS)
    return [(part, words) for part, words in said if words] if isinstance(fact, PageEdited) else []
