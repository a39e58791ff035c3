"""Do what is possible with the phone down: say, think, look, plug in, and speak as oneself."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from goodpath_client.held_lines import NOTHING_WAITS, held_lines
from goodpath_client.keys import BY_NAME, parse_slash
from goodpath_client.readers import who_can_read
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.screens.room_words import THOUGHT, hearers
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.slow_text import SlowText
from goodpath_core.play.event import Command
from goodpath_core.play.messages import may_enter
from goodpath_core.play.offline import LINE_LIMIT, LookAround, SayAloud, Think
from goodpath_core.play.phone import PlugIn, Unplug
from goodpath_core.play.safety import ASIDE_LIMIT, SpeakAside

if TYPE_CHECKING:
    from goodpath_client.screens.offline import OfflineScreen

LEAD: Final = "/think "
"""How a thought begins."""
_ALOUD: Final = "/say "
_LEADS: Final[Mapping[type[Command], str]] = MappingProxyType({Think: LEAD, SpeakAside: "/ooc "})
"""How what was written begins in the box."""


def think(room: "OfflineScreen", argument: str) -> None:
    """Write a thought."""
    if argument:
        room.student.do(Think(text=argument))
    else:
        room.query_one(Composer).begin(LEAD)


def say(room: "OfflineScreen", argument: str) -> None:
    """Say something aloud."""
    if room.on_shift:
        room.student.say("Nobody hears anything on the line; think it.", severe=True)
        room.put_back(argument)
    elif argument:
        room.student.do(SayAloud(text=argument))
    else:
        room.query_one(Composer).begin(_ALOUD)


def speak_aside(room: "OfflineScreen", argument: str) -> None:
    """Say something out of character; a person can, wherever the persona is."""
    if argument:
        room.student.do(SpeakAside(room=last_chat(room), text=argument))
    else:
        room.query_one(Composer).begin("/ooc ")


def take_back(room: "OfflineScreen", argument: str) -> None:
    """Take back what was written last and waits for the world to go on: it is in the box again."""
    link, waiting = room.student.student_link, held_lines(room.store)
    if link is None or not waiting:
        room.student.say(NOTHING_WAITS, severe=True)
        return
    request, command = waiting[-1]
    link.recall(request)
    room.put_back(f"{_LEADS.get(type(command), '')}{command.text}")


def look(room: "OfflineScreen", argument: str) -> None:
    """Look around: the room is told again."""
    room.student.do(LookAround())
    slow = room.query_one(SlowText)
    text = slow.text
    slow.tell("")
    slow.tell(text)


def plug_in(room: "OfflineScreen", argument: str) -> None:
    """Put the phone at the socket."""
    room.student.do(PlugIn())


def unplug(room: "OfflineScreen", argument: str) -> None:
    """Take the phone off the socket."""
    room.student.do(Unplug())


def last_chat(room: "OfflineScreen") -> str:
    """The chat last open on the phone, also a private one not begun yet; or the first group."""
    world = room.store.world
    last = room.app.get_screen("online", OnlineScreen).room
    if may_enter(world, last, room.store.me):
        return last
    return next((one.id for one in world.rooms.values() if one.kind == "group"), "")


def readers_of(room: "OfflineScreen", text: str, cells: int) -> str:
    """Who will hear or read what stands in the box, in so many cells."""
    if text.lower().startswith("/ooc"):
        return who_can_read(room.store, last_chat(room), cells)
    if room.on_shift or text.lower().startswith(LEAD.rstrip()):
        return THOUGHT
    return hearers(room.store, cells)


def limit_of(text: str) -> int:
    """How many characters may stand in the box of the room; the command at their head does not count."""
    deed, said = parse_slash(text) or (None, text)
    most = ASIDE_LIMIT if deed is BY_NAME["ooc"] else LINE_LIMIT
    return most + len(text) - len(said)


ROOM_DEEDS: Final[Mapping[str, Callable[["OfflineScreen", str], None]]] = MappingProxyType(
    {
        "think": think,
        "say": say,
        "ooc": speak_aside,
        "take_back": take_back,
        "look": look,
        "plug_in": plug_in,
        "unplug": unplug,
    }
)
"""What is done for each deed of the room, with what follows its slash command."""
