"""Say in an empty box what becomes of what is written while the world stands still or all is over."""

from typing import Final

from goodpath_client.store import Store

_CLOSED: Final = ("closed: nothing is sent any more; Alt+Q leaves", "closed; Alt+Q leaves")
_PAUSED: Final = (
    "paused: type on; it goes out when the world goes on",
    "paused: what you type goes out later",
    "paused: it goes out later",
)


def stopped_words(store: Store) -> tuple[str, ...]:
    """That nothing is sent any more, or only later, the longest words first; none while all goes on."""
    if store.link.kind == "closed":
        return _CLOSED
    return _PAUSED if store.world.session.paused else ()
