"""Say that nobody plays whom one writes to, before one waits for an answer."""

from goodpath_client.names import name_person
from goodpath_client.store import Store
from goodpath_core.play.messages import ends_of


def unplayed_words(store: Store, room: str) -> str:
    """One sentence if a private chat is with a persona nobody plays; else empty."""
    for end in ends_of(room):
        person = store.world.persons.get(end)
        if person is not None and end != store.me and not person.played:
            name = name_person(store.view, end)
            return f"Nobody plays {name} at the moment: what you write there is stored, but no one answers."
    return ""
