"""Find in a request the words that a person wrote for it."""

from collections.abc import Iterator
from typing import Final

from goodpath_core.play.event import Command

_WRITTEN: Final = ("text", "nickname", "signature", "music", "answers")
"""Fields of commands that hold such words."""


def words_of(command: Command | None) -> str:
    """What a person wrote, one part to a line; empty where nothing was written."""
    return "\n".join(_words(command)) if command is not None else ""


def _words(command: Command) -> Iterator[str]:
    for name in _WRITTEN:
        found = getattr(command, name, None) or ""
        yield from filter(None, (found,) if isinstance(found, str) else found)
