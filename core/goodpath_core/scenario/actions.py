"""What a script can make happen, as frozen values: one class per action of an inject."""

from dataclasses import dataclass
from typing import Literal

PhasePlace = Literal["room", "phone", "shift", "free"]


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
