"""Keep what was asked for until it is answered, and what was not done, so that nothing typed is lost."""

from collections.abc import Callable
from typing import Final

from goodpath_client.changes import Change
from goodpath_client.plain_numbers import Unclear
from goodpath_core.play.event import Command

_AS_ANOTHER: Final = (
    "What was refused last was meant as somebody you no longer play; type it anew if it still fits."
)


class Asked:
    """What one person at the line mode has asked for."""

    def __init__(self, do: Callable[[Command], str], playing: Callable[[], str]) -> None:
        """Ask by `do`, which gives the id of the request, as whom one is `playing`."""
        self._do, self._playing = do, playing
        self._waiting: set[str] = set()
        self._refused = Change("refused")
        self._unsaid = ""

    @property
    def waiting(self) -> frozenset[str]:
        """Ids of what is not answered yet."""
        return frozenset(self._waiting)

    def do(self, command: Command) -> None:
        """Ask for something."""
        self._waiting.add(self._do(command))

    def answered(self, change: Change) -> None:
        """A request was done, or refused and is kept."""
        self._waiting.discard(change.id)
        if change.kind == "refused":
            self._refused = change

    def keep(self, command: Command, text: str) -> None:
        """Keep a line that could not be asked for: it can still be said or thought, or written later."""
        self._refused = Change("refused", command=command, persona=self._playing())
        self._unsaid = text

    def take_unsaid(self) -> str:
        """The text that was kept last, once; empty if there is none."""
        text, self._unsaid = self._unsaid, ""
        return text

    def take_refused(self) -> Command:
        """What was refused or kept last, once; Unclear if there is nothing, or it was meant as another."""
        command = self._refused.command
        if command is None:
            raise Unclear("Nothing was refused that could be asked for again.")
        if self._refused.persona not in ("", self._playing()):
            raise Unclear(_AS_ANOTHER)
        self._refused = Change("refused")
        return command
