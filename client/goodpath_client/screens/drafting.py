"""A screen on which something is begun that a key of its own sends."""

from goodpath_client.drafts import Drafts
from goodpath_client.screens.frame import Frame


class Drafting(Frame):
    """A screen that can be left, or lost, with something begun on it."""

    def lay_down(self, desk: Drafts) -> None:
        """Lay on this desk what is begun here and not sent; the screen stays as it is."""
        raise NotImplementedError

    def keep_draft(self) -> None:
        """Keep what is begun and not sent: the screen goes."""
        self.lay_down(self.drafts)
