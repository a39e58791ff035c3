"""Say which pages of the own cell are listed, one's own first."""

from goodpath_client.mentions import neighbours
from goodpath_client.store import Store
from goodpath_core.play.state import Page


def listed_pages(store: Store) -> list[Page]:
    """The pages of those who were played, and of others where there is something to look at."""
    pages = store.world.pages
    known = (pages[one] for one in (store.me, *neighbours(store)) if one in pages)
    return [page for page in known if _is_listed(store, page)]


def _is_listed(store: Store, page: Page) -> bool:
    return bool(store.world.persons[page.owner].played or page.posts or page.albums)
