"""The session is over: thanks, where one lived, and how to leave."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Center, Vertical

from goodpath_client.changes import Change
from goodpath_client.lived import lived_seconds
from goodpath_client.moment import full_name
from goodpath_client.screens.frame import Frame
from goodpath_client.widgets.prose import Para, Prose
from goodpath_client.widgets.time_bar import TimeBar


class EndedScreen(Frame):
    """The last screen."""

    CLOSES = False

    def compose_frame(self) -> ComposeResult:
        """A few words and three bars."""
        with Center(id="middle"), Vertical(classes="dialog"):
            yield Prose(id="words")
            yield TimeBar(id="bars")

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Keys of this screen."""
        return (("Alt+Q", "leave"), *super().hints())

    def sync(self, changes: Sequence[Change]) -> None:
        """Say goodbye."""
        name = full_name(self.store)
        whose = f"You were {name}. You are yourself again." if name else "Thank you for watching."
        self.query_one("#words", Prose).show(
            [Para("The session is over.", "bold $primary"), Para(whose), Para(""), *_where(name)]
        )
        bars = self.query_one(TimeBar)
        bars.display = bool(name)
        bars.show(lived_seconds(self.store, self.student.now()))


def _where(name: str) -> list[Para]:
    return [Para("Where you lived:")] if name else []
