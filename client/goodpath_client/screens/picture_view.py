"""One picture as large as the window, with its words; where it comes from is for its owner only."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from goodpath_client.changes import Change
from goodpath_client.keys import pressed
from goodpath_client.room_rows import card_words, find_card, provenance
from goodpath_client.screens.frame import Frame
from goodpath_client.widgets.half_blocks import HalfBlocks
from goodpath_client.widgets.prose import Para, Prose


class PictureViewScreen(Frame):
    """A picture, full screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(f"enter,space,{pressed('o')}", "back", "Back", show=False)
    ]

    def __init__(self, card: str, own: bool) -> None:
        """Show a card."""
        super().__init__()
        self._card, self._own = card, own

    def compose_frame(self) -> ComposeResult:
        """The picture above, its words below."""
        yield HalfBlocks(id="picture")
        with VerticalScroll(id="caption", can_focus=True):
            yield Prose(id="words")

    def on_mount(self) -> None:
        """Show it."""
        self._showed = b""

    def sync(self, changes: Sequence[Change]) -> None:
        """Show picture and words."""
        card = find_card(self.store, self._card)
        if card is None:
            return
        png = self.student.shelf.get(card.picture)
        if png != self._showed:
            self._showed = png
            self.query_one(HalfBlocks).show(png)
        origin = provenance(self.store, self._card) if self._own else ""
        self.query_one("#words", Prose).show(
            [
                Para(card.title, "bold $primary"),
                Para(card.description),
                Para(card_words(card), "$text-muted"),
                *([Para(f"only you know until the debrief: {origin}", "italic")] if origin else []),
            ]
        )
