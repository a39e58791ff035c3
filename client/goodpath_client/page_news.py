"""Count what is new on the own page since its owner last looked: visits, likes, words, what was passed on."""

from collections import Counter
from collections.abc import Iterator

from goodpath_core.play.state import Page, Response

_Came = tuple[str, str, str]
"""What came: its kind, the thing it came to, and from whom or as which event."""


class PageNews:
    """How much of what came to the own page has been seen.

    All that came is counted by itself, never as one sum: what leaves a page takes no other news with it.
    """

    def __init__(self) -> None:
        self._seen: Counter[_Came] = Counter()
        self._owner = ""

    def fresh(self, page: Page | None) -> int:
        """How many things have come since the owner looked."""
        if page is None:
            return 0
        came = _came_to(page)
        return (came - self._seen if page.owner == self._owner else came).total()

    def look(self, page: Page) -> None:
        """The owner looks at the page now."""
        self._owner, self._seen = page.owner, _came_to(page)


def _came_to(page: Page) -> Counter[_Came]:
    """Everything others did on a page, and how often; what its owner did there is no news."""
    came: Counter[_Came] = Counter()
    for visit in page.visits:
        came["visit", "page", visit.by] += 1 + visit.before
    came["visit", "page", ""] += page.strangers
    for thing, response in page.responses.items():
        came["like", thing, ""] += response.strangers
        came.update(one for one in _answers(thing, response) if one[-1] != page.owner)
        came.update(("word", thing, str(seq)) for seq, voice, _ in response.comments if voice != page.owner)
    return came


def _answers(thing: str, response: Response) -> Iterator[_Came]:
    """Each like that has a name, and each time a thing was passed on."""
    yield from (("like", thing, voice) for voice in response.likes)
    yield from (("repost", thing, voice) for voice in response.reposts)
