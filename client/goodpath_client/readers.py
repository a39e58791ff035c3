"""Say who may read what is written, in the same words everywhere and as many as fit.

Counted are the people who play, not the cast. Who watches stays unknown to those who play, so observers are
always named where they may read; so are the teacher and the reviewer, who may read everything.
"""

from collections.abc import Iterable
from typing import Final

from goodpath_client.mentions import neighbours
from goodpath_client.plurals import counted
from goodpath_client.store import Store
from goodpath_client.widgets.wrapping import width
from goodpath_core.play.event import PRIVATE

EVERYTHING: Final = (
    "A line in a group, your page, a post and a word under it are read by classmates and by observers, who "
    "watch without playing; a private chat by the two of you. Your teacher can read everything, also private "
    "chats, and later the reviewer can, when it is shown again in the discussion, with the names of the "
    "personas and without yours. What you think in the room no classmate reads."
)
"""All of it, for the help."""
WATCHED: Final = (
    "You watch and write nothing. You read what is said in groups, and pages, posts and the words under "
    "them, without what their owners keep locked; no private chat and no thought. The teacher can read "
    "everything, and later the reviewer can, when it is shown again in the discussion, with the names of the "
    "personas."
)
"""The same for who watches."""
PRIVATE_WORDS: Final = (
    "private · you two, the teacher, and later the reviewer can read",
    "private · you two, the teacher, and later the reviewer",
    "private: you two, teacher, reviewer",
)
MINE_WORDS: Final = ("only you, the teacher, and later the reviewer can read", "only you, teacher, reviewer")
"""Who reads a post that is for oneself."""
_STEPS: Final = (
    "{most}observers, the teacher, and later the reviewer can read",
    "{most}observers, teacher, later reviewer can read",
    "{few}observers, teacher, reviewer can read",
    "{few}observers, teacher, reviewer",
    "{least}observers, teacher, reviewer",
)
"""Nobody is left out of the last of them either: it fits into the box of a chat 40 columns wide."""


def room_readers(store: Store, room: str) -> tuple[str, ...]:
    """Who may read a room, the longest words first; none for a room that is not known."""
    if room.startswith(PRIVATE):
        return PRIVATE_WORDS
    found = store.world.rooms.get(room)
    if found is None:
        return ()
    if found.kind == "town":
        return _told("everybody in town, ", "all in town, ", "all + ")
    return _classmates(store, found.members)


def cell_readers(store: Store) -> tuple[str, ...]:
    """Who may read a page, and what stands on it: all of the own cell; the longest words first."""
    return _classmates(store, neighbours(store))


def who_can_read(store: Store, room: str, cells: int) -> str:
    """Who may read what is written in a room, for the border of a box; with its name where that fits."""
    steps = room_readers(store, room)
    named = [f"{store.room_name(room)} · {steps[0]}"] if steps else []
    return fitting((*named, *steps), cells)


def fitting(steps: Iterable[str], cells: int) -> str:
    """The first of these words that take no more than `cells`, else the last; empty for none."""
    last = ""
    for last in steps:
        if width(last) <= cells:
            break
    return last


def _classmates(store: Store, personas: Iterable[str]) -> tuple[str, ...]:
    """Words for those of `personas` that somebody else plays; who is nobody is not counted."""
    people = store.world.persons
    playing = [one for one in personas if one != store.me and one in people and people[one].played]
    mates = f"{counted(len(playing), 'classmate')}, " if playing else ""
    least = f"{len(playing)} + " if playing else ""
    return _told(mates, mates, least)


def _told(most: str, few: str, least: str) -> tuple[str, ...]:
    """All steps, with these words for the people who play."""
    return tuple(step.format(most=most, few=few, least=least) for step in _STEPS)
