"""What a page can show, as frozen values: described pictures, the decks they are chosen from, and skins."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Card:
    """A described picture."""

    key: str
    title: str
    description: str
    """One line that says what is seen."""
    genre: str
    tags: tuple[str, ...]
    """Style tags, such as cool, modern, village."""
    provenance: Literal["own", "collected", "edited"]
    """Known to the owner and the reviewer only."""
    taken: Literal["room", "factory", "street", "web", "village"]
    """Where it was taken; known to the owner and the reviewer only."""
    picture: str
    """File name under pictures/."""


@dataclass(frozen=True, slots=True)
class Deck:
    """The cards a persona may choose from."""

    key: str
    name: str
    cards: tuple[str, ...]
    """Keys of cards."""


@dataclass(frozen=True, slots=True)
class Skin:
    """A colour dress for a page."""

    key: str
    name: str
