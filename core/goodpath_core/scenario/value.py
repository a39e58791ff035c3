"""A scenario as frozen values: what YAML becomes once every check has passed."""

from dataclasses import dataclass, field

from goodpath_core.scenario.cards import Card, Deck, Skin
from goodpath_core.scenario.cast import Group, House, Npc, Persona
from goodpath_core.scenario.phases import Phase


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
