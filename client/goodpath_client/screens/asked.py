"""What the phase asks, whole, and what it gives to think about, wherever there is no room for it."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from goodpath_client.changes import Change
from goodpath_client.screens.frame import Frame
from goodpath_client.widgets.one_line import OneLine
from goodpath_client.widgets.prose import Para, Prose
from goodpath_client.widgets.title_line import TitleLine


def prompt_paras(prompts: Sequence[str]) -> list[Para]:
    """What there is to think about, each by itself."""
    return [Para(prompt, "italic", 2, "?") for prompt in prompts]


class AskedScreen(Frame):
    """What is asked."""

    AUTO_FOCUS = "#text"

    def compose_frame(self) -> ComposeResult:
        """One text."""
        yield TitleLine("Your task", id="ask")
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
