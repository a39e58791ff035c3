"""List what comes next: injects that wait, then the next phase; in the debrief the questions to discuss."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from goodpath_client.moment import time_left
from goodpath_client.store import Store
from goodpath_client.teacher.plan import Coming, coming, inject_words, next_words, when
from goodpath_client.widgets.row_list import Line, RowList
from goodpath_client.widgets.wrapping import wrap
from goodpath_core.text import clean_line

WORD_LINES: Final = 3
"""Lines of an inject's words where the list is narrow and high."""
QUESTION: Final = "question:"
"""Before the number of a question, as the id of its row."""
_NO_QUESTIONS: Final = "No debrief, so no questions."
_NUMBER: Final = 3
"""Cells that the number of a question takes."""


class PlanList(RowList):
    """What comes next."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._coming: dict[str, Coming] = {}
        self._questions: Sequence[str] = ()
        """What there is to argue about; empty as long as it is played."""
        self.border_title = Content("What comes next")
        self.border_subtitle = Content("F fire · S skip · D +1 min")

    @property
    def chosen_inject(self) -> Coming | None:
        """The inject under the cursor."""
        return self._coming.get(self.chosen)

    def show_plan(self, store: Store, now_ms: int, high: bool) -> None:
        """Show the plan as it is now; a `high` list gives each inject lines of its own."""
        stage = store.world.session.stage
        if stage in ("debrief", "ended"):
            self._show_questions(store.world.session.questions)
            return
        self._coming = {row.id: row for row in coming(store)}
        lines = [Line(row.id, self._words(store, row, now_ms, high)) for row in self._coming.values()]
        after = next_words(store)
        if after:
            left = f"{time_left(store, now_ms):<13}" if stage == "playing" else ""
            lines.append(Line("", Content.assemble((f"{left}then: {after}", "bold"))))
        self.show(lines)

    def _show_questions(self, questions: Sequence[str]) -> None:
        """Show what to argue about, the first question chosen."""
        self.border_title = Content("What to argue about")
        if questions and not self._questions:
            # What is done from now on is done here.
            self.focus()
        self._questions = questions
        self._name_keys()
        lines = [Line(f"{QUESTION}{n}", self._numbered(n, text)) for n, text in enumerate(questions, 1)]
        self.show(lines or [Line("", Content(_NO_QUESTIONS))])
        if self.lost and questions:
            # What the cursor was on has gone with the play, and nothing here can be done by mistake.
            self.choose(lines[0].id)

    def _name_keys(self) -> None:
        """Say in the frame of the questions what their keys are from where one stands."""
        enter = ("Enter large" if self.has_focus else "Tab, Enter large",) if self._questions else ()
        self.border_subtitle = Content(" · ".join((*enter, "F3 every page")))

    def watch_has_focus(self, has_focus: bool) -> None:
        """The questions are reached by another key from elsewhere."""
        super().watch_has_focus(has_focus)
        if self._questions:
            self._name_keys()

    def _numbered(self, number: int, text: str) -> Content:
        first, *others = wrap(clean_line(text), self.room - _NUMBER)
        lines = [f"{number}.".ljust(_NUMBER) + first, *(" " * _NUMBER + line for line in others)]
        return Content("\n").join(map(Content, lines))

    def _words(self, store: Store, row: Coming, now_ms: int, high: bool) -> Content:
        """Time, name and what it does."""
        cells = "" if row.all_cells else f" (cell {', '.join(map(str, row.cells))})"
        words = " ".join(inject_words(store, row.inject, row.cells).split())
        head = Content.assemble((f"{when(store, row, now_ms):<12} ", "bold"), f"{row.inject.key}{cells}")
        if not high:
            return Content.assemble(head, f"  {words}")
        below = wrap(words, self.room - 2)[:WORD_LINES]
        return Content("\n").join([head, *(Content(f"  {line}") for line in below)])
