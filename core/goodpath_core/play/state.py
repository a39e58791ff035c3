"""The state that events fold into: plain values with one owner, the same on server and client."""

from dataclasses import dataclass, field

from goodpath_core.play.bounds import CLASS, Bounds
from goodpath_core.scenario.value import Scenario


@dataclass(slots=True)
class Clock:
    """World time: runs at a speed per phase and stops on pause."""

    running: bool = False
    since_ms: int = 0
    """Wall time at which it last began to run."""
    played_ms: int = 0
    """Milliseconds of play in this phase up to `since_ms`."""
    world_from: int = 0
    """World seconds at the start of the phase."""
    speed: float = 1.0
    """World seconds in one second of play."""
    before_ms: int = 0
    """Milliseconds of play in the phases before this one."""


@dataclass(slots=True)
class Permission:
    """What the phase permits."""

    chat: bool = False
    page: bool = False
    visit: bool = False
    pictures: int = 0
    """How many pictures an album may hold."""
    swaps: int = 0
    """How many pictures may be exchanged; -1 for any number."""


@dataclass(slots=True)
class PhaseNow:
    """The phase that is being played."""

    index: int = -1
    """0 for the first; -1 before it."""
    name: str = ""
    seconds: int = 0
    """Length in seconds of play."""
    ask: str = ""
    prompts: tuple[str, ...] = ()
    allow: Permission = field(default_factory=Permission)


@dataclass(slots=True)
class Turn:
    """The time in which a seat played one persona while the world ran."""

    persona: str
    since: int
    """World second at which it began."""
    until: int | None = None
    """World second at which it ended; None while it goes on, and for one that lasted to the end of play."""


@dataclass(slots=True)
class Seat:
    """One student's place in the session; it outlives a lost connection."""

    number: int
    cell: int
    role: str
    """student or observer."""
    robot: bool = False
    persona: str = ""
    """Id of the persona it plays; empty for none."""
    here: bool = False
    """Whether a connection is open; known to the teacher only."""
    stopped: bool = False
    """Whether this seat has given the stop signal and the teacher has not answered yet."""
    own: list[str] = field(default_factory=list)
    """Personas it has played and nobody after it: it may go on with them whenever nobody plays them."""
    closed: bool = False
    """Whether the teacher has closed it: nobody comes back to it."""
    turns: list[Turn] = field(default_factory=list)
    """Whom it has played while the world ran, oldest first."""


@dataclass(slots=True)
class PhoneNow:
    """A persona's phone; known to its owner only."""

    model: str
    camera: str
    """none, poor or good."""
    battery: float
    """Percent at `since`."""
    balance_yuan: float
    data_kb: int
    """Kilobytes left this month."""
    drains: bool = True
    """Whether the scenario lets batteries run down."""
    since: int = 0
    """World seconds at which `battery` was reckoned."""


@dataclass(slots=True)
class Sockets:
    """The sockets of a house; known to those who live there."""

    live: int
    """How many phones charge at once."""
    plugs: tuple[str, ...]
    """Personas whose phones are there, in the order in which they came."""


@dataclass(slots=True)
class Person:
    """A persona in a cell."""

    id: str
    """Cell and key: `1/yuting`."""
    house: str
    """Id of the house it lives in."""
    played: bool = False
    """Whether a seat plays it."""
    begun: bool = False
    """Whether anybody has played it since the start: private words may have been written in its name."""
    taken: bool = False
    """Whether anybody has ever taken it, also before the start."""
    place: str = "room"
    """room, phone or shift."""
    rule: str = "free"
    """`free`, or the place it is held in."""
    called: int = -1
    """World second at which it was called away from the phone; -1 for not, or not to this place."""
    since: int = 0
    """World seconds at which it came to its place, or somebody took or left it there."""
    lived: dict[str, int] = field(default_factory=dict)
    """World seconds lived in each place while somebody played it, up to `since`."""
    room_text: str = ""
    """What the room has become, if an inject changed it; known to the dweller only."""
    phone: PhoneNow | None = None


@dataclass(slots=True)
class Message:
    """A line in a room."""

    seq: int
    """Number of its event."""
    world_s: int
    voice: str
    """A persona's id, npc:lele, or the label of an aside."""
    text: str
    kind: str = "line"
    """line, aside (out of character) or notice."""
    reply_to: int = 0
    """Number of the line it answers; 0 for none."""
    mentions: tuple[str, ...] = ()
    card: str = ""
    gone: str = ""
    """How it went, if it is gone: taken back, or hidden by the teacher."""
    played_ms: int | None = None
    """Milliseconds of play, over all phases, after which a line was said; None before play."""


@dataclass(slots=True)
class Room:
    """A group or a private chat."""

    id: str
    kind: str
    """group, town or private."""
    name: str
    members: tuple[str, ...]
    """Ids of personas; the two voices of a private chat."""
    owner: str = ""
    notice: str = ""
    messages: list[Message] = field(default_factory=list)
    """The newest, as far as they fit the window."""
    fill: int = 0
    """How full the window is: characters of its lines, and a fixed sum for each line and mention."""
    left: int = 0
    """Number of the newest line that has left the window; 0 for none."""
    noticed: int = 0
    """Number of the line that set the notice; 0 for the one the group began with."""
    spoken: dict[str, int] = field(default_factory=dict)
    """In a town room: how many lines each voice has said in this phase."""

    @property
    def cell(self) -> int:
        """The cell its events belong to; 0 for a room of the whole town."""
        head = self.id.removeprefix("private:").partition("/")[0]
        return int(head) if self.kind != "town" and head.isdecimal() else 0


@dataclass(slots=True)
class Version:
    """The face of a page from a moment on."""

    seq: int
    world_s: int
    nickname: str = ""
    signature: str = ""
    face: str = ""
    skin: str = "plain"
    music: str = ""


@dataclass(slots=True)
class Response:
    """Likes and words under one thing on a page."""

    likes: list[str] = field(default_factory=list)
    """Voices, in order; strangers are counted apart."""
    strangers: int = 0
    """How many likes came without a name."""
    comments: list[tuple[int, str, str]] = field(default_factory=list)
    """(seq, voice, text); one without a text was removed by the teacher."""
    reposts: list[str] = field(default_factory=list)
    """Voices that passed it on, in order, each once."""


@dataclass(slots=True)
class Post:
    """A status post."""

    seq: int
    world_s: int
    text: str
    cards: tuple[str, ...] = ()
    visible_to: str = "all"
    """`all` of the cell, or `me`."""
    of: str = ""
    """What it passes on, as `page#thing`; empty for an own post."""
    gone: str = ""
    """How it went: `removed` by its owner, `hidden` by the teacher, both without text and cards."""


@dataclass(slots=True)
class Album:
    """A named set of pictures on a page with its own audience."""

    name: str
    cards: tuple[str, ...] = ()
    visible_to: str = "all"
    """`all` of the cell, or `me`."""


@dataclass(slots=True)
class Visit:
    """Somebody looked at a page."""

    seq: int
    world_s: int
    by: str
    """A persona's id, or an NPC's voice."""
    before: int = 0
    """How many earlier visits of the same visitor it stands for."""


@dataclass(slots=True)
class Page:
    """A persona's page, with the first and the newest versions of its face."""

    owner: str
    """Id of the persona."""
    number: str
    versions: list[Version]
    """Oldest first; there is always one."""
    posts: list[Post] = field(default_factory=list)
    albums: dict[str, Album] = field(default_factory=dict)
    """By the album's key; `main` stands open on the page."""
    responses: dict[str, Response] = field(default_factory=dict)
    """By thing: `page`, `post:12`, `card:neon`."""
    visits: list[Visit] = field(default_factory=list)
    """All for the owner; for others only their own."""
    strangers: int = 0
    """How many nameless strangers have visited; known to the owner only."""
    reasons: dict[str, str] = field(default_factory=dict)
    """Why a card was chosen, by card; known to the owner until the debrief opens those of open albums.

    Of those that are open, one without words was removed by the teacher."""
    reasons_open: bool = False
    """Whether the debrief has opened them; those of closed albums stay with the owner."""
    swaps: int = 0
    """Pictures exchanged in this phase; known to the owner only."""

    @property
    def face(self) -> Version:
        """The newest version."""
        return self.versions[-1]


@dataclass(slots=True)
class JournalLine:
    """Something said, thought or told outside the phone."""

    seq: int
    world_s: int
    people: tuple[str, ...]
    """Persona ids that heard it; empty for everybody in the cell."""
    kind: str
    """said, thought or narrated."""
    voice: str
    text: str
    """Empty if the teacher removed it."""
    cell: int = 0
    """The cell that heard it; 0 for the whole town."""
    seat: int = 0
    """The one seat that knows it, as with a thought; 0 if it is known by persona."""


@dataclass(slots=True)
class Session:
    """What holds for the whole session."""

    title: str = ""
    stage: str = "lobby"
    """lobby, playing, debrief or ended."""
    paused: str = ""
    """Why the world is paused; empty while it runs."""
    began: int = 0
    """World second at which play began; 0 in the lobby."""
    questions: tuple[str, ...] = ()
    step_out: tuple[str, ...] = ()


@dataclass(slots=True)
class Reflection:
    """What somebody wrote on stepping out of the role."""

    seq: int
    persona: str
    answers: tuple[str, ...]
    seat: int = 0
    """Whose words they are, whoever plays the persona later."""


@dataclass(slots=True)
class Revealed:
    """A turn as the debrief has told it to the cell."""

    seat: int
    since: int | None = None
    """World second at which it began; None in a record that does not say it."""
    until: int | None = None
    """World second at which it ended, or play did; None in a record that does not say it."""


@dataclass(slots=True)
class World:
    """Everything that is so at one moment of a session."""

    seq: int = 0
    """Number of the last event folded in; 0 before the first."""
    session: Session = field(default_factory=Session)
    clock: Clock = field(default_factory=Clock)
    phase: PhaseNow = field(default_factory=PhaseNow)
    seats: dict[int, Seat] = field(default_factory=dict)
    persons: dict[str, Person] = field(default_factory=dict)
    rooms: dict[str, Room] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)
    sockets: dict[str, Sockets] = field(default_factory=dict)
    """By house id."""
    journal: list[JournalLine] = field(default_factory=list)
    reflections: list[Reflection] = field(default_factory=list)
    revealed: dict[str, list[Revealed]] = field(default_factory=dict)
    """Persona id -> who played it, in the order of time, once the debrief has put the roles down."""
    fired: dict[str, int] = field(default_factory=dict)
    """Injects done or skipped, by key: number of the event, 0 if skipped; known to the teacher only."""
    armed: dict[str, int] = field(default_factory=dict)
    """Injects whose trigger has happened: key -> play milliseconds at which they are due; teacher only."""
    delays: dict[str, int] = field(default_factory=dict)
    """Seconds by which the teacher put injects off, by key; teacher only."""
    scenario: Scenario | None = field(default=None, repr=False, compare=False)
    """What the session is played from; the server has it, a client does not."""
    bounds: Bounds = field(default=CLASS, repr=False, compare=False)
    """How much of it all is kept; the same on the server and in every copy."""
