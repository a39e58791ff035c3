"""Find the words that a person wrote for a request, where they must be shown again."""

from collections.abc import Iterator
from typing import Final

from goodpath_client.changes import Change
from goodpath_client.lost_seat import SEAT_GONE
from goodpath_client.widgets.wrapping import shorten_words
from goodpath_core.play.event import Command
from goodpath_core.text import clean_line

OTHER_PERSONA: Final = "other_persona"
"""Code of a refusal of what was meant as a persona that the seat no longer plays."""
_WRITTEN: Final = ("text", "nickname", "signature", "face", "music", "answers")
"""Fields of commands that hold such words."""
_BAR: Final = " | "
"""Between sentences that are sent together."""
_BEGINNING: Final = 40
"""Cells of the beginning of such words."""


def is_as_another(change: Change, playing: str) -> bool:
    """Whether a refused request was not meant as the persona that this seat plays now."""
    return change.code in (OTHER_PERSONA, SEAT_GONE) or change.persona not in ("", playing)


def words_as_another(change: Change, playing: str) -> str:
    """What was written in a refused request that was not meant as the persona played now; else empty."""
    found = change.command is not None and is_as_another(change, playing)
    return words_of(change.command) if found and change.command else ""


def words_of(command: Command) -> str:
    """What a person wrote for a request, each text on a line of its own; empty for nothing.

    Sentences that are sent together stand in one line, parted as the line mode has them typed.
    """
    return "\n".join(_words(command))


def beginning(text: str) -> str:
    """As much of somebody's words as it takes to know them again, in quotes."""
    return f"“{shorten_words(clean_line(text), _BEGINNING)}”"


def _words(command: Command) -> Iterator[str]:
    for name in _WRITTEN:
        found = getattr(command, name, None) or ""
        yield from filter(None, (found if isinstance(found, str) else _BAR.join(found),))
