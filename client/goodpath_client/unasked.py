"""Say in which form words that were typed in the line mode and not sent wait on the disk."""

from typing import Literal, NamedTuple

Prompt = Literal["", "unsaid", "unnamed", "answer", "typed"]
"""What a person was told to do with a line: it was for a phone that was not in the hand, an @ in it names
nobody, it may have been an answer, or it was kept as typed. Nothing of one that was refused."""


class Unasked(NamedTuple):
    """Words that were not sent, whole enough to be asked for again."""

    text: str
    """As they were typed, each text of a request on a line of its own."""
    persona: str = ""
    """Id of the persona that they were meant as; empty where that is not known."""
    command: str = ""
    """The request in JSON; empty where there is none, as for what is too long, or unclear."""
    why: str = ""
    """What is said before the words where there is no request."""
    prompt: Prompt = ""
    """What it was asked to do with them; empty for what was refused."""
