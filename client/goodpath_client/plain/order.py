"""Say what an order of the line mode is, and read the words and numbers that stand behind it."""

from collections.abc import Callable
from typing import NamedTuple

from goodpath_client.plain.numbers import Incomplete
from goodpath_client.plain.table import Table
from goodpath_core.play.messages import PostMessage


class Order(NamedTuple):
    """One thing that can be typed."""

    name: str
    """Typed after a slash; its beginning is enough where no other order begins so."""
    what: str
    """What follows the name, for the help; empty for nothing."""
    help: str
    """One sentence: what it does."""
    do: Callable[[Table, str], None]
    """Does it with what was typed behind the name; raises Incomplete where that says too little."""
    early: bool = False
    """Whether it can be done before the briefing has been heard."""
    phone: bool = False
    """Whether it does what only a phone in the hand can do."""
    carried: Callable[[Table, str], PostMessage | None] = lambda table, rest: None
    """Gives the line that was typed behind the name, which is kept while the phone is down; None for none."""


def need(text: str, what: str) -> str:
    """The text; Incomplete if it is empty."""
    if not text:
        raise Incomplete(f"Type {what} behind it.")
    return text


def number_and_text(rest: str) -> tuple[str, str]:
    """A leading number and the text behind it; an empty number where there is none."""
    number, _, text = rest.partition(" ")
    return (number, text.strip()) if number.isdecimal() else ("", rest)
