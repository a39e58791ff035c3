"""Leave the terminal clean however the client ends: quit, crash, SIGTERM or SIGHUP.

Textual cleans up when it ends by itself. This file covers the other ends: signals become an orderly exit, and
a crash becomes one sentence without anything a person wrote, and a code that is not zero. A client whose
terminal is gone ends too.
"""

import asyncio
import os
import select
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any, ClassVar, Final

from rich.console import RenderableType
from textual.app import App, SystemCommand
from textual.driver import Driver
from textual.filter import LineFilter
from textual.screen import Screen

from goodpath_client.alt_keys import teach_textual
from goodpath_client.crash import CRASHED, tell_crash
from goodpath_client.deed_search import DeedSearch, Rows, no_rows
from goodpath_client.painted_signs import PaintedSigns
from goodpath_client.screens.palette import Palette

HUNG_UP: Final = 129
GRACE_S: Final = 3.0
"""Seconds that a client without a terminal has to end in good order."""
RESET: Final = (
    "\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1016l"  # mouse
    "\x1b[?1004l\x1b[?2004l\x1b[<u\x1b[>4;0m"  # focus events, bracketed paste, key protocols
    "\x1b[?2026l\x1b[0m\x1b[?25h\x1b[?1049l"  # synchronised output, colours, cursor, alternate screen
)
"""What makes a terminal usable again; harmless when it already is."""
_SIGNALS = ("SIGTERM", "SIGHUP")
_PAINTED_SIGNS: Final = PaintedSigns()


def reset() -> None:
    """Bring the terminal back: screen, mouse, paste, cursor and echo."""
    # Textual draws on stderr, so that is asked first.
    out = next((one for one in (sys.__stderr__, sys.__stdout__) if one is not None and one.isatty()), None)
    if out is None:
        return
    with suppress(OSError, ValueError):
        out.write(RESET)
        out.flush()
    _restore_echo()


def _restore_echo() -> None:
    """Let the terminal show what is typed and read whole lines; nothing on systems without termios."""
    with suppress(ImportError, OSError, ValueError, AttributeError):
        import termios

        stdin = sys.__stdin__
        if stdin is None:
            return
        settings = termios.tcgetattr(stdin)
        settings[0] |= termios.ICRNL | termios.IXON
        settings[1] |= termios.OPOST
        settings[3] |= termios.ECHO | termios.ICANON | termios.ISIG | termios.IEXTEN
        termios.tcsetattr(stdin, termios.TCSANOW, settings)


class CleanApp(App[int], inherit_bindings=False):
    """An app that shows nobody's text when it crashes, and keeps its keys to those of the table."""

    COMMANDS: ClassVar = {DeedSearch}
    OFFERED: ClassVar[Rows] = no_rows
    """What can be done on a screen, for the palette."""
    FOUND: ClassVar[Rows] = no_rows
    """What the palette finds besides, of other screens."""
    fault: BaseException | None = None
    """What it crashed of."""
    at_end: Sequence[Callable[[], None]] = ()
    """What is done once when the app ends, in order or by a crash, while its screens are still there."""
    is_end_done: bool = True
    """Whether all of that could be done."""

    @property
    def kept_words(self) -> str:
        """What of a person's is still there after a crash, as the end of a sentence; empty if nothing is."""
        return ""

    def get_driver_class(self) -> type[Driver]:
        """What reads and writes the terminal."""
        if sys.platform == "win32":
            teach_textual()
            return super().get_driver_class()
        from textual.drivers.linux_driver import LinuxDriver

        from goodpath_client.terminal_driver import TerminalDriver

        # Another one was chosen by whoever set `TEXTUAL_DRIVER`.
        driver = super().get_driver_class()
        return TerminalDriver if driver is LinuxDriver else driver

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Before all others: nothing that a person wrote steers the terminal or moves what is beside it."""
        return [_PAINTED_SIGNS, *super().get_line_filters()]

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette offers on a screen."""
        return type(self).OFFERED(self, screen)

    def action_command_palette(self) -> None:
        """Open the palette, once."""
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())

    def push_screen(
        self,
        screen: Any,
        callback: Any = None,
        wait_for_dismiss: bool = False,
        *,
        mode: str | None = None,
    ) -> Any:
        """Put a screen on top; an open palette closes, since it offers what can be done below it."""
        if self.screen_stack and isinstance(self.screen, Palette):
            self.pop_screen()
        return super().push_screen(screen, callback, wait_for_dismiss, mode=mode)  # type: ignore[call-overload]

    def exit(
        self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None
    ) -> None:
        """End, with what must be done before."""
        self._do_end()
        super().exit(result, return_code, message)

    def panic(self, *renderables: RenderableType) -> None:
        """End by a fault that Textual has words for; they are not shown, as they may quote anybody."""
        self._return_code = CRASHED
        self.crash(self._exception or RuntimeError("the terminal is not read any more"))

    def crash(self, fault: BaseException) -> None:
        """End with what is done at the end; the first fault is kept for one sentence, a second one is not."""
        self.fault = self.fault or fault
        try:
            self._do_end()
        except Exception:
            self.is_end_done = False
        if self._running:
            self._close_messages_no_wait()

    def _fatal_error(self) -> None:
        # Textual would print every local value.
        self.crash(self._exception or RuntimeError("nobody knows of what"))

    def _do_end(self) -> None:
        # Whoever is told twice has taken screens down meanwhile.
        last, self.at_end = self.at_end, ()
        for do in last:
            do()


def leave_on_signals(app: App[int]) -> None:
    """End the app in good order on SIGTERM and SIGHUP; the code is 128 and the signal's number.

    A terminal that is gone counts as SIGHUP, whether or not the signal comes.
    """
    loop = asyncio.get_running_loop()
    for name in _SIGNALS:
        number = getattr(signal, name, None)
        if number is not None:
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, app.exit, 128 + number, 128 + number)
    _leave_with_the_terminal(app, loop)


def _leave_with_the_terminal(app: App[int], loop: asyncio.AbstractEventLoop) -> None:
    """Watch the terminal in a thread of its own, where there is one and it can be watched."""
    stdin = sys.__stdin__
    if app.is_headless or stdin is None or not stdin.isatty() or not hasattr(select, "poll"):
        return
    watch = (app, loop, stdin.fileno())
    threading.Thread(target=_watch_terminal, args=watch, name="goodpath-terminal", daemon=True).start()


def _watch_terminal(app: App[int], loop: asyncio.AbstractEventLoop, terminal: int) -> None:
    """Wait for the terminal to hang up; costs nothing while it is there."""
    poll = select.poll()
    poll.register(terminal, 0)
    if not any(what & select.POLLHUP for _, what in poll.poll()):
        return
    with suppress(RuntimeError):
        loop.call_soon_threadsafe(app.exit, HUNG_UP, HUNG_UP)
    time.sleep(GRACE_S)
    # The loop may wait for ever for somebody to take what it draws; what a student wrote is on disk by now.
    os._exit(HUNG_UP)


def run_cleanly(app: CleanApp) -> int:
    """Run an app and return its exit code; a crash leaves one sentence and the code 1."""
    result = None
    try:
        result = app.run()
    except KeyboardInterrupt:
        return 130
    except BaseException as fault:
        app.crash(fault)
    if app.fault is not None:
        reset()
        tell_crash(app.fault, app.kept_words)
        return CRASHED
    if app.return_code:
        return app.return_code
    return result if isinstance(result, int) else 0
