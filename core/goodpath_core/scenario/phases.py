"""The phases of a scenario, as frozen values: time, places and rules of each, and its injects."""

from dataclasses import dataclass

from goodpath_core.scenario.actions import Action
from goodpath_core.scenario.choices import First, PhasePlace


@dataclass(frozen=True, slots=True)
class Trigger:
    """When an inject hangs on something a persona does for the first time in the phase."""

    first: First
    """Which deed; play/triggers.py says what counts as one."""
    by: str
    """Key of a persona, or empty for anybody."""


@dataclass(frozen=True, slots=True)
class Inject:
    """Something the script makes happen: at a time, or when something has happened."""

    key: str
    """Names it in the teacher's list and in events; made from the phase's key where the file gives none."""
    at_s: int
    """Seconds of play after the phase began, or after the trigger; 0 where it hangs on the end."""
    trigger: Trigger | None
    """What it waits for; None where it hangs on the clock alone."""
    actions: tuple[Action, ...]
    """What it does, in this order; one at least."""
    before_end_s: int | None = None
    """Seconds of play that are left when it happens; None where it does not hang on the end of the phase."""


@dataclass(frozen=True, slots=True)
class Allow:
    """What a phase permits; what is not named is closed."""

    chat: bool
    """Writing in groups and private chats."""
    page: bool
    """Editing the own page, posting and arranging pictures."""
    visit: bool
    """Looking at others' pages, liking, commenting, reposting."""
    pictures: int
    """How many pictures the own page may hold, in all its albums together."""
    swaps: int
    """How many pictures may be exchanged in this phase; -1 for as many as one likes."""


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of the session with its own world time, places and rules."""

    key: str
    """Made from the name, such as `the-room-first`; no two phases have the same."""
    name: str
    """As shown to everybody."""
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
    """What can be done in it."""
    injects: tuple[Inject, ...]
    """What the script does in it, in the order of the file; each happens in every cell."""
    current: bool = True
    """Whether current comes out of the sockets of all houses."""
