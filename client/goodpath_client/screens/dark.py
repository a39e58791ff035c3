"""For whoever watches while all phones are down: the dark, how long it lasts, what the narrator says."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Center, Vertical

from goodpath_client.changes import Change
from goodpath_client.moment import day_and_time, time_left
from goodpath_client.screens.frame import Frame
from goodpath_client.screens.room_words import newest_told
from goodpath_client.widgets.prose import Para, Prose
from goodpath_client.widgets.row_layout import SIGNS
from goodpath_client.widgets.rows import Kind

_DARK = "All phones are down. Everybody is in their room, and nobody can be watched there."


class DarkScreen(Frame):
    """Nothing to read but the moment."""

    KEY_STYLE = "bold"
    WAITING_STYLE = ""
    CLOSES = False
    TELLS_PAUSE = True

    def compose_frame(self) -> ComposeResult:
        """A few words in the middle."""
        with Center(id="middle"), Vertical(id="dark"):
            yield Prose(id="words")

    def sync(self, changes: Sequence[Change]) -> None:
        """Say what is so now."""
        store, now = self.store, self.student.now()
        session, phase, told = store.world.session, store.world.phase, newest_told(store)
        moment = " · ".join(filter(None, [day_and_time(store, now), phase.name, time_left(store, now)]))
        self.query_one("#words", Prose).show(
            [
                *([Para(f"PAUSED: {session.paused}", "bold reverse")] if session.paused else []),
                Para(moment),
                Para(""),
                Para(_DARK),
                *([Para(""), Para(told.text, "bold", 2, SIGNS[Kind.NARRATOR])] if told else []),
            ]
        )

    def tick(self) -> None:
        """A second has passed."""
        self.sync(())
