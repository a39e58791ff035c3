"""Name every deed a student can do, once: footer, help, palette, slash commands and docs all come from here.

No key is used that terminals keep for themselves (Ctrl+S, Q, Z, M, I, H and F11), and every key has a second
way: another key, the palette (Ctrl+P) or the slash command of the same name. Textual is large, and imported
only where its keys are bound: a seat in lines of text reads this table too.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from textual.binding import Binding

ONLINE, OFFLINE, PAGE, FEED, DEBRIEF = "online", "offline", "page", "feed", "debrief"
ANYWHERE = "anywhere"
TALK, MINE, OTHERS, ROOM, SAFETY, REST = (
    "Talk", "My page", "Other pages", "Phone and room", "Safety", "Who I am, and the program"
)  # fmt: skip
TOPICS: Final = (TALK, MINE, OTHERS, ROOM, SAFETY, REST)
"""What deeds are about, in the order in which help shows them."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that can be done, and every way to it."""

    name: str
    """Its words in palette, help and after the slash: `take back`."""
    help: str
    """One sentence for the help screen."""
    keys: tuple[str, ...] = ()
    """In Textual's names, first the one that is shown; empty where only palette and slash lead to it."""
    hint: str = ""
    """Two or three words for the footer; empty keeps it out of there."""
    where: tuple[str, ...] = (ANYWHERE,)
    """Names of the screens on which the keys act, as above."""
    takes: str = ""
    """What is written after the slash command; empty for nothing."""
    priority: bool = True
    """Whether the keys act before the box one writes in."""
    palette: bool = True
    """Whether the palette has it, and with it the slash command in the help."""
    topic: str = ""
    """Under which of `TOPICS` the student's help shows it."""
    other_hints: tuple[tuple[str, str], ...] = ()
    """(place, words) where the footer says something else than `hint`, since the key does the other thing."""

    @property
    def action(self) -> str:
        """Its name inside the program."""
        return self.name.replace(" ", "_")

    def hint_at(self, places: Iterable[str]) -> str:
        """Its words for the footer at these places."""
        return next((words for place, words in self.other_hints if place in places), self.hint)


DEEDS: Final = (
    Deed("help", "Show every key and command, and who can read what.", ("f1",), "help", topic=REST),
    Deed(
        "phone",
        "Put the phone down, or pick it up.",
        ("f4", "alt+p"),
        "phone down",
        (ONLINE, OFFLINE, PAGE, FEED),
        topic=ROOM,
        other_hints=((OFFLINE, "pick up phone"),),
    ),
    Deed(
        "stop",
        "Tell the teacher, and nobody else, that you want this to stop.",
        ("f9", "alt+s"),
        "stop",
        topic=SAFETY,
    ),
    Deed(
        "chat list",
        "Go to the list of chats: Up and Down choose, Enter opens, Esc leads back.",
        ("tab",),
        "chats",
        (ONLINE,),
        priority=False,
        topic=TALK,
    ),
    Deed(
        "pictures",
        "Choose pictures for your page, put them in order, say why.",
        ("f12", "alt+c"),
        "pictures",
        (ONLINE,),
        topic=MINE,
    ),
    Deed(
        "post",
        "Write a post for your page, with up to three pictures.",
        ("f2",),
        "post",
        (ONLINE,),
        "text",
        topic=MINE,
    ),
    Deed(
        "page",
        "Edit your page: name, signature, face, skin and music.",
        ("f3",),
        "edit page",
        (ONLINE,),
        topic=MINE,
    ),
    Deed("feed", "See what others have posted, newest first.", ("f5",), "Qzone", (ONLINE,), topic=OTHERS),
    Deed(
        "next",
        "Go to the next chat with something new, mentions first, where it begins; else to what is new here.",
        ("f6", "alt+a"),
        "next",
        (ONLINE,),
        topic=TALK,
    ),
    Deed(
        "contacts", "See who is here, visit a page, write privately.", ("alt+k",), "", (ONLINE,), topic=OTHERS
    ),
    Deed(
        "life",
        "Read who you are: the whole sheet of your persona.",
        ("alt+i",),
        "",
        (ONLINE, OFFLINE),
        topic=REST,
    ),
    Deed("chats", "Fold the list of chats in or out.", ("f7", "alt+l"), "", (ONLINE,), topic=TALK),
    Deed("card", "Fold your own page in or out.", ("f8", "alt+r"), "", (ONLINE,), topic=MINE),
    Deed(
        "lines",
        "Choose a line, to answer it, take it back, or read a long one whole.",
        ("ctrl+up",),
        "",
        (ONLINE,),
        topic=TALK,
    ),
    Deed("reply", "Answer the chosen line, or the newest one.", (), "", (ONLINE,), "text", topic=TALK),
    Deed(
        "take back",
        "Take back the chosen line, or your newest one, within two minutes.",
        (),
        "",
        (ONLINE, OFFLINE),
        topic=TALK,
    ),
    Deed(
        "unread",
        "Mark the chosen line and all after it as unread, until you read on there.",
        (),
        "",
        (ONLINE,),
        topic=TALK,
    ),
    Deed(
        "ooc",
        "Say something out of character, under your seat's number, in the room or the chat last open.",
        (),
        "",
        (ONLINE, OFFLINE),
        "text",
        topic=SAFETY,
    ),
    Deed(
        "notice",
        "Read the notice of this chat whole; if the group is yours, change it.",
        ("alt+n",),
        "change it",
        (ONLINE,),
        "text",
        topic=TALK,
    ),
    Deed(
        "prompts",
        "Read what this phase asks, and what it gives to think about.",
        ("alt+w",),
        "your task",
        (ONLINE, OFFLINE),
        topic=REST,
    ),
    Deed("private", "Write to somebody privately.", (), "", (ONLINE,), "@name", topic=TALK),
    Deed(
        "visit",
        "Look at somebody's page; they will see that you came. With your own name: yours, and who came.",
        (),
        "",
        (ONLINE,),
        "@name",
        topic=OTHERS,
    ),
    Deed(
        "think",
        "Write a thought; no classmate reads it, only teacher and reviewer.",
        (),
        "",
        (OFFLINE,),
        "text",
        topic=ROOM,
    ),
    Deed("say", "Say something aloud in the room.", (), "", (OFFLINE,), "text", topic=ROOM),
    Deed("look", "Look around the room.", (), "", (OFFLINE,), topic=ROOM),
    Deed("plug in", "Put the phone at the socket, or wait in line for it.", (), "", (OFFLINE,), topic=ROOM),
    Deed("unplug", "Take the phone off the socket.", (), "", (OFFLINE,), topic=ROOM),
    Deed(
        "like", "Like what is chosen.", ("l",), "like", (PAGE, FEED), "", False, palette=False, topic=OTHERS
    ),
    Deed(
        "comment",
        "Write a word under what is chosen.",
        ("c",),
        "comment",
        (PAGE, FEED),
        "text",
        False,
        False,
        OTHERS,
    ),
    Deed(
        "repost",
        "Pass on what is chosen with a word of your own.",
        ("r",),
        "repost",
        (PAGE, FEED),
        "text",
        False,
        False,
        OTHERS,
    ),
    Deed(
        "remove",
        "Take down the chosen post of yours; written as a command, your newest one.",
        ("d",),
        "take down",
        (PAGE, FEED),
        priority=False,
        palette=False,
        topic=MINE,
    ),
    Deed(
        "open",
        "Open what is chosen: a page, or a picture full screen.",
        ("o",),
        "open",
        (PAGE, FEED),
        priority=False,
        palette=False,
        topic=OTHERS,
    ),
    Deed(
        "pages",
        "In the debrief, look at every page of your group of players, with its pictures.",
        ("f5", "alt+k"),
        "all pages",
        (DEBRIEF,),
        topic=OTHERS,
    ),
    Deed("briefing", "Read the briefing again.", (), topic=SAFETY),
    Deed("observe", "Stop playing and watch instead; nobody asks why.", (), topic=SAFETY),
    Deed("theme", "Change the colours: blue, dark, high contrast, none.", ("alt+t",), topic=REST),
    Deed("quit", "Leave; your seat is kept and you can come back.", ("alt+q",), topic=REST),
)
"""All deeds, the most wanted first: so footer and papers show them, and help within a topic."""

BY_NAME: Final = MappingProxyType({deed.name: deed for deed in DEEDS})
DEED_PLACES: Final = MappingProxyType(
    {
        ONLINE: "on the phone",
        OFFLINE: "in the room",
        PAGE: "on a page",
        FEED: "in Qzone",
        DEBRIEF: "in the debrief",
    }
)
"""Where deeds are possible, as people say it."""
KEY_NAMES: Final = MappingProxyType({"ctrl+up": "Ctrl+Up"})


def pressed(key: str) -> str:
    """Every name under which a terminal may report a key, for a binding.

    A letter is the same key with Shift and with Caps Lock, since it is shown as a capital everywhere.
    """
    *held, sign = key.split("+")
    if len(sign) != 1 or not sign.isalpha():
        return key
    return ",".join("+".join([*held, *one]) for one in ([sign], [sign.upper()], ["shift", sign]))


def key_label(key: str) -> str:
    """A key as people write it: `Alt+A`, `F4`."""
    return KEY_NAMES.get(key) or "+".join(part.capitalize() for part in key.split("+"))


def deeds_at(*places: str, deeds: Iterable[Deed] = DEEDS) -> tuple[Deed, ...]:
    """The deeds that are possible at these places, and anywhere; the student's where no others are given."""
    wanted = {*places, ANYWHERE}
    return tuple(deed for deed in deeds if wanted & set(deed.where))


def where_words(deed: Deed) -> str:
    """Where a deed is possible that is not possible anywhere, such as `on a page or in Qzone`."""
    return " or ".join(words for place, words in DEED_PLACES.items() if place in deed.where)


def bindings(*places: str) -> "list[Binding]":
    """The keys of deeds as bindings whose action is `deed('...')`."""
    from textual.binding import Binding

    return [
        Binding(
            pressed(key),
            f"app.deed('{deed.name}')",
            deed.help,
            show=False,
            priority=deed.priority,
            id=f"{deed.action}-{n}",
        )
        for deed in DEEDS
        if set(deed.where) & set(places)
        for n, key in enumerate(deed.keys)
    ]


def hints(*places: str, possible: Callable[[Deed], bool] = lambda deed: True) -> tuple[tuple[str, str], ...]:
    """(key, words) pairs for the footer of a place, the most wanted first; only of possible deeds."""
    return tuple(
        (hinted_way(deed), deed.hint_at(places))
        for deed in deeds_at(*places)
        if deed.hint and deed.keys and possible(deed)
    )


def place_of(key: str) -> tuple[int, int]:
    """Where a key stands among others in the footer, so that it stands alike on every screen.

    First signs and letters, then function keys by their number, then keys that are held, then commands.
    """
    if key.startswith("/"):
        return 3, 0
    if "+" in key:
        return 2, 0
    number = key.removeprefix("F")
    return (1, int(number)) if key.startswith("F") and number.isdecimal() else (0, 0)


def hinted_way(deed: Deed) -> str:
    """The way to a deed that works in every terminal: its first key without Alt, else its slash command."""
    plain = next((key for key in deed.keys if not key.startswith("alt+")), "")
    return key_label(plain) if plain else f"/{deed.name}"


IN_LINES: Final = MappingProxyType(
    {"take back": "back", "private": "write", "contacts": "who", "plug in": "plug", "prompts": "where"}
)
"""Deed -> how it is called where one plays in lines of text; each way understands the other's word."""
_CALLED: Final = sorted(
    ((name, deed) for deed in DEEDS for name in {deed.name, IN_LINES.get(deed.name, deed.name)}),
    key=lambda called: (-len(called[0]), called[0]),
)
"""What each deed is called, the longest first."""


def parse_slash(line: str) -> tuple[Deed, str] | None:
    """The deed a line such as `/take back` or `/reply yes` means, and what follows it; None if it is none."""
    if not line.startswith("/"):
        return None
    body = line[1:].strip()
    for name, deed in _CALLED:
        if body.lower() == name or body.lower().startswith((f"{name} ", f"{name}\n")):
            return deed, body[len(name) :].strip()
    return None


def is_slash(line: str) -> bool:
    """Whether a line wants to be a command: one slash and a letter, as no path or kaomoji begins."""
    return len(line) > 1 and line[0] == "/" and line[1].isascii() and line[1].isalpha()
