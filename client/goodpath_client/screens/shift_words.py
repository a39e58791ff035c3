"""Say what is shown of the time on the line: what it is, when the shift ends, how far the belt has moved."""

from goodpath_client.moment import world_now
from goodpath_client.store import Store
from goodpath_core.play.clock import clock_face, played_ms


def shift_now(store: Store, now_ms: int) -> tuple[str, str, int]:
    """The time as a clock shows it, until when it goes on, and the seconds that the belt has moved.

    The belt stands still in a pause, as the world does.
    """
    clock, phase = store.world.clock, store.world.phase
    ends = clock_face(clock.world_from + int(phase.seconds * clock.speed))
    moved = played_ms(clock, store.shown_ms(now_ms)) // 1000
    return clock_face(world_now(store, now_ms)), f"until {ends}", moved
