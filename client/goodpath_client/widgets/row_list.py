"""List rows of ready-made text, each with an id, and keep the cursor on its row whatever comes and goes.

The next key acts on the row under the cursor, so the cursor never slides onto another one:

1. The first row is chosen when the first rows come, and then only by a key, a click or `choose`.
2. A chosen row keeps the cursor wherever it moves.
3. Where the chosen row has gone nothing is chosen: Enter does nothing, Up and Down choose what stands there.
4. A click means Enter as well. In a careful list only the second on one row does, with no row moved since the
   first: what stands under the pointer may have come there a moment ago.
"""

from collections.abc import Sequence
from os.path import commonprefix
from typing import NamedTuple

from textual import events
from textual._widget_navigation import Direction
from textual.content import Content
from textual.visual import Visual
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from goodpath_client.widgets.wrapping import shorten


class Line(NamedTuple):
    """One row."""

    id: str
    """Empty for a row that cannot be chosen."""
    words: Content
    """Drawn as it is, and never read as markup."""


class Lost(NamedTuple):
    """A row that went away from under the cursor."""

    id: str
    """That of the row; forgotten once another is chosen."""
    place: int
    """Its number from 0."""


def shortened(words: Content, cells: int) -> Content:
    """Styled lines, each with two dots at its end where it is wider than so many cells."""
    lines = words.split(allow_blank=True)
    if all(line.cell_length <= cells for line in lines):
        return words
    return Content("\n").join(_shortened_line(line, cells) for line in lines)


def _shortened_line(line: Content, cells: int) -> Content:
    text = shorten(line.plain, cells)
    kept = len(commonprefix((text, line.plain)))
    return line[:kept] + text[kept:]


class RowList(OptionList):
    """Rows; Enter chooses one."""

    def __init__(self, *, id: str | None = None, is_careful: bool = False) -> None:
        """`is_careful` where Enter does at once what cannot be taken back."""
        super().__init__(id=id, markup=False)
        self._is_careful = is_careful
        self._clicked = ""
        """Id of the row that was clicked last, as long as no row has moved; empty for none."""
        self._shown: tuple[Line, ...] = ()
        self._lost: Lost | None = None
        self._begun_on = ""
        """Id of the row on which the cursor stood at first; empty before there was one."""

    @property
    def chosen(self) -> str:
        """Id of the row under the cursor; empty for none."""
        option = self.highlighted_option
        return (option.id or "") if option else ""

    @property
    def led_to(self) -> str:
        """Id of the row to which somebody has led the cursor; empty while it stands where it began."""
        return self.chosen if self.chosen != self._begun_on else ""

    @property
    def lost(self) -> str:
        """Id of the chosen row that has gone, until another one is chosen; empty for none."""
        return self._lost.id if self._lost else ""

    @property
    def room(self) -> int:
        """How many cells a row has."""
        return self.scrollable_content_region.width

    def _get_visual(self, option: Option) -> Visual:
        """A row with our own mark where it is wider than there is room."""
        words = super()._get_visual(option)
        return shortened(words, self.room) if isinstance(words, Content) and self.room else words

    def show(self, lines: Sequence[Line]) -> None:
        """Show these rows; where only words have changed only they are drawn anew."""
        fresh = tuple(lines)
        if fresh == self._shown:
            return
        old, self._shown = self._shown, fresh
        if [line.id for line in old] == [line.id for line in fresh]:
            for at, (before, after) in enumerate(zip(old, fresh, strict=True)):
                if before != after:
                    self.replace_option_prompt_at_index(at, after.words)
            return
        self._clicked = ""
        chosen, place, top = self.chosen, self.highlighted or 0, self.scroll_offset.y
        self.clear_options()
        self.add_options([Option(line.words, id=line.id or None, disabled=not line.id) for line in fresh])
        self._keep(chosen, place)
        self.scroll_to(y=top, animate=False)
        self.call_after_refresh(self.scroll_to_highlight)

    def _keep(self, chosen: str, place: int) -> None:
        """Put the cursor back on its row, on the first row of all, or on none."""
        ids = self._ids()
        if chosen and chosen not in ids:
            self._lost = Lost(chosen, place)
        if not self._begun_on:
            chosen = self._begun_on = next(filter(None, ids), "")
        self.choose(chosen)

    def choose(self, row: str) -> None:
        """Put the cursor on the row with this id; on none where there is no such row."""
        ids = self._ids()
        self.highlighted = ids.index(row) if row and row in ids else None

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Once another row is chosen none is missed."""
        super().watch_highlighted(highlighted)
        if highlighted is not None:
            self._lost = None

    def on_click(self, event: events.Click) -> None:
        """In a careful list only choose a row that was not clicked before."""
        place: int | None = event.style.meta.get("option")
        row = "" if place is None else self._ids()[place]
        if self._is_careful and row and row != self._clicked:
            event.prevent_default()
            self.choose(row)
            self._clicked = row

    def _ids(self) -> list[str]:
        return [line.id for line in self._shown]

    def _choose_near(self) -> bool:
        """Choose what stands where the chosen row has gone; False where none has."""
        if self._lost is None:
            return False
        place = self._lost.place
        near = sorted((abs(at - place), at) for at, row in enumerate(self._ids()) if row)
        self.highlighted = near[0][1] if near else None
        return True

    def action_cursor_up(self) -> None:
        """Move the cursor up."""
        if not self._choose_near():
            super().action_cursor_up()

    def action_cursor_down(self) -> None:
        """Move the cursor down."""
        if not self._choose_near():
            super().action_cursor_down()

    def _move_page(self, direction: Direction) -> None:
        # Textual knows no line of a list that has no room.
        if self.scrollable_content_region:
            super()._move_page(direction)
