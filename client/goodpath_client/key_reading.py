"""Read what a terminal sends, whatever bytes come: what is no text or no key of ours ends nothing.

1. Bytes that are no UTF-8 are read as the sign for what cannot be read.
2. A report of a key, the mouse or the size that means nothing is passed by.
3. Alt with Enter or a letter is that key, from the bytes that a plain terminal sends for it.
"""

import os
import selectors
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable
from typing import Final

from textual._xterm_parser import XTermParser
from textual.events import Key
from textual.keys import Keys
from textual.message import Message

from goodpath_client.alt_keys import ALT_KEYS

_UNREADABLE: Final = (ValueError, ArithmeticError)
"""What Textual's parser raises for numbers that stand for nothing; of too large ones an `ArithmeticError`."""
_BLOCK: Final = 4096
_WAIT_S: Final = 0.1
"""Seconds after which a lone Escape is looked at again, and whether to go on reading."""


class KeyParser(XTermParser):
    """What Textual's parser reads, and Alt; what that one cannot read is passed by."""

    def parse_mouse_code(self, code: str) -> Message | None:
        """What the mouse did; None where the report means nothing."""
        try:
            return super().parse_mouse_code(code)
        except _UNREADABLE:
            return None

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[Key]:
        if known := ALT_KEYS.get(sequence):
            return [Key(known, None)]
        # Without any key, the parser would take what is typed next for the rest of the report.
        ignored = [Key(Keys.Ignore, sequence)]
        try:
            keys = [*super()._sequence_to_key_events(sequence, alt)]
        except _UNREADABLE:
            return ignored
        return keys if all(_is_text(key.character or "") for key in keys) else ignored


def _is_text(character: str) -> bool:
    """Whether it can be written at all: half a sign cannot."""
    return not any("\ud800" <= sign <= "\udfff" for sign in character)


def read_keys(
    terminal: int, is_over: Callable[[], bool], tell: Callable[[Message], None], debug: bool
) -> None:
    """Tell all that comes from a terminal, by its file number, until it is over; waits for it."""
    parser, decode = KeyParser(debug), getincrementaldecoder("utf-8")("replace").decode
    with selectors.SelectSelector() as selector:
        selector.register(terminal, selectors.EVENT_READ)
        while not is_over():
            # An empty text would be the end of all input to the parser: half a sign has come, or nothing.
            if selector.select(_WAIT_S) and (text := decode(os.read(terminal, _BLOCK))):
                _tell_all(parser.feed(text), tell)
            _tell_all(parser.tick(), tell)


def _tell_all(events: Iterable[Message], tell: Callable[[Message], None]) -> None:
    for event in events:
        tell(event)
