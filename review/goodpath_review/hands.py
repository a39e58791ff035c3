"""Find when a life went from the hands of one student into those of another."""

from goodpath_core.play.state import World


def changes_of_hands(world: World, persona: str) -> tuple[int, ...]:
    """World seconds at which another seat went on with a persona (by id) while the world ran, in order."""
    turns = sorted(
        (turn.since, seat.number)
        for seat in world.seats.values()
        for turn in seat.turns
        if turn.persona == persona
    )
    return tuple(at for (at, seat), (_, before) in zip(turns[1:], turns, strict=False) if seat != before)
