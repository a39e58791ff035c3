"""Say what an order does for whoever is not in yet: there is nothing yet that most could act on."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from goodpath_client.own_signal import NOT_YET

SLASH: Final = "/"
"""What begins with it is an order, whatever was asked."""
HELP: Final = (
    "You are not in yet: answer what you are asked, in one line. "
    "/stop says what to do when you want it to stop, /quit leaves."
)
UNKNOWN: Final = "You are not in yet: of the orders only /help, /stop and /quit can be typed here."
_QUIT: Final = "quit"
_SAID: Final[Mapping[str, str]] = MappingProxyType({"help": HELP, "stop": NOT_YET, _QUIT: ""})
"""What is said to each order."""


class LeftAtDoor(Exception):
    """Whoever was asked left instead."""


def answer_early(line: str) -> str:
    """What is said to an order; raises LeftAtDoor where it leaves."""
    typed = line.removeprefix(SLASH).partition(" ")[0].lower()
    name = next((one for one in _SAID if typed and one.startswith(typed)), "")
    if name == _QUIT:
        raise LeftAtDoor
    return _SAID.get(name, UNKNOWN)
