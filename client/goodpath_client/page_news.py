"""Count what is new on the own page since its owner last looked: visits, likes, words, what was passed on."""

from collections import Counter
from collections.abc import Iterator

from goodpath_client.kept_looks import KeptLooks, Look
from goodpath_core.play.state import Page, Response


class PageNews:
    """How much of what came to the own page has been seen.

    All that came is counted by itself, never as one sum: what leaves a page takes no other news with it.
    """

    def __init__(self, looks: KeptLooks | None = None) -> None:
        """What has been seen already stands in `looks`, by the id of the persona whose page it is."""
        self._looks = looks or KeptLooks(None)

    def open(self, session: str, seat: int) -> None:
        """Count for this seat, which may have been played at another terminal meanwhile."""
        self._looks.open(f"{session}|{seat}", again=True)

    def fresh(self, page: Page | None) -> int:
        """How many things have come since the owner looked."""
        if page is None:
            return 0
        look = self._look_at(page)
        return (_came_to(page) - _counted(look)).total() + _words_after(page, look.seq)

    def look(self, page: Page, seq: int) -> None:
        """The owner looks at the page now, when the last known event is that with the number `seq`."""
        came = _came_to(page)
        look = Look(seq, frozenset(f"{count} {what}" for what, count in came.items()))
        is_other = look.things != self._look_at(page).things or self.fresh(page) > 0
        (self._looks.keep if is_other else self._looks.note)(page.owner, look)

    def _look_at(self, page: Page) -> Look:
        return self._looks.find(page.owner) or Look(0)


def _counted(look: Look) -> Counter[str]:
    """What had come by a look, and how often; what cannot be read had not."""
    pairs = (thing.split(" ", 1) for thing in look.things if " " in thing)
    return Counter({what: int(count) for count, what in pairs if count.isdecimal()})


def _words_after(page: Page, seq: int) -> int:
    """How many words of others stand under things and bear a later number."""
    words = (word for response in page.responses.values() for word in response.comments)
    return sum(number > seq and voice != page.owner for number, voice, _ in words)


def _came_to(page: Page) -> Counter[str]:
    """All but words that others did on a page, and how often; what its owner did there is no news."""
    came: Counter[str] = Counter()
    for visit in page.visits:
        came[f"visit page {visit.by}"] += 1 + visit.before
    came["visit page "] += page.strangers
    for thing, response in page.responses.items():
        came[f"like {thing} "] += response.strangers
        came.update(_answers(thing, response, page.owner))
    return +came


def _answers(thing: str, response: Response, owner: str) -> Iterator[str]:
    """Each like of others that has a name, and each time others passed a thing on."""
    yield from (f"like {thing} {voice}" for voice in response.likes if voice != owner)
    yield from (f"repost {thing} {voice}" for voice in response.reposts if voice != owner)
