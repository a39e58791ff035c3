"""Say who else is in the own room: those who hear, those who look at their phones, or nobody."""

from goodpath_client.names import name_person
from goodpath_client.plurals import counted
from goodpath_client.store import Store
from goodpath_core.play.offline import present
from goodpath_core.play.phone import housemates


def company_words(store: Store, named: bool = True) -> str:
    """Who else is in the room of the own persona, or how many unless `named`; empty without one."""
    world, person = store.world, store.my_person
    if person is None:
        return ""
    others = [name_person(store.view, one) for one in present(world, person.house) if one != person.id]
    if others:
        return f"In this room: {', '.join(others) if named else counted(len(others), 'other')}."
    mates = [world.persons[mate] for mate in housemates(world, person.house) if mate != person.id]
    is_alone = not any(mate.played and mate.place == "phone" for mate in mates)
    return "You are alone here." if is_alone else "Nobody else looks up."
