"""What happened and what is asked for: the shapes every matter of play is written in.

1. A command may be refused; an event never is.
2. A fact (the body of an event) says everything its reducer needs: no clock, no dice, no scenario, no author.
3. Voice and author are two things: whom a line shows as, and who really sent it.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar, NamedTuple

from pydantic import BaseModel, ConfigDict

from goodpath_core.play.past import UNKNOWN, Past

VERSION = 1


class Model(BaseModel):
    """Base of all that crosses an edge: strict, frozen, deaf to fields it does not know."""

    model_config = ConfigDict(strict=True, frozen=True, extra="ignore", allow_inf_nan=False)


class Command(Model):
    """Something somebody asks for."""

    kind: ClassVar[str]
    """Stable tag on the wire, such as `post_message`."""


class Fact(Model):
    """What an event says."""

    kind: ClassVar[str]
    """Stable tag in log and wire, such as `message.posted`; never a Python path."""
    version: ClassVar[int] = VERSION
    gone: ClassVar[Mapping[str, object]] = MappingProxyType({})
    """What it said, as it stands once it has been taken back or removed: field -> blank."""


class Event(NamedTuple):
    """Something that happened, in its place in the session's one order."""

    seq: int
    """1, 2, 3 ... without a hole."""
    wall_ms: int
    """Real time, milliseconds since 1970; for people to read, never for order."""
    world_s: int
    """World time in seconds since midnight of the scenario's first day."""
    phase: int
    """Index of the phase it happened in; -1 before the first."""
    cell: int
    """The cell it belongs to; 0 for the whole town."""
    place: str
    """Where the voice's persona was: room, phone, shift; empty for others."""
    author: str
    """Who really did it: seat:7, robot:7, teacher, script, server."""
    voice: str
    """Whom it shows as: a persona id such as 1/yuting, npc:lele, narrator, or empty."""
    room: str
    """Group, private chat or page it happened in; may be empty."""
    audience: str
    """Who may see it; see sight.py."""
    fact: Fact
    """What it says; its class is the kind of event."""


class Draft(NamedTuple):
    """An event as `decide` returns it: without number, time and author."""

    fact: Fact
    """What the event will say."""
    audience: str
    """Who may see it; see sight.py."""
    cell: int = 0
    """The cell it belongs to; 0 for the whole town."""
    voice: str = ""
    """Whom it shows as, as in Event; empty for nobody."""
    room: str = ""
    """Group, private chat or page it happens in; empty for none."""
    at: int | None = None
    """World second of something back-dated; None for what happens now."""
    author: str = ""
    """Who does it, if not who asked for it: what an inject says is the script's, whoever lets it happen."""


class By(NamedTuple):
    """Who asks."""

    role: str
    """student, observer, teacher or server."""
    author: str
    """As it goes into the log: seat:7, robot:7, teacher, script, server."""
    seat: int = 0
    """Number of the seat that asks; 0 for teacher and server."""
    cell: int = 0
    """The cell of that seat; 0 for teacher and server."""
    persona: str = ""
    """Id of the persona that the seat plays; empty for none."""
    asked_as: str = ""
    """Id of the persona that the seat played when it asked; empty where that is not said."""


class Now(NamedTuple):
    """The moment of a decision: time, luck and what is known of the past come in from outside."""

    wall_ms: int
    """Real time, milliseconds since 1970."""
    dice: float = 0.0
    """A number from 0 (included) to 1 (not included)."""
    past: Past = UNKNOWN
    """What has left the state, for the few decisions that ask for it."""


PRIVATE = "private:"
"""How the id of a private chat begins: `private:1/jun+1/yuting`."""
NPC = "npc:"
"""How the id of an NPC begins: `npc:lele`."""


def npc_voice(key: str) -> str:
    """The id under which an NPC speaks: `npc:lele`."""
    return NPC + key


def seat_label(seat: int) -> str:
    """Under what a seat speaks out of character: `seat 3`."""
    return f"seat {seat}"


def persona_id(cell: int, key: str) -> str:
    """The id of a persona in a cell: `1/yuting`."""
    return f"{cell}/{key}"


def key_of(identity: str) -> str:
    """The scenario's key inside an id: `yuting` of `1/yuting`."""
    return identity.partition("/")[2]


def cell_of(identity: str) -> int:
    """The cell inside an id: 1 of `1/yuting`; 0 if there is none."""
    head = identity.partition("/")[0]
    return int(head) if head.isdecimal() else 0


def people(*identities: str) -> str:
    """The audience of exactly these personas."""
    return "people:" + ",".join(identities)


def seat_audience(seat: int) -> str:
    """The audience of one seat."""
    return f"seat:{seat}"
