"""Count who has kept the sentences of stepping out of the role."""

from typing import NamedTuple

from goodpath_client.store import Store


class SteppedOut(NamedTuple):
    """How far the class is with stepping out."""

    out: int
    """How many seats that play somebody have kept their sentences."""
    played: int
    """How many seats play somebody."""


def stepped_out(store: Store) -> SteppedOut:
    """As it stands now."""
    playing = {seat.number for seat in store.world.seats.values() if seat.persona}
    return SteppedOut(len(playing & {one.seat for one in store.world.reflections}), len(playing))


def missing_words(store: Store) -> str:
    """How many have kept nothing, as a sentence; empty once everybody has."""
    out, played = stepped_out(store)
    missing = played - out
    return (
        f"{missing} of {played} {'has' if missing == 1 else 'have'} kept no sentences yet." if missing else ""
    )
