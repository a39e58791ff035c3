"""Put what may not be missed into one short line: what is new in other chats, the battery, the clock."""

from collections.abc import Callable
from itertools import chain

from goodpath_client.moment import day_and_time, scarce
from goodpath_client.new_count import NewCount
from goodpath_client.plurals import counted
from goodpath_client.readers import fitting
from goodpath_client.store import Store


def elsewhere(store: Store, room: str, cells: int) -> str:
    """What is new in other chats, such as `2 other chats: 5 new, 1 to you (F6)`; empty for nothing.

    In fewer words where there are not so many `cells`.
    """
    new = {one: store.unread.told(one) for one in store.world.rooms if one != room}
    chats = sum(bool(count) for count in new.values())
    named = sum(store.unread.mentions(one) for one in new)
    count = sum(new.values(), NewCount())
    new_words = f"{count} new{f', {named} to you' if named else ''}"
    steps = (
        f"{counted(chats, 'other chat')}: {new_words} (F6)",
        f"{counted(chats, 'chat')}: {new_words} (F6)",
        f"F6: {new_words}",
        f"F6: {count} new",
    )
    return fitting(steps, cells) if chats else ""


def left_out(store: Store, now_ms: int, many: int, has_room: Callable[[str], bool]) -> str:
    """What the line above has no room for, as `[##  ] 34%  Sun 19:42`, with so `many` of what is scarce."""
    short = scarce(store, now_ms)
    clock = "" if store.world.session.stage == "lobby" else day_and_time(store, now_ms, short=True)
    words = ([] if has_room("  ".join(short)) else short[:many], [] if has_room(clock) else [clock])
    return "  ".join(filter(None, chain(*words)))
