"""Clean what a person wrote for a screen, where a joined picture stands as the single ones it is made of.

Terminals disagree how a picture joined of several is drawn, and how wide it is. Of its first sign alone
nobody could tell a family from a man; its parts, one beside the other, have the same width everywhere. What
was written is kept as it is; in a box it is one sign still, as it was typed.
"""

from typing import Final

from goodpath_core.text import clean_block, clean_line

_JOINER: Final = "\u200d"


def shown_line(text: str) -> str:
    """The text as one safe line."""
    return clean_line(text).replace(_JOINER, "")


def shown_block(text: str) -> str:
    """The text as safe lines parted by newlines."""
    return clean_block(text).replace(_JOINER, "")
