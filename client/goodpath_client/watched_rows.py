"""What stands beside the chats for who watches: the phase, what it asks of others, and their pages."""

from goodpath_client.mentions import played_neighbours
from goodpath_client.names import name_and_person
from goodpath_client.page_counts import standing_words
from goodpath_client.store import Store
from goodpath_client.widgets.prose import Para


def watched_paras(store: Store) -> list[Para]:
    """Paragraphs for who plays nobody."""
    where = f" cell {store.cell}" if store.cell > 1 else ""
    phase = store.world.phase
    named = [Para(phase.name, "bold $primary")] if phase.name else []
    asked = [Para(phase.ask)] if phase.ask else []
    owners = [one for one in played_neighbours(store) if one in store.world.pages]
    pages = [Para(_page(store, one), "", 2, "-") for one in owners]
    return [
        Para(f"You are watching{where}. You can read every chat that is not private."),
        *([Para(""), *named, *asked] if named or asked else []),
        *([Para(""), Para("their pages", "bold $primary"), *pages] if pages else []),
    ]


def _page(store: Store, owner: str) -> str:
    """In the order of the cast and with what stands there: nothing on a page makes anybody first."""
    page = store.world.pages[owner]
    return f"{name_and_person(store.world, store.view, owner)}: {standing_words(page)}"
