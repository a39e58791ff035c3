"""One connection's life as a table: what may be said when."""

from collections.abc import Mapping
from types import MappingProxyType

from goodpath_core.errors import ProtocolError
from goodpath_core.wire.frames import Frame

NEW, JOINED = "new", "joined"

LIFE: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        (NEW, "hello"): JOINED,
        (JOINED, "do"): JOINED,
        (JOINED, "ask"): JOINED,
        (JOINED, "typing"): JOINED,
    }
)
"""(state, frame) -> state; what is missing breaks the rules."""


def step(state: str, frame: Frame) -> str:
    """The state after a client's frame, or ProtocolError."""
    after = LIFE.get((state, frame.t))
    if after is None:
        raise ProtocolError("out_of_turn", f"A {frame.t!r} frame is not expected now; say hello first, once.")
    return after
