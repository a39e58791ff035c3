"""List rows of ready-made text, each with an id, and keep the cursor on its row whatever comes and goes."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option


class Line(NamedTuple):
    """One row."""

    id: str
    """Empty for a row that cannot be chosen."""
    words: Content


class RowList(OptionList):
    """Rows; Enter chooses one."""

    DEFAULT_CSS = "RowList { height: 1fr; width: 1fr; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._shown: tuple[Line, ...] = ()

    @property
    def chosen(self) -> str:
        """Id of the row under the cursor; empty for none."""
        option = self.highlighted_option
        return (option.id or "") if option else ""

    @property
    def room(self) -> int:
        """How many cells a row has."""
        return self.scrollable_content_region.width

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
        chosen, top = self.chosen, self.scroll_offset.y
        self.clear_options()
        self.add_options([Option(line.words, id=line.id or None, disabled=not line.id) for line in fresh])
        self.choose(chosen)
        self.scroll_to(y=top, animate=False)
        self.call_after_refresh(self.scroll_to_highlight)

    def choose(self, row: str) -> None:
        """Put the cursor on the row with this id, else on the first that can be chosen."""
        ids = [line.id for line in self._shown]
        first = next((at for at, one in enumerate(ids) if one), None)
        self.highlighted = ids.index(row) if row and row in ids else first
