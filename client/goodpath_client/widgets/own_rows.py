"""Let a widget take as many rows as what it shows now, however often that changes before it is drawn."""

from textual.widget import Widget


class OwnRows(Widget):
    """A widget whose height follows what it shows."""

    def show_anew(self) -> None:
        """What is shown is something else, and may be of another height.

        Textual keeps the height of a widget until a new one is asked for, and asking again while the first
        change waits counts for nothing; a height found in between would stay.
        """
        self._box_model_cache.clear()
        self.refresh(layout=True)
