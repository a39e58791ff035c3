"""The sentences on stepping out: a box for each, kept on leaving it and a moment after the last key."""

from collections.abc import Sequence
from itertools import chain, repeat
from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input

from goodpath_client.stepping_out import how_kept
from goodpath_client.widgets.line_box import LineBox
from goodpath_client.widgets.prose import Para, Prose
from goodpath_core.play.debrief import ANSWER_LIMIT
from goodpath_core.text import clean_line

KEEP_S: Final = 1.0
"""Seconds after the last key until what stands in the boxes is kept."""
_TITLE: Final = "Stepping out; only your teacher and the reviewer read it. What you write is kept by itself."


class SteppingOut(Vertical):
    """The boxes of the sentences that one completes."""

    class Written(Message):
        """What stands in the boxes is to be kept."""

    def __init__(self, sentences: tuple[tuple[str, str], ...], kept: tuple[str, ...]) -> None:
        """A box for each sentence: its beginning, and what was written in it before.

        `kept` is what this seat has kept; without a box, as once the persona was given away, it is shown.
        """
        super().__init__(classes="stepping-out")
        self._sentences, self._kept = sentences, kept
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """What it is for, and the boxes."""
        if self._sentences:
            yield Prose([Para(""), Para(_TITLE, "bold $primary")])
        elif self._kept:
            yield Prose([Para(f"kept: {' / '.join(filter(None, self._kept))}", "$success")])
        for number, (beginning, before) in enumerate(self._sentences):
            box = LineBox(
                clean_line(before), limit=ANSWER_LIMIT, select_on_focus=False, id=f"answer-{number}"
            )
            box.border_title = Content(clean_line(beginning))
            yield box

    def answers(self, kept: tuple[str, ...]) -> tuple[str, ...]:
        """What is to be kept, in order: what stands in the boxes, or is `kept` where that is too long."""
        standing = chain(kept, repeat(""))
        return tuple(
            before if box.over else box.text
            for box, before in zip(self.query(LineBox), standing, strict=False)
        )

    @property
    def too_long(self) -> LineBox | None:
        """The first box that holds more than can be kept."""
        return next((box for box in self.query(LineBox) if box.over), None)

    def take_up(self, texts: Sequence[str]) -> None:
        """Put these into the boxes, in order, where something else stands, and keep what is new."""
        for box, text in zip(self.query(LineBox), texts, strict=False):
            if box.value != clean_line(text):
                box.value = clean_line(text)
        self._tell()

    def show_kept(self, kept: tuple[str, ...], over: bool) -> None:
        """Say beside each box whether what stands in it is kept; `over` once nothing can be kept any more."""
        for number, box in enumerate(self.query(LineBox)):
            before = kept[number] if number < len(kept) else ""
            box.tell(how_kept(box.value, before, over))

    def on_input_changed(self) -> None:
        """Wait for the next key."""
        self._stop_waiting()
        self._timer = self.set_timer(KEEP_S, self._tell)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Enter keeps, and goes on to the next box."""
        self._tell()
        if message.input is not self.query(LineBox).last():
            self.screen.focus_next(LineBox)

    def on_descendant_blur(self) -> None:
        """Whoever leaves a box is done with it."""
        self._tell()

    def _tell(self) -> None:
        self._stop_waiting()
        self.post_message(self.Written())

    def _stop_waiting(self) -> None:
        if self._timer is not None:
            self._timer.stop()
