"""Say what has become of an own album: closed, opened, or arranged, and nothing else."""

from goodpath_client.plain.sentences import say_event
from goodpath_client.store import Store
from goodpath_core.play.albums import AlbumArranged, AlbumLocked
from goodpath_core.play.event import Event
from goodpath_core.play.state import Album


class OwnAlbums:
    """The own albums as they were last: an event holds all of an album, not what is new in it."""

    def __init__(self) -> None:
        self._known: dict[str, Album] = {}

    def look(self, store: Store) -> None:
        """The whole copy is new: what stands in it is no news."""
        page = store.my_page
        self._known = dict(page.albums) if page else {}

    def hear(self, store: Store, event: Event) -> list[str] | None:
        """The sentences for what happened to an own album; None for anything else."""
        fact = event.fact
        if not isinstance(fact, AlbumLocked | AlbumArranged) or not store.me or event.voice != store.me:
            return None
        if isinstance(fact, AlbumLocked):
            # What it holds follows at once, and with it whether it is closed only now.
            return []
        before = self._known.get(fact.album, Album(fact.name))
        after = self._known[fact.album] = Album(fact.name, fact.cards, fact.visible_to)
        said = [_door(after)] if before.visible_to != after.visible_to else []
        return said if said and before.cards == after.cards else [*said, say_event(store, event)]


def _door(album: Album) -> str:
    done = "closed" if album.visible_to == "me" else "opened"
    return f"You {done} the album “{album.name}” to others."
