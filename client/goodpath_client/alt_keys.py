"""Teach the reader of the terminal what Alt with Enter or a letter sends: Escape, and then that key.

Without it Alt and Enter come out as a plain Enter, and Alt and a letter wait for what is typed next and may
come out as `^` and the letter. Terminals with the Kitty keyboard protocol say these keys in other words,
which are known anyway.
"""

from collections.abc import Iterator
from string import ascii_lowercase
from typing import Final, NamedTuple

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS

_ESCAPE: Final = "\x1b"


class _AltKey(NamedTuple):
    """A key in the form in which Textual's table holds its own."""

    value: str
    """What the key is called, such as `alt+k`."""


def learn_alt_keys() -> None:
    """From now on every terminal of this process is read so; once or often is the same."""
    ANSI_SEQUENCES_KEYS.update(_sequences())  # type: ignore[attr-defined]


def _sequences() -> Iterator[tuple[str, tuple[_AltKey]]]:
    yield f"{_ESCAPE}\r", (_AltKey("alt+enter"),)
    for letter in ascii_lowercase:
        yield f"{_ESCAPE}{letter}", (_AltKey(f"alt+{letter}"),)
