"""Keep on disk the words that wait for /again, so that they outlive the terminal they were typed at."""

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from goodpath_client.kept_drafts import KeptDrafts
from goodpath_client.outbox import command_read_back
from goodpath_client.own_words import beginning
from goodpath_client.plain.asked import Asked
from goodpath_client.plain.waiting_words import Kept
from goodpath_client.plurals import counted
from goodpath_client.store import Store
from goodpath_client.unasked import Unasked
from goodpath_core.errors import ProtocolError
from goodpath_core.play.event import Command
from goodpath_core.wire.codec import command_value

_TOO_LATE: Final = "You had typed this, and it can be sent no more: {words}"
_UNREADABLE: Final = "This cannot be sent as it was kept; type it anew."


class KeptWords:
    """The file with the words of the seat that is played in lines."""

    def __init__(self, store: Store, kept: KeptDrafts) -> None:
        """Keep them beside what else is begun in the seat, where it is `kept`."""
        self._store, self._kept = store, kept
        self._token = ""
        """Token of the seat whose words were taken up; empty before there is one."""

    def take_up(self, asked: Asked) -> tuple[str, ...]:
        """Let `asked` go on with what was kept in this seat before, once it is known which it is.

        What is to be said of that.
        """
        welcome = self._store.welcome
        if welcome is None or welcome.token in ("", self._token):
            return ()
        self._token = welcome.token
        before = [_read(one) for one in self._kept.open(self._token).unasked]
        asked.words.take_up(before)
        if self._is_over:
            return tuple(_TOO_LATE.format(words=one.text) for one in before)
        return (_waiting(asked),) if before and asked.kept else ()

    def keep(self, words: Iterable[Kept]) -> None:
        """Keep these in place of those of before; what else is begun in the seat stays as it is.

        Once the session is over nothing can be sent, and nothing stays on the disk.
        """
        if self._token:
            waiting = [] if self._is_over else [_written(one) for one in words]
            self._kept.keep(replace(self._kept.open(self._token), unasked=waiting))

    def end(self) -> None:
        """Nothing can be sent any more."""
        self.keep(())

    @property
    def _is_over(self) -> bool:
        return self._store.world.session.stage == "ended"


def _waiting(asked: Asked) -> str:
    """How much waits of what was typed at an earlier start, and what can be done with it."""
    many, first = asked.kept, beginning(asked.next.text) if asked.next else ""
    which = f"is not sent: {first}" if many == 1 else f"are not sent, the first is {first}"
    return f"{counted(many, 'line')} that you typed before {which}; /again sends it, /forget drops it."


def _written(kept: Kept) -> Unasked:
    command = json.dumps(command_value(kept.command)) if kept.command else ""
    return Unasked(kept.text, kept.persona, command, kept.why, kept.prompt)


def _read(one: Unasked) -> Kept:
    """Words as they were kept; a request that cannot be read any more leaves its words to be read."""
    command = _command_of(one.command)
    why = one.why if command or not one.command else _UNREADABLE
    return Kept(command, one.persona, one.text, why, one.prompt)


def _command_of(text: str) -> Command | None:
    try:
        value = json.loads(text)
        return command_read_back(value) if isinstance(value, dict) else None
    except (ValueError, ProtocolError):
        return None
