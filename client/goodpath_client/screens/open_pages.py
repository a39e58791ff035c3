"""Find what is begun for the own page on screens that are open, and show there what has become of it."""

from typing import TYPE_CHECKING

from goodpath_client.late_page import OpenBoxes
from goodpath_client.screens.page_editor import PageEditorScreen
from goodpath_client.screens.picture_picker import PicturePickerScreen

if TYPE_CHECKING:
    from goodpath_client.app import StudentApp


class OpenPages(OpenBoxes):
    """The screens of the own page, as far as they are open."""

    def __init__(self, app: "StudentApp") -> None:
        self._app = app

    def keep(self) -> None:
        """Lay on the desk what is begun on them."""
        for one in self._open_ones():
            one.keep_draft()

    def take_up(self) -> None:
        """Show the choice that lies on the desk by now."""
        for one in self._open_ones():
            if isinstance(one, PicturePickerScreen):
                one.take_up_choice()

    def _open_ones(self) -> list[PicturePickerScreen | PageEditorScreen]:
        kinds = (PicturePickerScreen, PageEditorScreen)
        return [one for one in self._app.screen_stack if isinstance(one, kinds) and one.is_whole]
