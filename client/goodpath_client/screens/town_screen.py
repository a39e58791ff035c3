"""Hold what the screens share on which the town is seen: it gives way where words need its room."""

from typing import ClassVar

from goodpath_client.screens.frame import Frame
from goodpath_client.widgets.town import Town


class TownScreen(Frame):
    """A screen with the town at night."""

    TOWN_FROM: ClassVar[int]
    """Rows of the window from which the town is seen."""

    def fold(self, columns: int) -> None:
        """Show the town only where the words have all the room they need."""
        self.query_one(Town).display = self.size.height >= self.TOWN_FROM
