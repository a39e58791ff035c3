"""Read a long list so far as it can be heard at once, and go on with it when one asks."""

from collections.abc import Callable, Iterable
from typing import Final

from goodpath_client.plain.numbers import Unclear

LONG: Final = 10
"""So many sentences of a long list are read before one is asked to go on."""


class LongList:
    """The long list that was read last."""

    def __init__(self, write: Callable[[str], None]) -> None:
        self._write = write
        self._more: list[str] = []

    def read(self, sentences: Iterable[str]) -> None:
        """Read the beginning, and keep what is too much to be heard at once."""
        found = list(sentences)
        for sentence in found[:LONG]:
            self._write(sentence)
        self._more = found[LONG:]
        if self._more:
            self._write(f"{len(self._more)} more; type /more to hear them.")

    def go_on(self) -> None:
        """Read on; Unclear if there is nothing more."""
        if not self._more:
            raise Unclear("There is nothing more to read.")
        self.read(self._more)
