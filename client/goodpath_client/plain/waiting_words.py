"""Hold the words that were not sent, the oldest first, and let them be kept whenever they change."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from goodpath_client.unasked import Prompt
from goodpath_core.play.event import Command


class Kept(NamedTuple):
    """Something that was not done."""

    command: Command | None
    """What is asked for again; None for what is too long for that."""
    persona: str
    """Id of the persona that it was meant as; empty where that is not known."""
    text: str
    """The words that were typed for it; empty for none."""
    why: str = ""
    """What is said before the words where they are too long."""
    prompt: Prompt = ""
    """Why it was not asked for at all, so that it was asked what to do with it."""


class WaitingWords:
    """The words of one person at the line mode, meant as whomever."""

    def __init__(self, keep: Callable[[Iterable[Kept]], None]) -> None:
        """Start with none; `keep` hears of all of them after each change."""
        self._keep = keep
        self._words: list[Kept] = []

    def __iter__(self) -> Iterator[Kept]:
        return iter([*self._words])

    def put(self, words: Iterable[Kept]) -> None:
        """These wait, and no others."""
        self._words = [*words]
        self._keep(self)

    def add(self, kept: Kept) -> None:
        """This waits behind the others."""
        self.put([*self, kept])

    def remove(self, kept: Kept) -> None:
        """The oldest of these waits no more. ValueError where none does."""
        words = [*self]
        words.remove(kept)
        self.put(words)

    def take_up(self, before: list[Kept]) -> None:
        """What was kept before waits too, in front of the others."""
        self.put([*before, *(one for one in self if one not in before)])
