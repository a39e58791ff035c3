"""Say what is new on a page since one looked at it last."""

from typing import NamedTuple

from goodpath_client.page_counts import count_likes
from goodpath_client.plurals import counted
from goodpath_core.play.state import Page
from goodpath_core.play.things import cards_on

NEVER = "you have not looked at it yet"


class Look(NamedTuple):
    """How a page stood when one looked."""

    seq: int
    """Number of the last event known then."""
    cards: frozenset[str]
    """Keys of the pictures that could be seen then."""
    likes: int
    """On the page and all on it, strangers' included, without one's own."""


class PageMarks:
    """When and how each page was looked at last."""

    def __init__(self) -> None:
        self._looks: dict[str, Look] = {}

    def look(self, page: Page, me: str, seq: int) -> None:
        """One looks at a page now; `seq` is the number of the last event."""
        self._looks[page.owner] = Look(seq, cards_on(page, own=True), count_likes(page, me))

    def fresh(self, page: Page, me: str) -> str:
        """What others have put on a page since then; an own visit before this start counts as a look."""
        seen = self._looks.get(page.owner) or _last_visit(page, me)
        if seen is None:
            return NEVER
        found = {
            "post": sum(post.seq > seen.seq and not post.gone for post in page.posts),
            "picture": len(cards_on(page, own=True) - seen.cards),
            "like": max(0, count_likes(page, me) - seen.likes),
            "comment": sum(seq > seen.seq and voice != me for seq, voice in _comments(page)),
        }
        news = [counted(number, word) for word, number in found.items() if number]
        news += ["another look"] if page.face.seq > seen.seq else []
        return f"new are {', '.join(news)}" if news else "nothing new"


def _last_visit(page: Page, me: str) -> Look | None:
    """What is known of a look from before: when it was, but not how many pictures and likes there were."""
    visits = [visit.seq for visit in page.visits if me and visit.by == me]
    return Look(visits[-1], cards_on(page, own=True), count_likes(page, me)) if visits else None


def _comments(page: Page) -> list[tuple[int, str]]:
    return [(seq, voice) for one in page.responses.values() for seq, voice, _ in one.comments]
