"""Who there is in a scenario, as frozen values: personas and voices, their houses and their groups."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Name:
    """How a person is written and said."""

    pinyin: str
    characters: str
    say: str
    """Reading help for English speakers, such as "pahn yoo-ting"."""


@dataclass(frozen=True, slots=True)
class Phone:
    """The device a persona starts with."""

    model: str
    """As people would say it: "799-yuan Android"."""
    camera: Literal["none", "poor", "good"]
    plan_mb: int
    """Data left this month at the start, in megabytes."""
    battery: int
    """Charge at the start, percent 0 to 100."""
    balance_yuan: int
    """Money on the phone account at the start."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A declared relation of one persona to another."""

    to: str
    """Key of the other persona."""
    text: str
    """As it reads after the own name: "daughter of"."""


@dataclass(frozen=True, slots=True)
class Persona:
    """A role of the scenario: who somebody is offline, and with what page they start."""

    key: str
    name: Name
    age: int
    home: str
    work: str
    lives: str
    """Key of the house the room is in; those who live in one house hear each other there."""
    room: str
    """The room, as its dweller would describe it: one burden, one comfort, one thing chosen."""
    phone: Phone
    dream: str
    keeps_quiet: str
    """What this persona tells nobody; an offer to the player, not a duty to reveal."""
    wants_today: tuple[str, ...]
    ties: tuple[Tie, ...]
    number: str
    """The QQ-style number: digits only, generated, never real."""
    nickname: str
    """Net name on the page at the start; may be empty."""
    signature: str
    """Line of mood under the name at the start; may be empty."""
    decks: tuple[str, ...]
    """Keys of the decks this persona chooses pictures from."""
    room_picture: str
    """Picture file of the room, drawn in greys; empty if there is none."""


@dataclass(frozen=True, slots=True)
class House:
    """A place people live in together."""

    key: str
    name: str
    sockets: int
    """How many phones can charge at once."""


@dataclass(frozen=True, slots=True)
class Npc:
    """A voice that nobody plays."""

    key: str
    name: str
    about: str


@dataclass(frozen=True, slots=True)
class Group:
    """A group chat at the start."""

    key: str
    name: str
    owner: str
    """Key of a persona or NPC."""
    members: tuple[str, ...]
    """Keys of personas, in the order of the file."""
    notice: str
    town: bool
    """True for the one that spans all cells."""
