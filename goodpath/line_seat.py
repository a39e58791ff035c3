"""One seat played in lines of text: asks for what is missing, plays, and says goodbye however it ends."""

import asyncio
import os
import sys
from collections.abc import Callable
from typing import Final, TextIO

from goodpath_client.crash import CRASHED, tell_crash
from goodpath_client.joined import Joined
from goodpath_client.leaving import goodbye_words
from goodpath_client.plain.console import lines_in_and_out
from goodpath_client.plain.door import Read, Wanted, Write, ask_for, tell_apart
from goodpath_client.plain.early_orders import LeftAtDoor
from goodpath_client.plain.streams import print_line
from goodpath_client.plain.talk import talk
from goodpath_core.errors import GoodpathError
from goodpath_core.wire.closing import WRONG_CODE

_LEFT_EARLY: Final = "The server was left before it answered."
_LEFT_AT_DOOR: Final = "You have left before you were in."
_NOT_SAID: Final = "The input ended before it was said where to and with which code."


class LineSeat:
    """A seat at a terminal or a pipe."""

    def __init__(
        self,
        wanted: Wanted,
        come: Callable[[Wanted], Joined],
        asks: tuple[str, ...],
        is_elsewhere: Callable[[Wanted], bool],
        *,
        now: Callable[[], int],
        source: TextIO,
    ) -> None:
        """Join as `come` says, and ask at the terminal for these parts if `wanted` is without them.

        `is_elsewhere` tells whether another window of this computer plays under the same name; then it is
        asked who comes. `now` is of the one clock that `come` gives to the link, too; what
        is typed comes from `source`.
        """
        self._wanted, self._come, self._asks = wanted, come, asks
        self._is_elsewhere, self._now, self._source = is_elsewhere, now, source
        self._joined: Joined | None = None

    def play(self) -> int:
        """Play until the input or the link ends; the exit code. GoodpathError if there never was a seat."""
        try:
            why = asyncio.run(self._play())
        except LeftAtDoor:
            print_line(_LEFT_AT_DOOR)
            return 0
        except KeyboardInterrupt:
            why = _LEFT_EARLY
            if self._joined and self._has_seat:
                print_line("")
                print_line(goodbye_words(self._joined.store))
        except (GoodpathError, OSError):
            raise
        except Exception as fault:
            tell_crash(fault)
            return CRASHED
        if not self._has_seat:
            raise GoodpathError(why)
        return 0

    @property
    def _has_seat(self) -> bool:
        return self._joined is not None and self._joined.store.welcome is not None

    async def _play(self) -> str:
        """Why there was no seat, if there was none; a wrong code is asked for again."""
        with lines_in_and_out(self._source, sys.stdout, os.environ.get("TERM", "")) as (read, write):
            return await self._play_in(read, write)

    async def _play_in(self, read: Read, write: Write) -> str:
        while True:
            found = await self._ask(read, write) if self._asks else self._wanted
            if found is None:
                return _NOT_SAID
            self._joined = link, store, last, drafts = self._come(found)
            why = await talk(
                link,  # type: ignore[arg-type]
                store,
                read=read,
                write=write,
                now=self._now,
                last=last,
                drafts=drafts,
            )
            if not self._asks or why != WRONG_CODE.text:
                return why or _LEFT_EARLY
            write(why)
            self._wanted = found._replace(code="")

    async def _ask(self, read: Read, write: Write) -> Wanted | None:
        found = await ask_for(self._wanted, self._asks, read, write)
        return found and await tell_apart(found, self._is_elsewhere, read, write)
