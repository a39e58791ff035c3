"""What a reader knows at one moment of a session: the folded world, the scenario, and the names in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from goodpath_core.play.bounds import ENDLESS
from goodpath_core.play.event import NPC, cell_of, key_of
from goodpath_core.play.messages import ends_of
from goodpath_core.play.state import Page, Post, World
from goodpath_core.play.things import post_named
from goodpath_core.scenario.value import Scenario
from goodpath_core.text import clean_line

FIXED: Mapping[str, str] = MappingProxyType(
    {
        "": "somebody",
        "narrator": "the narrator",
        "stranger": "a stranger",
        "teacher": "the teacher",
    }
)
"""Voices that have no page, as they read inside a sentence."""
EXCERPT = 40
"""How many characters of a post stand for it."""


@dataclass(slots=True)
class Scene:
    """The world as it is folded so far, and what its ids mean."""

    scenario: Scenario | None
    """As the session file holds it; None without one, and then keys stand for names."""
    several: bool = False
    """Whether there are several cells, so that a name needs its cell."""
    gone: Mapping[int, str] = field(default_factory=dict)
    """Events whose text is taken back or removed later, so that nobody quotes it: number -> how."""
    replaced: Mapping[int, int] = field(default_factory=dict)
    """Events whose sentences of stepping out were written anew later: number -> number of the next."""
    world: World = field(default_factory=lambda: World(bounds=ENDLESS))
    """Folded so far, without bounds: nothing that a reader needs is dropped."""
    cell: int = 0
    """The cell that is told of and named beside, so that its own names need none; 0 for all."""

    def within(self, cell: int) -> "Scene":
        """The same scene for a sentence beside which this cell is named."""
        return replace(self, cell=cell)

    def voice(self, identity: str) -> str:
        """A voice as a name: the nickname of this moment and the persona's name."""
        if identity in FIXED:
            return FIXED[identity]
        head, _, key = identity.partition(":")
        if head == "npc":
            npc = self.scenario.npcs.get(key) if self.scenario else None
            return clean_line(npc.name if npc else key)
        page = self.world.pages.get(identity)
        return self._named(page) if page else "a player"

    def has_name(self, identity: str) -> bool:
        """Whether a voice reads as the name of somebody, and not as words such as `a stranger`."""
        return identity not in FIXED and (identity.startswith(NPC) or identity in self.world.pages)

    def _named(self, page: Page) -> str:
        nickname = clean_line(page.face.nickname)
        persona = self.persona(page.owner)
        cell = self._told(cell_of(page.owner))
        if not nickname or nickname == persona:
            return f"{persona} ({cell})" if cell else persona
        return f"{nickname} ({', '.join(filter(None, (persona, cell)))})"

    def _told(self, cell: int) -> str:
        """A cell in words, where a name needs it."""
        return f"cell {cell}" if self.several and cell not in (0, self.cell) else ""

    def persona(self, identity: str) -> str:
        """The persona's own name, in pinyin."""
        persona = self.scenario.personas.get(key_of(identity)) if self.scenario else None
        return clean_line(persona.name.pinyin if persona else key_of(identity))

    def voices(self, identities: tuple[str, ...]) -> str:
        """Several voices as one list; `nobody` for none."""
        return ", ".join(map(self.voice, identities)) or "nobody"

    def room(self, identity: str) -> str:
        """A room or a page as a name."""
        if any(ends_of(identity)):
            return "the private chat of " + " and ".join(map(self.voice, ends_of(identity)))
        room = self.world.rooms.get(identity)
        if room is None:
            return self.voice(identity) if identity in self.world.pages else clean_line(identity)
        return self.group(room.name, room.cell)

    def group(self, name: str, cell: int) -> str:
        """The name of a group, with its cell where there are several; 0 is the cell of that of the town."""
        told = self._told(cell)
        return f"{clean_line(name)} ({told})" if told else clean_line(name)

    def house(self, identity: str) -> str:
        """The name of a house."""
        house = self.scenario.houses.get(key_of(identity)) if self.scenario else None
        return clean_line(house.name if house else key_of(identity))

    def card(self, key: str) -> str:
        """The title of a picture, in quotation marks; `a picture` where none is named."""
        if not key:
            return "a picture"
        card = self.scenario.cards.get(key) if self.scenario else None
        return f"“{clean_line(card.title if card else key)}”"

    def cards(self, keys: tuple[str, ...]) -> str:
        """Several titles as one list."""
        return ", ".join(map(self.card, keys))

    def skin(self, key: str) -> str:
        """The name of a skin."""
        skin = self.scenario.skins.get(key) if self.scenario else None
        return clean_line(skin.name if skin else key)

    def thing(self, page_id: str, thing: str) -> str:
        """A thing on a page, in words: the page, a post, a picture."""
        if thing.startswith("card:"):
            return f"the picture {self.card(thing.removeprefix('card:'))}"
        page = self.world.pages.get(page_id)
        post = post_named(page, thing) if page else None
        if post and post.seq not in self.gone:
            return self._post(post)
        return "a post that is gone" if thing.startswith("post:") else "the page"

    def _post(self, post: Post) -> str:
        if post.text:
            return f"the post “{_excerpt(post.text)}”"
        if post.cards:
            return "the post with a picture"
        return f"the post passed on from {self.voice(post.of.partition('#')[0])}"


def _excerpt(text: str) -> str:
    line = clean_line(text)
    return line if len(line) <= EXCERPT else line[: EXCERPT - 1].rstrip() + "…"
