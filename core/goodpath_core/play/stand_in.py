"""Who gets what the script meant for a persona that nobody plays.

1. A persona that is played gets its own.
2. Else the next persona that is played in the order of the cast gets it; after the last comes the first.
3. Where nobody in the cell is played, it stays where it was meant to be.
"""

from collections.abc import Iterable

from goodpath_core.play.event import Draft, cell_of, persona_id
from goodpath_core.play.messages import MessagePosted, ends_of
from goodpath_core.play.state import World
from goodpath_core.play.visits import StrangersCame
from goodpath_core.scenario.actions import Action, Visitors, Whisper


def stand_in(world: World, persona: str) -> str:
    """The persona that gets what was meant for this one."""
    cast = [one for one in world.persons if cell_of(one) == cell_of(persona)]
    at = cast.index(persona)
    return next((one for one in (*cast[at:], *cast[:at]) if world.persons[one].played), persona)


def who_is_played(world: World, personas: tuple[str, ...]) -> tuple[str, ...]:
    """Those of some personas who are played; where none is, whoever stands in for the first of them."""
    played = tuple(one for one in personas if world.persons[one].played)
    return played or (stand_in(world, personas[0]),)


def meant(action: Action, cell: int) -> tuple[str, ...]:
    """The personas of a cell one of whom an action is for alone; empty for what is not for one alone."""
    if isinstance(action, Visitors):
        return tuple(persona_id(cell, key) for key in action.pages)
    return (persona_id(cell, action.to),) if isinstance(action, Whisper) else ()


def reached(drafts: Iterable[Draft]) -> tuple[str, ...]:
    """Personas whose page or private chat an inject has reached, each once, in order."""
    found: list[str] = []
    for draft in drafts:
        if isinstance(draft.fact, StrangersCame):
            found.append(draft.room)
        elif isinstance(draft.fact, MessagePosted):
            found += [end for end in ends_of(draft.room) if cell_of(end)]
    return tuple(dict.fromkeys(found))
