"""Pictures as large as the window, one after another, with their words; where from is for the owner only."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from goodpath_client.allowed import is_look, look_refusal
from goodpath_client.changes import Change
from goodpath_client.keys import pressed
from goodpath_client.own_keys import PICTURE
from goodpath_client.page_rows import Thing
from goodpath_client.room_rows import card_words, find_card, provenance
from goodpath_client.screens.frame import Frame
from goodpath_client.screens.look import Look
from goodpath_client.widgets.half_blocks import HalfBlocks
from goodpath_client.widgets.prose import Para, Prose
from goodpath_core.play.visits import LookAtPicture


class PictureViewScreen(Frame):
    """A picture, full screen; to look at somebody else's is a fact while one plays."""

    OWN_KEYS = PICTURE
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(f"enter,space,{pressed('o')}", "back", "Back", show=False),
        Binding("left", "turn(-1)", "The picture before", show=False),
        Binding("right", "turn(1)", "The next picture", show=False),
    ]

    def __init__(self, things: Sequence[Thing], at: int = 0, where: str = "") -> None:
        """Show one of these things, each with a card; `at` counts from 0, `where` says where they all are."""
        super().__init__()
        self._things, self._at, self._where = things, at, where
        self._look = Look(self)

    def compose_frame(self) -> ComposeResult:
        """The picture above, its words below."""
        yield HalfBlocks(id="picture")
        with VerticalScroll(id="caption", can_focus=True):
            yield Prose(id="words")

    def on_mount(self) -> None:
        """Show the first one."""
        self._showed = b""
        self._note_look()

    def on_unmount(self) -> None:
        """What becomes of the look matters no more."""
        self._look.end()

    def _note_look(self) -> None:
        """The record notes who looked; the owner of the picture is not told."""
        thing = self._things[self._at]
        if is_look(self.store, thing.page):
            self._look.ask(LookAtPicture(page=thing.page, thing=thing.thing))

    def action_turn(self, step: int) -> None:
        """Show the next picture, or the one before; behind the last stands the first.

        What cannot be looked at is passed over, and said why.
        """
        many, why = len(self._things), ""
        for by in range(1, many):
            at = (self._at + step * by) % many
            closed = self._refusal(at)
            if not closed:
                self._show(at)
                break
            why = why or closed
        if why:
            self.student.say(why, severe=True)

    def _show(self, at: int) -> None:
        self._at = at
        self._note_look()
        self.sync(())

    def _refusal(self, at: int) -> str:
        """Why a picture cannot be looked at now; empty if it can."""
        thing = self._things[at]
        return look_refusal(self.store, thing.page, thing.thing, self.student.now())

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Arrows turn, where there is more than one picture."""
        turns = (("Left/Right", "other pictures"),) if len(self._things) > 1 else ()
        return (*super().hints()[:1], *turns, *super().hints()[1:])

    def sync(self, changes: Sequence[Change]) -> None:
        """Show picture and words, unless the look was refused."""
        if self._look.close_refused():
            return
        thing = self._things[self._at]
        card = find_card(self.store, thing.card)
        if card is None:
            return
        png = self.student.shelf.get(card.picture)
        if png != self._showed:
            self._showed = png
            self.query_one(HalfBlocks).show(png)
        origin = provenance(self.store, thing.card) if thing.page == self.store.me else ""
        among = f"  ({self._at + 1} of {len(self._things)} {self._where})" if len(self._things) > 1 else ""
        self.query_one("#words", Prose).show(
            [
                Para(f"{card.title}{among}", "bold $primary"),
                Para(card.description),
                Para(card_words(card), "$text-muted"),
                *([Para(f"only you know until the debrief: {origin}", "italic")] if origin else []),
            ]
        )
