"""Keep what was begun and not sent in all boxes but those of the chats, for each persona apart."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from goodpath_core.play.posts import Audience

Doing = Literal["comment", "repost"]
"""What a word is for: to stand under a thing, or to pass it on with."""
_OF_PAGE: Final = ("page ", "why ", "pictures")
"""How the names begin under which lies what is begun for the own page."""


@dataclass(frozen=True, slots=True)
class PostDraft:
    """A post that is not sent: as much as it takes to send it, and for whom."""

    text: str = ""
    """May be empty where pictures are chosen."""
    cards: tuple[str, ...] = ()
    """Keys of the chosen pictures."""
    visible_to: Audience = "all"
    """Who may see it once it is sent."""


@dataclass(frozen=True, slots=True)
class WordDraft:
    """A word that is not sent, with the thing that it is for."""

    doing: Doing
    """Tells its box from the other one that the same thing has."""
    page: str
    """Id of the persona whose page it is."""
    thing: str
    """Name of the thing on that page: `page`, `post:12`, `card:neon`."""
    text: str
    """As it was typed, never empty."""


@dataclass(frozen=True, slots=True)
class Drafts:
    """What one persona has begun."""

    texts: dict[str, str] = field(default_factory=dict)
    """Text by box."""
    posts: list[PostDraft] = field(default_factory=list)
    """Posts that wait for the box, the one to take up first."""
    words: list[WordDraft] = field(default_factory=list)
    """Words that wait for the boxes of their things, the one to take up first."""
    returned: dict[str, str] = field(default_factory=dict)
    """What was put back last, by box."""

    def take_word(self, doing: Doing, page: str, thing: str) -> str:
        """Take the next word that waits for the box of this thing; empty for none."""
        for place, word in enumerate(self.words):
            if (word.doing, word.page, word.thing) == (doing, page, thing):
                return self.words.pop(place).text
        return ""

    def put_back(self, box: str, text: str) -> str:
        """Put a refused text into a box that holds one; the older text that finds no place there, or empty.

        What was written there since then stays: it is newer than what comes back.
        """
        held = self.texts.get(box, text)
        if held not in (text, self.returned.get(box)):
            return text
        self.texts[box] = self.returned[box] = text
        return "" if held == text else held


class DraftBook:
    """What each persona has begun."""

    def __init__(self) -> None:
        self._by_persona: dict[str, Drafts] = {}

    def of(self, persona: str) -> Drafts:
        """What this one has begun; an empty id stands for whoever plays nobody."""
        return self._by_persona.setdefault(persona, Drafts())

    def begun(self) -> dict[str, Drafts]:
        """Persona to what it has begun and the next terminal goes on with.

        Sentences of the debrief go out by themselves: from an earlier day they might take the place of newer
        ones.
        """
        kept = {persona: _waiting(drafts) for persona, drafts in self._by_persona.items() if persona}
        return {persona: drafts for persona, drafts in kept.items() if drafts != Drafts()}

    def take_up(self, begun: Mapping[str, Drafts]) -> None:
        """Go on with what was begun before, for each persona that has begun nothing here."""
        for persona, drafts in begun.items():
            if _waiting(self.of(persona)) == Drafts():
                self._by_persona[persona] = drafts

    def replace(self, begun: Mapping[str, Drafts]) -> None:
        """Go on with what was begun elsewhere since; what goes out by itself is known only here: it stays."""
        for persona, drafts in self._by_persona.items():
            own = {box: text for box, text in drafts.texts.items() if not box.startswith(_OF_PAGE)}
            found = begun.get(persona, Drafts())
            self._by_persona[persona] = Drafts({**own, **found.texts}, found.posts, found.words)
        self.take_up(begun)


def _waiting(drafts: Drafts) -> Drafts:
    texts = {box: text for box, text in drafts.texts.items() if box.startswith(_OF_PAGE)}
    return Drafts(texts, drafts.posts, drafts.words)
