"""A scenario as frozen values: what YAML becomes once every check has passed."""

from dataclasses import dataclass, field
from typing import Literal

Place = Literal["room", "phone", "shift"]
PhasePlace = Literal["room", "phone", "shift", "free"]


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


@dataclass(frozen=True, slots=True)
class Card:
    """A described picture."""

    key: str
    title: str
    description: str
    """One line that says what is seen."""
    genre: str
    tags: tuple[str, ...]
    """Style tags, such as cool, modern, village."""
    provenance: Literal["own", "collected", "edited"]
    """Known to the owner and the reviewer only."""
    taken: Literal["room", "factory", "street", "web", "village"]
    """Where it was taken; known to the owner and the reviewer only."""
    picture: str
    """File name under pictures/."""


@dataclass(frozen=True, slots=True)
class Deck:
    """The cards a persona may choose from."""

    key: str
    name: str
    cards: tuple[str, ...]
    """Keys of cards."""


@dataclass(frozen=True, slots=True)
class Skin:
    """A colour dress for a page."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Before:
    """One thing that happened before play, so that nobody starts in an empty town."""

    at_s: int
    """Seconds before the start, negative."""
    by: str
    """Key of a persona or NPC."""
    post: str = ""
    """Text of a status post, if it is one."""
    group: str = ""
    """Group the line was said in, if it is a line."""
    say: str = ""
    """Text of the line in that group."""
    card: str = ""
    """Card shown with it; empty for none."""
    likes: tuple[str, ...] = ()
    """Who liked the post (keys of personas)."""
    comments: tuple[tuple[str, str], ...] = ()
    """(key of persona or NPC, text) under the post."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A group's notice changes."""

    group: str
    text: str
    by: str
    """Key of the NPC shown as its author; if empty, the owner where that is an NPC, else the narrator."""
    does: Literal["notice"] = "notice"


@dataclass(frozen=True, slots=True)
class Say:
    """An NPC says a line in a group."""

    group: str
    by: str
    text: str
    does: Literal["say"] = "say"


@dataclass(frozen=True, slots=True)
class Whisper:
    """An NPC writes to one persona privately."""

    to: str
    by: str
    text: str
    does: Literal["whisper"] = "whisper"


@dataclass(frozen=True, slots=True)
class Visitors:
    """Strangers look at a page, like its newest pictures, and one leaves a word."""

    pages: tuple[str, ...]
    """Candidates; one is drawn by lot among those who are played."""
    by: str
    """Key of an NPC, or empty for nameless strangers."""
    count: int
    """How many visit, the NPC among them."""
    likes: int
    """How many of them like the newest thing."""
    comment: str
    """Under the newest picture or post; empty for none."""
    does: Literal["visitors"] = "visitors"


@dataclass(frozen=True, slots=True)
class RoomChange:
    """The room text of some personas changes."""

    personas: tuple[str, ...]
    text: str
    does: Literal["room"] = "room"


@dataclass(frozen=True, slots=True)
class PhoneChange:
    """Something happens to the phones of some personas; fields that are None stay as they are."""

    personas: tuple[str, ...]
    battery: int | None = None
    """Percent."""
    balance_yuan: int | None = None
    data_mb: int | None = None
    """Data left, in megabytes."""
    model: str | None = None
    camera: Literal["none", "poor", "good"] | None = None
    text: str = ""
    """What the owner is told."""
    does: Literal["phone"] = "phone"


@dataclass(frozen=True, slots=True)
class Narrate:
    """The narrator says something to everybody, or to some personas."""

    text: str
    to: tuple[str, ...] = ()
    does: Literal["narrate"] = "narrate"


@dataclass(frozen=True, slots=True)
class MoveTo:
    """Some personas are moved to a place, for instance to the line or out of it for a break."""

    personas: tuple[str, ...]
    place: PhasePlace
    text: str
    does: Literal["move"] = "move"


# Each says what it `does`: without that, two with the same fields would be one and the same on the wire.
Action = Notice | Say | Whisper | Visitors | RoomChange | PhoneChange | Narrate | MoveTo


@dataclass(frozen=True, slots=True)
class Trigger:
    """When an inject hangs on something a persona does for the first time in the phase."""

    first: Literal["message", "post", "picture", "page", "visit", "like", "repost"]
    by: str
    """Key of a persona, or empty for anybody."""


@dataclass(frozen=True, slots=True)
class Inject:
    """Something the script makes happen: at a time, or when something has happened."""

    key: str
    at_s: int
    """Seconds of play after the phase began, or after the trigger."""
    trigger: Trigger | None
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Allow:
    """What a phase permits; what is not named is closed."""

    chat: bool
    page: bool
    """Editing the own page, posting and arranging pictures."""
    visit: bool
    """Looking at others' pages, liking, commenting, reposting."""
    pictures: int
    """How many pictures the album on the own page may hold."""
    swaps: int
    """How many pictures may be exchanged in this phase; -1 for as many as one likes."""


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of the session with its own world time, places and rules."""

    key: str
    name: str
    seconds: int
    """Length in seconds of play."""
    day: int
    """World day, 0 for the first."""
    world_from_s: int
    """World time of day at the start of the phase, in seconds after midnight."""
    speed: float
    """World seconds per second of play."""
    place: PhasePlace
    """Where everybody is; `free` lets each choose between room and phone."""
    places: tuple[tuple[str, PhasePlace], ...]
    """Exceptions: (key of persona, place)."""
    ask: str
    """What everybody is asked to do, one or two sentences."""
    prompts: tuple[str, ...]
    """Questions shown beside the play."""
    allow: Allow
    injects: tuple[Inject, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """What everybody reads before the first phase."""

    text: str
    do: tuple[str, ...]
    dont: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Debrief:
    """How the class steps out of the roles and what it then argues about."""

    seconds: int
    """Length in seconds."""
    questions: tuple[str, ...]
    step_out: tuple[str, ...]
    """The two sentences each completes: what I made up, what I take off now."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Which scarcities a scenario switches on."""

    battery: bool
    data: bool
    money: bool


@dataclass(frozen=True, slots=True)
class Scenario:
    """Everything a session is played from."""

    key: str
    """Folder name: lower-case letters, digits and hyphens."""
    title: str
    minutes: int
    """The whole time in class, briefing and debrief included."""
    players: int
    """How many personas of a cell must be played at least for it to work."""
    about: str
    date: str
    """World date of day 0, ISO: "2013-07-14"."""
    rules: Rules
    briefing: Briefing
    houses: dict[str, House]
    npcs: dict[str, Npc]
    personas: dict[str, Persona]
    groups: dict[str, Group]
    cards: dict[str, Card]
    decks: dict[str, Deck]
    skins: dict[str, Skin]
    before: tuple[Before, ...]
    phases: tuple[Phase, ...]
    debrief: Debrief
    sources: tuple[tuple[str, str], ...]
    """(what it rests on, source) pairs."""
    text: str = field(repr=False)
    """The YAML as it was read, kept with the session."""
