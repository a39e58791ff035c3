"""Say what there is none of for a seat, so that no deed is offered that would lead nowhere."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from goodpath_client.store import Store
from goodpath_core.play.event import key_of

_NO_PICTURES: Final = "There are no pictures here for you to choose from."
_NO_BATTERY: Final = "Batteries do not run down in this scenario, so nothing is plugged in."
_NO_SOCKET: Final = "There is no socket in this house."
NOTHING_ASKED: Final = "Nothing is asked now."


def nothing_for(store: Store, deed: str) -> str:
    """Why a deed leads nowhere in this scenario; empty if it leads somewhere, or while nobody is played."""
    lacks = _LACKS.get(deed)
    return lacks(store) if lacks is not None and store.persona is not None else ""


def socket_count(store: Store, house: str) -> int:
    """How many phones can charge at once in a house; 1 where that is not known."""
    houses = store.view.houses if store.view else ()
    return next((one.sockets for one in houses if one.key == key_of(house)), 1)


def _pictures(store: Store) -> str:
    return "" if store.view is None or store.view.own_cards else _NO_PICTURES


def _sockets(store: Store) -> str:
    person, view = store.my_person, store.view
    if view is not None and not view.rules.battery:
        return _NO_BATTERY
    return "" if person is None or socket_count(store, person.house) else _NO_SOCKET


def _prompts(store: Store) -> str:
    return "" if asks_something(store) else NOTHING_ASKED


def asks_something(store: Store) -> bool:
    """Whether a phase is played that asks something, or gives something to think about."""
    world = store.world
    return world.session.stage == "playing" and bool(world.phase.ask or world.phase.prompts)


_LACKS: Final[Mapping[str, Callable[[Store], str]]] = MappingProxyType(
    {"pictures": _pictures, "plug in": _sockets, "unplug": _sockets, "prompts": _prompts}
)
"""By the name of the deed."""
