"""List where the phone's list of chats leads: chats with what is new, the own things, pages of others."""

from collections.abc import Iterator

from goodpath_client.chat_order import in_order
from goodpath_client.contact_rows import contacts
from goodpath_client.lacking import asks_something
from goodpath_client.new_count import NewCount
from goodpath_client.screens.asked import task_title
from goodpath_client.store import Store
from goodpath_client.widgets.side_list import Place
from goodpath_core.play.event import PRIVATE

OWN_PAGE = "own page"
"""Id of the entry that opens the own page, with a number beside it for what came there."""
PAGE_OF = "page:"
"""How the id of an entry begins that opens somebody's page."""
ROOM_OF = "room:"
"""How the id of an entry begins that opens a chat."""
_GAP = Place("", "")


def phone_places(store: Store, room: str, seen: str) -> tuple[Place, ...]:
    """All entries from above; `room` is the open chat, `seen` one that has no number, or empty."""
    people = [
        Place(f"{PAGE_OF}{one.id}", one.name, look=one.look, elsewhere=one.elsewhere)
        for one in contacts(store)
    ]
    heading = [Place("", "people")] if people else []
    return (*_chats(store, room, seen), _GAP, *_own_things(store), *heading, *people)


def _chats(store: Store, room: str, seen: str) -> Iterator[Place]:
    for one in in_order(store.world.rooms.values()):
        new = NewCount() if one.id == seen else store.unread.told(one.id)
        mentions = 0 if one.id == seen else store.unread.mentions(one.id)
        yield Place(f"{ROOM_OF}{one.id}", _chat_name(store, one.id), new, mentions)
    if room.startswith(PRIVATE) and room not in store.world.rooms:
        yield Place(f"{ROOM_OF}{room}", _chat_name(store, room))


def _chat_name(store: Store, room: str) -> str:
    return f"{'@' * room.startswith(PRIVATE)}{store.room_name(room)}"


def _own_things(store: Store) -> Iterator[Place]:
    yield Place("feed", "Qzone")
    yield Place("contacts", "Contacts")
    if store.me:
        yield Place(OWN_PAGE, "My page", NewCount(store.page_news.fresh(store.my_page)))
        yield Place("life", "My life")
    if asks_something(store):
        yield Place("prompts", task_title(store))
