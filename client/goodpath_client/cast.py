"""Say of a persona whether this seat may take it."""

from typing import Final

from goodpath_client.store import Store
from goodpath_core.play.cells import is_free
from goodpath_core.play.state import Person

FREE: Final = "free"
TAKEN: Final = "taken"
LEFT: Final = "not free: ask the teacher"
"""Of somebody whom another has played: private words go with the persona, so the teacher hands it over."""


def standing(store: Store, person: Person) -> str:
    """How a persona stands to this seat, in words for a list to choose from."""
    if is_free(store.world, person, store.seat):
        return FREE
    return TAKEN if person.played else LEFT
