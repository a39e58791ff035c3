"""Tells by its first bytes whether a picture can be shown, and how large it is; nothing is unpacked for it.

So a small file cannot grow into a large memory, and what a scenario may hold is what every screen can draw.
"""

MOST_BYTES = 512 * 1024
MOST_PIXELS = 4_000_000
MOST_ON_A_SIDE = 4_096
"""Pixels of the longer side."""
NO_PICTURE = "(no picture)"
"""What stands, beside its words, for a picture that cannot be shown."""

_START = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR"
_HEAD_BYTES = len(_START) + 8


def measure(png: bytes) -> tuple[int, int]:
    """Width and height in pixels; (0, 0) for what cannot be shown."""
    return (0, 0) if find_fault(png) else _size(png)


def find_fault(png: bytes) -> str:
    """Why a picture cannot be shown, and what to do; empty for one that can be, as far as its head tells."""
    if len(png) < _HEAD_BYTES or not png.startswith(_START):
        return "this is not a PNG picture; save it as PNG, or take it away"
    if len(png) > MOST_BYTES:
        return f"the picture has more than {MOST_BYTES // 1024} KiB; make it smaller"
    wide, high = _size(png)
    if not 0 < wide * high <= MOST_PIXELS or max(wide, high) > MOST_ON_A_SIDE:
        most = f"{MOST_ON_A_SIDE:,} on a side and {MOST_PIXELS:,} in all"
        return f"the picture measures {wide:,} x {high:,} pixels; expected at most {most}; save it smaller"
    return ""


def _size(png: bytes) -> tuple[int, int]:
    wide, high = png[len(_START) : len(_START) + 4], png[len(_START) + 4 : _HEAD_BYTES]
    return int.from_bytes(wide, "big"), int.from_bytes(high, "big")
