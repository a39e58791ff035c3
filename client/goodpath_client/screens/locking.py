"""For whom the pictures of the picker are meant: everybody, or their owner alone."""

from typing import Literal

from goodpath_client.screens.whys import Whys
from goodpath_core.play.albums import main_album

FOR = "pictures for"
"""Where it lies on the desk for whom the pictures are meant to be."""


class Locking(Whys):
    """A screen with a key that closes the pictures to others, or opens them."""

    def __init__(self) -> None:
        super().__init__()
        self.audience: Literal["all", "me"] = "all"
        """Who is to see the pictures."""

    def audience_now(self) -> str:
        """Who sees the pictures on the page now: `all` or `me`."""
        return main_album(self.store.my_page).visible_to

    def begin_audience(self) -> None:
        """Begin with what holds now, or with the draft left behind."""
        self.audience = "me" if self.drafts.texts.get(FOR, self.audience_now()) == "me" else "all"

    def keep_draft(self) -> None:
        """Keep what was chosen, and for whom."""
        super().keep_draft()
        self.drafts.texts[FOR] = self.audience

    def action_lock(self) -> None:
        """Close the pictures to everybody else, or open them again, once they are saved."""
        self.audience = "me" if self.audience == "all" else "all"
        self.show_footer()
        self.sync(())
