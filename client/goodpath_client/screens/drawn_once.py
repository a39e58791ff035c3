"""Draw a screen once where all of it is drawn anyway: what is new of its layout waits for that."""

from textual.screen import Screen, ScreenResultType


class DrawnOnce(Screen[ScreenResultType]):
    """A screen that is not drawn twice for one change.

    A screen that is modal too names that first: Textual takes the styles of the first base alone.
    """

    def _compositor_refresh(self) -> None:
        # Textual draws what a new layout moved and then, in the same moment, the whole screen.
        if not self._repaint_required:
            super()._compositor_refresh()
