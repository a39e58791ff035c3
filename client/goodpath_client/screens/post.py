"""Write a post for the own page, with up to three pictures, for everybody or for oneself."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content

from goodpath_client.changes import Change
from goodpath_client.drafts import Drafts, PostDraft
from goodpath_client.own_keys import POST
from goodpath_client.readers import MINE_WORDS, cell_readers
from goodpath_client.room_rows import card_words, find_card
from goodpath_client.screens.drafting import Drafting
from goodpath_client.store import Store
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.half_blocks import HalfBlocks
from goodpath_client.widgets.prose import Para, Prose
from goodpath_client.widgets.row_list import Line, RowList
from goodpath_client.widgets.title_line import TitleLine
from goodpath_core.play.posts import CARDS_MAX, Audience, PublishPost
from goodpath_core.text import POST_LIMIT, clean_line, over_limit

_TITLE = "A new post"


class PostScreen(Drafting):
    """A box, a list of pictures, a preview."""

    AUTO_FOCUS = "Composer"
    PASSING_BELOW = "#columns"
    OWN_KEYS = POST
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "publish", "Publish", show=False),
        Binding("space", "choose", "Choose or leave out", show=False),
        Binding("f3", "audience", "For everybody or for me", show=False),
    ]

    def compose_frame(self) -> ComposeResult:
        """Text above, pictures below."""
        yield TitleLine(id="ask")
        yield Composer(room="post", limit=POST_LIMIT, asks=False, placeholder="what is new?")
        with Horizontal(id="columns"):
            yield RowList(id="cards")
            with Vertical(id="preview"):
                yield HalfBlocks(id="picture")
                yield Prose(id="words")

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Keys of this screen."""
        choosing = self._is_choosing
        tab = (("Tab", "text" if choosing else "pictures"),) if _has_cards(self.store) else ()
        space = (("Space", "choose"),) if choosing else ()
        return (("F2", "post"), ("F3", "for whom"), *tab, *space, ("Esc", "back"))

    @property
    def _is_choosing(self) -> bool:
        return self.is_whole and self.query_one("#cards").has_focus

    def on_mount(self) -> None:
        """Begin with the draft left behind, if any."""
        self._for: Audience = "all"
        self.chosen: list[str] = []
        self.query_one(Composer).border_title = Content(_TITLE)
        self.query_one("#cards").border_title = Content(f"pictures, up to {CARDS_MAX}")
        self._fill()
        self.query_one("#columns").display = _has_cards(self.store)
        self.take_up()

    def on_descendant_focus(self) -> None:
        """Name the keys that act now; that of the list stands beside it too, where the footer has no room."""
        if self.is_whole:
            way = "Space" if self._is_choosing else "Tab"
            self.query_one("#cards").border_subtitle = Content(f"{way}: choose")
            self.show_footer()

    @property
    def draft(self) -> PostDraft:
        """The post as it stands."""
        return PostDraft(self.query_one(Composer).text, tuple(self.chosen), self._for)

    def take_up(self) -> None:
        """Go on with the next post that waits, unless another one is begun."""
        waiting = self.drafts.posts
        if not waiting or self.draft != PostDraft():
            return
        draft, view = waiting.pop(0), self.store.view
        own = [card.key for card in view.own_cards] if view else []
        self._for, self.chosen = draft.visible_to, [card for card in draft.cards if card in own]
        self.query_one(Composer).put(draft.text)
        self._fill()
        self.sync(())

    def sync(self, changes: Sequence[Change]) -> None:
        """Show who will read it."""
        self._show_readers()
        self._preview()

    def _show_readers(self) -> None:
        steps = MINE_WORDS if self._for == "me" else cell_readers(self.store)
        self.query_one("#ask", TitleLine).offer(*steps)

    def _fill(self) -> None:
        """List the own pictures, with a mark on those that are chosen."""
        lines = []
        for card in self.store.view.own_cards if self.store.view else ():
            mark = "[x]" if card.key in self.chosen else "[ ]"
            lines.append(Line(card.key, Content(f"{mark} {clean_line(card.title)}")))
        self.query_one("#cards", RowList).show(lines)

    def _preview(self) -> None:
        card = find_card(self.store, self.query_one("#cards", RowList).chosen)
        self.query_one(HalfBlocks).show(self.student.shelf.get(card.picture) if card else b"")
        words = [Para(card.title, "bold"), Para(card.description), Para(card_words(card))] if card else []
        self.query_one("#words", Prose).show(words)

    def on_option_list_option_highlighted(self) -> None:
        """Show the picture."""
        self._preview()

    def on_option_list_option_selected(self) -> None:
        """Enter chooses, as the space key does."""
        self.action_choose()

    def action_choose(self) -> None:
        """Choose the picture under the cursor, or leave it out; no more than three."""
        card = self.query_one("#cards", RowList).chosen
        if card in self.chosen:
            self.chosen.remove(card)
        elif card and len(self.chosen) < CARDS_MAX:
            self.chosen.append(card)
        elif card:
            self.student.say(f"A post holds {CARDS_MAX} pictures.", severe=True)
        self._fill()

    def on_composer_submitted(self, message: Composer.Submitted) -> None:
        """Enter publishes."""
        self._publish(message.text)

    def on_composer_too_long(self, message: Composer.TooLong) -> None:
        """Say by how much."""
        self.student.say(over_limit(message.over, POST_LIMIT, "the post").text, severe=True)

    def action_audience(self) -> None:
        """For everybody, or for oneself."""
        self._for = "me" if self._for == "all" else "all"
        self.sync(())

    def action_publish(self) -> None:
        """Publish, with or without words."""
        composer = self.query_one(Composer)
        if composer.text.strip():
            composer.submit()
        else:
            self._publish("")

    def _publish(self, text: str) -> None:
        cards = tuple(self.chosen)
        if not text and not cards:
            self.student.say("There is nothing to post; write something or choose a picture.", severe=True)
            return
        self.student.do(PublishPost(text=text, cards=cards, visible_to=self._for))
        if self.is_current:
            self.student.stray.close()
            self.app.pop_screen()

    def lay_down(self, desk: Drafts) -> None:
        """The post with its pictures and for whom it is."""
        if self.draft != PostDraft():
            desk.posts.insert(0, self.draft)


def _has_cards(store: Store) -> bool:
    return bool(store.view and store.view.own_cards)
