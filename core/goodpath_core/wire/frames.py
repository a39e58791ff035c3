"""Every frame that travels, as strict models: those a client sends and those a server sends."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from goodpath_core.play.event import Model
from goodpath_core.wire.limits import HISTORY_DEFAULT, HISTORY_MAX, PICTURE_CHARACTERS, SHORT_CHARACTERS

Short = Annotated[str, Field(max_length=SHORT_CHARACTERS)]
NO_CONTROLS = r"^[^\x00-\x1f\x7f-\x9f]*$"
"""Of what is stored beside other columns: one control character is the border between them in the hash."""


class Frame(Model):
    """Base of all frames; `t` on the wire says which one it is."""

    t: ClassVar[str]


class Hello(Frame):
    """The first frame of a client: who it is and how far it has read."""

    t: ClassVar[str] = "hello"
    version: int
    role: Literal["student", "observer", "teacher", "robot"] = "student"
    code: Short = ""
    """Join code; or the teacher's secret for the role teacher."""
    token: Short = ""
    """Seat token from an earlier welcome; it takes the place of the code."""
    secret: Annotated[str, Field(pattern=r"^([0-9a-f]{32})?$")] = ""
    """Beside the code: what the token of the new seat is to be; the same secret again is the same seat."""
    name: Annotated[str, Field(max_length=200)] = ""
    """The student's own name, for the key file only."""
    cell: Annotated[int, Field(ge=0)] = 0
    """For a new observer: which cell to watch; 0 for the one in which most personas are played."""
    epoch: Short = ""
    seq: int = 0
    """Number of the last event this client has; with the epoch it came in."""
    history: Annotated[int, Field(ge=0, le=HISTORY_DEFAULT)] = HISTORY_DEFAULT
    """How many of each room's newest lines to send after a fresh welcome."""


class Do(Frame):
    """Ask for something to happen."""

    t: ClassVar[str] = "do"
    id: Annotated[str, Field(min_length=1, max_length=64, pattern=NO_CONTROLS)]
    """The client's own id of this request; the same id again changes nothing."""
    command: dict[str, Any]
    """`kind` and the command's fields."""
    persona: Annotated[str, Field(max_length=200)] = ""
    """Id of the persona that the seat played when it asked; empty for whichever it plays now."""


class Ask(Frame):
    """Ask for something to read."""

    t: ClassVar[str] = "ask"
    id: Annotated[int, Field(ge=1)]
    query: dict[str, Any]
    """`kind` and the query's fields."""


class Typing(Frame):
    """Somebody is typing; lost without harm."""

    t: ClassVar[str] = "typing"
    room: Annotated[str, Field(max_length=200)]
    voice: Annotated[str, Field(max_length=200)] = ""
    """Filled in by the server."""


class Welcome(Frame):
    """The answer to hello: the seat, and whether the client's copy could be carried on."""

    t: ClassVar[str] = "welcome"
    version: int
    session: str
    epoch: str
    seq: int
    """Number of the newest event."""
    mode: Literal["resumed", "fresh"]
    """`resumed`: missed events follow, then `caught_up`. `fresh`: forget the copy and ask for the state."""
    role: str
    seat: int
    cell: int
    persona: str
    """Empty until one is taken."""
    token: str
    """For coming back to this seat."""
    now_ms: int
    """The server's clock, milliseconds since 1970."""
    rate: float
    """How many of the server's seconds pass in a real one; 1 but for rehearsals."""
    limits: dict[str, Any]
    teacher_here: bool = True
    """Whether a teacher has a connection now; `here` says when that changes."""
    briefed: bool = False
    """Whether the briefing has been read in this seat, also before a fresh copy says so."""


class News(Frame):
    """Events, in order."""

    t: ClassVar[str] = "news"
    events: tuple[Any, ...]
    """Each `[seq, wall_ms, world_s, kind, version, cell, voice, room, fact]`."""


class CaughtUp(Frame):
    """All that was missed has been sent; what follows happens now."""

    t: ClassVar[str] = "caught_up"
    seq: int
    """Number of the newest event when the welcome was said: the copy is as of this one."""


class History(Frame):
    """The newest lines of a room, oldest first."""

    t: ClassVar[str] = "history"
    room: str
    events: tuple[Any, ...]


class Done(Frame):
    """A request is stored for good."""

    t: ClassVar[str] = "done"
    id: str
    seq: int
    """Number of the first event it made."""


class RefusedFrame(Frame):
    """A request was refused; nothing has changed."""

    t: ClassVar[str] = "refused"
    id: str
    code: str
    text: str
    retry_after: float | None = None
    """Seconds to wait, where that helps."""


class Part(Frame):
    """A piece of the answer to an ask; the joined pieces are msgpack."""

    t: ClassVar[str] = "part"
    id: int
    index: int
    count: int
    data: bytes


class Here(Frame):
    """Which personas have a connection now, whether a teacher has, and whether all is stored."""

    t: ClassVar[str] = "here"
    personas: tuple[str, ...]
    """Those of the own cell; to a teacher those of all cells."""
    teacher_here: bool = True
    unstored: str | None = None
    """That nothing can be stored now, to a teacher also why; empty while it can; None if not said."""
    unopened: str | None = None
    """To a teacher: that nobody new can join now, and why; empty while they can; None if not said."""


class Problem(Frame):
    """Why the connection is about to close."""

    t: ClassVar[str] = "problem"
    code: str
    text: str


FROM_CLIENT: tuple[type[Frame], ...] = (Hello, Do, Ask, Typing)
FROM_SERVER: tuple[type[Frame], ...] = (
    Welcome,
    News,
    CaughtUp,
    History,
    Done,
    RefusedFrame,
    Part,
    Here,
    Typing,
    Problem,
)


class Query(Model):
    """Base of what can be asked."""

    kind: ClassVar[str]


class AskState(Query):
    """The part of the state this seat may see, as of now."""

    kind: ClassVar[str] = "state"


class AskScenario(Query):
    """What this seat may know of the scenario."""

    kind: ClassVar[str] = "scenario"


class AskHistory(Query):
    """Lines of a room before a number, newest last."""

    kind: ClassVar[str] = "history"
    room: Annotated[str, Field(max_length=200)]
    before: int
    limit: Annotated[int, Field(ge=1, le=HISTORY_MAX)] = HISTORY_DEFAULT


class AskEdits(Query):
    """For the teacher: what was said of the face of a page before a number, newest last."""

    kind: ClassVar[str] = "edits"
    page: Annotated[str, Field(max_length=200)]
    before: int
    limit: Annotated[int, Field(ge=1, le=HISTORY_MAX)] = HISTORY_DEFAULT


class AskPicture(Query):
    """The bytes of a picture that the answer to `scenario` names; of no other is it said that it is there."""

    kind: ClassVar[str] = "picture"
    file: Annotated[str, Field(max_length=PICTURE_CHARACTERS)]


class AskSeats(Query):
    """For the teacher: every seat with the student's name and when it last did something."""

    kind: ClassVar[str] = "seats"


class AskDoor(Query):
    """For the teacher: the join code, guesses at it, whether the door is locked; may turn the key first."""

    kind: ClassVar[str] = "door"
    turn: Literal["look", "lock", "unlock", "renew"] = "look"


class AskReset(Query):
    """For the teacher: close a seat; its token is worthless, and whoever is at it is sent away."""

    kind: ClassVar[str] = "reset"
    seat: int


class AskFile(Query):
    """For the teacher: where the session file lies on the server's machine."""

    kind: ClassVar[str] = "file"


class AskShutDown(Query):
    """For the teacher: stop the server, once the session is over."""

    kind: ClassVar[str] = "shut_down"


QUERIES: tuple[type[Query], ...] = (
    AskState,
    AskScenario,
    AskHistory,
    AskEdits,
    AskPicture,
    AskSeats,
    AskDoor,
    AskReset,
    AskFile,
    AskShutDown,
)
