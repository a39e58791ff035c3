"""Who there is in a scenario, as frozen values: personas and voices, their houses and their groups."""

from dataclasses import dataclass

from goodpath_core.scenario.choices import Camera


@dataclass(frozen=True, slots=True)
class Name:
    """How a person is written and said."""

    pinyin: str
    """In Latin letters, family name first."""
    characters: str
    """In Chinese characters, family name first."""
    say: str
    """Reading help for English speakers, such as "pahn yoo-ting"."""


@dataclass(frozen=True, slots=True)
class Phone:
    """The device a persona starts with."""

    model: str
    """As people would say it: "799-yuan Android"."""
    camera: Camera
    """Kept with the phone; no rule hangs on it."""
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
    """Names it in YAML and in ids such as `1/yuting`."""
    name: Name
    """The name offline; the page has a nickname of its own."""
    age: int
    """In years, 18 at least."""
    home: str
    """Where this persona comes from; neighbours know it."""
    work: str
    """What this persona does all day; neighbours know it."""
    lives: str
    """Key of the house the room is in; those who live in one house hear each other there."""
    room: str
    """The room, as its dweller would describe it: one burden, one comfort, one thing chosen."""
    phone: Phone
    """Counts only as far as the rules of the scenario say so."""
    dream: str
    """What this persona hopes for; in play only its player and the teacher read it."""
    keeps_quiet: str
    """What this persona tells nobody; an offer to the player, not a duty to reveal."""
    wants_today: tuple[str, ...]
    """One to five small wishes for the session, for the player to choose from."""
    ties: tuple[Tie, ...]
    """In the order of the file; empty for none."""
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
    """Names it in YAML and in ids such as `1/row`."""
    name: str
    """As people say it, such as "Two rented rooms" or "House 12"."""
    sockets: int
    """How many phones can charge at once."""


@dataclass(frozen=True, slots=True)
class Npc:
    """A voice that nobody plays."""

    key: str
    """Names it in YAML and in voices such as `npc:lele`."""
    name: str
    """As shown beside a line."""
    about: str
    """Who this is, for the teacher; empty in the view of everybody else."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group chat at the start."""

    key: str
    """Names it in YAML and in ids of rooms such as `1/line3`; `0/line3` if it spans all cells."""
    name: str
    """As shown in the list of chats."""
    owner: str
    """Key of a persona or NPC."""
    members: tuple[str, ...]
    """Keys of personas, in the order of the file."""
    notice: str
    """What stands above its lines at the start; empty for nothing."""
    town: bool
    """True for the one that spans all cells."""
