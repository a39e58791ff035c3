"""What a script can make happen, as frozen values: one class per action of an inject."""

from dataclasses import dataclass
from typing import Literal

from goodpath_core.scenario.choices import Camera, PhasePlace


@dataclass(frozen=True, slots=True)
class Notice:
    """A group's notice changes."""

    group: str
    """Key of the group."""
    text: str
    """The new notice, in place of the old one."""
    by: str
    """Key of the NPC shown as its author; if empty, the owner where that is an NPC, else the narrator."""
    does: Literal["notice"] = "notice"
    """The action's name in YAML."""


@dataclass(frozen=True, slots=True)
class Say:
    """An NPC says a line in a group."""

    group: str
    """Key of the group; if it spans all cells, the line is said once and not in each."""
    by: str
    """Key of the NPC; no script speaks for a persona."""
    text: str
    """The line as it stands in the chat."""
    does: Literal["say"] = "say"
    """The action's name in YAML."""


@dataclass(frozen=True, slots=True)
class Whisper:
    """An NPC writes to one persona privately."""

    to: str
    """Key of the persona; where nobody plays it, somebody else stands in, see play/stand_in.py."""
    by: str
    """Key of the NPC."""
    text: str
    """The line as it stands in their private chat."""
    does: Literal["whisper"] = "whisper"
    """The action's name in YAML."""


@dataclass(frozen=True, slots=True)
class Visitors:
    """Strangers look at a page, like its newest pictures, and one leaves a word."""

    pages: tuple[str, ...]
    """Candidates; one is drawn by lot among those who are played, as play/actions.py says."""
    by: str
    """Key of an NPC, or empty for nameless strangers."""
    count: int
    """How many visit, the NPC among them."""
    likes: int
    """How many of them like the newest thing."""
    comment: str
    """Under the newest picture or post; empty for none."""
    does: Literal["visitors"] = "visitors"
    """The action's name in YAML."""


@dataclass(frozen=True, slots=True)
class RoomChange:
    """The room text of some personas changes."""

    personas: tuple[str, ...]
    """Keys of those whose room it is, all of the cast for `everybody`."""
    text: str
    """The whole room as it is now, in place of the text before."""
    does: Literal["room"] = "room"
    """The action's name in YAML."""


@dataclass(frozen=True, slots=True)
class PhoneChange:
    """Something happens to the phones of some personas; fields that are None stay as they are."""

    personas: tuple[str, ...]
    """Keys of the owners, all of the cast for `everybody`."""
    battery: int | None = None
    """Percent."""
    balance_yuan: int | None = None
    """Money on the phone account, in yuan."""
    data_mb: int | None = None
    """Data left, in megabytes."""
    model: str | None = None
    """The new device, as people would say it."""
    camera: Camera | None = None
    """That of the new device, as in Phone."""
    text: str = ""
    """What the owner is told."""
    does: Literal["phone"] = "phone"
    """The action's name in YAML."""


@dataclass(frozen=True, slots=True)
class Narrate:
    """The narrator says something to everybody, or to some personas."""

    text: str
    """What the narrator says; several paragraphs are possible."""
    to: tuple[str, ...] = ()
    """Keys of the personas that hear it; empty for everybody in the cell."""
    does: Literal["narrate"] = "narrate"
    """The action's name in YAML."""


@dataclass(frozen=True, slots=True)
class MoveTo:
    """Some personas are moved to a place, for instance to the line or out of it for a break."""

    personas: tuple[str, ...]
    """Keys of those who are moved, all of the cast for `everybody`."""
    place: PhasePlace
    """Room and shift hold them there, phone keeps them online, `free` lets them choose again."""
    text: str
    """What the narrator tells those who are moved; empty for nothing."""
    does: Literal["move"] = "move"
    """The action's name in YAML."""


# Each says what it `does`: without that, two with the same fields would be one and the same on the wire.
Action = Notice | Say | Whisper | Visitors | RoomChange | PhoneChange | Narrate | MoveTo
