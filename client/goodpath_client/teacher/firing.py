"""Let an inject happen before its time, or never, after one more key that says what it does."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from goodpath_client.quoting import beginning
from goodpath_client.screens.confirm import ConfirmScreen
from goodpath_client.teacher.plan import Coming, coming, inject_words
from goodpath_core.play.event import Command
from goodpath_core.play.script import FireInject, SkipInject

if TYPE_CHECKING:
    from goodpath_client.teacher.app import TeacherApp

Act = Callable[[str, int], Command]
"""Key of an inject and number of a cell -> what is asked of the server."""


def fire(app: "TeacherApp", row: Coming) -> None:
    """Ask whether an inject is to happen now, and in which cells where that is not all of them."""
    words = f"Let “{row.inject.key}” happen now{_where(row)}? It does at once: {_does(app, row)}"
    _ask(
        app,
        row,
        ConfirmScreen(words, "let it happen", destroys=True),
        lambda key, cell: FireInject(inject=key, cell=cell),
    )


def skip(app: "TeacherApp", row: Coming) -> None:
    """Ask whether an inject is to be left out for good."""
    words = f"Leave “{row.inject.key}” out{_where(row)}? This will never happen: {_does(app, row)}"
    _ask(
        app,
        row,
        ConfirmScreen(words, "leave it out", destroys=True),
        lambda key, cell: SkipInject(inject=key, cell=cell),
    )


def _where(row: Coming) -> str:
    return "" if row.all_cells else f" in cell {', '.join(map(str, row.cells))}"


def _does(app: "TeacherApp", row: Coming) -> str:
    return beginning(inject_words(app.store, row.inject, row.cells))


def _ask(app: "TeacherApp", row: Coming, question: ConfirmScreen, act: Act) -> None:
    app.ask(question, lambda sure: _act(app, row, act, sure))


def _act(app: "TeacherApp", row: Coming, act: Act, sure: bool | None) -> None:
    """It may have happened by itself, or its phase have ended, while the question stood there."""
    if not sure:
        return
    waiting = {cell for one in coming(app.store) if one.inject == row.inject for cell in one.cells}
    cells = [cell for cell in row.cells if cell in waiting]
    if not cells:
        app.say("That has just happened by itself or its phase is over, so nothing more was done.")
    for cell in cells:
        app.do(act(row.inject.key, cell))
