"""Say that a line of the town's group that was taken back was the one of this phase all the same."""

from typing import Final

from goodpath_client.store import Store
from goodpath_core.play.event import Event
from goodpath_core.play.messages import TOWN_LINES, MessageTakenBack

_USED: Final = (
    "It was your one line of this phase in the town's group all the same; write there in the next one."
)


def used_up(store: Store, event: Event) -> str:
    """What whoever takes back a line there is told; empty for anything else, and for a line that is older."""
    fact, room = event.fact, store.world.rooms.get(event.room)
    if not isinstance(fact, MessageTakenBack) or room is None or room.kind != "town":
        return ""
    is_own = bool(store.me) and event.voice == store.me and fact.message > store.world.phase.seq
    return _USED if is_own and room.spoken.get(store.me, 0) >= TOWN_LINES else ""
