"""Hold a terminal, so that a line that comes stands above the one being typed and never runs into it.

The terminal itself would show what is typed wherever the cursor is, and tell nobody of it before Enter.
"""

import asyncio
import codecs
import contextlib
import os
import re
import signal
import time
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import Final, TextIO

from goodpath_client.plain.pasted import MARK, UNMARK, Paste, Pastes
from goodpath_client.plain.streams import columns, lines_from, print_line
from goodpath_client.plain.typed_line import TypedLine
from goodpath_client.plain.typing import Read

_NO_TERMINALS: Final = ("", "dumb")
"""Values of TERM where nothing that was written can be taken back."""
_READ_AT_ONCE: Final = 65_536
_SEQUENCE: Final = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O.|[^\x00-\x1f])?")
"""What keys without a sign send, such as arrows: they mean nothing here."""
_BEGUN: Final = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|O)?\Z")
"""The beginning of one, whose end has not come yet; or Escape by itself."""
_ESCAPE: Final = "\x1b"
_BEHIND_ESCAPE: Final = ("[", "O")
_BELONGS_S: Final = 0.5
"""What comes later than this does not belong to a key that has begun: it was Escape by itself."""


class Console:
    """The line being typed at a terminal, and what is printed above it."""

    def __init__(self, source: TextIO, out: TextIO, now: Callable[[], float] = time.monotonic) -> None:
        self._source, self._out, self._now = source, out, now
        self._begun, self._begun_s = "", 0.0
        self._decoder = codecs.getincrementaldecoder(source.encoding or "utf-8")("replace")
        self._typed, self._pastes = TypedLine(), Pastes()
        self._lines: asyncio.Queue[str | None] = asyncio.Queue()

    async def read(self) -> str | None:
        """The next line that was sent with Enter; None at the end."""
        return await self._lines.get()

    def begin(self) -> None:
        """Ask the terminal to mark what is pasted."""
        self._show(MARK)

    def write(self, text: str) -> None:
        """Print a line above what is being typed."""
        self._show(self._typed.hide(columns(self._out)))
        print_line(text, self._out)
        self._show(self._typed.text)

    def show_again(self) -> None:
        """Show what is being typed where a shell has left the cursor."""
        self._show(f"{MARK}\r{self._typed.text}")

    def leave(self) -> None:
        """End the row of what was typed and not sent, for whoever writes next."""
        self._show("\n" * bool(self._typed.text) + UNMARK)

    def take(self) -> None:
        """Take what has been typed."""
        data = b""
        with contextlib.suppress(OSError):  # the terminal is gone
            data = os.read(self._source.fileno(), _READ_AT_ONCE)
        if not data:
            self._end()
        for part in self._pastes.parts(self._whole(self._decoder.decode(data))):
            if isinstance(part, Paste):
                self._put(part)
            else:
                self._press(_SEQUENCE.sub("", part))

    def _press(self, signs: str) -> None:
        for sign in signs:
            act = _KEYS.get(sign)
            if act is not None:
                act(self)
            elif unicodedata.category(sign) != "Cc":
                self._show(self._typed.add(sign))

    def _put(self, paste: Paste) -> None:
        """What is pasted stands in the line that is being typed: only Enter sends it."""
        if paste.asked:
            self.write(paste.asked)
        self._show(self._typed.add(paste.line))

    def _whole(self, came: str) -> str:
        """What came, without the beginning of a key at its end, which may come in pieces."""
        begun, now = self._begun, self._now()
        if now - self._begun_s <= _BELONGS_S and (begun != _ESCAPE or came[:1] in _BEHIND_ESCAPE):
            came = begun + came
        unfinished = _BEGUN.search(came)
        whole = came[: unfinished.start()] if unfinished else came
        self._begun, self._begun_s = came[len(whole) :], now
        return whole

    def _show(self, signs: str) -> None:
        if signs:
            self._out.write(signs)
            self._out.flush()

    def _send(self) -> None:
        self._show("\n")
        self._lines.put_nowait(self._typed.take())

    def _end(self) -> None:
        asyncio.get_running_loop().remove_reader(self._source)
        self._lines.put_nowait(None)

    def _edit(self, edit: Callable[[TypedLine, int], str]) -> None:
        self._show(edit(self._typed, columns(self._out)))


_KEYS: Final[Mapping[str, Callable[[Console], None]]] = MappingProxyType(
    {
        "\n": lambda one: one._send(),
        "\r": lambda one: one._send(),
        "\t": lambda one: one._show(one._typed.add(" ")),
        "\x7f": lambda one: one._edit(TypedLine.rub_out),
        "\b": lambda one: one._edit(TypedLine.rub_out),
        "\x17": lambda one: one._edit(TypedLine.rub_out_word),
        "\x15": lambda one: one._edit(TypedLine.clear),
        "\x04": lambda one: None if one._typed.text else one._end(),
    }
)
"""What keys do, as in a terminal that reads whole lines."""


def can_hold(source: TextIO, out: TextIO, term: str) -> bool:
    """Whether both are a terminal, of the kind `term`, on which what was written can be taken back."""
    try:
        import termios  # noqa: F401
    except ImportError:
        return False
    return source.isatty() and out.isatty() and term not in _NO_TERMINALS


@contextlib.contextmanager
def held(source: TextIO, out: TextIO) -> Iterator[Console]:
    """Hold a terminal, and leave it as it was; in a running loop."""
    import termios

    loop, console = asyncio.get_running_loop(), Console(source, out)
    before = termios.tcgetattr(source)

    def take_over() -> None:
        settings = termios.tcgetattr(source)
        settings[3] &= ~(termios.ICANON | termios.ECHO)
        settings[6][termios.VMIN], settings[6][termios.VTIME] = 1, 0
        termios.tcsetattr(source, termios.TCSANOW, settings)

    def come_back() -> None:
        # A shell may give the terminal back as it likes it.
        take_over()
        console.show_again()

    def give_back() -> None:
        loop.remove_reader(source)
        loop.remove_signal_handler(signal.SIGCONT)
        loop.remove_signal_handler(signal.SIGTERM)
        with contextlib.suppress(termios.error, OSError):  # the terminal may be gone
            termios.tcsetattr(source, termios.TCSANOW, before)
            console.leave()

    def die() -> None:
        give_back()
        os.kill(os.getpid(), signal.SIGTERM)

    take_over()
    console.begin()
    loop.add_signal_handler(signal.SIGCONT, come_back)
    loop.add_signal_handler(signal.SIGTERM, die)
    loop.add_reader(source, console.take)
    try:
        yield console
    finally:
        give_back()


@contextlib.contextmanager
def lines_in_and_out(source: TextIO, out: TextIO, term: str) -> Iterator[tuple[Read, Callable[[str], None]]]:
    """How lines are read and printed there, whatever these are; `term` is what TERM says."""
    if can_hold(source, out, term):
        with held(source, out) as console:
            yield console.read, console.write
    else:
        yield lines_from(source), partial(print_line, out=out)
