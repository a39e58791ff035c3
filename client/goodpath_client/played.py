"""Say whom one has played and until when, and who played whom once the debrief has told it."""

from collections.abc import Callable

from goodpath_client.moment import day_words
from goodpath_client.store import Store
from goodpath_core.play.clock import clock_face, world_s
from goodpath_core.play.state import Revealed, Turn
from goodpath_core.play.turns import role_of
from goodpath_core.scenario.durations import DAY_S

Naming = Callable[[str], str]
"""From a persona's id to what it is called."""


def own_role(store: Store) -> str:
    """Id of the persona whose role one steps out of; empty for who has only watched."""
    return role_of(store.world.seats.get(store.seat))


def own_part(store: Store, name: Naming) -> str:
    """Such as `You played Pan Yuting until 20:51, then Long Haibo.`; empty for who has only watched."""
    turns = _own_turns(store)
    played = ", then ".join(name(turn.persona) + _own_times(store, turn) for turn in turns)
    told = [f"You played {played}."] if played else []
    plays_on = bool(turns) and turns[-1].until is None and turns[-1].persona == store.me
    if store.me and not plays_on:
        told.append(_given(store, name(store.me)))
    return " ".join(told)


def _given(store: Store, name: str) -> str:
    """Whom one has without having played: since the end of play, or for a play that never began."""
    return f"{name} was given to you after play." if store.world.phase.index >= 0 else f"You were {name}."


def revealed_lines(store: Store, name: Naming) -> list[str]:
    """Who played whom, persona by persona; times stand with who did not play from beginning to end."""
    cast = sorted(store.world.revealed.items(), key=lambda one: one[1][0].seat)
    return [_told(store, name(persona), turn) for persona, turns in cast for turn in turns]


def _told(store: Store, name: str, turn: Revealed) -> str:
    who = f"you, in seat {turn.seat}," if turn.seat == store.seat else f"seat {turn.seat}"
    when = ""
    is_whole = (turn.since, turn.until) == (store.world.session.began, _end(store))
    if not is_whole:
        when = f"from {_face(store, turn.since)} to {_face(store, turn.until)} "
    said = f"{when}{who} played {name}."
    return said[0].upper() + said[1:]


def _own_times(store: Store, turn: Turn) -> str:
    begun = f" from {_face(store, turn.since)}" if turn.since != store.world.session.began else ""
    ended = "" if turn.until is None else f" until {_face(store, turn.until)}"
    return begun + ended


def _own_turns(store: Store) -> list[Turn]:
    seat = store.world.seats.get(store.seat)
    return seat.turns if seat else []


def _end(store: Store) -> int:
    """World second at which play ended: from then on the clock stands still."""
    return world_s(store.world.clock, 0)


def _face(store: Store, second: int) -> str:
    """The time, with the day where play goes over more than one."""
    several = store.world.session.began // DAY_S != _end(store) // DAY_S
    return f"{day_words(store, second, True) if several else ''} {clock_face(second)}".strip()
