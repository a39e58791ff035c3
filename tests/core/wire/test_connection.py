"""One connection's life: hello once, then requests."""

import pytest

from goodpath_core.errors import ProtocolError
from goodpath_core.wire.connection import JOINED, NEW, step
from goodpath_core.wire.frames import FROM_CLIENT, Ask, Do, Frame, Hello, Typing

FRAMES: dict[str, Frame] = {
    "hello": Hello(version=1),
    "do": Do(id="a", command={}),
    "ask": Ask(id=1, query={}),
    "typing": Typing(room="r"),
}
LIFE: list[tuple[str, str, str | None]] = [
    (NEW, "hello", JOINED),
    (NEW, "do", None),
    (NEW, "ask", None),
    (NEW, "typing", None),
    (JOINED, "hello", None),
    (JOINED, "do", JOINED),
    (JOINED, "ask", JOINED),
    (JOINED, "typing", JOINED),
]


@pytest.mark.parametrize(("state", "frame", "after"), LIFE)
def test_a_frame_leads_to_the_next_state_or_breaks_the_rules(
    state: str, frame: str, after: str | None
) -> None:
    if after is not None:
        assert step(state, FRAMES[frame]) == after
        return
    with pytest.raises(ProtocolError) as fault:
        step(state, FRAMES[frame])
    assert (fault.value.code, fault.value.close) == ("out_of_turn", 1002)


def test_the_table_is_whole() -> None:
    assert {(state, frame) for state, frame, _ in LIFE} == {
        (state, frame.t) for state in (NEW, JOINED) for frame in FROM_CLIENT
    }
