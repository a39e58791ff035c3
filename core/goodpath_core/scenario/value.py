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
    """What is read first, in one or more paragraphs; empty in a load test."""
    do: tuple[str, ...]
    """What to do, a sentence each."""
    dont: tuple[str, ...]
    """What not to do, a line each: behind the words Do not, or with a no of its own."""


@dataclass(frozen=True, slots=True)
class Debrief:
    """How the class steps out of the roles and what it then argues about."""

    seconds: int
    """Length in seconds."""
    questions: tuple[str, ...]
    """What the class argues about, in this order."""
    step_out: tuple[str, ...]
    """The two sentences each completes: what I made up, what I take off now."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Which scarcities a scenario switches on."""

    battery: bool
    """Whether batteries run down and sockets are scarce."""
    data: bool
    """Whether acting online needs data that is left, or money where that counts."""
    money: bool
    """Whether the phone account pays once the data is used up."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """Everything a session is played from."""

    key: str
    """Folder name: lower-case letters, digits and hyphens."""
    title: str
    """One line: its name in lists, on screens and in the report."""
    minutes: int
    """The whole time in class, briefing and debrief included."""
    players: int
    """How many personas of a cell must be played at least for it to work."""
    about: str
    """One or two sentences, for whoever looks for a scenario or comes in."""
    date: str
    """World date of day 0, ISO: "2013-07-14"."""
    rules: Rules
    """What they leave off does not run down for anybody."""
    briefing: Briefing
    """Stands before all phases and has no time of its own in them."""
    houses: dict[str, House]
    """Key -> house."""
    npcs: dict[str, Npc]
    """Key -> voice; empty if nobody but personas and narrator speaks."""
    personas: dict[str, Persona]
    """Key -> persona, in the order of the cast; each cell has all of them."""
    groups: dict[str, Group]
    """Key -> group chat that is there from the beginning."""
    cards: dict[str, Card]
    """Key -> picture, in the order of the file."""
    decks: dict[str, Deck]
    """Key -> deck, in the order of the file."""
    skins: dict[str, Skin]
    """Key -> skin, in the order in which they are offered."""
    before: tuple[Before, ...]
    """Oldest first."""
    phases: tuple[Phase, ...]
    """In the order in which they are played; one at least."""
    debrief: Debrief
    """Follows the last phase."""
    sources: tuple[tuple[str, str], ...]
    """(what it rests on, source) pairs."""
    text: str = field(repr=False)
    """The YAML as it was read, kept with the session."""
