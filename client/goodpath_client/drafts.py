"""Keep what was begun and not sent in all boxes but those of the chats, for each persona apart."""

from dataclasses import dataclass, field

from goodpath_core.play.posts import Audience


@dataclass(frozen=True, slots=True)
class PostDraft:
    """A post that is not sent: as much as it takes to send it, and for whom."""

    text: str = ""
    cards: tuple[str, ...] = ()
    """Keys of the chosen pictures."""
    visible_to: Audience = "all"


@dataclass(frozen=True, slots=True)
class Drafts:
    """What one persona has begun."""

    texts: dict[str, str] = field(default_factory=dict)
    """Text by box."""
    posts: list[PostDraft] = field(default_factory=list)
    """Posts that wait for the box, the one to take up first."""


class DraftBook:
    """What each persona has begun."""

    def __init__(self) -> None:
        self._by_persona: dict[str, Drafts] = {}

    def of(self, persona: str) -> Drafts:
        """What this one has begun; an empty id stands for whoever plays nobody."""
        return self._by_persona.setdefault(persona, Drafts())
