"""The session is over: thanks, where one lived, and how to leave."""

from collections.abc import Sequence
from functools import partial

from textual.app import ComposeResult
from textual.containers import Center, Vertical

from goodpath_client.changes import Change
from goodpath_client.lived import lived_seconds, persona_lived, uncounted_words
from goodpath_client.names import name_in_full
from goodpath_client.played import own_part
from goodpath_client.screens.frame import Frame
from goodpath_client.store import Store
from goodpath_client.widgets.prose import Para, Prose
from goodpath_client.widgets.time_bar import TimeBar
from goodpath_client.widgets.uncounted_hours import UncountedHours
from goodpath_core.looks import PLAIN


class EndedScreen(Frame):
    """The last screen."""

    CLOSES = False

    def compose_frame(self) -> ComposeResult:
        """A few words and three bars."""
        with Center(id="middle"), Vertical(classes="dialog"):
            yield Prose(id="words")
            yield TimeBar(id="bars")
            yield UncountedHours()

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Keys of this screen."""
        return (("Alt+Q", "leave"), *super().hints())

    def sync(self, changes: Sequence[Change]) -> None:
        """Say goodbye."""
        store = self.store
        part = own_part(store, partial(name_in_full, store.view))
        whose = f"{part} You are yourself again." if part else "Thank you for watching."
        self.query_one("#words", Prose).show(
            [Para("The session is over.", "bold $primary"), Para(whose), Para(""), *_where(store)]
        )
        self.query_one(UncountedHours).tell(uncounted_words(store))
        bars = self.query_one(TimeBar)
        bars.display = bool(store.me)
        page = store.my_page
        bars.show(lived_seconds(store, self.student.now()), page.face.skin if page else PLAIN)


def _where(store: Store) -> list[Para]:
    return [Para(persona_lived(store) or "Where you lived:")] if store.me else []
