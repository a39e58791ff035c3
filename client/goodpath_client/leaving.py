"""Ask before leaving, and say goodbye, in words that are true: whether a seat is kept depends on much."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from goodpath_client.connection_words import held_words, waiting_words
from goodpath_client.store import Store
from goodpath_core.wire.closing import RESET, Closing

_KEPT: Final = "Leave? Your seat is kept, and all that you have sent, saved or begun."
_AWAY: Final = (
    "Leave? The server does not answer now. Your seat is kept on this computer, and so is what you have sent "
    "or begun; join again when it is back."
)
_NEVER: Final = "Leave? You have not joined yet, so nothing is kept."
_ENDS: Final = "Leave? The class ends when you leave, and nobody can come back to it."
_CLOSED: Final[Mapping[int, str]] = MappingProxyType(
    {RESET.code: "Your teacher has closed this seat; the code on the board opens another one."}
)
"""By the code with which the server ended it."""
_ANEW: Final[Mapping[int, str]] = MappingProxyType(
    {RESET.code: " To join anew, type the same line with that code."}
)
"""What is said behind it in the terminal, where a line can be typed."""
_LEFT: Final = "You have left; your seat is kept. To come back, type the same line with the same name."
_WATCHED: Final = "You have left. To watch again, type the same line."
_OVER: Final = "Goodbye."


def leave_question(store: Store, closing: Closing | None, ends_with_me: bool = False) -> str:
    """What is asked before leaving; `closing` is how the server ended the connection for good, if it has.

    `ends_with_me` is for a class that is held for this seat alone.
    """
    if ends_with_me and closing is None:
        return _ENDS
    if store.welcome is None:
        return _NEVER
    if closing is not None:
        return f"Leave? {_closed(closing)}"
    return _KEPT if store.link.online else _AWAY


def goodbye_words(store: Store, closing: Closing | None = None) -> str:
    """What is said to whoever has left: how to come back, and what is not sent yet; empty without a seat.

    `closing` is how the server ended the connection for good, if it has.
    """
    if store.welcome is None:
        return ""
    if store.world.session.stage == "ended":
        return _OVER
    if closing is not None:
        return f"{_closed(closing)}{_ANEW.get(closing.code, '')}"
    link = store.link
    unsent = held_words(len(link.held)) or waiting_words(link.waiting)
    return f"{_WATCHED if store.role == 'observer' else _LEFT} {unsent}".rstrip()


def _closed(closing: Closing) -> str:
    return _CLOSED.get(closing.code, closing.text)
