"""Say the briefing in lines, for screens and for the line mode: who writes none gets the house's own."""

import re
from typing import Final, NamedTuple

from goodpath_core.scenario.view import View

KNOWN: Final = "private chats are read in review"
"""What everybody has to know before they write."""
TRIED: Final = "That is all it takes. This time nobody was told; later it tells your teacher alone."
"""What is said to whoever tries the stop signal while being briefed."""
TRIED_ALONE: Final = "That is all it takes. The demo tells nobody; in class it tells your teacher alone."
"""The same in a class that has no teacher."""
_NO: Final = re.compile(r"(?:no|not|never|nothing|nobody|don't|do not)\b", re.IGNORECASE)
"""How a sentence begins that says no by itself."""
_OWN: Final = "You are going to play somebody. A role is not the person who plays it."


class Briefing(NamedTuple):
    """What is read before the first phase."""

    title: str
    about: str
    text: str
    do: tuple[str, ...]
    dont: tuple[str, ...]


def briefing_of(view: View) -> Briefing:
    """The briefing of a scenario."""
    own = view.briefing
    return Briefing(view.title, view.about, own.text or _OWN, own.do, own.dont)


def spoken(briefing: Briefing) -> list[str]:
    """A briefing as sentences to be read aloud."""
    return [
        f"Briefing. {briefing.title}.",
        briefing.about,
        briefing.text,
        *(f"Do: {one}" for one in briefing.do),
        *(one if _NO.match(one) else f"Do not: {one}" for one in briefing.dont),
        "When you want it to stop, type /stop: it tells your teacher, and nobody else. To watch instead, "
        "type /observe. To speak as yourself and not as your persona, type /ooc and your words.",
        f"Know that {KNOWN}.",
    ]
