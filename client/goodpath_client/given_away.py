"""Notice that the teacher has given the persona that was played here to somebody else."""

from typing import Final

from goodpath_client.names import name_person
from goodpath_client.store import Store
from goodpath_core.play.turns import role_of

_GIVEN: Final = "Your teacher has given {lost} to somebody else; {now}."
_WATCH: Final = "you watch now"


class GivenAway:
    """Knows whom this seat played last."""

    def __init__(self) -> None:
        self._played: str | None = None
        """Id of the persona; empty for nobody, None before the first look at the copy."""

    def words(self, store: Store) -> str:
        """What is to be said of it, once; empty for nothing.

        At the first look it is whom this seat played before: it may have happened while one was away.
        A persona that one gave up is played by nobody then: whoever plays it has it from the teacher.
        """
        if store.stale or store.view is None:
            return ""
        before = role_of(store.world.seats.get(store.seat)) if self._played is None else self._played
        self._played = store.me
        lost = store.world.persons.get(before)
        if lost is None or before == store.me or not lost.played:
            return ""
        now = f"you play {name_person(store.view, store.me)} now" if store.me else _WATCH
        return _GIVEN.format(lost=name_person(store.view, before), now=now)
