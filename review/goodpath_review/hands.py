"""Finds in whose hands lives were: who was played, and when a life went from one student to another."""

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


def played_personas(world: World) -> set[str]:
    """Ids of the personas that somebody played while the world ran.

    Who only had one in the lobby, or was given one in the debrief, has played nobody. Where play never began
    it is whoever has one.
    """
    seats = world.seats.values()
    if not world.session.started:
        return {seat.persona for seat in seats if seat.persona}
    return {turn.persona for seat in seats for turn in seat.turns}
