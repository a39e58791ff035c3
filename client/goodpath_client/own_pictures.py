"""The pictures that the client brings itself: the town at night, and the line."""

from functools import lru_cache
from pathlib import Path
from typing import Final

TOWN: Final = "town-night.png"
"""GoodPath at night, as whoever arrives sees it."""
LINE: Final = "line.png"
"""The assembly line, in greys."""
_FOLDER: Final = Path(__file__).parent / "art"


@lru_cache(maxsize=2)
def own_picture(name: str) -> bytes:
    """The bytes of one of them as PNG; OSError if the client was not installed whole."""
    return (_FOLDER / name).read_bytes()
