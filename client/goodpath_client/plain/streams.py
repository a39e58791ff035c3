"""Read lines from an input, and print lines: wrapped at words on a terminal, whole into a pipe."""

import asyncio
import contextlib
import io
import os
import sys
import threading
from typing import TextIO

from goodpath_client.plain.typing import Read
from goodpath_client.widgets.wrapping import wrap


def lines_from(source: TextIO) -> Read:
    """Lines of an input, read by a thread so that what happens can be printed meanwhile."""
    loop = asyncio.get_running_loop()
    lines: asyncio.Queue[str | None] = asyncio.Queue()
    if isinstance(source, io.TextIOWrapper):
        # Bytes that are no text must not end the reading, whatever the terminal's language is set to.
        source.reconfigure(errors="replace")

    def pump() -> None:
        # The loop may have ended before the input does.
        with contextlib.suppress(RuntimeError):
            for line in source:
                loop.call_soon_threadsafe(lines.put_nowait, line)
            loop.call_soon_threadsafe(lines.put_nowait, None)

    threading.Thread(target=pump, name="typed lines", daemon=True).start()
    return lines.get


def print_line(text: str, out: TextIO | None = None) -> None:
    """Print one line at once, to the standard output where nothing else is said.

    A sign that the terminal does not know becomes a `?`.
    """
    out = out or sys.stdout
    if isinstance(out, io.TextIOWrapper) and out.errors == "strict":
        out.reconfigure(errors="replace")
    cells = columns(out)
    print("\n".join(wrap(text, cells)) if cells else text, file=out, flush=True)


def columns(out: TextIO) -> int:
    """How wide the terminal is at this moment, in cells; 0 where there is none, or it does not say."""
    try:
        return os.get_terminal_size(out.fileno()).columns if out.isatty() else 0
    except (OSError, ValueError):
        return 0
