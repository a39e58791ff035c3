"""Frames are found in the bytes that arrive, whole ones only, and plain ones say what was masked."""

import pytest

from goodpath_core.wire.limits import FRAME_BYTES
from goodpath_server.framing import PLAIN, PONG, find_frame, message_in

MASK = b"\x01\x02\x03\x04"


def masked(payload: bytes, first: int = PLAIN) -> bytes:
    size = len(payload)
    length = bytes((0x80 | size,)) if size < 126 else b"\xfe" + size.to_bytes(2, "big")
    return bytes((first,)) + length + MASK + bytes(b ^ MASK[i % 4] for i, b in enumerate(payload))


@pytest.mark.parametrize("payload", [b"", b"a", b"x" * 125, b"y" * 126, b"z" * 65_535])
def test_a_plain_frame_says_what_was_sent(payload: bytes) -> None:
    data = masked(payload)
    frame = find_frame(data, 0)
    assert frame is not None
    first, begin, end = frame
    assert (first, end) == (PLAIN, len(data))
    assert message_in(data, begin, end) == payload


@pytest.mark.parametrize("payload", [b"abc", b"x" * 200])
def test_a_frame_that_is_not_whole_is_waited_for(payload: bytes) -> None:
    data = masked(payload)
    assert [find_frame(data[:size], 0) for size in range(len(data))] == [None] * len(data)


def test_frames_follow_each_other() -> None:
    data = masked(b"one") + masked(b"", PONG) + masked(b"two")
    found, at = [], 0
    while frame := find_frame(data, at):
        first, begin, at = frame
        found.append((first, message_in(data, begin, at)))
    assert found == [(PLAIN, b"one"), (PONG, b""), (PLAIN, b"two")]
    assert at == len(data)


@pytest.mark.parametrize(
    "data",
    [
        b"\x82\xff" + (FRAME_BYTES + 1).to_bytes(8, "big") + MASK + b"only the beginning",
        b"\x82\x03abc",
    ],
    ids=["too large", "not masked"],
)
def test_what_breaks_the_rules_is_left_to_the_library_at_once(data: bytes) -> None:
    frame = find_frame(data, 0)
    assert frame is not None
    assert (frame[0], frame[2]) == (0, len(data))
