"""What Alt sends in a plain terminal is read as that key at once, whatever is typed before and behind it."""

import subprocess
import sys

import pytest
from textual.events import Key

from goodpath_client.key_reading import KeyParser

SENT = (
    ("\x1b\r", ["alt+enter"]),
    ("a\x1b\rb\r", ["a", "alt+enter", "b", "enter"]),
    ("\x1bk\x1b[B", ["alt+k", "down"]),
    ("\x1bqx", ["alt+q", "x"]),
    ("\x1bOS\x1b[A", ["f4", "up"]),
    ("\x1b[13;3u", ["alt+enter"]),
)


@pytest.mark.parametrize(("sent", "keys"), SENT, ids=[repr(sent) for sent, _ in SENT])
def test_keys_with_alt_are_read_as_they_are_pressed(sent: str, keys: list[str]) -> None:
    read = [event for event in KeyParser().feed(sent) if isinstance(event, Key)]
    assert [event.key for event in read] == keys
    assert [event.character for event in read if event.key.startswith("alt+")] == [None] * sum(
        key.startswith("alt+") for key in keys
    )


def test_textual_reads_them_only_where_it_was_taught_to() -> None:
    program = """
from goodpath_client.alt_keys import teach_textual
from goodpath_client.terminal import CleanApp
from textual._xterm_parser import XTermParser

CleanApp().get_driver_class()
print([event.key for event in XTermParser().feed("\\x1b\\r")])
teach_textual()
print([event.key for event in XTermParser().feed("\\x1b\\r")])
"""
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    plain, taught = said.stdout.splitlines()
    assert (plain, taught) == ("[]", "['alt+enter']")
