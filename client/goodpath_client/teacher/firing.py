"""Let an inject happen before its time, after one more key that says what it does."""

from typing import TYPE_CHECKING, Final

from goodpath_client.screens.confirm import ConfirmScreen
from goodpath_client.teacher.plan import Coming, coming, inject_words
from goodpath_client.widgets.wrapping import shorten_words
from goodpath_core.play.script import FireInject

if TYPE_CHECKING:
    from goodpath_client.teacher.app import TeacherApp

_WORDS_CELLS: Final = 240
"""So much of what an inject does stands in the question, so that its keys stay in sight."""


def fire(app: "TeacherApp", row: Coming) -> None:
    """Ask whether an inject is to happen now, and in which cells where that is not all of them."""
    where = "" if row.all_cells else f" in cell {', '.join(map(str, row.cells))}"
    does = shorten_words(inject_words(app.store, row.inject, row.cells), _WORDS_CELLS)
    words = f"Let “{row.inject.key}” happen now{where}? It does at once: {does}"
    app.push_screen(ConfirmScreen(words, "let it happen"), lambda sure: _fire(app, row, sure))


def _fire(app: "TeacherApp", row: Coming, sure: bool | None) -> None:
    """It may have happened by itself, or its phase have ended, while the question stood there."""
    if not sure:
        return
    waiting = {cell for one in coming(app.store) if one.inject == row.inject for cell in one.cells}
    cells = [cell for cell in row.cells if cell in waiting]
    if not cells:
        app.say("That has just happened by itself or its phase is over, so nothing more was done.")
    for cell in cells:
        app.do(FireInject(inject=row.inject.key, cell=cell))
