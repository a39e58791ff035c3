"""How often screens may draw: at the rate of Textual a letter waits two frames behind what others write."""

from collections.abc import MutableMapping
from typing import Final

RATE: Final = "TEXTUAL_FPS"
"""The setting of Textual, read when it is imported."""
FRAMES_PER_S: Final = 120


def let_draw(environ: MutableMapping[str, str]) -> None:
    """Set how many frames a second may have, unless whoever started this has said so."""
    environ.setdefault(RATE, str(FRAMES_PER_S))
