"""Turns: who has played whom, from when to when, while the world ran.

A turn begins when the world starts, or when a seat gets a persona in a running world. It ends when the seat
plays that persona no more; the turn of whoever plays to the end of play stays open, whoever gets it later.
"""

from goodpath_core.play.bounds import push_out
from goodpath_core.play.state import Seat, Turn, World


def begin_turns(world: World, at: int) -> None:
    """The turn of whoever plays somebody and has none yet begins at world second `at`."""
    for seat in world.seats.values():
        if seat.persona and open_turn(seat) is None:
            seat.turns.append(Turn(seat.persona, at))


def change_turn(world: World, seat: Seat, persona: str, at: int) -> None:
    """From world second `at` a seat plays this persona, or nobody; outside of play that is no turn."""
    if world.session.stage != "playing":
        return
    before = open_turn(seat)
    if before is not None:
        before.until = at
        if before.since == at:
            # A mistake that was mended before a second went by, as in a pause.
            seat.turns.pop()
    if persona:
        seat.turns.append(Turn(persona, at))
        push_out(seat.turns, world.bounds.turns, lambda one: one.persona == persona)


def open_turn(seat: Seat) -> Turn | None:
    """The turn that goes on, or went on to the end of play."""
    return seat.turns[-1] if seat.turns and seat.turns[-1].until is None else None


def role_of(seat: Seat | None) -> str:
    """Id of the persona whose role a seat steps out of: who it plays, else played last; empty for none."""
    if seat is None:
        return ""
    return seat.persona or (seat.turns[-1].persona if seat.turns else "")
