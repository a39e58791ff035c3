"""The phase that is being played, as the state has it: its clock, and what it permits."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Clock:
    """World time: runs at a speed per phase and stops on pause."""

    running: bool = False
    """Whether it runs: during play, but not in a pause."""
    since_ms: int = 0
    """The server's clock, in milliseconds since 1970, when it last began to run or its end moved."""
    played_ms: int = 0
    """Milliseconds of play in this phase up to `since_ms`, or until it stopped."""
    world_from: int = 0
    """World second at which the phase began."""
    speed: float = 1.0
    """World seconds in one second of play."""
    before_ms: int = 0
    """Milliseconds of play in the phases before this one."""
    unplayed: tuple[tuple[int, int], ...] = ()
    """The times between phases that were not played, in order: (world second from, up to)."""
    ends_ms: int | None = None
    """Milliseconds of play with which the phase ends, however late that is noticed; None before the first."""


@dataclass(slots=True)
class Permission:
    """What the phase permits."""

    chat: bool = False
    """Whether lines may be posted in groups and private chats."""
    page: bool = False
    """Whether the own page may be changed."""
    visit: bool = False
    """Whether others' pages may be looked at, and responded to."""
    pictures: int = 0
    """How many pictures a page may hold, in all its albums together."""
    swaps: int = 0
    """How many pictures may be exchanged; -1 for any number."""


@dataclass(slots=True)
class PhaseNow:
    """The phase that is being played."""

    index: int = -1
    """0 for the first; -1 before it."""
    name: str = ""
    """As shown; empty before the first."""
    seconds: int = 0
    """Length in seconds of play, with what it was given since."""
    ask: str = ""
    """What everybody is asked to do."""
    prompts: tuple[str, ...] = ()
    """Questions shown beside the play."""
    allow: Permission = field(default_factory=Permission)
    """What is open in it."""
    seq: int = 0
    """Number of the event with which it began; 0 before the first."""
