"""Say why words were not sent and are in no box, and find those whose box is gone."""

from typing import Final, NamedTuple

from goodpath_client.drafts import Drafts, WordDraft
from goodpath_client.store import Store
from goodpath_core.play.event import cell_of
from goodpath_core.play.things import may_see_thing

AS_ANOTHER: Final = (
    "You wrote this as somebody you no longer play, so nobody has read it. "
    "If you play them again, it is back in its box."
)
NO_BOX: Final = "There is no box here for this any more, so nobody has read it."
REPLACED: Final = "You wrote something newer in the box of this, so nobody has read it."


class NotSent(NamedTuple):
    """Words to be shown."""

    why: str
    """Why they were not sent and stand in no box."""
    text: str
    """The words themselves, all of them."""


def take_unplaced(store: Store, desk: Drafts) -> list[NotSent]:
    """Take from the desk of whoever is played the words whose things no list shows any more."""
    if store.my_page is None or store.stale:
        # The copy is not that of now: nothing can be said to be gone.
        return []
    gone = [word for word in desk.words if not _has_box(store, word)]
    for word in gone:
        desk.words.remove(word)
    return [NotSent(NO_BOX, word.text) for word in gone]


def _has_box(store: Store, word: WordDraft) -> bool:
    """Whether the thing stands in a list; the page itself is no row of any."""
    page = store.world.pages.get(word.page)
    if page is None or cell_of(page.owner) != store.cell or word.thing == "page":
        return False
    return may_see_thing(page, word.thing, store.me)
