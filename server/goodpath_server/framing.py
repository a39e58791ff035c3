"""Where WebSocket frames begin and end in the bytes that arrive, and what the plain ones say.

Plain is what clients send all day: one whole, masked, binary message (RFC 6455, section 5.2). All other
frames are left to the library, and so is everything that breaks the rules.
"""

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


def find_frame(data: bytes, at: int) -> tuple[int, int, int] | None:
    """The frame that begins at a place: its first byte, where its payload begins and where it ends.

    None while it is not whole. A frame that breaks the rules has the first byte 0 and ends with the bytes:
    the library shall refuse it now.
    """
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
        return 0, payload, have
    if payload + size > have:
        return None
    return data[at], payload, payload + size


def message_in(data: bytes, payload: int, end: int) -> bytes:
    """What a plain frame says, whose payload begins and ends there."""
    return apply_mask(data[payload:end], data[payload - MASK_BYTES : payload])
