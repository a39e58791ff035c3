"""Show one question of the debrief alone, as large as it fits: nothing else of the console, for the wall."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from goodpath_client.changes import Change
from goodpath_client.teacher.desk import Desk
from goodpath_client.widgets.big_letters import can_write, write_large
from goodpath_client.widgets.wrapping import width, wrap
from goodpath_core.text import clean_line

_LETTER: Final = 6
"""Cells that a large letter takes."""
_SMALL: Final = 60
"""Cells that a question in ordinary letters takes at most, so that its lines stay short."""


def question_rows(text: str, cells: int, rows: int) -> list[str]:
    """The question in so many cells and rows: in large letters if all of it has room, else as it is."""
    words = wrap(text, cells // _LETTER)
    large = [line for one in words for line in (*write_large(one), "")][:-1]
    fits = can_write(text) and len(large) <= rows and max(map(width, large)) <= cells
    return large if fits else wrap(text, min(cells, _SMALL))


class LargeQuestion(Widget):
    """The question in the middle."""

    DEFAULT_CSS = """
    LargeQuestion { height: 1fr; width: 1fr; padding: 1 2; text-wrap: nowrap; }
    LargeQuestion { content-align: center middle; text-style: bold; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._text = ""

    def show(self, text: str) -> None:
        """Ask something else."""
        if text != self._text:
            self._text = text
            self.refresh()

    def render(self) -> Content:
        """Lines of one width."""
        cells, rows = self.content_size
        lines = question_rows(self._text, cells, rows)
        widest = max(map(width, lines))
        return Content("\n".join(line + " " * (widest - width(line)) for line in lines))


class QuestionScreen(Desk):
    """One question; Left and Right go to the others."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,up", "turn(-1)", "The question before", show=False),
        Binding("right,down,enter,space", "turn(1)", "The next question", show=False),
    ]

    def __init__(self, number: int) -> None:
        """Begin with the question of this number, from 1."""
        super().__init__()
        self._number = number

    def compose_frame(self) -> ComposeResult:
        """The question alone."""
        yield LargeQuestion()

    @property
    def way_off_the_wall(self) -> str:
        """It is there to be shown."""
        return "Esc goes back"

    def own_hints(self) -> tuple[tuple[str, str], ...]:
        """How to come to the others."""
        return (("Left Right", f"question {self._number} of {len(self._questions)}"),)

    @property
    def _questions(self) -> Sequence[str]:
        return self.store.world.session.questions

    def sync(self, changes: Sequence[Change]) -> None:
        """Show it."""
        self.query_one(LargeQuestion).show(clean_line(self._questions[self._number - 1]))

    def action_turn(self, by: int) -> None:
        """Show another question; after the last comes the first."""
        self._number = (self._number - 1 + by) % len(self._questions) + 1
        self.refresh_from_store(())
