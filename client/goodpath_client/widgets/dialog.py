"""Ask something in a box over the screen: what is long in it scrolls, and its keys stay in sight."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll

from goodpath_client.widgets.prose import Para, Prose


class Dialog(Vertical):
    """Never higher than the screen."""

    def __init__(self, asked: Iterable[Para], keys: Iterable[Para]) -> None:
        """What is asked, and below it the keys that answer."""
        super().__init__(classes="dialog")
        self._asked, self._keys = Prose(asked), Prose(keys, classes="keys")

    def compose(self) -> ComposeResult:
        """The keys stand at the bottom wherever what is asked has been scrolled to."""
        with VerticalScroll(classes="asked"):
            yield self._asked
        yield self._keys

    def show(self, asked: Iterable[Para], keys: Iterable[Para]) -> None:
        """Ask something else; the same costs nothing."""
        self._asked.show(asked)
        self._keys.show(keys)
