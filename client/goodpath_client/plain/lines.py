"""Say a line of a chat as one sentence, and who can be named in a chat with an @."""

from typing import Final

from goodpath_client.mentions import at_name, others_in
from goodpath_client.names import name_person
from goodpath_client.plain.aloud import one_line
from goodpath_client.removal_words import line_gone
from goodpath_client.room_rows import find_card
from goodpath_client.store import Store
from goodpath_core.play.event import PRIVATE
from goodpath_core.play.state import Message
from goodpath_core.text import clean_line

QUOTED: Final = 40
"""So many signs of a line are said where it is answered."""


def chat_name(store: Store, room: str) -> str:
    """What a chat is called; of a private one it is heard that it is private."""
    name = store.room_name(room)
    return f"the private chat with {name}" if room.startswith(PRIVATE) else name


def say_line(store: Store, room: str, line: Message) -> str:
    """A line as it is read again: who, to what, and what was said."""
    if line.gone == "hidden":
        return line_gone(store, line)
    if line.gone:
        return f"{_speaker(store, line)}: {line.gone}"
    return f"{_speaker(store, line)}{answering(store, room, line.reply_to)}{naming(store, line.mentions)}" + (
        f": {_words(store, line)}"
    )


def answering(store: Store, room: str, seq: int) -> str:
    """Which line a line answers, as it is said behind the speaker; empty for none."""
    quoted = next((line for line in store.lines(room) if seq and line.seq == seq), None)
    return f" answering “{_beginning(quoted.text) or quoted.gone}”" if quoted else ""


def _beginning(text: str) -> str:
    """The first words of a line, whole ones where there are several."""
    line = clean_line(text)
    return line if len(line) <= QUOTED else f"{line[:QUOTED].rpartition(' ')[0] or line[:QUOTED]} …"


def naming(store: Store, named: tuple[str, ...]) -> str:
    """Whether one is named oneself, as it is said behind the speaker."""
    return " (you are named)" if store.me and store.me in named else ""


def names_in(store: Store, room: str) -> list[str]:
    """Who else is in a chat, and what to type to name them."""
    return [f"@{at_name(store, one)} for {name_person(store.view, one)}" for one in others_in(store, room)]


def _speaker(store: Store, line: Message) -> str:
    if line.kind == "aside":
        return f"Out of character, {line.voice}"
    who = "You" if line.voice and line.voice == store.me else store.name(line.voice)
    return f"Notice by {who}" if line.kind == "notice" else who


def _words(store: Store, line: Message) -> str:
    card = find_card(store, line.card)
    shown = f" With the picture {clean_line(card.title)}: {clean_line(card.description)}" if card else ""
    return one_line(f"{line.text}{shown}")
