"""Where WebSocket frames begin and end in the bytes that arrive, and what the plain ones say.

Plain is what clients send all day: one whole, masked, binary message (RFC 6455, section 5.2). All other
frames are left to the library, and so is everything that breaks the rules.
"""

from typing import NamedTuple

from goodpath_core.wire.limits import FRAME_BYTES

try:
    from websockets.speedups import apply_mask
except ImportError:  # a platform without the compiled part
    from websockets.utils import apply_mask

PLAIN = 0x82
"""First byte: the last part of a message, and that message binary."""
PONG = 0x8A
"""First byte of the answer to a ping."""
MASKED = 0x80
MASK_BYTES = 4


class Found(NamedTuple):
    """A frame in the bytes that have arrived."""

    payload: int
    """Where its payload begins."""
    end: int
    """Where it ends; the end of all bytes if the library shall refuse it now."""
    first: int
    """Its first byte; 0 for a frame that breaks the rules."""


def find_frame(data: bytes, at: int) -> Found | None:
    """The frame that begins at a place; None while it is not whole."""
    have = len(data)
    if have - at < 2:
        return None
    second = data[at + 1]
    size, payload = second & 0x7F, at + 2 + MASK_BYTES
    if size > 125:
        more = 2 if size == 126 else 8
        size = int.from_bytes(data[at + 2 : at + 2 + more], "big")
        payload += more
    if size > FRAME_BYTES or not second & MASKED:
        return Found(payload, have, 0)
    if payload + size > have:
        return None
    return Found(payload, payload + size, data[at])


def message_in(data: bytes, frame: Found) -> bytes:
    """What a plain frame says."""
    payload = frame.payload
    return apply_mask(data[payload : frame.end], data[payload - MASK_BYTES : payload])
