"""What of the own page's written face the end of a phase would take away: put it on the page, or say so."""

from collections.abc import Mapping, Sequence
from typing import Final

from goodpath_client.allowed import refused
from goodpath_client.begun_face import (
    NOT_THERE,
    clear_parts,
    edits,
    face_on_desk,
    listed,
    over_words,
    too_long,
    unsaved_words,
)
from goodpath_client.drafts import Drafts
from goodpath_client.on_its_way import page_to_come
from goodpath_client.store import Store
from goodpath_core.play.event import Command
from goodpath_core.play.profile import EditPage

_LONG: Final = "Your {parts} is too long, by {over}, and stays in its box; shorten it and save (F2)."
_LOST: Final = "What you wrote last is not on your page"
_GONE: Final = f"{_LOST}, which keeps what was saved."
_GONE_LONG: Final = f"{_LOST}: your {{parts}} is too long, by {{over}}."
_REST: Final = "Your {parts} is on it."


class LateFace:
    """The face that is written and not saved, for one seat."""

    DID: Final = "wrote"
    UNSAVED: Final = (NOT_THERE, "What you wrote goes on your page")
    """How begins what was told of a face that is not saved."""
    LOST: Final = _LOST
    """How begins what is told of a face that nothing puts on the page any more."""

    def __init__(self) -> None:
        self._sent: dict[str, str] = {}
        """What was put on the page by itself in this phase."""
        self._long: tuple[str, ...] = ()
        """Of which parts it was said that they are too long."""

    def begin(self) -> None:
        """Another phase, or another persona: nothing was put on the page by itself yet."""
        self._sent, self._long = {}, ()

    @property
    def has_sent(self) -> bool:
        """Whether anything was put on the page by itself in this phase."""
        return bool(self._sent)

    def _open(self, store: Store, desk: Drafts) -> dict[str, str]:
        """What is written and neither on the page nor on its way there."""
        written = face_on_desk(store, desk)
        return {part: text for part, text in written.items() if self._sent.get(part) != text}

    def remind(self, store: Store, desk: Drafts, now_ms: int) -> str:
        """Nothing: what is written and can be put on the page is put there by itself."""
        return ""

    def put(self, store: Store, desk: Drafts, now_ms: int) -> tuple[list[Command], str]:
        """What puts on the page what the rules take, and what is to be said of the rest."""
        written = self._open(store, desk)
        if not written or refused(store, EditPage, now_ms):
            return [], ""
        long, told = too_long(written), self._long
        parts = {part: text for part, text in written.items() if part not in long}
        self._sent.update(parts)
        self._long = long
        clear_parts(desk, parts)
        if long in ((), told):
            return [*edits(parts)], ""
        return [*edits(parts)], _LONG.format(parts=listed(long), over=over_words(written))

    def turn(self, store: Store, desk: Drafts, now_ms: int) -> str:
        """A phase has ended: what becomes of what is written; empty for nothing."""
        written, put = self._open(store, desk), self._put(store)
        self.begin()
        if not written:
            return ""
        if store.world.session.stage != "playing":
            no = refused(store, EditPage, now_ms)
            clear_parts(desk, written)
            return f"{_gone_words(written, put)} {no.text if no else ''}".strip()
        return unsaved_words(store, desk, now_ms, put)

    def _put(self, store: Store) -> tuple[str, ...]:
        """Which parts were put on the page by themselves in this phase, and stand there."""
        page = page_to_come(store)
        return tuple(part for part, text in self._sent.items() if page and getattr(page.face, part) == text)

    def arrive(self, store: Store, desk: Drafts, now_ms: int) -> str:
        """The own page has come: what becomes of what was written at another terminal; empty for nothing."""
        return self.turn(store, desk, now_ms)


def _gone_words(written: Mapping[str, str], put: Sequence[str]) -> str:
    """What is told of parts that nothing puts on the page any more; `put` are those that stand there."""
    long = too_long(written)
    if not long:
        return _GONE
    gone = _GONE_LONG.format(parts=listed(long), over=over_words(written))
    return " ".join([gone, *([_REST.format(parts=listed(put))] if put else [])])
