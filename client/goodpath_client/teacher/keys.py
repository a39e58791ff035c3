"""Name every deed a teacher can do, once: footer, help, palette and docs all come from here.

The same rules hold as for the student's keys: none that terminals keep for themselves, and a second way to
each. Letters act only where nobody is writing.
"""

from collections.abc import Container
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from goodpath_client.keys import Deed, deeds_at, key_label, pressed

if TYPE_CHECKING:
    from textual.binding import Binding

CONSOLE: Final = "console"
ROOMS: Final = "rooms"

DEEDS: Final = (
    Deed("pause", "Stop the world for everybody, or let it go on.", ("f6", "p"), "pause"),
    Deed("help", "Show every key, and what the words on the console mean.", ("f1", "question_mark"), "help"),
    Deed("start", "Let the first phase begin.", ("f5", "g"), "start"),
    Deed(
        "next phase",
        "End this phase; asks once more. Where pages can be changed, ten seconds are left to save them.",
        ("f7", "n"),
        "next",
    ),
    Deed("more time", "Make this phase one minute longer; up to an hour in all.", ("plus", "alt+m"), "1 min"),
    Deed(
        "answer",
        "Say that you take care of a stop signal; asks once more, and says whose.",
        ("f9", "a"),
        "answer",
    ),
    Deed("narrate", "Speak as the narrator, to everybody or to one persona.", ("f4", "t"), "narrate"),
    Deed("speak", "Speak as an NPC or as yourself, in a group or privately.", ("f8", "v"), "speak"),
    Deed(
        "rooms",
        "Read any chat, what is said and thought in the rooms, and any page; hide what hurts.",
        ("f3", "r"),
        "rooms",
    ),
    Deed("join line", "Show or fold away code, QR and joining line.", ("f2", "j"), "code"),
    Deed("lock", "Lock the door, so that nobody new comes in, or open it again.", ("l", "alt+l"), "lock"),
    Deed(
        "new code",
        "Make a longer join code that no wrong codes hold up, in place of the old one; asks once more.",
        ("c", "alt+c"),
        "new code",
    ),
    Deed(
        "fire",
        "Let the chosen inject happen now; asks once more, and says what it does.",
        ("f",),
        "fire",
        (CONSOLE,),
        priority=False,
    ),
    Deed("skip", "Leave the chosen inject out; asks once more.", ("s",), "skip", (CONSOLE,), priority=False),
    Deed("delay", "Put the chosen inject off by one minute.", ("d",), "delay", (CONSOLE,), priority=False),
    Deed("write", "Write privately, as an NPC, to the chosen seat's persona.", ("w",), "write", (CONSOLE,)),
    Deed("hand over", "Give a persona to a seat that has none; asks once more.", ("o",), "hand over"),
    Deed(
        "reset",
        "Send away whoever is at the chosen seat, for good; asks once more.",
        ("x",),
        "close seat",
        (CONSOLE,),
        priority=False,
    ),
    Deed(
        "hide",
        "Remove the chosen line from every screen, also what was said aloud; on a page the chosen post, "
        "word, name of an album, reason or part of its head; asks once more.",
        ("h",),
        "hide",
        (ROOMS,),
    ),
    Deed("next news", "Go to the next place where something is new.", ("u", "alt+u"), "next new", (ROOMS,)),
    Deed(
        "notice",
        "Set the notice of the group that is read; asks once more, and says who reads it.",
        ("e",),
        "notice",
        (ROOMS,),
    ),
    Deed("end", "End the session for good; asks once more.", ("alt+e",), "end"),
    Deed("theme", "Change the colours: blue, dark, high contrast, none.", ("alt+t",), "colours"),
    Deed("quit", "Close the console; the class goes on without it.", ("alt+q",), "quit"),
)
"""All deeds, in the order in which footer and help show them."""

BY_NAME: Final = MappingProxyType({deed.name: deed for deed in DEEDS})
WHERE: Final = MappingProxyType(
    {
        CONSOLE: ("On the console (Esc).", "Go back to the console with Esc"),
        ROOMS: ("In the rooms (F3).", "Open the rooms with F3"),
    }
)
"""Place -> where a deed is possible, and how to come there."""
_WANTED: Final = MappingProxyType(
    {
        "fetching": ("quit", "help"),
        "lobby": ("start", "help", "join line", "lock", "rooms", "hand over", "quit", "theme"),
        "playing": (
            *(
                "pause",
                "help",
                "next phase",
                "narrate",
                "speak",
                "rooms",
                "more time",
                "fire",
                "skip",
                "delay",
            ),
            *("hide", "join line", "lock", "hand over", "end", "quit"),
        ),
        "debrief": ("help", "rooms", "narrate", "speak", "end", "join line", "quit"),
        "ended": ("quit", "help", "rooms"),
    }
)
"""What the footer shows in each stage, and before the class has come, as far as it fits."""
_OTHER_WAY: Final = MappingProxyType({"pause": "GO ON", "lock": "unlock"})
"""What the footer says of a key that does two things, once it has done the first."""
_SIGNS: Final = MappingProxyType({"question_mark": "?", "plus": "+"})


def label(key: str) -> str:
    """A key as people write it: `F6`, `Alt+E`, `?`."""
    return _SIGNS.get(key) or key_label(key)


def is_letter(key: str) -> bool:
    """Whether a key is a sign that somebody might want to write."""
    return len(key) == 1 or key in _SIGNS


def bindings(letters: bool, *places: str) -> "list[Binding]":
    """The letters of deeds at these places, or their other keys, which act before any box."""
    from textual.binding import Binding

    return [
        Binding(pressed(key), f"app.deed('{deed.name}')", deed.help, show=False, priority=not letters)
        for deed in deeds_at(*places, deeds=DEEDS)
        for key in deed.keys
        if is_letter(key) == letters
    ]


def hints(
    stage: str, done: Container[str], stopped: bool, *places: str, letters: bool = True
) -> tuple[tuple[str, str], ...]:
    """(key, words) pairs for the footer: what is of use in this stage, the most wanted first.

    `done` names the deeds whose key now does the other thing. Without `letters` none is named that somebody
    might write.
    """
    names = [*(("answer",) if stopped else ()), *_WANTED[stage]]
    here = deeds_at(*places, deeds=DEEDS)
    return tuple(
        (label(keys[0]), _OTHER_WAY[name] if name in done else deed.hint)
        for name in names
        if (deed := BY_NAME[name]) in here
        and (keys := [key for key in deed.keys if letters or not is_letter(key)])
    )
