"""Ask at the terminal, yes or no: only what is typed once the question stands there is an answer to it."""

import sys
from contextlib import suppress

import typer


def is_agreed(question: str, default: bool) -> bool:
    """What is answered at the terminal; Ctrl+C and the end of the input are a no: nothing was agreed."""
    drop_typed_ahead()
    try:
        return typer.confirm(question, default=default)
    except typer.Abort:
        typer.echo()
        return False


def drop_typed_ahead() -> None:
    """Throw away what was typed for a screen that has gone; nothing where there is no such terminal."""
    if sys.platform == "win32":
        return
    import termios

    with suppress(termios.error):
        termios.tcflush(sys.stdin, termios.TCIFLUSH)
