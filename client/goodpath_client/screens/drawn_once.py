"""Draw a screen once where all of it is drawn anyway, and what it tells in passing in one piece."""

from textual.screen import Screen, ScreenResultType

from goodpath_client.screens.whole_toasts import WholeToasts


class DrawnOnce(Screen[ScreenResultType]):
    """A screen that is not drawn twice for one change.

    A screen that is modal too names that first: Textual takes the styles of the first base alone.
    """

    def __init__(self, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name, id, classes)
        self._compositor = WholeToasts()

    def _compositor_refresh(self) -> None:
        # Textual draws what a new layout moved and then, in the same moment, the whole screen.
        if not self._repaint_required:
            super()._compositor_refresh()
