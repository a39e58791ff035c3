"""What a seat may know of a scenario: the own persona whole, the others as neighbours know them."""

from dataclasses import dataclass

from goodpath_core.play.event import key_of
from goodpath_core.play.sight import Viewer
from goodpath_core.scenario.cards import Card, Deck, Skin
from goodpath_core.scenario.cast import House, Name, Npc, Persona
from goodpath_core.scenario.phases import Inject
from goodpath_core.scenario.value import Briefing, Debrief, Rules, Scenario


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A persona as everybody in the cell knows it."""

    key: str
    """Key of the persona, as in Persona."""
    name: Name
    """The name offline."""
    age: int
    """In years."""
    home: str
    """Where this persona comes from."""
    work: str
    """What this persona does all day."""
    number: str
    """The QQ-style number that stands on the page."""
    lives: str
    """Key of the house; whose is the own hears what is said there."""


@dataclass(frozen=True, slots=True)
class PublicCard:
    """A card as everybody sees it: without where it comes from."""

    key: str
    """Key of the card, as in Card."""
    title: str
    """One line, shown wherever the picture is."""
    description: str
    """One line that says what is seen."""
    genre: str
    """Kind of picture, such as street or quotation."""
    tags: tuple[str, ...]
    """Style tags, such as cool, modern, village; may be empty."""
    picture: str
    """File name under pictures/; the question `picture` brings its bytes."""


@dataclass(frozen=True, slots=True)
class PhasePlan:
    """A phase as the teacher sees it ahead."""

    key: str
    """Key of the phase, as in Phase."""
    name: str
    """As shown to everybody once it begins."""
    seconds: int
    """Length in seconds of play, as planned."""
    ask: str
    """What everybody will be asked to do."""
    injects: tuple[Inject, ...]
    """In the order of the file."""


@dataclass(frozen=True, slots=True)
class View:
    """A scenario cut to one seat."""

    key: str
    """Name of the scenario's folder."""
    title: str
    """One line: its name on screens."""
    about: str
    """One or two sentences, for whoever comes in."""
    date: str
    """World date of day 0, ISO: "2013-07-14"."""
    minutes: int
    """The whole time in class, briefing and debrief included."""
    players: int
    """How many personas of a cell must be played at least for it to work."""
    rules: Rules
    """Which scarcities are on, so that a screen shows no others."""
    briefing: Briefing
    """The same for everybody."""
    houses: tuple[House, ...]
    """In the order of the file, with their sockets."""
    npcs: tuple[Npc, ...]
    """Who they are is for the teacher only; for others `about` is empty."""
    cast: tuple[Neighbour, ...]
    """All personas, the own one included, in the order of the file."""
    cards: tuple[PublicCard, ...]
    """All pictures of the scenario, in the order of the file."""
    skins: tuple[Skin, ...]
    """All skins, in the order in which they are offered."""
    personas: tuple[Persona, ...]
    """Whole records: the own one; all for the teacher."""
    decks: tuple[Deck, ...]
    """Decks of the own persona; all for the teacher."""
    own_cards: tuple[Card, ...]
    """Cards with provenance: those of the decks above."""
    plan: tuple[PhasePlan, ...]
    """Phases and injects, for the teacher only."""
    debrief: Debrief | None
    """For the teacher only; students get it when it begins."""


def view(scenario: Scenario, viewer: Viewer) -> View:
    """The scenario as a viewer may know it."""
    teacher = viewer.role == "teacher"
    own = scenario.personas.get(key_of(viewer.persona)) if viewer.persona else None
    personas = tuple(scenario.personas.values()) if teacher else ((own,) if own else ())
    decks = _decks(scenario, personas)
    cards = dict.fromkeys(card for deck in decks for card in deck.cards)
    return View(
        key=scenario.key,
        title=scenario.title,
        about=scenario.about,
        date=scenario.date,
        minutes=scenario.minutes,
        players=scenario.players,
        rules=scenario.rules,
        briefing=scenario.briefing,
        houses=tuple(scenario.houses.values()),
        npcs=tuple(scenario.npcs.values()) if teacher else tuple(_npc(n) for n in scenario.npcs.values()),
        cast=tuple(_neighbour(p) for p in scenario.personas.values()),
        cards=tuple(_public(card) for card in scenario.cards.values()),
        skins=tuple(scenario.skins.values()),
        personas=personas,
        decks=decks,
        own_cards=tuple(scenario.cards[key] for key in cards),
        plan=_plan(scenario) if teacher else (),
        debrief=scenario.debrief if teacher else None,
    )


def pictures_of(seen: View) -> frozenset[str]:
    """File names of the pictures that a view names: of all cards, and of the rooms of whole records."""
    files = (*(card.picture for card in seen.cards), *(persona.room_picture for persona in seen.personas))
    return frozenset(filter(None, files))


def _decks(scenario: Scenario, personas: tuple[Persona, ...]) -> tuple[Deck, ...]:
    keys = dict.fromkeys(key for persona in personas for key in persona.decks)
    return tuple(scenario.decks[key] for key in keys)


def _npc(npc: Npc) -> Npc:
    return Npc(npc.key, npc.name, "")


def _neighbour(p: Persona) -> Neighbour:
    return Neighbour(p.key, p.name, p.age, p.home, p.work, p.number, p.lives)


def _public(c: Card) -> PublicCard:
    return PublicCard(c.key, c.title, c.description, c.genre, c.tags, c.picture)


def _plan(scenario: Scenario) -> tuple[PhasePlan, ...]:
    return tuple(PhasePlan(p.key, p.name, p.seconds, p.ask, p.injects) for p in scenario.phases)
