"""Say what a look at the top of a screen would tell, when it matters: the last seconds, and the battery."""

from typing import Final

from goodpath_client.held_socket import IN_LINES, kept_words
from goodpath_client.last_seconds import LastSeconds
from goodpath_client.moment import world_now
from goodpath_client.store import Store
from goodpath_core.play.phone import battery_at

LOOK_S: Final = 5.0
"""So often one looks."""
_LOW: Final = (15, 5)
"""Percent at which the battery is told on its way down."""
_STEP: Final = 3
"""Percent a battery never loses between two looks: what falls further was changed and told by the script."""


class Watch:
    """What was told of clock and battery."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._last = LastSeconds()
        self._battery: float | None = None

    def due(self, now_ms: int) -> list[str]:
        """What is to be said at the own time `now_ms`; each thing once."""
        session = self._store.world.session
        if session.stage != "playing" or session.paused:
            return []
        return [*self._last.due(self._store, now_ms), *self._low_battery(now_ms)]

    def _low_battery(self, now_ms: int) -> list[str]:
        """Told once on the way down, and again after the phone was charged."""
        store, person = self._store, self._store.my_person
        if person is None or store.view is None or not store.view.rules.battery:
            self._battery = None
            return []
        now = battery_at(store.world, person, world_now(store, now_ms))
        before, self._battery = self._battery, now
        fell = before is None or now < before <= now + _STEP
        low = any(now <= mark and (before is None or mark < before) for mark in _LOW)
        words = f"Your phone: battery {int(now)} percent. {kept_words(store, IN_LINES)}".strip()
        return [words] if fell and low and now >= 1 else []
