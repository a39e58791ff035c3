"""The state that events fold into: plain values with one owner, the same on server and client."""

from dataclasses import dataclass, field

from goodpath_core.play.bounds import CLASS, Bounds
from goodpath_core.play.event import PRIVATE, cell_of
from goodpath_core.play.phase_now import Clock, PhaseNow
from goodpath_core.scenario.value import Scenario


@dataclass(slots=True)
class Turn:
    """The time in which a seat played one persona while the world ran."""

    persona: str
    """Id of the persona."""
    since: int
    """World second at which it began."""
    until: int | None = None
    """World second at which it ended; None while it goes on, and for one that lasted to the end of play."""


@dataclass(slots=True)
class Seat:
    """One student's place in the session; it outlives a lost connection."""

    number: int
    """1, 2, 3 ...; a teacher has none."""
    cell: int
    """Its cell: a hand-over may move it to another."""
    role: str
    """student or observer."""
    robot: bool = False
    """Whether a program plays."""
    persona: str = ""
    """Id of the persona it plays; empty for none."""
    here: bool = False
    """Whether a connection is open; known to the teacher only."""
    stopped_ms: int = 0
    """Wall-clock milliseconds of the stop signal that the teacher has not answered yet; 0 for none."""
    own: list[str] = field(default_factory=list)
    """Personas it has played and nobody after it: it may go on with them whenever nobody plays them."""
    closed: bool = False
    """Whether it was closed by the teacher, or given back unused: nobody comes back to it."""
    briefed: bool = False
    """Whether the briefing has been read in it."""
    turns: list[Turn] = field(default_factory=list)
    """Whom it has played while the world ran, oldest first."""


@dataclass(slots=True)
class PhoneNow:
    """A persona's phone; known to its owner only."""

    model: str
    """What device it is, as people say it."""
    camera: str
    """none, poor or good."""
    battery: float
    """Percent as it was at `since`; what it is by now follows from the place."""
    balance_yuan: float
    """Money on the card."""
    data_kb: int
    """Kilobytes of the plan that are left."""
    drains: bool = True
    """Whether the scenario lets batteries run down."""
    since: int = 0
    """World seconds at which `battery` was reckoned."""
    metered: bool = True
    """Whether the scenario counts data, so that what is done online is paid with it."""
    credit: bool = True
    """Whether it counts money, which then pays for what the data does not."""


@dataclass(slots=True)
class Sockets:
    """The sockets of a house; known to those who live there."""

    live: int
    """How many phones charge at once; 0 while there is no current."""
    plugs: tuple[str, ...]
    """Ids of the personas whose phones are there, in the order in which they came; the first `live` charge,
    unless they are in the hand."""


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
    """Whether anybody has played it while the world ran or later: words may have been written in its name."""
    taken: bool = False
    """Whether anybody has ever taken it, also before the start."""
    place: str = "room"
    """room, phone or shift."""
    rule: str = "free"
    """`free`, or the place in which the phase or the script holds it."""
    called: int = -1
    """World second at which it was called away from the phone; -1 for not, or not to this place."""
    since: int = 0
    """World second up to which `lived` is counted.

    It came to its place then, or somebody took or left it there, or the phase began."""
    lived: dict[str, int] = field(default_factory=dict)
    """Place -> world seconds lived there while somebody played it, up to `since`."""
    room_text: str = ""
    """What the room has become, if an inject changed it, else empty; known to the dweller only."""
    phone: PhoneNow | None = None
    """Its phone; None for whom it is not known to."""


@dataclass(slots=True)
class Message:
    """A line in a room."""

    seq: int
    """Number of its event."""
    world_s: int
    """World second at which it was said."""
    voice: str
    """A persona's id, `npc:lele`, `teacher` of a notice, or the label of an aside."""
    text: str
    """What it says; empty once it is gone."""
    kind: str = "line"
    """`line`, `aside` (out of character) or `notice`."""
    reply_to: int = 0
    """Number of the line it answers; 0 for none."""
    mentions: tuple[str, ...] = ()
    """Ids of the personas it names."""
    card: str = ""
    """Key of a picture shown with it, which only lines from before play have; else empty."""
    gone: str = ""
    """How it went: `taken back`, or `hidden` by the teacher; empty while it stands."""
    played_ms: int | None = None
    """Milliseconds of play, in all phases, when a line was said; None before play, for aside and notice."""


@dataclass(slots=True)
class Room:
    """A group or a private chat."""

    id: str
    """Such as `1/line3`, or `private:1/jun+1/yuting`."""
    kind: str
    """`group` of one cell, `town` for a group of all cells, or `private`."""
    name: str
    """As shown; empty for a private chat."""
    members: tuple[str, ...]
    """Ids of personas; the two voices of a private chat."""
    owner: str = ""
    """A persona's id or an NPC's voice; empty for a private chat."""
    notice: str = ""
    """What stands above its lines; empty for nothing."""
    messages: list[Message] = field(default_factory=list)
    """The newest lines, oldest first, as far as they fit the window."""
    fill: int = 0
    """How full the window is: characters of its lines, and a fixed sum for each line and mention."""
    left: int = 0
    """Number of the newest line that has left the window; 0 for none."""
    noticed: int = 0
    """Number of the event that set the notice, which is a line too; 0 for the one the group began with."""
    spoken: dict[str, int] = field(default_factory=dict)
    """In a town room: voice or label -> how many lines, of any kind, it has said in this phase."""

    @property
    def cell(self) -> int:
        """The cell its events belong to; 0 for a room of the whole town."""
        return 0 if self.kind == "town" else cell_of(self.id.removeprefix(PRIVATE))


@dataclass(slots=True)
class Version:
    """The face of a page from a moment on."""

    seq: int
    """Number of the event that made it; of the first, of the one that opened the cell."""
    world_s: int
    """World second of that event."""
    nickname: str = ""
    """Net name."""
    signature: str = ""
    """Line of mood."""
    face: str = ""
    """A few signs that make a face."""
    skin: str = "plain"
    """Key of a skin of the scenario."""
    music: str = ""
    """What plays on the page."""


@dataclass(slots=True)
class Response:
    """Likes and words under one thing on a page."""

    likes: list[str] = field(default_factory=list)
    """Voices that liked it, in order; strangers are counted apart."""
    strangers: int = 0
    """How many likes came without a name."""
    comments: list[tuple[int, str, str]] = field(default_factory=list)
    """Number of its event, voice and text of each, oldest first; one without a text was removed by the
    teacher."""
    reposts: list[str] = field(default_factory=list)
    """Voices that passed it on, in order, each once."""


@dataclass(slots=True)
class Post:
    """A status post."""

    seq: int
    """Number of its event, by which `post:12` names it."""
    world_s: int
    """World second at which it was published."""
    text: str
    """What it says; empty once it is gone."""
    cards: tuple[str, ...] = ()
    """Keys of its pictures."""
    visible_to: str = "all"
    """`all` of the cell, or `me`."""
    of: str = ""
    """What it passes on, as `1/yuting#post:12`; empty for an own post."""
    gone: str = ""
    """How it went: `removed` by its owner, or `hidden` by the teacher; empty while it stands."""


@dataclass(slots=True)
class Album:
    """A named set of pictures on a page with its own audience."""

    name: str
    """As shown above the pictures."""
    cards: tuple[str, ...] = ()
    """Keys of its pictures, in order; none where it is closed to whoever looks."""
    visible_to: str = "all"
    """`all` of the cell, or `me`."""


@dataclass(slots=True)
class Visit:
    """Somebody looked at a page."""

    seq: int
    """Number of its event."""
    world_s: int
    """World second at which it was."""
    by: str
    """Who looked: a persona's id, or an NPC's voice."""
    before: int = 0
    """How many earlier visits of the same visitor it stands for."""


@dataclass(slots=True)
class Page:
    """A persona's page, with the first and the newest versions of its face."""

    owner: str
    """Id of the persona."""
    number: str
    """Invented number, five to ten digits."""
    versions: list[Version]
    """Versions of its face, oldest first; there is always one."""
    posts: list[Post] = field(default_factory=list)
    """Oldest first; for others than the owner only those for all."""
    albums: dict[str, Album] = field(default_factory=dict)
    """Album's key -> album; `main` stands open on the page."""
    responses: dict[str, Response] = field(default_factory=dict)
    """Thing (`page`, `post:12`, `card:neon`) -> likes and words under it."""
    visits: list[Visit] = field(default_factory=list)
    """Oldest first: all for the owner; for others only their own."""
    strangers: int = 0
    """How many visitors without a name have come; known to the owner only."""
    reasons: dict[str, str] = field(default_factory=dict)
    """Why a card was chosen, by card; known to the owner until the debrief opens those of open albums.

    Of those that are open, one without words was removed by the teacher."""
    reasons_open: bool = False
    """Whether the debrief has opened them; those of closed albums stay with the owner."""
    swaps: int = 0
    """How many pictures were exchanged in this phase; known to the owner only."""

    @property
    def face(self) -> Version:
        """The newest version."""
        return self.versions[-1]


@dataclass(slots=True)
class JournalLine:
    """Something said, thought or told that stands in no chat."""

    seq: int
    """Number of its event."""
    world_s: int
    """World second at which it was said."""
    people: tuple[str, ...]
    """Ids of the personas that heard it; empty for everybody in the cell."""
    kind: str
    """`said` aloud, `thought`, `narrated`, or `phone` for what a phone told its owner."""
    voice: str
    """A persona's id, also of whoever owns the phone, or `narrator`."""
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
    """The scenario's title."""
    stage: str = "lobby"
    """`lobby`, `playing` (also while paused), `debrief` or `ended`."""
    paused: str = ""
    """Why the world is paused; empty while it runs."""
    began: int = 0
    """World second at which the first phase began; 0 in the lobby."""
    started: int = 0
    """Number of the event with which the first phase began; 0 in the lobby, and of what never left it."""
    still_since: int = 0
    """Number of the event since which nobody plays: the last pause, or the end of play; 0 before any."""
    questions: tuple[str, ...] = ()
    """What the class argues about; empty before the debrief."""
    step_out: tuple[str, ...] = ()
    """Beginnings of the sentences that are completed on stepping out; empty before the debrief."""


@dataclass(slots=True)
class Reflection:
    """What somebody wrote on stepping out of the role."""

    seq: int
    """Number of its event."""
    persona: str
    """Id of the persona whose role was stepped out of."""
    answers: tuple[str, ...]
    """One for each sentence of `step_out`; empty for one left out."""
    seat: int = 0
    """Whose words they are, whoever plays the persona later."""


@dataclass(slots=True)
class Revealed:
    """A turn as the debrief has told it to the cell."""

    seat: int
    """Number of the seat that played."""
    since: int
    """World second at which it began."""
    until: int
    """World second at which it ended, or play did."""


@dataclass(slots=True)
class World:
    """Everything that is so at one moment of a session."""

    seq: int = 0
    """Number of the last event folded in; 0 before the first."""
    session: Session = field(default_factory=Session)
    """What holds for the whole session."""
    clock: Clock = field(default_factory=Clock)
    """What time it is in GoodPath."""
    phase: PhaseNow = field(default_factory=PhaseNow)
    """The phase that is being played, or was played last."""
    seats: dict[int, Seat] = field(default_factory=dict)
    """Number -> seat: all for the teacher, for others only their own."""
    persons: dict[str, Person] = field(default_factory=dict)
    """Id -> persona: those of the cell, for the teacher all."""
    rooms: dict[str, Room] = field(default_factory=dict)
    """Id -> group or private chat, as far as it may be read."""
    pages: dict[str, Page] = field(default_factory=dict)
    """Id of its persona -> page."""
    sockets: dict[str, Sockets] = field(default_factory=dict)
    """Id of a house -> its sockets, once a phone was there."""
    journal: list[JournalLine] = field(default_factory=list)
    """What was said, thought and told, and stands in no chat, oldest first."""
    reflections: list[Reflection] = field(default_factory=list)
    """What was written on stepping out, oldest first: the own, for the teacher all."""
    revealed: dict[str, list[Revealed]] = field(default_factory=dict)
    """Persona id -> who played it, in the order of time, once the debrief has put the roles down."""
    fired: dict[str, int] = field(default_factory=dict)
    """Injects done or skipped, `inject@cell` -> number of the event, 0 if skipped; teacher only."""
    armed: dict[str, int] = field(default_factory=dict)
    """Injects set off, `inject@cell` -> milliseconds of play in the phase at which due; teacher only."""
    delays: dict[str, int] = field(default_factory=dict)
    """Injects put off, `inject@cell` -> seconds of play by which, in all phases; teacher only."""
    scenario: Scenario | None = field(default=None, repr=False, compare=False)
    """What the session is played from; the server has it, a client does not."""
    bounds: Bounds = field(default=CLASS, repr=False, compare=False)
    """How much of it all is kept; the same on the server and in every copy."""
