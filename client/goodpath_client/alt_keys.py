"""Say what a plain terminal sends for Alt with Enter or a letter: Escape, and then that key.

Without it Alt and Enter come out as a plain Enter, and Alt and a letter wait for what is typed next and may
come out as `^` and the letter. Terminals with the Kitty keyboard protocol say these keys in other words,
which are known anyway.
"""

from collections.abc import Mapping
from string import ascii_lowercase
from types import MappingProxyType
from typing import Final, NamedTuple

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS

_ESCAPE: Final = "\x1b"
ALT_KEYS: Final[Mapping[str, str]] = MappingProxyType(
    {f"{_ESCAPE}\r": "alt+enter"} | {f"{_ESCAPE}{letter}": f"alt+{letter}" for letter in ascii_lowercase}
)
"""What is sent -> what the key is called, such as `alt+k`."""


class _AltKey(NamedTuple):
    """A key in the form in which Textual's table holds its own."""

    value: str
    """What the key is called."""


def teach_textual() -> None:
    """From now on Textual's own reader knows them; once or often is the same.

    For Windows, where the terminal is read by Textual's driver, which takes no other reader.
    """
    keys = {sent: (_AltKey(key),) for sent, key in ALT_KEYS.items()}
    ANSI_SEQUENCES_KEYS.update(keys)  # type: ignore[attr-defined]
