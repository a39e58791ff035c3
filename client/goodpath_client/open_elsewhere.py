"""A seat that another window of this computer plays: whether a name has one, and the question about it."""

from collections.abc import Iterable
from typing import Final

from goodpath_client.seats import KnownSeat, plain_name
from goodpath_core.text import clean_line

_ASKED: Final = (
    "The seat of {name} is open in another window of this computer. Is that you? It is closed there then."
)
_UNASKED: Final = (
    "The seat of {name} is open in another window of this computer; leave it there first, "
    "or come in under another name with --name."
)


def is_elsewhere(known: Iterable[KnownSeat], name: str) -> bool:
    """Whether one of these seats has this name and is played in another window at the moment."""
    return any(one.live and plain_name(one.name) == plain_name(name) for one in known)


def whether_it_is_you(name: str) -> str:
    """The question for whoever wants to come in under the name."""
    return _ASKED.format(name=clean_line(name))


def leave_it_first(name: str) -> str:
    """What to do where nobody can be asked."""
    return _UNASKED.format(name=clean_line(name))
