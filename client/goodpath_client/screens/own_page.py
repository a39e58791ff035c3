"""Show the own page at the right of the phone, and below it what one wants, thinks about and has lived."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from goodpath_client.lived import lived_seconds
from goodpath_client.page_counts import count_words
from goodpath_client.screens.asked import prompt_paras
from goodpath_client.sheet_words import WISHES
from goodpath_client.store import Store
from goodpath_client.watched_rows import watched_paras
from goodpath_client.widgets.page_card import Head, PageCard
from goodpath_client.widgets.prose import Para, Prose
from goodpath_core.play.clock import length_words
from goodpath_core.scenario.cast import Persona


class OwnPage(VerticalScroll):
    """The own page and life; for whoever plays nobody, what can be watched."""

    def __init__(self) -> None:
        super().__init__(id="right", can_focus=False)

    def compose(self) -> ComposeResult:
        """The page as a card, and the life."""
        yield PageCard(id="card")
        yield Prose(id="life")

    def show(self, store: Store, now_ms: int) -> None:
        """Show both as they are at the own time `now_ms`."""
        card, life = self.query_one(PageCard), self.query_one("#life", Prose)
        page, persona = store.my_page, store.persona
        if page is None or persona is None:
            card.show(None)
            life.show(watched_paras(store))
            return
        card.show(Head(store.name(store.me), page.number, page.face, count_words(page, own=True)))
        life.show([*_life(store, persona, now_ms)])


def _life(store: Store, persona: Persona, now_ms: int) -> Iterator[Para]:
    yield Para(WISHES, "bold $primary")
    yield from (Para(want, "", 2, "-") for want in persona.wants_today)
    prompts = store.world.phase.prompts
    if prompts:
        yield from (Para(""), Para("to think about", "bold $primary"), *prompt_paras(prompts))
    lengths = lived_seconds(store, now_ms)
    lived = ", ".join(f"{place} {length_words(seconds)}" for place, seconds in lengths if seconds)
    if lived:
        yield from (Para(""), Para(f"lived: {lived}", "$text-muted"))
