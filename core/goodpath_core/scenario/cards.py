"""What a page can show, as frozen values: described pictures, the decks they are chosen from, and skins."""

from dataclasses import dataclass

from goodpath_core.scenario.choices import Provenance, Taken


@dataclass(frozen=True, slots=True)
class Card:
    """A described picture."""

    key: str
    """Names it in decks, in `before`, and in things such as `card:neon`."""
    title: str
    """One line, shown wherever the picture is."""
    description: str
    """One line that says what is seen."""
    genre: str
    """Kind of picture, such as street or quotation; a report counts by it."""
    tags: tuple[str, ...]
    """Style tags, such as cool, modern, village."""
    provenance: Provenance
    """Known to the owner and the reviewer only."""
    taken: Taken
    """Where it was taken; known to the owner and the reviewer only."""
    picture: str
    """File name under pictures/."""


@dataclass(frozen=True, slots=True)
class Deck:
    """The cards a persona may choose from."""

    key: str
    """Names it in the personas that choose from it."""
    name: str
    """As shown above its pictures."""
    cards: tuple[str, ...]
    """Keys of cards."""


@dataclass(frozen=True, slots=True)
class Skin:
    """A colour dress for a page."""

    key: str
    """What a page stores; if looks.py knows it, it has a look of its own there."""
    name: str
    """As shown to whoever chooses one."""
