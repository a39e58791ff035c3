"""Ask before leaving in words that are true: whether a seat is kept depends on how the connection stands."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from goodpath_client.store import Store
from goodpath_core.wire.closing import RESET, Closing

_KEPT: Final = "Leave? Your seat is kept, and all that you have sent, saved or begun."
_AWAY: Final = (
    "Leave? The server does not answer now. Your seat is kept on this computer, and so is what you have sent "
    "or begun; join again when it is back."
)
_NEVER: Final = "Leave? You have not joined yet, so nothing is kept."
_ENDS: Final = "Leave? The class ends with you: nobody comes back to it."
_CLOSED: Final[Mapping[int, str]] = MappingProxyType(
    {RESET.code: "Leave? Your teacher has closed this seat; the code on the board opens another one."}
)
"""By the code with which the server ended it."""


def leave_question(store: Store, closing: Closing | None, ends_with_me: bool = False) -> str:
    """What is asked before leaving; `closing` is how the server ended the connection for good, if it has.

    `ends_with_me` is for a class that is held for this seat alone.
    """
    if ends_with_me and closing is None:
        return _ENDS
    if store.welcome is None:
        return _NEVER
    if closing is not None:
        return _CLOSED.get(closing.code, f"Leave? {closing.text}")
    return _KEPT if store.link.online else _AWAY
