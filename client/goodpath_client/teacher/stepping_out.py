"""Count who has kept the sentences of stepping out of the role."""

from typing import NamedTuple

from goodpath_client.store import Store
from goodpath_client.teacher.seat_rows import open_seats
from goodpath_core.play.turns import role_of


class SteppedOut(NamedTuple):
    """How far the class is with stepping out."""

    out: int
    """How many of them have kept their sentences."""
    played: int
    """How many seats have a role to step out of, also one that somebody else has been given since."""


def stepped_out(store: Store) -> SteppedOut:
    """As it stands now."""
    played = {seat.number for seat in open_seats(store) if role_of(seat)}
    return SteppedOut(len(played & {one.seat for one in store.world.reflections}), len(played))


def missing_words(store: Store) -> str:
    """How many have kept nothing, as a sentence; empty once everybody has."""
    out, played = stepped_out(store)
    missing = played - out
    return (
        f"{missing} of {played} {'has' if missing == 1 else 'have'} kept no sentences yet." if missing else ""
    )
