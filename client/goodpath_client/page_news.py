"""Count what is new on the own page since its owner last looked: visits, likes, words, what was passed on."""

from goodpath_core.play.state import Page


class PageNews:
    """How much of what came to the own page has been seen."""

    def __init__(self) -> None:
        self._seen = 0
        self._owner = ""

    def fresh(self, page: Page | None) -> int:
        """How many things have come since the owner looked."""
        if page is None:
            return 0
        return max(0, _count(page) - (self._seen if page.owner == self._owner else 0))

    def look(self, page: Page) -> None:
        """The owner looks at the page now."""
        self._owner, self._seen = page.owner, _count(page)


def _count(page: Page) -> int:
    """Everything others did on a page; what its owner did there is no news."""
    answers = page.responses.values()
    voices = [voice for one in answers for voice in (*one.likes, *one.reposts)]
    voices += [voice for one in answers for _, voice, _ in one.comments]
    others = sum(voice != page.owner for voice in voices)
    return others + sum(one.strangers for one in answers) + len(page.visits) + page.strangers
