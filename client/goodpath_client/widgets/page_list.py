"""List what stands on a page, from its top: arrows lead to what stands beside, above or below."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.color import Color

from goodpath_client.themes import wears_skins
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.row_bands import place_beyond
from goodpath_client.widgets.worn import wear


class PageList(MessageList):
    """Things, one below the other or side by side, all whole."""

    FOLDS = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "choose_before", "The thing before", show=False),
        Binding("right", "choose_behind", "The thing behind", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(from_top=True, id=id)
        self._skin = ""

    @property
    def is_wall(self) -> bool:
        """Whether anything stands beside anything."""
        return any(row.spot is not None and row.spot.left for row in self._book)

    def dress(self, skin: str) -> None:
        """Lie on the ground of this skin; on that of the theme for none."""
        self._skin = skin
        if skin and wears_skins(self.app.theme):
            colours = wear(skin)
            self.styles.background = self.styles.scrollbar_background = Color.parse(colours.ground)
            self.styles.scrollbar_color = Color.parse(colours.accent)
        else:
            for rule in ("background", "scrollbar_background", "scrollbar_color"):
                self.styles.clear_rule(rule)

    def on_mount(self) -> None:
        """Another theme may wear no skins."""
        self.watch(self.app, "theme", self._dress_again, init=False)

    def _dress_again(self) -> None:
        self.dress(self._skin)

    def action_choose_before(self) -> None:
        """Choose what stands before, in the order of the page."""
        super()._choose(-1)

    def action_choose_behind(self) -> None:
        """Choose what stands behind, in the order of the page."""
        super()._choose(1)

    def _choose(self, step: int) -> None:
        """Choose what stands above or below."""
        chosen = self._chosen
        if chosen is None or not self.is_wall:
            super()._choose(step)
            return
        place = place_beyond(self._book, self._book.place(chosen), step)
        if place is not None:
            self._point(self._book[place].key)
        elif step > 0:
            self.go_past_end()
        else:
            self.scroll_to(y=0, animate=False)
