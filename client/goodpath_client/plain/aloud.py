"""Make lines that read well aloud: paragraphs apart, and what a person in play wrote as one line."""

from typing import Final

from goodpath_core.text import clean_block

_PAUSES: Final = tuple(".,;:!?…。，、！？；：")
"""After one of these a voice pauses by itself."""


def one_line(text: str) -> str:
    """A text as one line without foreign signs; where a line ended, a voice pauses.

    No sign is put there that would be read out: a slash would sound like one of our orders.
    """
    told, *more = clean_block(text).split("\n")
    for line in filter(None, map(str.strip, more)):
        told += f" {line}" if told.endswith(_PAUSES) else f"; {line}"
    return told


def paragraphs(text: str) -> list[str]:
    """The lines of a text of ours or of the scenario, each to be read by itself; empty ones are left out."""
    return [line.strip() for line in clean_block(text).split("\n") if line.strip()]
