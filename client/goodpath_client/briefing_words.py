"""Say the briefing in lines, for screens and for the line mode: who writes none gets the house's own."""

import re
from typing import Final, NamedTuple

from goodpath_client.store import Store
from goodpath_core.play.briefing import ReadBriefing
from goodpath_core.scenario.view import View

KNOWN: Final = "private chats are read in review"
"""What everybody has to know before they write."""
KNOWN_WATCHING: Final = "they play roles, not themselves"
"""The same of whoever only watches."""
PLAYERS_ARE_TOLD: Final = "What those who play are told"
"""Stands over the briefing of the players where somebody else reads it."""
TRIED: Final = "That is all it takes. This time nobody was told; later it tells your teacher alone."
"""What is said to whoever tries the stop signal while being briefed."""
TRIED_ALONE: Final = "That is all it takes. The demo tells nobody; in class it tells your teacher alone."
"""The same in a class that has no teacher."""
DO_NOT: Final = "Do not"
"""Stands once before what is not to be done, unless a line says no by itself."""
_NO: Final = re.compile(r"(?:no|not|never|nothing|nobody|don't|do not)\b", re.IGNORECASE)
"""How a sentence begins that says no by itself."""
_WATCHING: Final = (
    "You watch and play nobody. You can read every chat that is not private, and every page, without what "
    "its owner keeps locked. You read no private chat, you do not hear what is said aloud in a room, and no "
    "thought is shown to you.\n\n"
    "You write nothing: no line, no post, no like, no word under a picture. You change nothing in the rooms, "
    "and looking at a page leaves no visit there. Those who play know that observers may read; they are not "
    "told who watches.\n\n"
    "The stop key, F9, tells your teacher, and nobody else, that you want this to stop. You need not say why."
)
"""What whoever only watches does and does not do."""
_OWN: Final = "You are going to play somebody. A role is not the person who plays it."

_STOP: Final = "When you want it to stop, type /stop: it tells your teacher, and nobody else."
_OTHER_WAYS: Final = (
    "To watch instead, type /observe. To speak as yourself and not as your persona, type /ooc and your words."
)


class Briefing(NamedTuple):
    """What is read before the first phase."""

    title: str
    """Title of the scenario."""
    about: str
    """One or two sentences on the scenario."""
    watching: str
    """What is said to whoever only watches; empty for those who play."""
    text: str
    """What those who play read first; the house's own words where the scenario has none."""
    do: tuple[str, ...]
    """A sentence each; may be empty."""
    dont: tuple[str, ...]
    """A sentence each, written with or without its "no"; may be empty."""


def briefing_of(view: View, role: str) -> Briefing:
    """The briefing of a scenario, as it is read by somebody in that role."""
    own = view.briefing
    watching = _WATCHING if role == "observer" else ""
    return Briefing(view.title, view.about, watching, own.text or _OWN, own.do, own.dont)


def says_no(line: str) -> bool:
    """Whether a line of what is not to be done says so by itself, and is not to be denied once more."""
    return _NO.match(line) is not None


def is_briefed(store: Store) -> bool:
    """Whether the briefing has been read in this seat, also where the server does not know of it yet."""
    seat, welcome = store.world.seats.get(store.seat), store.welcome
    asked = any(isinstance(command, ReadBriefing) for command, _ in store.asked.values())
    # The welcome is there before the copy is.
    return asked or bool(seat and seat.briefed) or bool(welcome and welcome.briefed)


def spoken(briefing: Briefing) -> list[str]:
    """A briefing as sentences to be read aloud."""
    watching = bool(briefing.watching)
    return [
        f"Briefing. {briefing.title}.",
        briefing.about,
        *((briefing.watching, f"{PLAYERS_ARE_TOLD}:") if watching else ()),
        briefing.text,
        *(f"Do: {one}" for one in briefing.do),
        *(one if says_no(one) else f"{DO_NOT}: {one}" for one in briefing.dont),
        _STOP if watching else f"{_STOP} {_OTHER_WAYS}",
        f"Know that {KNOWN_WATCHING if watching else KNOWN}.",
    ]
