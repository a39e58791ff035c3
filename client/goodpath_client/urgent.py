"""Put what may not be missed into one short line: what is new in other chats, the battery, the clock."""

from goodpath_client.moment import scarce
from goodpath_client.plurals import counted
from goodpath_client.store import Store


def elsewhere(store: Store, room: str) -> str:
    """What is new in other chats, such as `2 other chats: 5 new, 1 to you (F6)`; empty for nothing."""
    new = {one: store.unread.count(one) for one in store.world.rooms if one != room}
    chats = sum(bool(count) for count in new.values())
    named = sum(store.unread.mentions(one) for one in new)
    words = (
        f"{counted(chats, 'other chat')}: {sum(new.values())} new{f', {named} to you' if named else ''} (F6)"
    )
    return words if chats else ""


def clock_and_battery(store: Store, now_ms: int, many: int, clock: str) -> str:
    """Such as `[##  ] 34%  Sun 19:42`, with so `many` of what is scarce; no clock before the world runs."""
    time = "" if store.world.session.stage == "lobby" else clock
    return "  ".join(filter(None, [*scarce(store, now_ms)[:many], time]))
