"""What the phase asks, whole, and what it gives to think about, wherever there is no room for it."""

from collections.abc import Sequence
from typing import Final

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from goodpath_client.changes import Change
from goodpath_client.keys import BY_NAME, key_label
from goodpath_client.screens.frame import Frame
from goodpath_client.shown_text import shown_block, shown_line
from goodpath_client.store import Store
from goodpath_client.widgets.one_line import OneLine
from goodpath_client.widgets.prose import Para, Prose
from goodpath_client.widgets.title_line import TitleLine
from goodpath_client.widgets.wrapping import shorten_words, wrap
from goodpath_core.play.clock import played_ms

_FOLDED_BELOW: Final = 30
"""Rows of the window below which what is asked does not keep its whole place."""
_READ_MS: Final = 40_000
"""So long after a phase began it has been read."""
_ALL: Final = f"  {key_label(BY_NAME['prompts'].keys[0])}"


def asked_words(store: Store, now_ms: int, cells: int, rows: int) -> str:
    """What the phase asks, for the top of a window with so many rows, in lines of so many `cells`.

    Where rows are few it is one line once there was time to read it; the key beside it shows all.
    """
    asked = store.world.phase.ask
    since_ms = played_ms(store.world.clock, store.shown_ms(now_ms))
    if rows >= _FOLDED_BELOW or since_ms < _READ_MS or len(wrap(shown_block(asked), cells)) <= 1:
        return asked
    return f"{shorten_words(shown_line(asked), cells - len(_ALL))}{_ALL}"


def prompt_paras(prompts: Sequence[str]) -> list[Para]:
    """What there is to think about, each by itself."""
    return [Para(prompt, "", 2, "?") for prompt in prompts]


def task_title(store: Store) -> str:
    """Whose task it is: who watches has none."""
    return "Your task" if store.me else "Their task"


class AskedScreen(Frame):
    """What is asked."""

    AUTO_FOCUS = "#text"

    def compose_frame(self) -> ComposeResult:
        """One text."""
        yield TitleLine(task_title(self.store), id="ask")
        yield OneLine(id="link")
        with VerticalScroll(id="text", can_focus=True):
            yield Prose(id="words")

    def sync(self, changes: Sequence[Change]) -> None:
        """Show the phase that is played now."""
        phase = self.store.world.phase
        self.query_one("#link", OneLine).show(self.student.link_sentence())
        thoughts = [Para(""), Para("To think about", "bold $primary"), *prompt_paras(phase.prompts)]
        self.query_one("#words", Prose).show(
            [Para(phase.name, "bold $primary"), Para(phase.ask), *(thoughts if phase.prompts else [])]
        )
